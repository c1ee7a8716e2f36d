import { readSeller } from '../../read.ts';
import { readHostAct } from './host-act.ts';
import { readMessageAct } from './orders/message-act.ts';
import { isPointedOrder, readOrderActs } from './orders/order-act.ts';
import { readRefund } from './orders/refund-act.ts';
import { readReport } from './orders/report-act.ts';
import { readSellerAct } from './seller-act.ts';

/**
 * Whether a message is about something of its own, so that a question about a photo, a place or a link is not answered
 * by it: 上个月卖了多少, 第二单退她5块.
 */
export function isOwnBusiness(message: string): boolean {
  const { kind, price, stock } = readSeller(message);
  const isOffer = kind !== 'other' && (price !== null || stock !== null || kind === 'stream');
  return (
    isOffer ||
    readOrderActs(message).some(isPointedOrder) ||
    [readSellerAct, readRefund, readReport, readHostAct, readMessageAct].some(
      (read) => read(message) !== undefined,
    )
  );
}

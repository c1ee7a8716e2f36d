import { numberedMenu } from '../common/numbered-menu.ts';
import { helpers } from './account/helpers.ts';
import { home } from './account/home.ts';
import { join } from './account/join.ts';
import { sellerMe } from './account/me.ts';
import { share } from './account/share.ts';
import { sellerTalk } from './account/talk.ts';
import { sayingForWhom } from './acting.ts';
import { office } from './admin/office.ts';
import { officeTrouble } from './admin/office-trouble.ts';
import { founding } from './founding.ts';
import { changes } from './listings/changes.ts';
import { edit } from './listings/edit.ts';
import { mine } from './listings/mine.ts';
import { mineHistory } from './listings/mine-history.ts';
import { minePhotos } from './listings/mine-photos.ts';
import { post } from './listings/post.ts';
import { words } from './messages/words.ts';
import { claims } from './orders/claims.ts';
import { soldOrders } from './orders/orders.ts';
import { declining } from './orders/orders-decline.ts';
import { sending } from './orders/orders-ship.ts';
import { pack } from './orders/pack.ts';
import { weighing } from './orders/pack-weigh.ts';
import { paymentCodes } from './orders/payment-codes.ts';
import { payments } from './orders/payments.ts';
import { harvest } from './orders/preorders.ts';
import { money } from './reports/sales.ts';
import { delivery } from './shipping/delivery.ts';
import { liveStream } from './streams/stream.ts';

/** Everything a seller can talk about. */
export const sellerFlows = [
  home,
  join,
  helpers,
  post,
  mine,
  minePhotos,
  mineHistory,
  edit,
  changes,
  soldOrders,
  declining,
  sending,
  weighing,
  pack,
  money,
  share,
  payments,
  paymentCodes,
  claims,
  delivery,
  liveStream,
  sellerTalk,
  harvest,
  founding,
  office,
  officeTrouble,
  sellerMe,
  words,
  numberedMenu('seller'),
].map(sayingForWhom);

import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { UnansweredOrders } from '../../../shop/orders/unanswered.ts';
import { inRows } from '../values.ts';

/** How many orders get a button; all of them are listed. */
const SHOWN = 6;

/** Reminds a seller of unanswered orders. */
export function unansweredScreen({ orders }: UnansweredOrders): Screen {
  const buttons = orders.slice(0, SHOWN).map(
    ({ id, number }): Button => ({
      label: say('untouched-button', { number }),
      tap: tap('sale/:order', { order: id }),
    }),
  );
  const all: Button = { label: say('sold-see-open'), tap: tap('sold/:page', { page: 0 }), tone: 'primary' };
  return {
    text: say('untouched', { count: orders.length }),
    buttons: [...inRows(buttons, 2), [all]],
    fresh: true,
  };
}

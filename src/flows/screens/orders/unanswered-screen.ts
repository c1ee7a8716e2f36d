import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { ExpiringOrders, UnansweredOrders } from '../../../shop/orders/unanswered.ts';
import { inRows } from '../values.ts';

/** How many orders get a button; all of them are listed. */
const SHOWN = 6;

/** Reminds a seller of unanswered orders; `first` are buttons for all of them. */
export const unansweredScreen = ({ orders }: UnansweredOrders, first: Button[][]): Screen =>
  reminderScreen(orders, say('untouched', { count: orders.length }), first);

/** … and of newcomers' orders that expire soon. */
export const expiringScreen = ({ orders, dueAt }: ExpiringOrders, first: Button[][]): Screen =>
  reminderScreen(orders, say('expiring', { count: orders.length, until: { time: dueAt } }), first);

function reminderScreen(orders: UnansweredOrders['orders'], text: Text, first: Button[][]): Screen {
  const buttons = orders.slice(0, SHOWN).map(
    ({ id, number }): Button => ({
      label: say('untouched-button', { number }),
      tap: tap('sale/:order', { order: id }),
    }),
  );
  const all: Button = { label: say('sold-see-open'), tap: tap('sold/:page', { page: 0 }), tone: 'primary' };
  return {
    text,
    buttons: [...first, ...inRows(buttons, 2), [all]],
    fresh: true,
  };
}

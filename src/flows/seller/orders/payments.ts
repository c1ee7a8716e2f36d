import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { Order } from '../../../shop/fulfilment/orders.ts';
import type { Refund } from '../../../shop/orders/refunds.ts';
import { flow, type Turn } from '../../flow.ts';
import { orderScreen } from '../../screens/orders/order-screen.ts';
import { payScreens } from '../../screens/payments/pay-screen.ts';
import { proofScreen } from '../../screens/payments/proof-screen.ts';
import { homeButton, moneyValue, pager, parsePage } from '../../screens/values.ts';
import { findActingSeller, notASeller } from '../acting.ts';
import { afterAct, afterMoney, notYours } from './orders-after.ts';

/** Confirming transfers, and refunds. */
export const payments = flow('seller-payments', {
  commands: { transfers: showFirstTransfers, refunds: showFirstRefunds },
  taps: {
    'proof-yes/:proof': moneyIsThere,
    'proof-no/:proof': noMoney,
    'transfers/:page': showTransfers,
    'refunds/:page': showRefunds,
    'refund-done/:refund': refundDone,
  },
});

async function moneyIsThere({ shop, person, params }: Turn<'proof'>): Promise<Reply> {
  return afterMoney(await shop.proofs.answer(person.id, params.proof, true));
}

/** Refuses a proof: the buyer has two more hours and gets the payment details again. */
async function noMoney({ shop, person, params }: Turn<'proof'>): Promise<Reply> {
  const end = await shop.proofs.answer(person.id, params.proof, false);
  if (!end) return [notYours];
  const { order } = end;
  if (!end.isDone) {
    const newer = await shop.proofs.current(order.id);
    if (newer) return [{ toast: say('proof-newer') }, { ...proofScreen(newer), fresh: true }];
    return afterAct(end, { key: 'order-paid-notice' });
  }
  if (order.stock !== 'held') return nothingKept(order);
  const screens = payScreens(order, await shop.paymentCodes.of(order.sellerId));
  const notices: Screen = { text: say('proof-refused', { number: order.number }), fresh: true };
  return [
    { text: say('proof-refused-seller', { number: order.number }), buttons: [[homeButton]] },
    ...[notices, ...screens].map((screen) => ({ to: [order.chatId], screen })),
  ];
}

/** The order has expired or was cancelled: its goods are released and no money is asked for. */
const nothingKept = (order: Order): Reply => [
  { text: say('proof-refused-gone-seller', { number: order.number }), buttons: [[homeButton]] },
  {
    to: [order.chatId],
    screen: {
      text: say('proof-refused-gone', { number: order.number }),
      buttons: [[{ label: say('talk-write-seller'), tap: tap('talk-of/:order', { order: order.id }) }]],
      fresh: true,
    },
  },
];

function showFirstTransfers(turn: Turn<'rest'>): Promise<Reply> {
  return showTransfers({ ...turn, params: { page: '0' } });
}

async function showTransfers(turn: Turn<'page'>): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const page = await turn.shop.proofs.waiting(turn.person.id, seller.id, parsePage(turn.params.page));
  if (!page) return [noRight];
  const buttons = page.items.map(({ order, amount }): Button[] => [
    {
      label: say('transfer-button', { number: order.number, total: moneyValue(amount) }),
      tap: tap('sale/:order', { order: order.id }),
    },
  ]);
  const title = say(page.items.length === 0 ? 'transfers-none' : 'transfers-title');
  return [
    {
      text: title,
      buttons: [...buttons, ...pager(page, (to) => tap('transfers/:page', { page: to })), [homeButton]],
    },
  ];
}

const noRight: Screen = { text: say('money-not-yours'), buttons: [[homeButton]] };

function showFirstRefunds(turn: Turn<'rest'>): Promise<Reply> {
  return showRefunds({ ...turn, params: { page: '0' } });
}

async function showRefunds(turn: Turn<'page'>): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const page = await turn.shop.refunds.due(turn.person.id, seller.id, parsePage(turn.params.page));
  if (!page) return [noRight];
  const lines = page.items.map(refundLine);
  const buttons = page.items.map((refund): Button[] => [
    {
      label: say('refund-done-button', { number: refund.number, amount: moneyValue(refund.amount) }),
      tap: tap('refund-done/:refund', { refund: refund.id }),
      tone: 'success',
    },
    { label: say('talk-order'), tap: tap('sale/:order', { order: refund.orderId }) },
  ]);
  const title = say(lines.length === 0 ? 'refunds-none' : 'refunds-title');
  return [
    {
      text: [title, ...lines],
      buttons: [...buttons, ...pager(page, (to) => tap('refunds/:page', { page: to })), [homeButton]],
    },
  ];
}

const refundLine = ({ number, amount, reason, isInvoice }: Refund) =>
  say(isInvoice ? 'refund-line-provider' : 'refund-line', {
    number,
    amount: moneyValue(amount),
    reason: say(`refund-reason-${reason}`),
  });

/** Marks a refund as sent and notifies the buyer. */
async function refundDone(turn: Turn<'refund'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const end = await shop.refunds.done(person.id, params.refund);
  if (!end) return [notYours];
  const list = await showRefunds({ ...turn, params: { page: '0' } });
  if (!end.isDone) return [{ toast: say('refund-done-already') }, ...list];
  const { refund } = end;
  const order = await shop.orders.sold(person.id, refund.orderId);
  const { text, buttons } = order ? orderScreen(order) : { text: [], buttons: [] };
  const notices = say('refund-news', { number: refund.number, amount: moneyValue(refund.amount) });
  return [
    { toast: say('refund-done-toast') },
    ...list,
    { to: [refund.chatId], screen: { text: [notices, text], ...(buttons && { buttons }), fresh: true } },
  ];
}

import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import { awaitsMoney, type Order } from '../../../shop/orders/order.ts';
import type { CheckoutInvoice } from '../../../shop/payments/invoices.ts';
import type { PaymentCode } from '../../../shop/payments/payment-codes.ts';
import { moneyValue, productSeller } from '../values.ts';

/** How much, until when and to whom: each code is a picture of its own, and the last message has the button. */
export function payScreens(order: Order, codes: readonly PaymentCode[]): Screen[] {
  const { id, number, total, dueAt } = order;
  const pictures = codes
    .filter(({ mediaId }) => mediaId !== undefined)
    .map(({ kind, mediaId }): Screen => ({ text: say(`pay-${kind}`), photo: mediaId, fresh: true }));
  const words = codes
    .filter((code) => code.words !== '')
    .map((code) => say('pay-words', { words: code.words }));
  const text: Text[] = [
    say('pay-title', { number, seller: productSeller(order), total: moneyValue(total) }),
    ...words,
    ...(codes.length === 0 ? [say('pay-no-codes')] : []),
    ...(awaitsMoney(order) && dueAt ? [say('order-due', { until: { time: dueAt } })] : []),
    say('pay-then'),
  ];
  const paid: Button = { label: say('pay-done'), tap: tap('paid/:order', { order: id }), tone: 'success' };
  const write: Button = { label: say('talk-write-seller'), tap: tap('talk-of/:order', { order: id }) };
  return [...pictures, { text, buttons: [[paid], [write]], fresh: true }];
}

/** Everything of one checkout on one bill, which the platform takes the money for. */
export const invoiceScreen = ({ payload, payee, currency, orders }: CheckoutInvoice): Screen => ({
  text: say('invoice-text', { payee, numbers: orders.map(({ number }) => number).join('、') }),
  invoice: {
    title: say('invoice-title', { payee }),
    payload,
    currency,
    prices: orders.map((order) => ({
      label: say('invoice-line', { number: order.number, seller: productSeller(order) }),
      amount: order.total,
    })),
  },
  fresh: true,
});

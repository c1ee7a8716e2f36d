import { z } from 'zod';
import { senderOf } from '../account.ts';
import { badRequest } from '../failure.ts';
import { flag, json, read, text } from '../fields.ts';
import { messageFor } from '../messages.ts';
import { post } from '../rooms.ts';
import { sendingTo } from './destination.ts';
import type { Methods } from './method.ts';

const price = z.object({ label: z.string().min(1), amount: z.int() });

const fields = {
  title: text('title is empty').pipe(z.string().min(1, 'title is empty').max(32, 'title is too long')),
  description: text('description is empty').pipe(
    z.string().min(1, 'description is empty').max(255, 'description is too long'),
  ),
  payload: text('payload is empty').pipe(
    z.string().refine((value) => value !== '' && Buffer.byteLength(value) <= 128, 'INVOICE_PAYLOAD_INVALID'),
  ),
  provider_token: text('PAYMENT_PROVIDER_INVALID').default(''),
  currency: text('currency is empty').pipe(z.string().regex(/^[A-Z]{3}$/, 'CURRENCY_INVALID')),
  prices: json(
    z.array(price, { error: "can't parse prices" }).min(1, 'there must be at least one price'),
    "can't parse prices JSON object",
  ),
  need_name: flag().default(false),
  need_phone_number: flag().default(false),
  need_shipping_address: flag().default(false),
  is_flexible: flag().default(false),
};

export const invoices: Methods = {
  sendInvoice(call) {
    const given = read(call.params, fields);
    const isStars = given.currency === 'XTR';
    if (isStars !== (given.provider_token === '')) throw badRequest('PAYMENT_PROVIDER_INVALID');
    const total = given.prices.reduce((sum, { amount }) => sum + amount, 0);
    if (total <= 0) throw badRequest('CURRENCY_TOTAL_AMOUNT_INVALID');
    const { room, markup, replyTo } = sendingTo(call);
    const buttons = markup.is === 'inline' ? markup.rows : [[{ text: `Pay ${given.currency}`, pay: true }]];
    const first = buttons[0]?.[0];
    if (!first || !('pay' in first)) throw badRequest('BUTTON_TYPE_INVALID');
    const message = post(call.world, room, {
      from: senderOf(call.account),
      buttons,
      ...(replyTo && { replyTo }),
      content: {
        is: 'invoice',
        invoice: {
          title: given.title,
          description: given.description,
          payload: given.payload,
          currency: given.currency,
          total,
          asks: {
            name: given.need_name,
            phone: given.need_phone_number,
            address: given.need_shipping_address || given.is_flexible,
          },
          isFlexible: given.is_flexible,
        },
      },
    });
    return messageFor(call.account, message);
  },
};

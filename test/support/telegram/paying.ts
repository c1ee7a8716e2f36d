import type { OrderInfo, ShippingAddress } from 'grammy/types';
import type { Account } from './account.ts';
import type { PrivateChat } from './interface.ts';
import { WITHIN_MS } from './patience.ts';
import type { Payment, PayOptions } from './phone.ts';
import { post, tellBots } from './rooms.ts';
import { seenBy } from './seen.ts';
import { storedOf } from './speaking.ts';
import type { Resident, Room, StoredInvoice, World } from './world.ts';

const HOME: ShippingAddress = {
  country_code: 'CN',
  state: 'Shanxi',
  city: 'Fenyang',
  street_line1: 'Lingtou 1',
  street_line2: '',
  post_code: '032200',
};

type Step<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

interface Shipping {
  readonly id?: string;
  readonly extra: number;
}

let lastCharge = 0;

/** Pays as a phone does: shipping if it is asked for, the bot's word, then the payment. */
export const paying =
  (world: World, room: Room, person: Resident): PrivateChat['pays'] =>
  async (seen, options = {}): Promise<Payment> => {
    const message = storedOf(room, seen);
    const [bot] = room.bots;
    if (message.content.is !== 'invoice' || !bot) throw new Error(`Message ${seen.id} is no invoice.`);
    const { invoice } = message.content;
    const shipping = await shippingFor(bot, person, invoice, options);
    if (!shipping.ok) return { is: 'refused', why: shipping.why };
    const total = invoice.total + shipping.value.extra;
    const checkout = await checkoutOf(bot, person, invoice, shipping.value, total, options);
    if (!checkout.ok) return { is: 'refused', why: checkout.why };
    const { currency, payload } = invoice;
    const charge = `charge_${++lastCharge}`;
    const payment = {
      ...{ currency, payload, total, charge },
      ...(shipping.value.id !== undefined && { shipping: shipping.value.id }),
    };
    const paid = post(world, room, { from: person.user, content: { is: 'payment', payment } });
    tellBots(paid);
    return { is: 'paid', message: seenBy(person, paid), total };
  };

async function shippingFor(
  bot: Account,
  { user }: Resident,
  { isFlexible, payload }: StoredInvoice,
  { address = HOME, shipping, within = WITHIN_MS }: PayOptions,
): Promise<Step<Shipping>> {
  if (!isFlexible) return { ok: true, value: { extra: 0 } };
  const id = bot.shipping.open();
  bot.queue.push(
    { shipping_query: { id, from: user, invoice_payload: payload, shipping_address: address } },
    user.id,
  );
  const answer = await bot.shipping.answered(id, within);
  if (!answer) throw new Error(`@${bot.username} left the shipping query unanswered for ${within} ms.`);
  if (!answer.ok) return answer;
  const option = answer.options.find((one) => one.id === shipping) ?? answer.options[0];
  if (!option) return { ok: false, why: 'no shipping option' };
  const extra = option.prices.reduce((sum, { amount }) => sum + amount, 0);
  return { ok: true, value: { id: option.id, extra } };
}

async function checkoutOf(
  bot: Account,
  person: Resident,
  invoice: StoredInvoice,
  shipping: Shipping,
  total: number,
  options: PayOptions,
): Promise<Step<true>> {
  const { within = WITHIN_MS } = options;
  const id = bot.checkouts.open();
  const info = orderInfo(person, invoice, options);
  const query = {
    ...{ id, from: person.user, currency: invoice.currency, total_amount: total },
    invoice_payload: invoice.payload,
    ...(shipping.id !== undefined && { shipping_option_id: shipping.id }),
    ...(Object.keys(info).length > 0 && { order_info: info }),
  };
  bot.queue.push({ pre_checkout_query: query }, person.user.id);
  const answer = await bot.checkouts.answered(id, within);
  if (!answer) throw new Error(`@${bot.username} left the pre-checkout query unanswered for ${within} ms.`);
  return answer.ok ? { ok: true, value: true } : answer;
}

const orderInfo = (person: Resident, { asks }: StoredInvoice, options: PayOptions): OrderInfo => ({
  ...(asks.name && { name: options.name ?? person.user.first_name }),
  ...(asks.phone && { phone_number: options.phone ?? person.phone }),
  ...(asks.address && { shipping_address: options.address ?? HOME }),
});

import type { Context } from 'grammy';
import type { PreCheckoutQuery, ShippingQuery } from 'grammy/types';
import type { Locale, Sender } from '../../../chat/dsl/event.ts';
import { parseLocale } from '../../../chat/dsl/event.ts';
import { decodeSender } from './decode.ts';

/** Decides whether a person may pay, or why not in their language. Must be quick; may reserve the goods. */
export interface PreCheckoutInput {
  readonly payload: string;
  /** In minor units (fen). */
  readonly amount: number;
  readonly currency: string;
  readonly from: Sender;
  readonly locale: Locale;
}

/** Nothing when they may pay, else the reason. */
export type DecidePreCheckout = (ask: PreCheckoutInput) => Promise<string | undefined>;

/** Telegram gives a payment up after 10 s; we say no before. */
const WITHIN_MS = 8_000;

/** The answer when the decision is late: nothing has been charged. */
const sorry: Readonly<Record<Locale, string>> = {
  zh: '现在没法确认库存，没有扣款，请稍后再试。',
  en: 'We cannot check the stock right now. Nothing was charged; please try again later.',
};

/** Answers a pre-checkout query, whatever happens behind it, and once. */
export async function answerPreCheckout(
  ctx: Context,
  query: PreCheckoutQuery,
  answer: DecidePreCheckout,
  fallback: Locale,
): Promise<void> {
  const locale = parseLocale(query.from.language_code, fallback);
  const ask = {
    payload: query.invoice_payload,
    amount: query.total_amount,
    currency: query.currency,
    from: decodeSender(query.from),
    locale,
  };
  const no = await within(answer(ask), sorry[locale]);
  await (no === undefined
    ? ctx.api.answerPreCheckoutQuery(query.id, true)
    : ctx.api.answerPreCheckoutQuery(query.id, false, { error_message: no }));
}

async function within(answer: Promise<string | undefined>, late: string): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, WITHIN_MS, late);
  });
  try {
    return await Promise.race([answer.catch(() => late), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** Offers exactly the shipping that the card shows. */
export const answerShipping = (ctx: Context, { id, from }: ShippingQuery, fallback: Locale) =>
  ctx.api.answerShippingQuery(id, true, {
    shipping_options: [asOnTheCard(parseLocale(from.language_code, fallback))],
  });

function asOnTheCard(locale: Locale) {
  const title = locale === 'zh' ? '按订单上的方式送' : 'As on your order';
  return { id: 'as-ordered', title, prices: [{ label: title, amount: 0 }] };
}

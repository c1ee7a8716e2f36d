import type { Locale } from '../../../../chat/dsl/event.ts';
import { weighedPart } from '../../../../nlu/acts/seller/orders/weighed.ts';
import { lex } from '../../../../nlu/rules/lexer/lexer.ts';
import { linesSent, type Order, type OrderLine } from '../../../../shop/fulfilment/orders.ts';
import { readOrderNumber } from '../../../../shop/orders/order-number.ts';
import { type BaseQuantity, GRAMS, isAmount, type Measure } from '../../../../shop/values/quantity.ts';

/** An order's number, with what is said of it behind. */
interface SaidOfOrder {
  readonly number: string;
  readonly rest: string;
}

const NUMBERED = /^\s*([a-z]{1,3}\s*[-–—]?\s*\d{1,4})(?!\d)(.+)$/is;

/** `A-0317 9.6斤`, `a0317：核桃 实重9.6斤`, `A-0317 SF1234…`; nothing where no order's number stands first. */
export function parseOrderMessage(text: string): SaidOfOrder | undefined {
  const [, first = '', rest = ''] = NUMBERED.exec(text.normalize('NFKC')) ?? [];
  const number = readOrderNumber(first);
  return number === undefined ? undefined : { number, rest };
}

/** What a bare number means on a scale: what orders are shown in, 斤 in Chinese and kilograms in English. */
const BARE_GRAMS = { zh: GRAMS.jin, en: GRAMS.kilogram } as const;

/** The one weight that is named, or that the scale showed, in base units; a bare number is in the unit that the order is shown in. */
export function parseWeight(text: string, measure: Measure, locale?: Locale): BaseQuantity | undefined {
  const { tokens } = lex(weighedPart(text));
  const amounts = tokens.filter((one) => one.is === 'amount');
  const [amount, ...others] = amounts;
  if (others.length > 0) return undefined;
  if (amount) return amount.unit.measure === measure ? checked(amount.base) : undefined;
  const numbers = tokens.filter((one) => one.is === 'number');
  const bare = numbers.length === 1 ? numbers[0]?.value : undefined;
  if (bare === undefined) return undefined;
  if (measure === 'COUNT') return checked(bare / 1_000);
  return measure === 'MASS' && locale ? checked((bare * BARE_GRAMS[locale]) / 1_000) : undefined;
}

const checked = (base: number | undefined): BaseQuantity | undefined => (isAmount(base) ? base : undefined);

/** The lines that may be meant: by their name where one is named, by their measure, and not weighed yet first. */
export function linesMeant(order: Order, text: string): readonly (OrderLine & { position: number })[] {
  const all = linesSent(order).filter((line) => parseWeight(text, line.measure) !== undefined);
  const said = text.toLowerCase();
  const named = all.filter(
    ({ title, titleEn }) =>
      said.includes(title.toLowerCase()) || (titleEn && said.includes(titleEn.toLowerCase())),
  );
  return named.length > 0 ? named : all;
}

import { tap } from '../../chat/dsl/action.ts';
import {
  type Button,
  type LocalName,
  type Message,
  say,
  type Text,
  type Value,
} from '../../chat/dsl/screen.ts';
import type { PersonId } from '../../db/ids.ts';
import type { CartLine } from '../../shop/cart/cart.ts';
import type { Product } from '../../shop/catalogue/products/catalogue.ts';
import { COUNTED } from '../../shop/catalogue/products/shelves.ts';
import type { Recipient } from '../../shop/customers/addresses.ts';
import type { PriceLimit } from '../../shop/notifications/saved-searches.ts';
import type { ShippingMethod } from '../../shop/shipping/rates.ts';
import { KILOGRAM_UNIT, translateUnit } from '../../shop/terms/selling-units.ts';
import type { Fen } from '../../shop/values/money.ts';
import type { Page } from '../../shop/values/pages.ts';
import type { BaseQuantity, Measure, Measured, SellingUnit } from '../../shop/values/quantity.ts';
import { detectLanguage } from '../../writer/translation/protect.ts';

// How the shop's values look on any screen, to buyers and sellers alike.

export const productName = (of: {
  title: string;
  titleEn: string | null;
  titleTranslated?: string | null;
}): LocalName => inBothLanguages(of.title, of.titleEn, of.titleTranslated);

export const productBlurb = ({ blurb, blurbEn, blurbTranslated }: Product): LocalName =>
  inBothLanguages(blurb, blurbEn, blurbTranslated);

/** What a seller wrote, in English where they wrote that too, and otherwise as it was translated. */
const inBothLanguages = (own: string, en: string | null, translated: string | null = null): LocalName =>
  detectLanguage(own) === 'en' ? { own, en, zh: translated } : { own, en: en ?? translated };

export const sellerName = ({ name, nameEn }: { name: string; nameEn: string | null }): LocalName => ({
  own: name,
  en: nameEn,
});

export const productSeller = (of: { sellerName: string; sellerNameEn: string | null }): LocalName => ({
  own: of.sellerName,
  en: of.sellerNameEn,
});

export const priceValue = ({
  price,
  priceQuantity,
  ...of
}: Pick<Product, 'price' | 'priceQuantity'> & Measured): Value => ({
  price: { fen: price, per: priceQuantity, measure: of.measure, ...unitWords(of) },
});

/** A price that is waited for. */
export const limitValue = ({ fen, per, measure }: PriceLimit): Value => ({ price: { fen, per, measure } });

/** An amount in the seller's own unit where there is one, or in those of the measure alone. */
export const quantityValue = (of: Measure | Measured, base: BaseQuantity): Value =>
  typeof of === 'string'
    ? { quantity: { measure: of, base } }
    : { quantity: { measure: of.measure, base, ...unitWords(of) } };

/** What is ordered, in jars and by weight: whoever asked for 1公斤 finds it in `2罐（2斤）`. */
export function orderedValue(of: Measured, base: BaseQuantity): Value {
  const { measure, unit } = of;
  const isWeighed = !unit || unit.name === KILOGRAM_UNIT;
  if (isWeighed || measure === 'COUNT' || base % unit.size !== 0) return quantityValue(of, base);
  return say('quantity-both', { units: quantityValue(of, base), amount: quantityValue(measure, base) });
}

const unitWords = ({ unit }: Measured) =>
  unit ? { unit: { own: unit.name, ...translateUnit(unit.name), size: unit.size } } : {};

export const moneyValue = (fen: Fen): Value => ({ money: fen });

/** `核桃 5斤 · ¥75`. */
export function lineText(line: {
  title: string;
  titleEn: string | null;
  measure: Measure;
  unit?: SellingUnit | null;
  quantity: BaseQuantity;
  total: Fen;
}): Message {
  const { quantity, total } = line;
  return say('line', {
    title: productName(line),
    quantity: orderedValue(line, quantity),
    total: moneyValue(total),
  });
}

export const cartLineText = ({ product, quantity, total }: CartLine): Message =>
  lineText({ ...product, quantity, total });

/** Buttons to the pages before and after, with where one is; nothing for a single page. */
export function pager<T>(
  { page, pages, isCounted = true }: Page<T>,
  to: (page: number) => string,
): Button[][] {
  if (pages <= 1) return [];
  const last = isCounted ? pages : `${pages}+`;
  const here: Button = { label: say('page', { page: page + 1, pages: last }), dead: true };
  const back: Button[] = page > 0 ? [{ label: say('page-back'), tap: to(page - 1) }] : [];
  const on: Button[] = page < pages - 1 ? [{ label: say('page-on'), tap: to(page + 1) }] : [];
  return [[...back, here, ...on]];
}

/** How many stand on a shelf: 1,000+ where nobody counted further. */
export const countValue = (count: number): number | string => (count > COUNTED ? '1,000+' : count);

/** Rows of at most `width`. */
export function inRows<T>(all: readonly T[], width: number): T[][] {
  const rows: T[][] = [];
  for (let i = 0; i < all.length; i += width) rows.push(all.slice(i, i + width));
  return rows;
}

/** A page number from a button; anything else is the first page. */
export const parsePage = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : 0);

/** For operators, in the sellers' chats. */
export const banButton = (personId: PersonId): Button => ({
  label: say('ban-this'),
  tap: tap('ban-ask/:person', { person: personId }),
});

/** Somebody by name; a browser's guest, who has none, in the language of who reads it. */
export function personName(name: string): Value {
  const number = /^(?:访客|Guest )(\d{4})$/.exec(name)?.[1];
  return number === undefined ? name : say('guest', { number });
}

export const homeButton: Button = { label: say('home'), tap: 'home' };

/** Who gets an order: somebody who picks it up needs no address. */
export const orderRecipientText = (of: {
  readonly recipient?: Recipient | undefined;
  readonly way: ShippingMethod;
}): Text[] =>
  of.recipient ? [recipientText(of.way === 'pickup' ? { ...of.recipient, address: '' } : of.recipient)] : [];

/** Who gets the goods and where; with a link to the place on the map where there is one. */
export function recipientText({ name, phone, address, place }: Recipient): Text {
  if (address === '') return say('recipient-pickup', { name, phone });
  const written = say('recipient', { name, phone, address });
  if (!place) return written;
  const url = `https://uri.amap.com/marker?coordinate=wgs84&position=${place.longitude},${place.latitude}`;
  return [written, say('recipient-place', { url })];
}

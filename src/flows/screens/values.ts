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
import type { Page, Product } from '../../shop/catalogue/catalogue.ts';
import type { Recipient } from '../../shop/customers/addresses.ts';
import type { Fen } from '../../shop/values/money.ts';
import type { BaseQuantity, Measure } from '../../shop/values/quantity.ts';

// How the shop's values look on any screen, to buyers and sellers alike.

export const productName = ({ title, titleEn }: { title: string; titleEn: string | null }): LocalName => ({
  own: title,
  en: titleEn,
});

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
  measure,
}: Pick<Product, 'price' | 'priceQuantity' | 'measure'>): Value => ({
  price: { fen: price, per: priceQuantity, measure },
});

export const quantityValue = (measure: Measure, base: BaseQuantity): Value => ({
  quantity: { measure, base },
});

export const moneyValue = (fen: Fen): Value => ({ money: fen });

/** `核桃 5斤 · ¥75`. */
export function lineText(line: {
  title: string;
  titleEn: string | null;
  measure: Measure;
  quantity: BaseQuantity;
  total: Fen;
}): Message {
  const { measure, quantity, total } = line;
  return say('line', {
    title: productName(line),
    quantity: quantityValue(measure, quantity),
    total: moneyValue(total),
  });
}

export const cartLineText = ({ product, quantity, total }: CartLine): Message =>
  lineText({ ...product, quantity, total });

/** Buttons to the pages before and after, with where one is; nothing for a single page. */
export function pager<T>({ page, pages }: Page<T>, to: (page: number) => string): Button[][] {
  if (pages <= 1) return [];
  const here: Button = { label: say('page', { page: page + 1, pages }), dead: true };
  const back: Button[] = page > 0 ? [{ label: say('page-back'), tap: to(page - 1) }] : [];
  const on: Button[] = page < pages - 1 ? [{ label: say('page-on'), tap: to(page + 1) }] : [];
  return [[...back, here, ...on]];
}

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

export const homeButton: Button = { label: say('home'), tap: 'home' };

/** Who gets the goods and where; with a link to the place on the map where there is one. */
export function recipientText({ name, phone, address, place }: Recipient): Text {
  if (address === '') return say('recipient-pickup', { name, phone });
  const written = say('recipient', { name, phone, address });
  if (!place) return written;
  const url = `https://uri.amap.com/marker?coordinate=wgs84&position=${place.longitude},${place.latitude}`;
  return [written, say('recipient-place', { url })];
}

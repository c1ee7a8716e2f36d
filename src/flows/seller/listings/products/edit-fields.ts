import { isNoText } from '../../../../nlu/acts/seller/own-words.ts';
import { readPacks } from '../../../../nlu/rules/offers/packs/pack-list.ts';
import { readSeller } from '../../../../nlu/rules/offers/seller.ts';
import { readOnlyAmount } from '../../../../nlu/rules/price-move.ts';
import type { Patch } from '../../../../shop/catalogue/listings/product-fields.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import { fen, isPrice } from '../../../../shop/values/money.ts';
import { baseQuantity, isAmount } from '../../../../shop/values/quantity.ts';
import { toBaseQuantity } from '../../../common/amounts.ts';
import { titleFields } from './titles.ts';

/** Fields that are changed by text. Category and photos are changed by buttons only. */
export const fields = [
  'title',
  'titleEn',
  'blurb',
  'blurbEn',
  'price',
  'stock',
  'packs',
  'harvest',
  'season',
  'limit',
  'minimum',
] as const;
export type Field = (typeof fields)[number];

export const findField = (name: string): Field | undefined => fields.find((field) => field === name);

const isNothing = (text: string): boolean =>
  /^\s*(?:没有|无|不限|全年|不要|none|no|always|-)\s*$/i.test(text);

/** What an answer makes of a field; nothing where it is not certain. Stock is no field: it moves. */
export function parseField(field: Field, words: string, product: Product, today: Date): Patch | undefined {
  const text = words.trim();
  if (text === '') return undefined;
  switch (field) {
    case 'title':
      return titleFields(text, product);
    case 'titleEn':
      return { titleEn: isNothing(text) ? null : text };
    case 'blurb':
      if (isNothing(text)) return { blurb: '' };
      return isNoText(text) ? undefined : { blurb: text };
    case 'blurbEn':
      return { blurbEn: isNothing(text) ? null : text };
    case 'price':
      return priceFrom(text, product);
    case 'packs':
      return packsFrom(text, product);
    case 'harvest':
      return isNothing(text) ? { harvestedOn: null } : dayFrom(text, today);
    case 'season':
      return isNothing(text) ? { season: [] } : seasonFrom(text);
    case 'limit':
      return isNothing(text) ? { personLimit: null } : withAmount('personLimit', text, product);
    case 'minimum':
      return isNothing(text) ? { minimumQuantity: null } : withAmount('minimumQuantity', text, product);
    case 'stock':
      return undefined;
  }
}

/** A price without a unit is for what the product is priced by; a draft has none yet. */
function priceFrom(text: string, product: Product): Patch | undefined {
  const bare = /^¥?\s*(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.normalize('NFKC'));
  const reading = readSeller(text);
  const price = bare ? Number(bare[1]) * 100 + Number((bare[2] ?? '').padEnd(2, '0')) : reading.price;
  const per = reading.priceQuantity ?? (product.price > 0 ? product.priceQuantity : null);
  const measure = reading.priceQuantity === null ? product.measure : reading.measure;
  if (price === null || !isPrice(price) || per === null || !isAmount(per) || measure === null)
    return undefined;
  if (measure !== product.measure && product.status !== 'draft') return undefined;
  return { price, priceQuantity: per, ...(product.status === 'draft' && { measure }) };
}

function packsFrom(text: string, product: Product): Patch | undefined {
  if (isNothing(text)) return { packs: [] };
  const packs = readPacks(text);
  if (!packs?.every(({ measure }) => measure === product.measure)) return undefined;
  return {
    packs: packs.map(({ quantity, price }) => ({
      quantity: baseQuantity(quantity),
      price: price === null ? null : fen(price),
    })),
  };
}

/** A day of this year, or of the last if it has not come yet: goods were picked in the past. */
function dayFrom(text: string, today: Date): Patch | undefined {
  const [, year, month, day] =
    /^(?:(\d{4})\s*[-年/.]\s*)?(\d{1,2})\s*[-月/.]\s*(\d{1,2})\s*[日号]?$/.exec(text.normalize('NFKC')) ?? [];
  if (!month || !day) return undefined;
  const on = (y: number): Date => new Date(Date.UTC(y, Number(month) - 1, Number(day)));
  const thisYear = today.getUTCFullYear();
  const isAhead = on(thisYear).getTime() > today.getTime();
  const date = on(year ? Number(year) : isAhead ? thisYear - 1 : thisYear);
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isReal ? { harvestedOn: date.toISOString().slice(0, 10) } : undefined;
}

/** `9月到11月`, `9-11`, `9、10`: months in which it is in season. */
function seasonFrom(text: string): Patch | undefined {
  const plain = text.normalize('NFKC').replaceAll('月', '');
  const [, from, until] = /^(\d{1,2})\s*(?:-|~|到|至|to)\s*(\d{1,2})$/.exec(plain) ?? [];
  const season =
    from && until
      ? monthsBetween(Number(from), Number(until))
      : plain.split(/[\s,，、]+/).map((month) => (/^\d{1,2}$/.test(month) ? Number(month) : 0));
  const isSound = season.length > 0 && season.every((month) => month >= 1 && month <= 12);
  return isSound ? { season: [...new Set(season)] } : undefined;
}

/** November to February are four months. */
function monthsBetween(from: number, until: number): number[] {
  if (from < 1 || from > 12 || until < 1 || until > 12) return [];
  const count = ((until - from + 12) % 12) + 1;
  return Array.from({ length: count }, (_, i) => ((from - 1 + i) % 12) + 1);
}

/** An amount of the product: 20斤, or two of its bags. */
function withAmount(
  field: 'personLimit' | 'minimumQuantity',
  text: string,
  product: Product,
): Patch | undefined {
  const amount = readOnlyAmount(text);
  const quantity = amount && toBaseQuantity({ ...amount, quantity: amount.base, unitWord: text }, product);
  return quantity === undefined ? undefined : { [field]: quantity };
}

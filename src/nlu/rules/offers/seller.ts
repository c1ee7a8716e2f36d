import type { SellerReading } from '../../reading.ts';
import { lex } from '../lexer/lexer.ts';
import { asidesIn } from './asides.ts';
import type { Stock } from './claim.ts';
import { corrected } from './fix.ts';
import { isNoTitle, isStream, type SellerKind } from './kind.ts';
import type { SaidPack } from './packs/pack-list.ts';
import { type Pack, readPacks } from './packs/packs.ts';
import { isCue, type Part } from './part.ts';
import { partsOf } from './parts.ts';
import { bindTightly, readPrices, type SaidPrice } from './price.ts';
import { readStock } from './stock.ts';
import { titleIn } from './title.ts';

const nothing = {
  title: null,
  measure: null,
  price: null,
  priceQuantity: null,
  stock: null,
  packs: [],
  ambiguous: [],
} as const;

const MAX_LENGTH = 2_000;
/** @所有人: whom a message in a group is for. */
const MENTION = /@\p{L}\S*/gu;

/**
 * Reads in steps: the message becomes parts (seller-parts), what was said again replaces what it corrects
 * (seller-fix), numbers that are beside the point are set aside (seller-asides), the rest are packs, prices and stock (seller-packs, -price, -stock), and from those follows what
 * kind of message it is.
 */
export function readSeller(message: string): SellerReading {
  const lexed = lex(message.slice(0, MAX_LENGTH).replace(MENTION, ''));
  const { plain } = lexed.text;
  if (isStream(plain)) return { kind: 'stream', ...nothing };
  if (isNoTitle(plain)) return { kind: 'other', ...nothing };
  const said = partsOf(lexed);
  const parts = corrected(said);
  if (!parts) return { kind: 'other', ...nothing };
  const { places, isRelative } = asidesIn(parts);
  const used = new Set(places);
  bindTightly(parts, used);
  const packs = readPacks(parts, used);
  const [price] = readPrices(parts, packs, used);
  const stock = readStock(parts, packs, price, used);
  const reading = readingOf(parts, { packs, price, stock, isRelative });
  return reading.kind === 'other'
    ? reading
    : { ...reading, title: titleIn(parts, lexed.text, reading.kind === 'stock') };
}

/** The packs that a message names, with the price of each that has one of its own: `5斤装 60元 10斤装 110元`. */
export function pricedPacks(message: string): SaidPack[] {
  const parts = corrected(partsOf(lex(message.slice(0, MAX_LENGTH)))) ?? [];
  const used = new Set(asidesIn(parts).places);
  bindTightly(parts, used);
  const packs = readPacks(parts, used);
  const [first, ...others] = readPrices(parts, packs, used);
  return packs.map(({ base, measure }) => {
    const isFirst = first?.per?.base === base && first.per.measure === measure;
    const own = others.find(({ per }) => per?.base === base && per.measure === measure);
    return { quantity: base, measure, price: isFirst ? null : (own?.fen ?? null) };
  });
}

interface Found {
  readonly packs: readonly Pack[];
  readonly price: SaidPrice | undefined;
  readonly stock: Stock | 'unsure' | undefined;
  readonly isRelative: boolean;
}

function readingOf(parts: readonly Part[], found: Found): SellerReading {
  const { packs, stock, isRelative } = found;
  const price = isTakings(found) ? undefined : found.price;
  const hasCue = (cue: Parameters<typeof isCue>[1]): boolean => parts.some((part) => isCue(part, cue));
  if (!price && !stock && (isRelative || hasCue('share'))) return { kind: 'price', ...nothing };
  const isUntold = !stock || (stock === 'unsure' && hasCue('on-off'));
  // 10斤装的没有了: one pack is gone, not the product.
  if (!price && isUntold && packs.length > 0 && hasCue('on-off')) return { kind: 'other', ...nothing };
  if (!price && isUntold && packs.length === 0) {
    if (hasCue('on-off')) return { kind: 'status', ...nothing };
    return bareNumber(parts);
  }
  const isChange = hasCue('change') || hasCue('was') || ((hasCue('now') || hasCue('relative')) && !stock);
  const kind = !price ? (stock ? 'stock' : 'product') : isChange && !stock ? 'price' : 'product';
  return offer(kind, { ...found, price });
}

/** 卖了120斤核桃 800块: what came in, not what one costs. */
const isTakings = ({ price, stock }: Found): boolean =>
  price !== undefined && !price.per && stock !== undefined && stock !== 'unsure' && stock.mode === 'sub';

/** `核桃 30`: a price or a stock, and of what unit? That has to be asked. */
function bareNumber(parts: readonly Part[]): SellerReading {
  const hasName = parts.some((part) => part.is === 'name');
  const hasNumber = parts.some((part) => part.is === 'number');
  if (!hasName || !hasNumber) return { kind: 'other', ...nothing };
  return { kind: 'product', ...nothing, ambiguous: ['price', 'priceQuantity'] };
}

function offer(kind: SellerKind, { packs, price, stock }: Found): SellerReading {
  const isPriceKnown = price?.fen !== undefined;
  const sure = stock === 'unsure' ? undefined : stock;
  return {
    kind,
    title: null,
    measure: price?.per?.measure ?? (kind === 'price' ? null : (sure?.measure ?? packs[0]?.measure ?? null)),
    price: price?.fen ?? null,
    priceQuantity: isPriceKnown ? (price.per?.base ?? null) : null,
    stock: sure ? { mode: sure.mode, quantity: sure.quantity } : null,
    packs: [...new Set(packs.filter(({ measure }) => measure === packs[0]?.measure).map(({ base }) => base))],
    ambiguous: [
      ...(price && !isPriceKnown ? ['price'] : []),
      ...(price && !price.per && kind !== 'price' ? ['priceQuantity'] : []),
      ...(stock === 'unsure' ? ['stock'] : []),
    ],
  };
}

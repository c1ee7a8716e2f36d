import type { Measure } from '../shop/quantity.ts';
import { type Lexed, lex } from './lexer.ts';
import { THOUSAND } from './numbers.ts';
import {
  isOnOrOff,
  isPriceChange,
  isRelative,
  isStream,
  isTalk,
  isTier,
  modeIn,
  type SellerKind,
  type StockMode,
} from './seller-kind.ts';
import { type Content, type Loose, type Priced, readPrice } from './seller-price.ts';
import { titleIn } from './seller-title.ts';
import { textOf } from './text.ts';

/** What a seller's message says, by rules alone. What is null was not said, or is not certain. */
export interface SellerReading {
  readonly kind: SellerKind;
  readonly title: string | null;
  readonly measure: Measure | null;
  /** Fen per `priceQuantity` base units, as said. */
  readonly price: number | null;
  readonly priceQuantity: number | null;
  readonly stock: { readonly mode: StockMode; readonly quantity: number } | null;
  /** Base units of packs that were named. */
  readonly packs: readonly number[];
  readonly ambiguous: readonly string[];
}

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

export function readSeller(message: string): SellerReading {
  const { said, plain } = textOf(message.slice(0, MAX_LENGTH));
  if (isTalk(plain)) return { kind: 'other', ...nothing };
  const lexed = lex(withoutTiers(said));
  const priced = readPrice(lexed.tokens, lexed.text.plain);
  const hasNumbers = priced.price !== undefined || priced.loose.length > 0 || priced.contents.length > 0;
  if (isStream(plain) && !priced.price) return { kind: 'stream', ...nothing };
  if (isOnOrOff(plain) && !hasNumbers) return { kind: 'status', ...nothing, title: titleIn(lexed) };
  if (isRelative(plain) && priced.price) return { kind: 'price', ...nothing, title: titleIn(lexed) };
  if (!hasNumbers) return bareNumber(lexed) ?? { kind: 'other', ...nothing };
  return offer(lexed, priced);
}

/** A price for larger amounts stands behind the first one, and is not it. */
function withoutTiers(said: string): string {
  const clauses = said.split(/(?<=[,，;；。\n])/);
  const kept = clauses.filter((clause, i) => i === 0 || !isTier(textOf(clause).plain));
  return kept.join('');
}

/** `核桃 30`: a price or a stock, and of what unit? That has to be asked. */
function bareNumber(lexed: Lexed): SellerReading | undefined {
  const title = titleIn(lexed);
  const numbers = lexed.tokens.filter((token) => token.is === 'number');
  if (numbers.length === 0 || title === null) return undefined;
  const [number] = numbers;
  const value = number?.is === 'number' ? number.value : undefined;
  const mode = modeIn(lexed.text.plain);
  if (mode) return { kind: 'stock', ...nothing, title, ambiguous: ['stock'] };
  const isPrice = isPriceChange(lexed.text.plain);
  const price = isPrice && value !== undefined && value % 10 === 0 ? (value * 100) / THOUSAND : null;
  return {
    kind: isPrice ? 'price' : 'product',
    ...nothing,
    title,
    price,
    ambiguous: isPrice ? [] : ['price', 'priceQuantity'],
  };
}

function offer(lexed: Lexed, { price, contents, loose }: Priced): SellerReading {
  const { plain } = lexed.text;
  const content = contents[0];
  const stock = stockOf(loose, content, plain, price !== undefined);
  const kind = kindOf(plain, price !== undefined, stock !== undefined, contents.length > 0);
  const isPriceKnown = price?.fen !== undefined;
  const ambiguous = [
    ...(price && !isPriceKnown ? ['price'] : []),
    ...(price && !price.per && kind !== 'price' ? ['priceQuantity'] : []),
    ...(stock === 'unsure' ? ['stock'] : []),
  ];
  const measure =
    price?.per?.measure ?? content?.measure ?? (stock && stock !== 'unsure' ? stock.measure : null);
  return {
    kind,
    title: titleIn(lexed),
    measure: kind === 'price' && !price?.per ? null : measure,
    price: price?.fen ?? null,
    priceQuantity: isPriceKnown ? (price.per?.base ?? null) : null,
    stock: stock && stock !== 'unsure' ? { mode: stock.mode, quantity: stock.quantity } : null,
    packs: [...new Set(contents.map(({ base }) => base))],
    ambiguous,
  };
}

function kindOf(plain: string, hasPrice: boolean, hasStock: boolean, hasPacks: boolean): SellerKind {
  if (!hasPrice) return hasStock ? 'stock' : 'product';
  return isPriceChange(plain) && !hasStock && !hasPacks ? 'price' : 'product';
}

interface Stock {
  readonly mode: StockMode;
  readonly quantity: number;
  readonly measure: Measure;
}

/** The stock that is named: what is left counts before what was sold; beside a price an amount alone is what there is. */
function stockOf(
  loose: readonly Loose[],
  content: Content | undefined,
  plain: string,
  hasPrice: boolean,
): Stock | 'unsure' | undefined {
  if (loose.length === 0) return undefined;
  const moves = loose.map((amount) => ({ amount, mode: modeIn(clauseAt(plain, amount.at)) }));
  const chosen =
    moves.find(({ mode }) => mode === 'set') ?? moves.find(({ mode }) => mode !== undefined) ?? moves[0];
  const mode = chosen?.mode ?? (hasPrice ? 'set' : undefined);
  const isOneOfMany = moves.filter((move) => move.mode === chosen?.mode).length > 1;
  if (!chosen || !mode || chosen.amount.base === undefined || isOneOfMany) return 'unsure';
  const { base, unit } = chosen.amount;
  if (unit.isContainer && content) return { mode, quantity: base * content.base, measure: content.measure };
  return { mode, quantity: base, measure: unit.measure };
}

/** Between Chinese words a space is a stop too. */
const STOP = /[,;!]|\.(?!\d)|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])/g;

/** The words between the stops around a place. */
function clauseAt(plain: string, at: number): string {
  const stops = [...plain.matchAll(STOP)].map(({ index }) => index);
  const start = stops.findLast((stop) => stop < at) ?? -1;
  return plain.slice(start + 1, stops.find((stop) => stop >= at) ?? plain.length);
}

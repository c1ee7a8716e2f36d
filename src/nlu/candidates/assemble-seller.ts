import { offerWords } from '../clauses/offer-words.ts';
import { THOUSAND } from '../lexer/numbers.ts';
import { type Amount, isQuantity, type Lexed, type Quantity } from '../lexer/tokens.ts';
import { PIECE, type Unit } from '../lexer/units.ts';
import type { SellerKind, SellerReading, StockMode } from '../reading.ts';
import { findNames, type SellerTag, type Tag } from '../tagger/tags.ts';
import { findPricedContainer, isSameWord } from './priced-container.ts';

export const nothing = {
  title: null,
  measure: null,
  price: null,
  priceQuantity: null,
  stock: null,
  packs: [],
  ambiguous: [],
} as const;

const modes = { SET: 'set', ADD: 'add', SUB: 'sub' } as const satisfies Partial<Record<SellerTag, StockMode>>;

interface Parts {
  /** Nothing where none was said, null where it was and is not certain. */
  readonly fen: number | null | undefined;
  /** Of a price in another currency it is known what it is for. */
  readonly isForeign: boolean;
  readonly per: Amount | undefined;
  /** The word of the container that stands right beside the price. */
  readonly beside: string | undefined;
  readonly contents: readonly Content[];
  readonly stocks: readonly StockSaid[];
  readonly others: readonly Amount[];
}

interface StockSaid {
  readonly mode: StockMode;
  readonly amount: Amount | undefined;
  /** +24, -3: nobody knows of what. */
  readonly isSigned: boolean;
}

/** Puts a tagged message together. `kind` decides what a number that has no unit leaves to be asked. */
export function assembleSeller(
  kind: SellerKind,
  lexed: Lexed,
  tags: readonly Tag<SellerTag>[],
): SellerReading {
  if (kind === 'stream' || kind === 'other') return { kind, ...nothing };
  const title = titleIn(lexed, tags);
  if (kind === 'status') return { kind, ...nothing, title };
  const parts = partsOf(lexed, tags);
  const per = perOf(parts);
  const stock = stockOf(parts, per);
  const price = parts.fen ?? null;
  const stockAsked = parts.stocks.length > 0 && (!stock || stock.isNear);
  return {
    kind,
    title,
    measure:
      per?.measure ?? (kind === 'price' ? null : (stock?.measure ?? parts.contents[0]?.unit.measure ?? null)),
    price,
    priceQuantity: price === null && !parts.isForeign ? null : (per?.base ?? null),
    stock: stock ? { mode: modeFor(kind, stock.mode, lexed.text.plain), quantity: stock.quantity } : null,
    packs: packsOf(parts.contents),
    ambiguous: [
      ...(parts.fen === null ? ['price'] : []),
      ...(kind === 'product' && parts.fen !== undefined && per?.base === undefined ? ['priceQuantity'] : []),
      ...(stockAsked ? ['stock'] : []),
      ...(stock?.measure === null ? ['measure'] : []),
    ],
  };
}

/** What was picked or made of goods that are put on sale is what there is: 荞麦收了200斤，一斤6块. What came may be more of them. */
const modeFor = (kind: SellerKind, mode: StockMode, plain: string): StockMode =>
  kind === 'product' && mode === 'add' && !offerWords.moreCame.test(plain) ? 'set' : mode;

function titleIn({ text, tokens }: Lexed, tags: readonly string[]): string | null {
  const [name] = findNames(tags);
  const first = name && tokens[name.first];
  const last = name && tokens[name.last];
  return first && last ? text.said.slice(first.start, last.end) : null;
}

function partsOf({ text, tokens }: Lexed, tags: readonly Tag<SellerTag>[]): Parts {
  const tagged = tokens.flatMap((token, i): { token: Quantity; tag: string; isSigned: boolean }[] =>
    isQuantity(token)
      ? [
          {
            token,
            tag: tags[i] ?? 'X',
            isSigned: /^[-+]/.test(token.text) || SIGN.test(tokens[i - 1]?.text ?? ''),
          },
        ]
      : [],
  );
  const of = (tag: SellerTag): Quantity[] =>
    tagged.filter((one) => one.tag === tag).map(({ token }) => token);
  const [price] = of('PR');
  return {
    fen: price && (fenOf(price) ?? null),
    isForeign: price?.is === 'money' && price.isForeign === true,
    per: of('PER')
      .map(amountOf)
      .find((amount) => amount !== undefined),
    beside: price && findPricedContainer(text.plain, tokens, price),
    contents: contentsOf(of('CONT').flatMap((token) => amountOf(token) ?? [])),
    stocks: tagged.flatMap(({ token, tag, isSigned }) =>
      tag === 'SET' || tag === 'ADD' || tag === 'SUB'
        ? [{ mode: modes[tag], amount: amountOf(token), isSigned }]
        : [],
    ),
    others: tagged.flatMap(({ token, tag }) => (tag === 'X' && token.is === 'amount' ? [token.amount] : [])),
  };
}

const SIGN = /^[-+]$/;

/** A content, and what it is counted in where it counts containers itself: 12瓶一箱. */
interface Content {
  readonly base: number;
  readonly unit: Unit;
  /** What the inner container holds: `500g*4`. */
  readonly each: number | undefined;
  readonly counted: string | undefined;
}

/** 500毫升瓶装, 24瓶一箱: a count of containers holds what those hold. */
function contentsOf(amounts: readonly Amount[]): Content[] {
  const contents: Content[] = [];
  for (const { base, unit, each } of amounts) {
    if (base === undefined) continue;
    const inner = contents.find((one) => one.counted === undefined);
    const counted = unit.isContainer ? unit.word : undefined;
    const isNested = counted !== undefined && inner !== undefined;
    contents.push({
      base: isNested ? base * inner.base : base,
      unit: isNested ? inner.unit : isBare({ unit }) ? PIECE : unit,
      each,
      counted,
    });
  }
  return contents;
}

function fenOf(token: Quantity): number | undefined {
  if (token.is === 'money') return token.fen || undefined;
  if (token.is !== 'number' || token.value === undefined || token.isTimes) return undefined;
  const fen = token.value / 10;
  return Number.isSafeInteger(fen) && fen > 0 ? fen : undefined;
}

/** A bare number is an amount without a unit: its own count, whose unit the rest of the message says. */
function amountOf(token: Quantity): Amount | undefined {
  if (token.is === 'money') return token.pieces;
  if (token.is !== 'number') return token.amount;
  const whole = token.value === undefined ? undefined : token.value / THOUSAND;
  return { base: whole, unit: { ...PIECE, base: undefined }, isOne: false };
}

const isBare = ({ unit }: { unit: Unit }): boolean => unit.word === '' && unit.base === undefined;

/** What the price is for: as said; one container is its content. */
function perOf({ per, fen, contents, beside }: Parts): Said | undefined {
  if (fen === undefined) return undefined;
  const [content] = contents;
  const outer = contents.find(({ counted }, i) => counted !== undefined && i > 0);
  // 500ml一瓶，12瓶一箱，一箱96元: of packs within packs that one which stands beside the price.
  if (content && outer && beside !== undefined)
    return saidOf(isSameWord(beside, outer.counted ?? '') ? content : outer);
  if (!per) return content && saidOf(content);
  if (isBare(per)) return { base: per.base, measure: 'COUNT' };
  const holder = isHolder(per.unit, contents) ? holderOf(per.unit.word, contents) : undefined;
  return per.base !== undefined && holder
    ? { base: per.base * holder.base, measure: holder.unit.measure }
    : { base: per.base, measure: per.unit.measure };
}

const saidOf = ({ base, unit }: Content): Said => ({ base, measure: unit.measure });

interface Said {
  readonly base: number | undefined;
  readonly measure: Unit['measure'];
}

/** Whether a unit may hold something: a container, or a piece whose weight was said (357克/片). */
const isHolder = (unit: Unit, [content]: readonly Content[]): boolean =>
  unit.isContainer ||
  (unit.measure === 'COUNT' && unit.base === 1 && content !== undefined && content.unit.measure !== 'COUNT');

/** What one container of that name holds: of nested ones the outer, where the inner is not what is counted. */
function holderOf(word: string, contents: readonly Content[]): Content | undefined {
  const inner = contents.find(({ counted }) => counted === word);
  if (inner) return contents.find(({ counted }) => counted === undefined);
  return contents.find(({ counted }, i) => counted !== undefined && i > 0) ?? contents[0];
}

function packsOf(contents: readonly Content[]): number[] {
  const measure = contents[0]?.unit.measure;
  const all = contents.filter(({ unit }) => unit.measure === measure).map(({ base }) => base);
  return [...new Set(all)];
}

interface Stock {
  readonly mode: StockMode;
  readonly quantity: number;
  /** Nothing of a number alone. */
  readonly measure: Unit['measure'] | null;
  /** 二十来斤: to be proposed, not stated. */
  readonly isNear: boolean;
}

/** What was said of it: of several that came, or that went, all together (上午卖了5斤，下午卖了2斤). */
function stockOf(parts: Parts, per: Said | undefined): Stock | undefined {
  const [first, ...more] = parts.stocks.map((said) => stockSaid(said, parts, per));
  if (!first || more.length === 0) return first;
  const isSum = more.every(
    (one) =>
      one?.mode === first.mode && one.mode !== 'set' && one.measure === first.measure && one.measure !== null,
  );
  if (!isSum) return undefined;
  const quantity = more.reduce((all, one) => all + (one?.quantity ?? 0), first.quantity);
  return { ...first, quantity, isNear: first.isNear || more.some((one) => one?.isNear) };
}

/** Containers count their content; a bare number has the unit of the amounts beside it. */
function stockSaid(said: StockSaid, parts: Parts, per: Said | undefined): Stock | undefined {
  if (!said.amount) return undefined;
  const { mode, amount } = said;
  const unit = isBare(amount) ? unitFor(parts) : amount.unit;
  const count = isBare(amount) ? scaled(amount, unit.base) : (amount.base ?? amount.near);
  if (count === undefined) return undefined;
  const holder =
    isBare(amount) || isHolder(unit, parts.contents) ? holderOf(unit.word, parts.contents) : undefined;
  const whole = holder
    ? { quantity: count * holder.base, measure: holder.unit.measure }
    : { quantity: count, measure: unit.measure };
  const isOfNothing = said.isSigned && isBare(amount) && !per && !holder && parts.others.length === 0;
  if (isOfNothing) return { mode, quantity: count, measure: null, isNear: false };
  const isSame = per?.base === undefined || per.measure === whole.measure;
  return isSame ? { mode, ...whole, isNear: amount.base === undefined } : undefined;
}

const scaled = ({ base }: Amount, unit: number | undefined): number | undefined =>
  base === undefined || unit === undefined || !Number.isSafeInteger(base * unit) ? undefined : base * unit;

/** Of what a bare number is so many: of containers whose content was said, else of the unit said beside it. */
function unitFor({ others, per, contents }: Parts): Unit {
  if (contents.length > 0) return PIECE;
  return (per && !isBare(per) ? per.unit : others[0]?.unit) ?? PIECE;
}

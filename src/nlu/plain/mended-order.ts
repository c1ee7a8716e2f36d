import { THOUSAND } from '../lexer/numbers.ts';
import type { Amount } from '../lexer/tokens.ts';
import { PIECE } from '../lexer/units.ts';
import type { BuyerLine } from '../reading.ts';
import { type OrderPart, splitTurns } from './order-turns.ts';
import type { Name, PlainItem, PlainText } from './plain-items.ts';
import { pairedLines, sharedLines, toLine } from './whole-list.ts';

// 3号两箱，说错了，是5号: the last word counts. Only where every word of the message is known is it taken as said.

/** What an order comes to with all that was put right in it; nothing where nothing was, or some word is not known. */
export function mendedLines(plain: PlainText): readonly BuyerLine[] | undefined {
  const [first, ...others] = splitTurns(plain) ?? [];
  let order = first && openingOf(first.said);
  for (const { said, dropped } of others)
    order = order && (dropped ? withoutGoods(order, dropped, said) : mended(order, said));
  return order && order.lines.length > 0 && others.length > 0 ? order.lines.map(lineOf) : undefined;
}

interface Line {
  readonly name: Name;
  readonly amount?: Amount;
}

interface Order {
  readonly lines: readonly Line[];
  /** The line that was spoken of last. */
  readonly target: number;
}

type NameOrAmount = Extract<OrderPart, { is: 'name' | 'amount' | 'bare' }>;

const isNameOrAmount = (part: OrderPart): part is NameOrAmount =>
  part.is === 'name' || part.is === 'amount' || part.is === 'bare';

/** What is said first: a list, goods alone, an amount alone, or a list and one of its goods once more. */
function openingOf(parts: readonly OrderPart[]): Order | undefined {
  if (parts.length === 0) return { lines: [], target: -1 };
  const last = parts.at(-1);
  const body = parts.length > 1 && parts.length % 2 === 1 && last?.is === 'name' ? parts.slice(0, -1) : parts;
  const lines = linesOf(body);
  if (!lines) return undefined;
  const named = body === parts || last?.is !== 'name' ? lines.length - 1 : placeOf(lines, last);
  return named < 0 ? undefined : { lines, target: named };
}

function linesOf(parts: readonly OrderPart[]): Line[] | undefined {
  const [only, ...others] = parts;
  if (only && others.length === 0) {
    if (only.is === 'name') return [{ name: only }];
    return only.is === 'amount' ? [{ name: UNSAID, amount: only.amount }] : undefined;
  }
  if (parts.some(({ is }) => is === 'bare')) return undefined;
  const items = parts.filter(isListed);
  const pairs = items.length === parts.length ? (sharedLines(items) ?? pairedLines(items, true)) : undefined;
  const amounts = items.flatMap((item) => (item.is === 'amount' ? [item.amount] : []));
  // Each has an amount of its own, or all have the one.
  const amountOf = (i: number): Amount | undefined => (amounts.length === 1 ? amounts[0] : amounts[i]);
  if (!pairs || (amounts.length > 1 && amounts.length !== pairs.length)) return undefined;
  return pairs.map((line, i) => ({ name: line, ...optional(amountOf(i)) }));
}

const isListed = (part: OrderPart): part is PlainItem =>
  part.is === 'name' || part.is === 'amount' || part.is === 'each' || part.is === 'same';

const UNSAID: Name = { product: '' };
const optional = (amount: Amount | undefined): { amount?: Amount } => (amount ? { amount } : {});

const isSame = (one: Name, other: Name): boolean =>
  one.item !== undefined && other.item !== undefined
    ? one.item === other.item
    : one.product.toLowerCase() === other.product.toLowerCase();

const placeOf = (lines: readonly Line[], name: Name): number =>
  lines.findIndex((line) => isSame(line.name, name));

/** The order with one thing put right; nothing where nobody can tell what it stands for. */
function mended({ lines, target }: Order, turn: readonly OrderPart[]): Order | undefined {
  if (turn.length === 0) return { lines, target };
  if (lines.length === 0) return openingOf(turn);
  const said = turn.filter(isNameOrAmount);
  const names = said.flatMap((part) => (part.is === 'name' ? [part] : []));
  const amounts = said.filter((part) => part.is !== 'name');
  if (said.length !== turn.length || names.length > 1 || amounts.length > 1) return undefined;
  const [name, amount] = [names[0], amounts[0]];
  const at = name ? placeOf(lines, name) : target;
  // 3号两斤5号三斤，不对，是6号: which of the two is wrong?
  if (at < 0 && lines.length > 1) return undefined;
  const place = at < 0 ? 0 : at;
  const line = lines[place];
  if (!line) return undefined;
  const changed: Line = { name: name ?? line.name, ...optional(amountSaid(amount, line)) };
  return { lines: lines.map((one, i) => (i === place ? changed : one)), target: place };
}

/** 5号不要了，6号两瓶: what is said behind it comes besides. */
function withoutGoods({ lines }: Order, goods: Name, said: readonly OrderPart[]): Order | undefined {
  const left = lines.filter(({ name }) => !isSame(name, goods));
  const more = said.length === 0 ? [] : linesOf(said);
  const isPlain = more?.every(({ name, amount }) => amount && name !== UNSAID && placeOf(left, name) < 0);
  return more && isPlain ? { lines: [...left, ...more], target: left.length + more.length - 1 } : undefined;
}

/** What is said now, else what was said before: six, of four bottles. */
function amountSaid(said: NameOrAmount | undefined, { name, amount }: Line): Amount | undefined {
  if (said?.is === 'amount') return said.amount;
  if (said?.is !== 'bare') return amount;
  const unit = amount?.unit ?? (name.item === undefined ? undefined : PIECE);
  const base = unit?.base === undefined ? undefined : (said.value * unit.base) / THOUSAND;
  return unit && { base: Number.isSafeInteger(base) ? base : undefined, unit, isOne: false };
}

const lineOf = ({ name, amount }: Line): BuyerLine =>
  amount ? toLine(name, amount) : { ...bare(name), quantity: null, measure: null };

const bare = ({ product, item }: Name): Name => ({ product, ...(item !== undefined && { item }) });

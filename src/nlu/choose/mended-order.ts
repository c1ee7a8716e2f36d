import { THOUSAND } from '../lexer/numbers.ts';
import type { Amount } from '../lexer/tokens.ts';
import { PIECE } from '../lexer/units.ts';
import type { BuyerLine } from '../reading.ts';
import { listsFile, loadLexicon } from '../text/lexicon.ts';
import { splitWords } from '../text/words.ts';
import {
  lastBetween,
  lastWithin,
  type Name,
  type PlainItem,
  type PlainText,
  plainItemAt,
} from './plain-items.ts';
import { pairedLines, sharedLines, toLine } from './whole-list.ts';

// 3号两箱，说错了，是5号: the last word counts. Only where every word of the message is known is it taken as said.

const file = loadLexicon('lists', listsFile);
const wordsOf = (list: readonly string[]) => splitWords(list.map((word) => [word, true] as const));
const [mend, wrong, right, drop] = [file.mend, file.wrong, file.right, file.drop].map(wordsOf);
/** 是不是 asks, and puts nothing right. */
const ASKS = /(?<!不)(\p{Script=Han})[不没]\1/u;

type Part =
  | ({ readonly is: 'name' } & Name)
  | { readonly is: 'amount'; readonly amount: Amount }
  /** A number whose unit is that of what it stands for. */
  | { readonly is: 'bare'; readonly value: number }
  | { readonly is: 'each' | 'same' | 'mend' | 'wrong' | 'right' | 'stop' }
  /** Its goods are not wanted. */
  | { readonly is: 'drop'; readonly goods?: Name };

/** What an order comes to with all that was put right in it; nothing where nothing was, or some word is not known. */
export function mendedLines(plain: PlainText): readonly BuyerLine[] | undefined {
  const parts = ASKS.test(plain.text.plain) ? undefined : partsOf(plain);
  const named = parts && withDropped(parts);
  if (!named?.some(({ is }) => is === 'mend' || is === 'wrong' || is === 'drop')) return undefined;
  const [first, ...others] = turnsOf(withoutWrong(named));
  let order = openingOf(first?.said ?? []);
  for (const turn of others)
    order = order && (turn.dropped ? dropped(order, turn.dropped, turn.said) : mended(order, turn.said));
  return order && order.lines.length > 0 && others.length > 0 ? order.lines.map(lineOf) : undefined;
}

/** 5号不要了, 不要5号: which goods are not wanted; nothing where it is not said. */
function withDropped(parts: readonly Part[]): Part[] | undefined {
  const kept: Part[] = [];
  for (let i = 0; i < parts.length; i += 1) {
    const [part, next, after] = [parts[i], parts[i + 1], parts[i + 2]];
    const last = kept.at(-1);
    if (part?.is !== 'drop') {
      if (part) kept.push(part);
    } else if (last?.is === 'name') kept.splice(-1, 1, { is: 'drop', goods: last });
    else if (next?.is === 'name') {
      kept.push({ is: 'drop', goods: next });
      i += after?.is === 'amount' ? 2 : 1;
    } else return undefined;
  }
  return kept;
}

/** All parts of a message; nothing where one of its words is none. */
function partsOf(plain: PlainText): Part[] | undefined {
  const parts: Part[] = [];
  for (let i = 0; i < plain.tokens.length; i += 1) {
    const found = partAt(plain, i);
    if (!found) return undefined;
    if (found.part) parts.push(found.part);
    i = found.last;
  }
  return parts;
}

/** The part that begins at token `i`; none of a word that only stands between. */
function partAt(plain: PlainText, i: number): { readonly part?: Part; readonly last: number } | undefined {
  const { text, tokens } = plain;
  const token = tokens[i];
  if (!token) return undefined;
  if (token.is === 'sign') return SIGNS.test(token.text) ? { part: { is: 'stop' }, last: i } : undefined;
  const at = (words: typeof mend): number | undefined => {
    const found = token.is === 'word' ? words?.at(text.plain, token.start) : undefined;
    return found && lastWithin(tokens, i, token.start + found.word.length);
  };
  const [isMend, isWrong, isRight, isDrop] = [at(mend), at(wrong), at(right), at(drop)];
  if (isDrop !== undefined) return { part: { is: 'drop' }, last: isDrop };
  if (isMend !== undefined && isMend >= (isWrong ?? 0)) return { part: { is: 'mend' }, last: isMend };
  if (isWrong !== undefined) return { part: { is: 'wrong' }, last: isWrong };
  const item = plainItemAt(plain, i);
  if (item) return { part: item.item, last: item.last };
  if (token.is === 'number' && token.value !== undefined)
    return { part: { is: 'bare', value: token.value }, last: i };
  const last = lastBetween(plain, i);
  if (isRight !== undefined && isRight >= (last ?? 0)) return { part: { is: 'right' }, last: isRight };
  return last === undefined ? undefined : { last };
}

const SIGNS = /^(?:[,;.!~:、…()+-]|\p{Extended_Pictographic})$/u;

/** 不是3斤，是5斤: what is said not to be meant goes, up to the end of its clause; what follows is a turn of its own. */
function withoutWrong(parts: readonly Part[]): Part[] {
  const kept: Part[] = [];
  let wrongs: Part[] | undefined;
  for (const [i, part] of parts.entries()) {
    const isEnd = part.is === 'stop' || part.is === 'right' || part.is === 'mend';
    // 不是，四号七斤: what was said before is wrong.
    if (part.is === 'wrong' && (parts[i + 1]?.is === 'stop' || i === parts.length - 1)) kept.push(MEND);
    else if (part.is === 'wrong') wrongs = [];
    else if (wrongs && isEnd) {
      kept.push(...stillMeant(wrongs, parts.slice(i)), MEND);
      wrongs = undefined;
    } else if (wrongs) wrongs.push(part);
    else if (part.is !== 'stop' && part.is !== 'right') kept.push(part);
  }
  return wrongs ? [...kept, MEND] : kept;
}

const MEND: Part = { is: 'mend' };

/** 不是3号两斤，是5号: of goods with an amount only that is wrong of which something else is said. */
function stillMeant(wrongs: readonly Part[], behind: readonly Part[]): readonly Part[] {
  const isNamed = behind.some(({ is }) => is === 'name');
  const isCounted = behind.some(({ is }) => is === 'amount' || is === 'bare');
  if (isNamed === isCounted || wrongs.length < 2) return [];
  return wrongs.filter(({ is }) => (is === 'name') === isCounted);
}

/** What is said between words that put something right; `dropped`: what was taken back before it. */
interface OrderTurn {
  readonly said: Part[];
  readonly dropped?: Name;
}

function turnsOf(parts: readonly Part[]): OrderTurn[] {
  const turns: OrderTurn[] = [{ said: [] }];
  for (const part of parts)
    if (part.is === 'mend') turns.push({ said: [] });
    else if (part.is === 'drop') turns.push({ said: [], ...(part.goods && { dropped: part.goods }) });
    else turns.at(-1)?.said.push(part);
  return turns;
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

type NameOrAmount = Extract<Part, { is: 'name' | 'amount' | 'bare' }>;

const isNameOrAmount = (part: Part): part is NameOrAmount =>
  part.is === 'name' || part.is === 'amount' || part.is === 'bare';

/** What is said first: a list, goods alone, an amount alone, or a list and one of its goods once more. */
function openingOf(parts: readonly Part[]): Order | undefined {
  if (parts.length === 0) return { lines: [], target: -1 };
  const last = parts.at(-1);
  const body = parts.length > 1 && parts.length % 2 === 1 && last?.is === 'name' ? parts.slice(0, -1) : parts;
  const lines = linesOf(body);
  if (!lines) return undefined;
  const named = body === parts || last?.is !== 'name' ? lines.length - 1 : placeOf(lines, last);
  return named < 0 ? undefined : { lines, target: named };
}

function linesOf(parts: readonly Part[]): Line[] | undefined {
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

const isListed = (part: Part): part is PlainItem =>
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
function mended({ lines, target }: Order, turn: readonly Part[]): Order | undefined {
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
function dropped({ lines }: Order, goods: Name, said: readonly Part[]): Order | undefined {
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

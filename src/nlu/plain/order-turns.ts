import { readData } from '../../shop/values/data-file.ts';
import type { Amount } from '../lexer/tokens.ts';
import { listsFile } from '../text/lexicon.ts';
import { splitWords } from '../text/words.ts';
import { lastBetween, lastWithin, type Name, type PlainText, plainItemAt } from './plain-items.ts';

// What a message says in turns, between words that put something right: 3号两箱 | 说错了 | 5号.

const file = readData('lexicon/lists.yaml', listsFile);
const wordsOf = (list: readonly string[]) => splitWords(list.map((word) => [word, true] as const));
const [mend, wrong, right, drop] = [file.mend, file.wrong, file.right, file.drop].map(wordsOf);
/** 是不是 asks, and puts nothing right. */
const ASKS = /(?<!不)(\p{Script=Han})[不没]\1/u;

export type OrderPart =
  | ({ readonly is: 'name' } & Name)
  | { readonly is: 'amount'; readonly amount: Amount }
  /** A number whose unit is that of what it stands for. */
  | { readonly is: 'bare'; readonly value: number }
  | { readonly is: 'each' | 'same' | 'mend' | 'wrong' | 'right' | 'stop' }
  /** Its goods are not wanted. */
  | { readonly is: 'drop'; readonly goods?: Name };

/** What is said between words that put something right; `dropped`: what was taken back before it. */
export interface OrderTurn {
  readonly said: OrderPart[];
  readonly dropped?: Name;
}

/** The turns of a message of which every word is known, and which puts something right; nothing of any other. */
export function splitTurns(plain: PlainText): OrderTurn[] | undefined {
  const parts = ASKS.test(plain.text.plain) ? undefined : partsOf(plain);
  const named = parts && withDropped(parts);
  const isMended = named?.some(({ is }) => is === 'mend' || is === 'wrong' || is === 'drop');
  return named && isMended ? turnsOf(withoutWrong(named)) : undefined;
}

/** All parts of a message; nothing where one of its words is none. */
function partsOf(plain: PlainText): OrderPart[] | undefined {
  const parts: OrderPart[] = [];
  for (let i = 0; i < plain.tokens.length; i += 1) {
    const found = partAt(plain, i);
    if (!found) return undefined;
    if (found.part) parts.push(found.part);
    i = found.last;
  }
  return parts;
}

/** The part that begins at token `i`; none of a word that only stands between. */
function partAt(
  plain: PlainText,
  i: number,
): { readonly part?: OrderPart; readonly last: number } | undefined {
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

/** 5号不要了, 不要5号: which goods are not wanted; nothing where it is not said. */
function withDropped(parts: readonly OrderPart[]): OrderPart[] | undefined {
  const kept: OrderPart[] = [];
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

/** 不是3斤，是5斤: what is said not to be meant goes, up to the end of its clause; what follows is a turn of its own. */
function withoutWrong(parts: readonly OrderPart[]): OrderPart[] {
  const kept: OrderPart[] = [];
  let wrongs: OrderPart[] | undefined;
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

const MEND: OrderPart = { is: 'mend' };

/** 不是3号两斤，是5号: of goods with an amount only that is wrong of which something else is said. */
function stillMeant(wrongs: readonly OrderPart[], behind: readonly OrderPart[]): readonly OrderPart[] {
  const isNamed = behind.some(({ is }) => is === 'name');
  const isCounted = behind.some(({ is }) => is === 'amount' || is === 'bare');
  if (isNamed === isCounted || wrongs.length < 2) return [];
  return wrongs.filter(({ is }) => (is === 'name') === isCounted);
}

function turnsOf(parts: readonly OrderPart[]): OrderTurn[] {
  const turns: OrderTurn[] = [{ said: [] }];
  for (const part of parts)
    if (part.is === 'mend') turns.push({ said: [] });
    else if (part.is === 'drop') turns.push({ said: [], ...(part.goods && { dropped: part.goods }) });
    else turns.at(-1)?.said.push(part);
  return turns;
}

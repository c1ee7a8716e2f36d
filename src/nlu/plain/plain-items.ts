import { readData } from '../../shop/values/data-file.ts';
import { THOUSAND } from '../lexer/numbers.ts';
import type { Amount, Lexed, Token } from '../lexer/tokens.ts';
import { PIECE } from '../lexer/units.ts';
import type { Known, Mark } from '../model/goods.ts';
import { listsFile } from '../text/lexicon.ts';
import { splitWords } from '../text/words.ts';

// What stands in an order that says nothing but goods and amounts, each of its words known.

const file = readData('lexicon/lists.yaml', listsFile);
const wordsOf = (list: readonly string[]) => splitWords(list.map((word) => [word, true] as const));
const [between, each, same, courtesy] = [file.between, file.each, file.same, file.courtesy].map(wordsOf);

/** Goods by their name, or by their number in a stream. */
export interface Name {
  readonly product: string;
  readonly item?: number;
}

/** `same`: what was said before, of this too. */
export type PlainItem =
  | ({ readonly is: 'name' } & Name)
  | { readonly is: 'amount'; readonly amount: Amount }
  | { readonly is: 'each' | 'same' };

export interface PlainText extends Lexed {
  readonly marks: readonly Mark[];
  readonly known: Known;
}

export interface Found<T> {
  readonly item: T;
  /** The place of its last token. */
  readonly last: number;
}

/** What of a list begins at token `i`. */
export function plainItemAt(plain: PlainText, i: number): Found<PlainItem> | undefined {
  return amountItem(plain, i) ?? nameItem(plain, i) ?? wordItem(plain, i);
}

/** The last token of a word that only stands between two things of a list, and begins at token `i`. */
export function lastBetween({ text, tokens }: Lexed, i: number): number | undefined {
  const start = tokens[i]?.start ?? 0;
  const said = tokens[i]?.is === 'word' ? courtesy?.at(text.plain, start) : undefined;
  const word = said ?? between?.at(text.plain, start);
  return word && lastWithin(tokens, i, (tokens[i]?.start ?? 0) + word.word.length);
}

/** The last token before a place in the text. */
export const lastWithin = (tokens: readonly Token[], i: number, end: number): number => {
  let last = i;
  while ((tokens[last]?.end ?? end) < end) last += 1;
  return last;
};

function amountItem({ tokens, marks }: PlainText, i: number): Found<PlainItem> | undefined {
  const [token, next] = [tokens[i], tokens[i + 1]];
  // 那个 counts nothing.
  if (token?.is === 'amount' && token.text !== token.amount.unit.word)
    return { item: { is: 'amount', amount: token.amount }, last: i };
  if (token?.is !== 'number' || token.value === undefined || token.value % THOUSAND !== 0) return undefined;
  // 3号x2, 七号俩, two of item 3: pieces. What another number alone counts is not known.
  const isBeside = isName(tokens, marks, i + 1) || tokens[i - 1]?.is === 'code';
  const isOf = next?.text === 'of' || (/^[a-z]/.test(token.text) && isBeside);
  if (!token.isTimes && !/[俩仨]/.test(token.text) && !isOf) return undefined;
  const base = token.value / THOUSAND;
  return { item: { is: 'amount', amount: { base, unit: PIECE, isOne: base === 1 } }, last: i };
}

const isName = (tokens: readonly Token[], marks: readonly Mark[], i: number): boolean =>
  tokens[i]?.is === 'code' || marks[i] === 'S' || marks[i] === 'B';

function nameItem(plain: PlainText, i: number): Found<PlainItem> | undefined {
  const { text, tokens, marks, known } = plain;
  const token = tokens[i];
  if (!token) return undefined;
  if (token.is === 'code') return codeItem(plain, i, token.item);
  if (marks[i] === 'S' || marks[i] === 'B') {
    const last = lastMarked(marks, i);
    return { item: { is: 'name', product: text.said.slice(token.start, tokens[last]?.end) }, last };
  }
  return isInflected(known, token) ? { item: { is: 'name', product: token.text }, last: i } : undefined;
}

const lastMarked = (marks: readonly Mark[], i: number): number =>
  marks[i] === 'S' ? i : Math.max(i, marks.indexOf('E', i));

/** 3号, 3号红枣, 3号的红枣. */
function codeItem(
  { text, tokens, marks }: PlainText,
  i: number,
  item: number | undefined,
): Found<PlainItem> | undefined {
  const isOf = tokens[i + 1]?.text === '的';
  const first = isOf ? i + 2 : i + 1;
  const isNamed = marks[first] === 'S' || marks[first] === 'B';
  const last = isNamed ? lastMarked(marks, first) : i;
  const start = tokens[isNamed && isOf ? first : i]?.start;
  const product = text.said.slice(start, tokens[last]?.end);
  return { item: { is: 'name', product, ...(item !== undefined && { item }) }, last };
}

/** One apple is of the apples in the catalogue. */
const isInflected = (known: Known, { is, text }: Token): boolean =>
  is === 'word' &&
  /^[a-z]{3,}$/.test(text) &&
  [`${text}s`, text.replace(/e?s$/, '')].some((form) => known.at(form, 0)?.word === form);

function wordItem({ text, tokens }: PlainText, i: number): Found<PlainItem> | undefined {
  const start = tokens[i]?.start ?? 0;
  const eachWord = each?.at(text.plain, start)?.word;
  if (eachWord) return { item: { is: 'each' }, last: lastWithin(tokens, i, start + eachWord.length) };
  const sameWord = same?.at(text.plain, start)?.word;
  return sameWord
    ? { item: { is: 'same' }, last: lastWithin(tokens, i, start + sameWord.length) }
    : undefined;
}

import { isQuantity, type Token } from '../src/nlu/lexer/tokens.ts';
import { findGoods, knownWith } from '../src/nlu/model/goods.ts';
import { fromPieces, type Piece } from './grammar.ts';
import type { Labelled } from './labelled.ts';
import type { Random } from './random.ts';
import { bareMoney, count, type Language, numeral } from './values.ts';

const known = knownWith([]);
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

/** The same sentence with other goods and other numbers; nothing where they run into each other. */
export function varied(
  one: Labelled,
  random: Random,
  goods: Record<Language, readonly string[]>,
): Labelled | undefined {
  const { text, tokens } = one.lexed;
  const language: Language = /\p{Script=Han}/u.test(text.plain) ? 'zh' : 'en';
  const marks = findGoods(one.lexed, known);
  const pieces: Piece[] = [];
  let at = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    pieces.push({ text: text.plain.slice(at, token.start), tag: '' });
    const isName = one.tags[i] === 'B';
    const isOther = one.tags[i] === 'O' && (marks[i] === 'B' || marks[i] === 'S');
    const last =
      isName || isOther
        ? lastOf(i, isName ? (j) => one.tags[j] === 'I' : (j) => marks[j] === 'I' || marks[j] === 'E')
        : i;
    const words = text.plain.slice(token.start, tokens[last]?.end ?? token.end);
    if (isName || isOther)
      pieces.push({
        text: token.is === 'code' || random() < 0.25 ? words : pick(random, goods[language]),
        tag: isName ? 'P' : 'G',
      });
    else if (isQuantity(token))
      pieces.push({ text: otherAmount(token, random, language), tag: one.tags[i] ?? 'X' });
    else pieces.push({ text: words, tag: '' });
    i = last;
    at = tokens[i]?.end ?? at;
  }
  return fromPieces(pieces, one.class);
}

function lastOf(first: number, isInside: (i: number) => boolean): number {
  let last = first;
  while (isInside(last + 1)) last += 1;
  return last;
}

const NUMBER = /\d+(?:\.\d+)?|[一二两三四五六七八九十]+(?![一二三四五六七八九十百千万])/;

/** Another number before the same unit. What is vague, or is said in words that hold no plain number, stays. */
function otherAmount(token: Token, random: Random, language: Language): string {
  if (token.is === 'number' && !token.isTimes && /^\d+(?:\.\d+)?$/.test(token.text))
    return (token.value ?? 0) > 30_000 || /\./.test(token.text)
      ? bareMoney({ random, language, container: '', isLarge: false })
      : `${count(random, false)}`;
  if (token.is === 'amount' && (token.amount.base === undefined || token.amount.isOne || token.amount.each))
    return token.text;
  if (token.is === 'money' && token.fen === undefined) return token.text;
  const [found] = NUMBER.exec(token.text) ?? [];
  if (found === undefined || token.is === 'unit' || !token.text.startsWith(found)) return token.text;
  const rest = token.text.slice(found.length);
  const number = /\d/.test(found) ? Number(found) : 5;
  if (/^[百千万半毛点]|^\s*(?:and|[块元][\d一二三四五六七八九半])/.test(rest)) return token.text;
  return `${numeral(random, count(random, number > 20), language)}${rest}`;
}

import { readData } from '../../shop/values/data-file.ts';
import { asidesFile } from '../text/lexicon.ts';
import { normalizeText } from '../text/text.ts';
import { asideAt } from './asides.ts';
import { quantityAt } from './quantities.ts';
import type { Amount, Found, Lexed, Token } from './tokens.ts';

const SPACE = /\s/;
const WHOLE = readData('lexicon/asides.yaml', asidesFile).wholeWithS.join('|');
const LATIN_WORD = new RegExp(`(?:${WHOLE})'s(?![a-z])|[a-z]+(?:'(?!s(?![a-z]))[a-z]+)*|'s(?![a-z])`, 'y');
const HAN_OR_SIGN = /[\p{L}\p{N}]/u;

/**
 * Takes a message apart into Han signs, Latin words and whole amounts. Where words may mean two things (3块 is money or
 * three pieces), the token holds both; what is uncertain has an undefined value and is never guessed here. Linear in
 * the message's length.
 */
export function lex(message: string): Lexed {
  const text = normalizeText(message);
  const { plain } = text;
  const tokens: Token[] = [];
  let at = 0;
  while (at < plain.length) {
    if (SPACE.test(plain[at] ?? '')) {
      at += 1;
      continue;
    }
    const found = asideAt(plain, at) ?? quantityAt(plain, at) ?? wordAt(plain, at);
    tokens.push({ ...found, start: at, text: plain.slice(at, found.end) });
    at = found.end;
  }
  return { text, tokens: compounds(tokens) };
}

function wordAt(plain: string, at: number): Found {
  LATIN_WORD.lastIndex = at;
  const latin = LATIN_WORD.exec(plain);
  if (latin) return { is: 'word', end: at + latin[0].length };
  const sign = String.fromCodePoint(plain.codePointAt(at) ?? 0);
  return { is: HAN_OR_SIGN.test(sign) ? 'word' : 'sign', end: at + sign.length };
}

/** 两斤三两 is one amount: a smaller unit of mass or volume right behind a larger one. So is 十斤八斤, and a vague one. */
function compounds(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const amount =
      last?.is === 'amount' && token.is === 'amount' && last.end === token.start
        ? together(last, token)
        : undefined;
    if (last?.is === 'amount' && amount)
      joined[joined.length - 1] = { ...last, end: token.end, text: last.text + token.text, amount };
    else joined.push(token);
  }
  return joined;
}

type AmountToken = Extract<Token, { is: 'amount' }>;

function together(large: AmountToken, small: AmountToken): Amount | undefined {
  if (belongsTo(large.amount, small.amount)) return sum(large.amount, small.amount);
  const isSome = isEither(large.text, small.text, small.amount.unit.word);
  return isSome ? { base: undefined, unit: small.amount.unit, isOne: false } : undefined;
}

/** What is said as 十斤八斤, 三斤五斤, 三斤两斤: one or the other, or thereabouts. */
const EITHER = ['十八', '三五', '三两', '一两', '两三', '三四', '四五', '五六', '五七', '七八', '八九'];

const isEither = (one: string, other: string, unit: string): boolean =>
  one.endsWith(unit) &&
  other.endsWith(unit) &&
  EITHER.includes(one.slice(0, -unit.length) + other.slice(0, -unit.length));

const sum = (large: Amount, small: Amount): Amount => ({
  base: large.base === undefined || small.base === undefined ? undefined : large.base + small.base,
  unit: small.unit,
  isOne: false,
});

const belongsTo = (large: Amount, small: Amount): boolean =>
  large.unit.measure !== 'COUNT' &&
  large.unit.measure === small.unit.measure &&
  (small.unit.base ?? 0) < (large.unit.base ?? 0) &&
  !(small.isOne && (small.unit.base ?? 0) >= 500) &&
  (small.base ?? 0) < (large.unit.base ?? 0);

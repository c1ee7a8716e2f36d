import { amountRules } from './amounts.ts';
import { asideRules } from './asides.ts';
import { moneyRules } from './sums.ts';
import { textOf } from './text.ts';
import { type Lexed, type Rule, rule, type Token } from './tokens.ts';

export type { Lexed, Token } from './tokens.ts';

/**
 * How to use it: `lex(message)` gives the message in two readings of one length (`text.said`, `text.plain`) and its
 * tokens with their places in both. Rules ask tokens for amounts, money and numbers, look for words in `plain`, and
 * cut names out of `said`, so that they stay as they were typed. A container that is filled shows as two tokens:
 * `5斤装` is an amount and a word that starts with 装, `30枚/箱` an amount, the sign `/` and a unit. What is
 * uncertain has an undefined value; it is never guessed here. The rules are tried in this order, the first that fits
 * at a place counts.
 */
const rules: readonly Rule[] = [
  ...asideRules,
  ...moneyRules,
  ...amountRules,
  rule(`[a-z]+(?:['’-][a-z]+)*`, ([all]) => ({ is: 'word', text: all })),
  rule(String.raw`[^\s\p{L}\p{N}]`, ([sign]) => ({ is: 'sign', sign })),
];

const SPACE = /\s/;

/** Takes a message apart. Signs that no rule knows gather into words. Linear in the message's length. */
export function lex(message: string): Lexed {
  const text = textOf(message);
  const tokens: Token[] = [];
  let at = 0;
  let wordStart = -1;
  const closeWord = (end: number): void => {
    if (wordStart >= 0)
      tokens.push({ is: 'word', text: text.plain.slice(wordStart, end), start: wordStart, end });
    wordStart = -1;
  };
  while (at < text.plain.length) {
    const isSpace = SPACE.test(text.plain[at] ?? '');
    const found = isSpace ? undefined : tokenAt(text.plain, at);
    if (isSpace || found) closeWord(at);
    else if (wordStart < 0) wordStart = at;
    if (found) tokens.push(found);
    at = found?.end ?? at + 1;
  }
  closeWord(at);
  return { text, tokens: compounds(wholeWords(tokens)) };
}

function tokenAt(plain: string, start: number): Token | undefined {
  for (const { pattern, make } of rules) {
    pattern.lastIndex = start;
    const found = pattern.exec(plain);
    const token = found && found[0] !== '' ? make(found) : undefined;
    if (found && token) return { ...token, start, end: start + found[0].length };
  }
  return undefined;
}

/** Chinese words that stand side by side are one word. */
function wholeWords(tokens: readonly Token[]): Token[] {
  const whole: Token[] = [];
  for (const token of tokens) {
    const last = whole.at(-1);
    if (last?.is === 'word' && token.is === 'word' && last.end === token.start)
      whole[whole.length - 1] = { ...last, text: last.text + token.text, end: token.end };
    else whole.push(token);
  }
  return whole;
}

type Amount = Extract<Token, { is: 'amount' }>;

/**
 * 两斤三两 is one amount: a smaller unit of mass or volume right behind a larger one. The smallest is its unit. 一斤 behind an
 * amount is what a price is for.
 */
function compounds(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    if (last?.is === 'amount' && token.is === 'amount' && belongsTo(last, token)) {
      const base = last.base === undefined || token.base === undefined ? undefined : last.base + token.base;
      joined[joined.length - 1] = { ...last, unit: token.unit, base, end: token.end, isOne: false };
    } else joined.push(token);
  }
  return joined;
}

const belongsTo = (large: Amount, small: Amount): boolean =>
  large.end === small.start &&
  large.unit.measure !== 'COUNT' &&
  large.unit.measure === small.unit.measure &&
  small.unit.base < large.unit.base &&
  !(small.isOne && small.unit.base >= 500) &&
  (small.base ?? 0) < large.unit.base;

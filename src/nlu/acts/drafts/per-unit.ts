import { lex } from '../../lexer/lexer.ts';
import type { Amount, Token } from '../../lexer/tokens.ts';
import { phrasePattern, plainWords } from '../phrases.ts';
import { draftLexicon } from './lexicon.ts';

// 一斤的价，有18斤: what a price is for, answered by its unit, and what is said beside it.

/** The unit that a price is for. */
export interface PerUnit {
  readonly amount: Amount & { readonly base: number };
  /** Behind a sum it makes a price: 一斤, `per jar`; nothing for 半斤. */
  readonly words: string | undefined;
  /** What else the message says. */
  readonly rest: string;
}

const around = phrasePattern(draftLexicon.perUnit, 'g');
const holds = phrasePattern(draftLexicon.holds);
const everyHold = phrasePattern(draftLexicon.holds, 'gi');
const PIECES = /[,，;；。、!！\n]+/u;

/** The unit that answers what a price is for; nothing where the message says no unit, or a figure that is none. */
export function readPerUnit(message: string): PerUnit | undefined {
  const parts = message
    .replace(everyHold, (words) => `，${words}`)
    .split(PIECES)
    .map((part) => part.trim());
  const found = parts.map(unitIn);
  const one = found.findIndex((token) => token?.amount.isOne);
  const at = one >= 0 ? one : found.findIndex((token) => token !== undefined);
  const token = found[at];
  const rest = parts.filter((part, i) => i !== at && part !== '').join('，');
  // 18斤，放了两天: an amount beside other things is how much there is.
  if (!token || (!token.amount.isOne && rest !== '')) return undefined;
  const { base } = token.amount;
  return base === undefined
    ? undefined
    : { amount: { ...token.amount, base }, words: behindSum(token), rest };
}

/** Whether it says how much there is. */
export const saysHolds = (message: string): boolean => holds.test(plainWords(message));

type UnitToken = Extract<Token, { is: 'amount' | 'unit' }>;

/** 论斤, 一瓶的, by the kilo: a unit, and nothing that is not said around one. */
function unitIn(part: string): UnitToken | undefined {
  const whole = tokenIn(part);
  if (whole || holds.test(plainWords(part))) return whole;
  const left = plainWords(part).replace(around, ' ').replace(/\s+/gu, ' ').trim();
  return tokenIn(left) ?? tokenIn(/\p{Script=Han}/u.test(left) ? `一${left}` : `per ${left}`);
}

function tokenIn(words: string): UnitToken | undefined {
  const [token, ...others] = lex(words).tokens.filter(({ is }) => is !== 'sign');
  const isUnit = token?.is === 'amount' || token?.is === 'unit';
  return isUnit && others.length === 0 && token.amount.base !== undefined ? token : undefined;
}

const behindSum = ({ is, text, amount }: UnitToken): string | undefined => {
  if (!amount.isOne) return undefined;
  const { word } = amount.unit;
  if (/\p{Script=Han}/u.test(word)) return `一${word}`;
  return is === 'unit' ? text : `/${word}`;
};

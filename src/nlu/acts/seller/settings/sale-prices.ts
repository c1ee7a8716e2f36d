import { lex } from '../../../lexer/lexer.ts';
import type { Amount, Token } from '../../../lexer/tokens.ts';
import { endsWithPhrase, plainWords } from '../../phrases.ts';
import type { SalePart } from './sale-days.ts';
import { saleWords as said } from './sale-lexicon.ts';

// What somebody says that something costs for a while.

export const QUANTITIES: ReadonlySet<Token['is']> = new Set(['money', 'number', 'amount', 'unit']);

/** Where money says that it is, or an amount stands beside one, bare numbers are something else: 22元卖到年三十. */
export function findPrices(parts: readonly { readonly text: string }[]): Price[] {
  const all = parts.flatMap(({ text }) => readPrices(text));
  const certain = all.filter(({ isMoney }) => isMoney);
  const priced = certain.length > 0 ? certain : all.filter(({ per }) => per !== undefined);
  return priced.length > 0 ? priced : all;
}

export interface Price {
  readonly fen: number;
  readonly per: Amount | undefined;
  readonly isMoney: boolean;
}

/** Sums, with the amount that stands beside each; a bare number is one where an amount does, or nothing else is. */
export function readPrices(text: string): Price[] {
  const tokens = lex(text).tokens;
  return tokens.flatMap((token, i): Price[] => {
    const fen = sumOf(token);
    if (fen === undefined) return [];
    return [{ fen, per: amountOf(tokens, i), isMoney: token.is === 'money' }];
  });
}

function sumOf(token: Token): number | undefined {
  if (token.is === 'money') return token.fen;
  return token.is === 'number' && !token.isTimes && token.value !== undefined ? token.value / 10 : undefined;
}

/** 18一斤, 30个38块, 180元/半斤, 45 a jin. */
function amountOf(tokens: readonly Token[], at: number): Amount | undefined {
  const near = [tokens[at + 1], tokens[at + 2], tokens[at - 1], tokens[at - 2]];
  const found = near.find((token) => token?.is === 'amount' || token?.is === 'unit');
  return found && 'amount' in found && found.amount.base !== undefined ? found.amount : undefined;
}

/** How far from a sum its word may stand, in characters. */
const REACH = 14;

/** 便宜2块, 5 yuan off: not what it costs but by how much less. */
export const isDifference = (parts: readonly SalePart[]): boolean =>
  parts.some(({ text, isUsual }) => !isUsual && lex(text).tokens.some((token) => isMoved(token, text)));

function isMoved(token: Token, text: string): boolean {
  if (sumOf(token) === undefined) return false;
  const { plain } = lex(text).text;
  // 这礼拜便宜 六十五一斤: a bare number that stands apart is a price.
  const isApart = token.is === 'number' && /\p{Script=Han}\s+$/u.test(plain.slice(0, token.start));
  const before = plainWords(plain.slice(Math.max(0, token.start - REACH), token.start));
  const behind = plainWords(plain.slice(token.end, token.end + REACH));
  return (endsWithPhrase(said.off, before) && !isApart) || said.offBehind.test(behind);
}

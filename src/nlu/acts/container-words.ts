import { lex } from '../lexer/lexer.ts';
import type { BuyerLine } from '../reading.ts';

/** A line, with the word in which it counts as it was said: 瓶, `jars`. */
export type CountedLine = BuyerLine & { readonly unitWord?: string };

/** What each line counts in, where the message says so much of one container alone. */
export function withUnitWords(lines: readonly BuyerLine[], message: string): CountedLine[] {
  if (!lines.some(({ measure }) => measure === 'COUNT')) return [...lines];
  const amounts = lex(message).tokens.flatMap((token) => (token.is === 'amount' ? [token.amount] : []));
  return lines.map((line) => {
    const same = amounts.filter(({ base, unit }) => unit.measure === 'COUNT' && base === line.quantity);
    const [word, ...others] = new Set(same.map(({ unit }) => unit.word));
    return word && others.length === 0 ? { ...line, unitWord: word } : line;
  });
}

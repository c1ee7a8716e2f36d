import { type Fen, fen, isPrice } from '../../shop/values/money.ts';
import { lex } from '../lexer/lexer.ts';
import { pattern } from './act-patterns.ts';
import { plainWords } from './phrases.ts';

/** 60块能买多少, how much would 100 yuan get me: the one sum that is there to spend; nothing where it is not asked so. */
export function readMoneyFor(message: string): Fen | undefined {
  if (!pattern.buysHowMuch.test(plainWords(message))) return undefined;
  const sums = lex(message).tokens.flatMap((token) =>
    token.is === 'money' && token.fen !== undefined ? [token.fen] : [],
  );
  const [only, ...others] = new Set(sums);
  return only !== undefined && others.length === 0 && isPrice(only) ? fen(only) : undefined;
}

import { type Fen, fen, isPrice } from '../../shop/values/money.ts';
import { lex } from '../lexer/lexer.ts';
import type { Token } from '../lexer/tokens.ts';
import { pattern } from './act-patterns.ts';
import { splitClauses } from './clauses.ts';
import { plainWords } from './phrases.ts';

/** 60块能买多少, how much would 100 yuan get me: the one sum that is there to spend; nothing where it is not asked so. */
export function readMoneyFor(message: string): Fen | undefined {
  if (!pattern.buysHowMuch.test(plainWords(message))) return undefined;
  const [only, ...others] = new Set(splitClauses(message).flatMap(sumsToSpend));
  return only !== undefined && others.length === 0 && isPrice(only) ? fen(only) : undefined;
}

/** Neither a price (12块一斤) nor what posting costs, nor what is given back. */
function sumsToSpend(clause: string): number[] {
  if (pattern.notSpent.test(plainWords(clause))) return [];
  const { tokens } = lex(clause);
  return tokens.flatMap((token, i) =>
    token.is === 'money' && token.fen !== undefined && !isOneUnit(tokens[i - 1]) && !isOneUnit(tokens[i + 1])
      ? [token.fen]
      : [],
  );
}

const isOneUnit = (token: Token | undefined): boolean =>
  token?.is === 'unit' || (token?.is === 'amount' && token.amount.isOne);

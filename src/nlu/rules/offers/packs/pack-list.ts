import type { Measure } from '../../../../shop/values/quantity.ts';
import { lex, type Token } from '../../lexer/lexer.ts';

export interface SaidPack {
  readonly quantity: number;
  readonly measure: Measure;
  /** Fen for the whole pack; null where the price by weight counts. */
  readonly price: number | null;
}

/** `5斤 70元，10斤 130元，20斤`: packs, some with a price of their own. Nothing where any of it is not certain. */
export function readPacks(message: string): SaidPack[] | undefined {
  const clauses = message.split(/[,，;；、\n]/).filter((clause) => clause.trim() !== '');
  const packs = clauses.map(readPack);
  const sure = packs.filter((pack) => pack !== undefined);
  return sure.length === packs.length && sure.length > 0 ? sure : undefined;
}

function readPack(clause: string): SaidPack | undefined {
  const { tokens } = lex(clause);
  const amounts = tokens.flatMap((token) => (token.is === 'amount' ? [token] : []));
  const prices = tokens.flatMap((token) => priceIn(token) ?? []);
  const [amount, price] = [amounts[0], prices[0]];
  if (amounts.length !== 1 || prices.length > 1 || !amount?.base || amount.unit.isContainer) return undefined;
  if (price && price.fen === undefined) return undefined;
  return { quantity: amount.base, measure: amount.unit.measure, price: price?.fen ?? null };
}

/** Beside a pack a bare number is its price. */
function priceIn(token: Token): { fen: number | undefined } | undefined {
  if (token.is === 'money') return token;
  if (token.is !== 'number') return undefined;
  const fen = token.value === undefined ? Number.NaN : token.value / 10;
  return { fen: Number.isSafeInteger(fen) && fen > 0 ? fen : undefined };
}

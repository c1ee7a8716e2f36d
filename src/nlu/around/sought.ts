import { splitClauses } from '../acts/clauses.ts';
import { namesAmount } from '../acts/question-topic.ts';
import { orderWords } from '../choose/buyer/order-words.ts';
import type { BuyerReading } from '../reading.ts';
import { normalizeText } from '../text/text.ts';

/** Longer words are no name of anything. */
const MOST_SIGNS = 10;

/** 想搵啲新鮮淮山, 想寻一些本地产的山楂干: what nothing else was made of is sought by the words behind. */
export function withSought(message: string, reading: BuyerReading): BuyerReading {
  const [first = ''] = reading.kind === 'other' && !reading.recipient ? splitClauses(message) : [];
  const { said, plain } = normalizeText(first);
  const lead = orderWords.seek.at(plain, 0)?.word;
  const product = lead ? said.slice(lead.length).trim() : '';
  if (product.length < 2 || product.length > MOST_SIGNS || namesAmount(product)) return reading;
  return {
    kind: 'search',
    lines: [{ product, quantity: null, measure: null }],
    recipient: null,
    ambiguous: [],
  };
}

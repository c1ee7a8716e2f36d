import { findOrderMood } from '../../clauses/order-mood.ts';
import type { Lexed } from '../../lexer/tokens.ts';
import type { PlainText } from '../../plain/plain-items.ts';
import type { BuyerKind, BuyerLine, BuyerReading } from '../../reading.ts';
import { openLines } from '../ask.ts';
import { isDoubtful } from './odd-words.ts';

const kinds = { asked: 'question', told: 'other', amiss: 'status', unsent: 'cancel' } as const;

/** An order as it is meant: what asks or tells orders nothing, and what may well do either is asked. */
export function asMeant(plain: PlainText, reading: BuyerReading): BuyerReading {
  if (reading.kind !== 'order' || reading.lines.length === 0 || reading.recipient) return reading;
  if (areNoGoods(plain, reading.lines)) return nothingOf('other');
  const mood = findOrderMood(plain, plain.marks);
  if (mood) return nothingOf(kinds[mood]);
  return isDoubtful(plain, reading)
    ? { ...reading, lines: openLines(reading.lines, undefined), ambiguous: ['quantity'] }
    : reading;
}

const nothingOf = (kind: BuyerKind): BuyerReading => ({ kind, lines: [], recipient: null, ambiguous: [] });

/** 95号油两箱: what an order names has a number of its own, and is no goods. */
const areNoGoods = ({ tokens }: Lexed, lines: readonly BuyerLine[]): boolean =>
  lines.every(({ product }) =>
    tokens.some(({ is, text }) => is === 'aside' && text.endsWith('号') && product.startsWith(text)),
  );

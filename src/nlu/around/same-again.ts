import { readAct } from '../acts/act.ts';
import type { BuyerReading } from '../reading.ts';

/** 按上回的原样再办: what was bought before is wanted, and neither goods nor amounts are said. */
export function withSameAgain(message: string, reading: BuyerReading): BuyerReading {
  const isOpen = reading.kind === 'order' || reading.kind === 'other';
  const isSaid = reading.lines.length > 0 || reading.recipient !== null;
  if (!isOpen || isSaid || readAct(message)?.is !== 'same') return reading;
  return {
    kind: 'order',
    lines: [{ product: '', quantity: null, measure: null }],
    recipient: null,
    ambiguous: ['product', 'quantity'],
  };
}

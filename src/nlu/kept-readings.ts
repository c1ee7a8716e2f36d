import type { BuyerReading } from './reading.ts';

/** As many short messages as a village knows goods, in some spellings; of each a few hundred bytes. */
const MOST_KEPT = 1_000;

/** Longer messages are rarely said twice, and people's addresses and phones are in them. */
const MOST_LETTERS = 12;

/**
 * A reader that keeps what it has read of short messages: what people look for is said over and over, and one turn may
 * ask for a reading of the same words twice. A reading depends on its words alone, so what is kept never becomes wrong.
 */
export function keepReadings(read: (message: string) => BuyerReading): (message: string) => BuyerReading {
  const kept = new Map<string, BuyerReading>();
  return (message) => {
    if (message.length > MOST_LETTERS) return read(message);
    const known = kept.get(message);
    const reading = known ?? read(message);
    if (reading.recipient) return reading;
    // The one that was asked for last is the last to go.
    if (known) kept.delete(message);
    kept.set(message, reading);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
    return reading;
  };
}

import { readFileSync } from 'node:fs';
import { lex } from '../src/nlu/lexer/lexer.ts';
import type { BuyerReading, SellerReading } from '../src/nlu/reading.ts';
import { withoutRecipient } from '../src/nlu/recipient/pieces/part.ts';
import { alignBuyer } from './align-buyer.ts';
import { alignSeller } from './align-seller.ts';
import type { Labelled } from './labelled.ts';

export type Side = 'buyer' | 'seller';

export interface Entry {
  readonly message: string;
  readonly reading: BuyerReading | SellerReading;
  /** Who wrote it, and whether it is to be learned from (`train`) or to be scored on (`dev`, `test`). */
  readonly writer?: string;
  readonly part?: string;
}

export const entriesIn = (file: URL): Entry[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** Lines of a corpus with tags found by search; those for which none were found are left out. */
export function labelled(
  side: Side,
  entries: readonly Entry[],
  weight: number,
): { found: Labelled[]; missed: string[] } {
  const found: Labelled[] = [];
  const missed: string[] = [];
  for (const { message, reading } of entries) {
    const lexed = lex(side === 'buyer' ? withoutRecipient(message).rest : message);
    const tags =
      side === 'buyer'
        ? alignBuyer(lexed, reading as BuyerReading)
        : alignSeller(lexed, reading as SellerReading);
    if (tags) found.push({ lexed, tags, weight, class: reading.kind });
    else missed.push(message);
  }
  return { found, missed };
}

import type { SellerCandidate } from './propose-seller.ts';
import type { Lexed } from './tokens.ts';
import type { Problem } from './verify-buyer.ts';

export function problemsInOffer(_lexed: Lexed, _candidate: SellerCandidate): Problem[] {
  return [];
}

import { THOUSAND } from '../lexer/numbers.ts';
import type { Place } from '../lexer/tokens.ts';
import { type Unit, wholeBase } from '../lexer/units.ts';
import type { Cue } from './cues.ts';

export interface Amount extends Place {
  readonly is: 'amount';
  readonly base: number | undefined;
  readonly unit: Unit;
  /** The unit's word, so that a 瓶 is not taken for an 箱. */
  readonly name: string;
  readonly isOne: boolean;
}

/** A unit without a number: `/斤`, `每袋`, `500g jars`, `each`. */
export interface Bare extends Place {
  readonly is: 'unit';
  readonly unit: Unit;
  readonly name: string;
}

/** A seller's message, taken apart: numbers with their units, and what the words between them say about those. */
export type Part =
  | Amount
  | Bare
  | (Place & { readonly is: 'money'; readonly fen: number | undefined })
  | (Place & { readonly is: 'number'; readonly value: number | undefined })
  | (Place & { readonly is: 'cue'; readonly cue: Cue })
  | (Place & { readonly is: 'stop' })
  | (Place & { readonly is: 'slash' })
  | (Place & { readonly is: 'open' })
  | (Place & { readonly is: 'name' })
  | (Place & { readonly is: 'aside' });

export const EACH = 'each';

export const isCue = (part: Part | undefined, cue: Cue): boolean => part?.is === 'cue' && part.cue === cue;

/** A number of a unit, in base units; nothing where that is no whole number. */
export function inUnit(value: number | undefined, unit: Unit): { base: number | undefined; isOne: boolean } {
  return { base: value === undefined ? undefined : wholeBase(value, unit), isOne: value === THOUSAND };
}

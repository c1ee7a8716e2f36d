import type { Outcome } from '../../src/db/work.ts';

/** What a story knows to be there; it ends here where it is not. */
export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined)
    throw new Error('the story expected something that is not there');
  return value;
}

/** What an act came to that a story knows to be allowed; it ends here where it was refused. */
export function granted<T, R>(outcome: Outcome<T, R>): T {
  if (!outcome.ok) throw new Error(`the story expected no refusal: ${JSON.stringify(outcome.refusal)}`);
  return outcome;
}

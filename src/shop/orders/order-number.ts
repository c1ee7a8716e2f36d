const PER_LETTER = 10_000;
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * The n-th order's number as people say it: A-0317. Without I and O, which are mistaken for 1 and 0. PostgreSQL counts and
 * writes them as they are placed (`order_number_text`): by a sequence, so that orders do not wait for each other.
 */
export function orderNumber(n: number): string {
  const digits = String(n % PER_LETTER).padStart(4, '0');
  return `${letters(Math.floor(n / PER_LETTER))}-${digits}`;
}

/** A, B, … Z, AA, AB, … */
function letters(n: number): string {
  const last = LETTERS[n % LETTERS.length] ?? '';
  return n < LETTERS.length ? last : letters(Math.floor(n / LETTERS.length) - 1) + last;
}

/** Reads a text that is nothing but an order's number: `a-317`, `A0317`, `a 0317`. A1 is a product of a stream. */
export function readOrderNumber(text: string): string | undefined {
  const found = /^\s*([a-z]{1,3})(?:\s*[-–—]\s*(?=\d)|\s*(?=\d{4}))(\d{1,4})\s*$/i.exec(
    text.normalize('NFKC'),
  );
  return found ? `${found[1]?.toUpperCase()}-${found[2]?.padStart(4, '0')}` : undefined;
}

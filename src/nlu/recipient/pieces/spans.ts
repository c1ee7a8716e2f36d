import type { Masked } from '../mask.ts';
import type { FoundPhone } from '../phones.ts';
import type { Span } from '../text.ts';

/** The places of what a recipient was read from, labels included. */
export function takenSpans(masked: Masked, phone: FoundPhone | undefined, pieces: readonly Span[]): Span[] {
  const labels = masked.labels.filter(({ kind }) => kind !== 'other');
  const numbers = [...(phone ? [phone] : []), ...(masked.postcode ? [masked.postcode] : [])];
  return inOrder([...pieces, ...masked.extensions, ...labels, ...numbers, ...masked.numbering]);
}

/** Every phone, taken or not, and a labelled postcode. */
export function numberSpans({ phones, labels, postcode }: Masked): Span[] {
  const label = postcode && labels.find(({ kind, end }) => kind === 'postcode' && end === postcode.start);
  return [...phones, ...(label ? [{ start: label.start, end: postcode.end }] : [])];
}

/** By where they begin, as places alone. */
export const inOrder = (spans: readonly Span[]): Span[] =>
  spans.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start || a.end - b.end);

/** What of a text none of the spans holds, without blanks and signs. */
export function spansBetween(said: string, spans: readonly Span[]): Span[] {
  const left: Span[] = [];
  let at = 0;
  for (const { start, end } of [...spans, { start: said.length, end: said.length }]) {
    if (start > at && /[\p{L}\p{N}]/u.test(said.slice(at, start))) left.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  return left;
}

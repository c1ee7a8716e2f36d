import type { Draft, Drafted } from '../facts/facts.ts';
import { blurbLimits, holdsAvoided } from './edits.ts';
import type { DraftOrder } from './order.ts';

export type Candidate = Draft;

/** Those of the drafts that fit the order and were not shown before, the wanted voice first. */
export function chosen(drafts: readonly Candidate[], order: DraftOrder): Drafted | undefined {
  const { edits, earlier } = order;
  const limits = blurbLimits(edits);
  const fit = drafts.filter(
    ({ zh, en }) =>
      !earlier.includes(zh.blurb) &&
      zh.blurb.length <= limits.zh &&
      en.blurb.split(/\s+/).length <= limits.en &&
      !holdsAvoided(`${zh.title} ${zh.blurb} ${en.title} ${en.blurb}`, edits),
  );
  const [first, ...more] = fit.toSorted((one, other) => rank(one, order) - rank(other, order));
  return first && { drafts: [first, ...more], by: 'model' };
}

const rank = ({ voice }: Candidate, { edits }: DraftOrder): number => (voice === edits.voice ? 0 : 1);

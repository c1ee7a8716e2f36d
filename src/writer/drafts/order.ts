import { withoutPersonalData } from '../facts/personal-data.ts';
import { blurbLimits, type DraftEdits, NO_EDITS } from './edits.ts';

/** How the text of a product is to be written, besides its facts. */
export interface DraftOrder {
  readonly edits: DraftEdits;
  /** Chinese blurbs that were shown before; none of them comes again. */
  readonly earlier: readonly string[];
  /** How many texts were shown before: templates take other sentences each time. */
  readonly round: number;
  /** Blurbs of other products that this seller took, as examples of style. */
  readonly examples: readonly string[];
  /** Called with all that the model has said so far. */
  readonly onText?: ((text: string) => void) | undefined;
  /** Ends the request: the seller no longer wants it. */
  readonly signal?: AbortSignal | undefined;
  /** The seller's budget of the day is spent: no model is asked. */
  readonly isOverBudget?: boolean | undefined;
}

export const FIRST_ORDER: DraftOrder = { edits: NO_EDITS, earlier: [], round: 0, examples: [] };

/** What a model is told of an order, a line each. */
export function wantsFor({ edits, earlier, examples }: DraftOrder): string[] {
  const { shorter, avoid, voice } = edits;
  const limits = blurbLimits(edits);
  const clean = (text: string): string => withoutPersonalData(text).replace(/\s+/g, ' ').slice(0, 200);
  return [
    ...(shorter > 0 ? [`shorter: at most ${limits.zh} Chinese characters, ${limits.en} English words`] : []),
    ...avoid.map((word) => `do not mention: ${clean(word)}`),
    ...(voice ? [`the first draft in the voice: ${voice}`] : []),
    ...earlier.map((text) => `unlike: ${clean(text)}`),
    ...examples.map((text) => `in a style like, with none of its facts: ${clean(text)}`),
  ];
}

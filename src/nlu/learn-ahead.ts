import { learnedBuyerGuess } from './guess/buyer-guess.ts';
import type { Learning } from './guess/learning.ts';
import { learnedSellerGuess } from './guess/seller-guess.ts';
import { learnedBuyerForms } from './plainly/buyer-forms.ts';
import { learnedSellerForms } from './plainly/seller-forms.ts';

/**
 * The steps to all that is learned from examples, so that no message has to wait for it. What an earlier start kept takes
 * none: the first message that needs it waits while it is read.
 */
export function* learnAhead(): Learning<void> {
  for (const learned of [learnedBuyerForms, learnedSellerForms, learnedBuyerGuess, learnedSellerGuess])
    yield* learned.steps();
}

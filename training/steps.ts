import { buyerKinds, sellerKinds } from '../src/nlu/reading.ts';
import { heldChoices } from './chooser-data.ts';
import type { Side } from './corpus.ts';
import { type Learned, learnFrom } from './data.ts';
import { learnedEarlier } from './earlier.ts';
import { asModel, meanOf } from './learn.ts';
import { examplesOf, type Material, parted } from './material.ts';
import type { ChoiceExample } from './train-chooser.ts';

/** Of what is read with, and of what the choice is learned with. */
const SEED = { readers: 19, folds: 7 };
/** How often all examples are looked at. */
const EPOCHS = { tagger: 5, classes: 7 };
/** Writers are divided into so many folds; of each in turn the others teach tagger and classifier, and it the choice. */
export const FOLDS = 3;

/** What is to be chosen from for writers that tagger and classifier have not seen. */
export function choicesOf(material: Material, fold: number): ChoiceExample[] {
  const { rest, held } = parted(material, fold, FOLDS);
  const { tagger, classes } = once(rest, SEED.folds);
  return heldChoices(held, { tagger: asModel(tagger), classes: asModel(classes) });
}

const once = (material: Material, seed: number): Learned =>
  learnFrom(
    material.side,
    material.side === 'buyer' ? buyerKinds : sellerKinds,
    examplesOf(material, seed),
    EPOCHS,
    seed,
  );

/** The tagger and the classifier of a side that were learned earlier. */
export const earlierIn = (folder: URL, side: Side): Learned => ({
  tagger: learnedEarlier(new URL(`${side}-tagger.bin`, folder)),
  classes: learnedEarlier(new URL(`${side}-classes.bin`, folder)),
});

/**
 * What frames are filled with and which names are hidden is chance: the mean with what was learned earlier says what does
 * not hang on it.
 */
export function learnTogether(material: Material, earlier: readonly Learned[]): Learned {
  const all = [...earlier, once(material, SEED.readers)];
  return {
    tagger: meanOf(all.map(({ tagger }) => tagger)),
    classes: meanOf(all.map(({ classes }) => classes)),
  };
}

import { buyerKinds, sellerKinds } from '../src/nlu/reading.ts';
import { heldChoices } from './chooser-data.ts';
import { type Learned, learnFrom } from './data.ts';
import { asModel } from './learn.ts';
import { examplesOf, type Material, parted } from './material.ts';
import type { ChoiceExample } from './train-chooser.ts';

const SEED = 7;
/** How often all examples are looked at. */
const EPOCHS = { tagger: 5, classes: 7 };
/** Writers are divided into so many folds; of each in turn the others teach tagger and classifier, and it the choice. */
export const FOLDS = 3;

/** What is to be chosen from for writers that tagger and classifier have not seen. */
export function choicesOf(material: Material, fold: number): ChoiceExample[] {
  const { rest, held } = parted(material, fold, FOLDS);
  const { tagger, classes } = learn(rest);
  return heldChoices(held, { tagger: asModel(tagger), classes: asModel(classes) });
}

export const learn = (material: Material): Learned =>
  learnFrom(
    material.side,
    material.side === 'buyer' ? buyerKinds : sellerKinds,
    examplesOf(material),
    EPOCHS,
    SEED,
  );

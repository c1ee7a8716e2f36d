import { automata } from '../src/nlu/candidates/candidates.ts';
import { tokenFeatures } from '../src/nlu/model/features.ts';
import { findGoods, knownGoods, knownWith } from '../src/nlu/model/goods.ts';
import { messageFeatures } from '../src/nlu/model/message-features.ts';
import type { Side } from './corpus.ts';
import { type Frame, messageOf } from './grammar.ts';
import type { Labelled } from './labelled.ts';
import type { Learner } from './learn.ts';
import { type Random, randomFrom } from './random.ts';
import type { ClassExample } from './train-classifier.ts';
import { trainClassifier } from './train-classifier.ts';
import type { TagExample } from './train-tagger.ts';
import { trainTagger } from './train-tagger.ts';
import type { Language } from './values.ts';

/** `copies` messages of every frame. */
export function messagesOf(
  all: readonly Frame[],
  copies: number,
  names: Record<Language, readonly string[]>,
  random: Random,
): Labelled[] {
  return all.flatMap((frame) =>
    Array.from({ length: copies }, () => messageOf(frame, random, names)).filter((one) => one !== undefined),
  );
}

/** How often a name that the lexicon knows is hidden from the models while they learn, so that unknown names are read too. */
const HIDDEN = 0.4;

export interface Learned {
  readonly tagger: Learner;
  readonly classes: Learner;
}

export function learnFrom(
  side: Side,
  classes: readonly string[],
  examples: readonly Labelled[],
  epochs: { tagger: number; classes: number },
  seed: number,
): Learned {
  const random = randomFrom(seed);
  const known = knownWith([]);
  const tagged: TagExample[] = [];
  const classed: ClassExample[] = [];
  for (const { lexed, tags, class: name, weight } of examples) {
    const marks = findGoods(lexed, known, () => random() < HIDDEN);
    tagged.push({ tokens: lexed.tokens, features: tokenFeatures(lexed, marks), tags, weight });
    classed.push({ features: messageFeatures(lexed, marks), class: name, weight });
  }
  return {
    tagger: trainTagger(automata[side], tagged, epochs.tagger, random),
    classes: trainClassifier(classes, classed, epochs.classes, random),
  };
}

export function goodsForFrames(more: readonly string[]): Record<Language, string[]> {
  const { zh, en } = knownGoods();
  const isHan = (name: string): boolean => /\p{Script=Han}/u.test(name);
  return {
    zh: [...new Set([...zh, ...more.filter(isHan)])],
    en: [...new Set([...en, ...more.filter((name) => name !== '' && !isHan(name))])],
  };
}

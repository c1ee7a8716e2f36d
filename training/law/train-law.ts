import { senseFeatures } from '../../src/writer/law/sense-features.ts';
import { SENSES } from '../../src/writer/law/senses.ts';
import { plainText } from '../../src/writer/text/plain-text.ts';
import type { Learner } from '../learn.ts';
import { randomFrom } from '../random.ts';
import { trainClassifier } from '../train-classifier.ts';
import { textsOfFrames } from './frames.ts';
import { exampleTexts, judgedTexts, type LawText, plainTexts } from './texts.ts';

const SEED = 7;
const EPOCHS = 6;
/** A feature must stand in so many texts: the file stays small, and chance is not learned. */
const LEAST = 10;
/** Texts of every frame. */
const COPIES = 120;
/** What a text of each kind counts: what somebody wrote and somebody judged counts most. */
const WEIGHT = { judged: 2, plain: 1, framed: 0.3 };

/** Learns what texts are about from judged texts, the rules' own examples, plain messages and frames. */
export function learnSenses(judged: readonly LawText[] = judgedTexts()): Learner {
  const random = randomFrom(SEED);
  const examples = [
    ...weighted([...judged, ...exampleTexts()], WEIGHT.judged),
    ...weighted(plainTexts(), WEIGHT.plain),
    ...weighted(textsOfFrames(COPIES, random), WEIGHT.framed),
  ];
  return trainClassifier([...SENSES], examples, EPOCHS, random, LEAST);
}

const weighted = (texts: readonly LawText[], weight: number) =>
  texts.map(({ text, sense }) => ({ features: senseFeatures(plainText(text).text), class: sense, weight }));

import { readFileSync } from 'node:fs';
import { checkClauses } from '../../src/writer/claims/check.ts';
import { createJudge, VERDICTS } from '../../src/writer/claims/judge/judge.ts';
import { openWordFeatures } from '../../src/writer/claims/judge/judge-features.ts';
import { forgetWords } from '../../src/writer/claims/vocabulary.ts';
import type { Learner } from '../learn.ts';
import { type Random, randomFrom } from '../random.ts';
import { type ClassExample, trainClassifier } from '../train-classifier.ts';
import { wordsOfWriters } from './words-of-writers.ts';

/** A text of the corpus with its facts, and who wrote it. */
export interface ClaimsText {
  readonly part: string;
  readonly facts: readonly string[];
  readonly text: string;
  /** The pieces that no fact supports. */
  readonly unsupported: readonly string[];
}

const SEED = 7;
const EPOCHS = 8;
/** A feature must stand with so many words. */
const LEAST = 3;
const YEAR = 2026;

/** Each text is read so often with other words forgotten, and what a word counts then. */
const FORGETFUL = { times: 3, weight: 1 };
/** How many of the words are forgotten: a new writer's goods and places are mostly known, the rest is not. */
const FORGOTTEN: Readonly<Record<string, number>> = { goods: 0.1, places: 0.1, neutral: 0.06 };
const FORGOTTEN_ELSE = 0.35;
/** What a word of a text counts that is put beside the facts of another product. */
const WEIGHT_OF_STRAYS = 0.6;

/**
 * Learns which words that no fact gives are other words for what the facts say. The lists know the corpus's words, so
 * they are made to forget some: once for each writer those that stand in no other writer's texts, as they were unknown
 * before his were read, and then some at random. And a text beside another product's facts says what no fact gives.
 */
export function learnClaims(texts: readonly ClaimsText[] = corpusTexts()): Learner {
  const random = randomFrom(SEED);
  const examples = examplesOf(texts, 1);
  const isOnlyOf = wordsOfWriters(texts);
  for (const [part, own] of Map.groupBy(texts, (text) => text.part)) {
    forgetWords(isOnlyOf(part));
    examples.push(...examplesOf(own, 1));
  }
  for (let time = 0; time < FORGETFUL.times; time += 1) {
    forgetWords((_, topic) => random() < (FORGOTTEN[topic] ?? FORGOTTEN_ELSE));
    examples.push(...examplesOf(texts, FORGETFUL.weight));
  }
  forgetWords();
  examples.push(...examplesOf(strays(texts, random), WEIGHT_OF_STRAYS));
  return trainClassifier([...VERDICTS], examples, EPOCHS, randomFrom(SEED), LEAST);
}

/** The texts about claims in the corpora. */
export const corpusTexts = (): ClaimsText[] =>
  ['claims.jsonl', 'claims-later.jsonl'].flatMap((name) =>
    textsOf(readFileSync(new URL(`../../test/corpus/${name}`, import.meta.url), 'utf8')),
  );

function textsOf(corpus: string): ClaimsText[] {
  return corpus
    .split('\n')
    .filter(Boolean)
    .map((line): ClaimsText & { kind: string } => JSON.parse(line))
    .filter(({ kind }) => kind === 'claims');
}

/** Texts beside the facts of another product: all of them is invented. */
const strays = (texts: readonly ClaimsText[], random: Random): ClaimsText[] =>
  texts.flatMap((one) => {
    const other = texts[Math.floor(random() * texts.length)];
    const isOther = other && other.part === one.part && other.facts[0] !== one.facts[0];
    return isOther ? [{ ...one, facts: other.facts, unsupported: [one.text] }] : [];
  });

/** The open words of all clauses that may be judged. */
const examplesOf = (texts: readonly ClaimsText[], weight: number): ClassExample[] =>
  texts.flatMap(({ text, facts, unsupported }) => {
    const { reading, clauses } = checkClauses(text, facts, YEAR);
    const judge = createJudge(reading, facts, YEAR);
    const invented = unsupported.map((piece) => {
      const from = reading.text.indexOf(piece.normalize('NFKC').replace(/[’‘]/g, "'"));
      return { from, to: from + piece.length };
    });
    return clauses.flatMap((place) => {
      const clause = place.isAgainst ? undefined : judge.read(place, place.open);
      if (!clause) return [];
      return openWordFeatures(clause).map((features, i): ClassExample => {
        const word = clause.open[i];
        const isInvented = invented.some(({ from, to }) => word && word.from < to && from < word.to);
        return { features, class: isInvented ? 'invented' : 'said', weight };
      });
    });
  });

import { unsupportedClaims } from '../claims/check.ts';
import { factList } from '../facts/fact-list.ts';
import type { Draft, Facts } from '../facts/facts.ts';
import { splitSentences } from '../text/sentences.ts';

/** A sentence of a draft with the facts that it rests on. */
export interface Receipt {
  readonly sentence: string;
  readonly facts: readonly string[];
}

/** Finds the facts behind every sentence of a draft by our own check; a model's citations are not used. */
export function findReceipts({ zh, en }: Draft, facts: Facts): Receipt[] {
  const given = factList(facts);
  const sentences = [zh, en].flatMap(({ title, blurb, points }) => [
    title,
    ...splitSentences(blurb),
    ...points,
  ]);
  return [...new Set(sentences)].map((sentence) => ({
    sentence,
    facts: restsOn(sentence, given, facts.year),
  }));
}

/** The facts that support some words of the sentence. */
function restsOn(sentence: string, given: readonly string[], year: number): string[] {
  const openWith = (facts: readonly string[]): number =>
    unsupportedClaims(sentence, facts, year).reduce((sum, piece) => sum + piece.length, 0);
  const alone = openWith([]);
  return given.filter((fact) => openWith([fact]) < alone);
}

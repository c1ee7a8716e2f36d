import { unsupportedClaims } from '../claims/check.ts';
import { factList } from '../facts/fact-list.ts';
import type { Draft, Facts } from '../facts/facts.ts';
import { splitSentences } from '../text/sentences.ts';

/** A sentence of a draft with the facts that it rests on. */
export interface Receipt {
  readonly sentence: string;
  readonly facts: readonly string[];
}

/** Where every sentence of a draft comes from, found by our own check and not by what a model cites. */
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

/** The facts without which more of the sentence would stand alone, or that would carry some of it by themselves. */
function restsOn(sentence: string, given: readonly string[], year: number): string[] {
  const openWith = (facts: readonly string[]): number =>
    unsupportedClaims(sentence, facts, year).reduce((sum, piece) => sum + piece.length, 0);
  const alone = openWith([]);
  return given.filter((fact) => openWith([fact]) < alone);
}

import { type LawScore, lawScoreOf } from './law-scoring.ts';

const corpus = new URL('claims.jsonl', import.meta.url);

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Prints how well texts are judged by the advertising law; with `misses` those that are judged wrong. */
export function printLaw(misses: boolean): void {
  const score = lawScoreOf(corpus);
  console.log(`law: ${inWords(score)}`);
  if (misses)
    for (const { text, expect, got } of score.misses) console.log(`  ${expect}: ${text} ${got.join(', ')}`);
}

const inWords = ({ texts, recall, precision, falseAlarms }: LawScore): string =>
  `${texts} texts, recall ${percent(recall)}, precision ${percent(precision)}, false alarms ${percent(falseAlarms)}`;

import { claimsScoreOf } from './claims-scoring.ts';
import { lawScoreOf } from './law-scoring.ts';

const corpus = new URL('claims.jsonl', import.meta.url);

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Prints how well texts are judged by the advertising law; with `misses` those that are judged wrong. */
export function printLaw(misses: boolean): void {
  const { texts, recall, precision, falseAlarms, misses: wrong } = lawScoreOf(corpus);
  const shares = `recall ${percent(recall)}, precision ${percent(precision)}, false alarms ${percent(falseAlarms)}`;
  console.log(`law: ${texts} texts, ${shares}`);
  if (misses)
    for (const { text, expect, got } of wrong) console.log(`  ${expect}: ${text} ${got.join(', ')}`);
}

/** Prints how well texts are told to be supported by their facts. */
export function printClaims(misses: boolean): void {
  const { texts, letThrough, dropped, misses: wrong } = claimsScoreOf(corpus);
  console.log(
    `claims: ${texts} texts, invented let through ${percent(letThrough)}, supported clauses dropped ${percent(dropped)}`,
  );
  if (misses)
    for (const { text, open, dropped: lost } of wrong)
      console.log(`  ${text}\n    let through ${JSON.stringify(open)} dropped ${JSON.stringify(lost)}`);
}

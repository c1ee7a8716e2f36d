import { findCueClasses, findCues } from '../clauses/cues.ts';
import { isQuantity, type Lexed } from '../lexer/tokens.ts';
import { EDGE, tokenKind, tokenShape } from './features.ts';
import type { Mark } from './goods.ts';
import { hashText } from './hash.ts';

/** Hashes of everything that speaks for or against a class of message: its words, with goods and numbers replaced. */
export function messageFeatures(lexed: Lexed, marks: readonly Mark[]): number[] {
  const words = [EDGE];
  for (const [i, token] of lexed.tokens.entries()) {
    const mark = marks[i];
    if (mark === 'B' || mark === 'S') words.push('#G');
    else if (!mark) words.push(tokenShape(token).replace(/^#(?:MASS|VOLUME|COUNT|BOX)$/, '#Q'));
  }
  words.push('$');
  const names = new Set<string>(['1']);
  for (const [i, word] of words.entries()) {
    const [next = '', then = '', fourth = ''] = words.slice(i + 1, i + 4);
    names
      .add(`1${word}`)
      .add(`2${word}|${next}`)
      .add(`3${word}|${next}|${then}`)
      .add(`4${word}|${next}|${then}|${fourth}`)
      .add(`k${word}|${then}`);
  }
  const classes = findCueClasses(lexed).map(
    (name, i) => name || tokenKind(lexed.tokens[i], marks[i]).replace(/^#(?:MASS|VOLUME|COUNT|BOX)$/, '#Q'),
  );
  const seen = [
    EDGE,
    ...classes.filter(
      (name, i) => name !== '+' && !(name === classes[i - 1] && (name === 'G' || name === '*')),
    ),
    '$',
  ];
  for (const [i, name] of seen.entries()) {
    const [next = '', then = ''] = seen.slice(i + 1, i + 3);
    names.add(`C1${name}`).add(`C2${name}|${next}`).add(`C3${name}|${next}|${then}`).add(`Ck${name}|${then}`);
  }
  const amounts = lexed.tokens.filter(isQuantity);
  names.add(`n${Math.min(amounts.length, 4)}`).add(`l${Math.min(6, Math.floor(words.length / 4))}`);
  names.add(`a${amounts.map(tokenShape).join('').slice(0, 30)}`);
  for (const cues of findCues(lexed)) for (const cue of cues) names.add(`q${cue}`);
  return [...names].map(hashText);
}

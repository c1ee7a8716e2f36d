import { stemmed } from '../../src/writer/claims/vocabulary.ts';
import type { ClaimsText } from './train-claims.ts';

/** A new writer's goods and places are mostly known. */
const KNOWN = ['goods', 'places'];

type IsForgotten = (words: string, topic: string) => boolean;

/** For each writer, whether a line of the lists is there for his texts alone. */
export function wordsOfWriters(texts: readonly ClaimsText[]): (part: string) => IsForgotten {
  const parts = [...Map.groupBy(texts, ({ part }) => part)].map(([part, own]) => ({
    part,
    stands: wordsIn(own),
  }));
  const known = new Map<string, readonly string[]>();
  const writersOf = (word: string): readonly string[] => {
    const found = known.get(word) ?? parts.filter(({ stands }) => stands(word)).map(({ part }) => part);
    known.set(word, found);
    return found;
  };
  return (part) => (line, topic) => {
    if (KNOWN.includes(topic)) return false;
    const writers = new Set(wordsOfLine(line).flatMap(writersOf));
    return writers.size === 1 && writers.has(part);
  };
}

function wordsOfLine(line: string): string[] {
  if (!line.includes('|')) return [line];
  const [chinese = '', english = ''] = line.split('|');
  return [...chinese.split(/\s+/), ...english.split(',').map((word) => word.trim())].filter(Boolean);
}

function wordsIn(texts: readonly ClaimsText[]): (word: string) => boolean {
  const all = texts
    .flatMap(({ text, facts }) => [text, ...facts])
    .join('\n')
    .normalize('NFKC')
    .toLowerCase();
  const stems = ` ${stemmed(all.replaceAll(/[^a-z' -]+/g, ' '))} `;
  return (word) => (/\p{Script=Han}/u.test(word) ? all.includes(word) : stems.includes(` ${stemmed(word)} `));
}

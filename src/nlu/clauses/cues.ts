import { readData } from '../../shop/values/data-file.ts';
import type { Lexed } from '../lexer/tokens.ts';
import { classesFile, cuesFile } from '../text/lexicon.ts';
import { splitWords } from '../text/words.ts';

const file = readData('lexicon/cues.yaml', cuesFile);
const cues = splitWords(
  Object.entries(file.cues).flatMap(([cue, list]) => list.map((word) => [word, cue] as const)),
);
const STOP = /[,;!?.]/;

/** Many ways to take a message ask for the same of it. */
export function oncePer<T>(find: (lexed: Lexed) => T): (lexed: Lexed) => T {
  const found = new WeakMap<Lexed, T>();
  return (lexed) => {
    const one = found.get(lexed) ?? find(lexed);
    found.set(lexed, one);
    return one;
  };
}

/** For each token the cues of its clause: those before it (`past<`) and those behind it (`past>`). */
export const findCues = oncePer((lexed: Lexed) => matchCues(lexed));

function matchCues({ text, tokens }: Lexed): string[][] {
  const found: string[][] = tokens.map(() => []);
  let first = 0;
  for (let i = 0; i <= tokens.length; i += 1) {
    const token = tokens[i];
    if (token && !(token.is === 'sign' && STOP.test(token.text))) continue;
    mark(text.plain, tokens, first, i, found);
    first = i + 1;
  }
  return found;
}

function mark(plain: string, tokens: Lexed['tokens'], first: number, end: number, found: string[][]): void {
  const places: { cue: string; at: number }[] = [];
  for (let i = first; i < end; i += 1) {
    const cue = tokens[i]?.is === 'word' ? cues.at(plain, tokens[i]?.start ?? 0)?.value : undefined;
    if (cue) places.push({ cue, at: i });
  }
  for (let i = first; i < end; i += 1) {
    const of = new Set(places.map(({ cue, at }) => `${cue}${at < i ? '<' : at > i ? '>' : '='}`));
    found[i] = [...of];
  }
}

const classes = splitWords(
  Object.entries(readData('lexicon/classes.yaml', classesFile).classes).flatMap(([name, list]) =>
    list.map((word) => [word, name] as const),
  ),
);

/** For each token the class of the word that it begins (`give`), or goes on in (`+`); empty for others. */
export const findCueClasses = oncePer((lexed: Lexed) => findClasses(lexed));

function findClasses({ text, tokens }: Lexed): string[] {
  const found: string[] = tokens.map(() => '');
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    const word = token?.is === 'word' ? classes.at(text.plain, token.start) : undefined;
    if (!token || !word) continue;
    const end = token.start + word.word.length;
    if (!tokens.some((other, j) => j >= i && other.end === end)) continue;
    found[i] = word.value;
    while ((tokens[i]?.end ?? end) < end) {
      i += 1;
      found[i] = '+';
    }
  }
  return found;
}

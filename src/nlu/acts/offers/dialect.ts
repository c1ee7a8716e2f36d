import { readDataFile } from '../../../shop/values/data-file.ts';
import { normalizeText } from '../../text/text.ts';
import { phraseRecord, phrases } from '../lexicon.ts';
import { phrasePattern } from '../phrases.ts';

// 我屋企啲陈皮得返三斤: an offer in dialect, in plain words.

const lists = readDataFile('lexicon/dialect-offers.yaml', { words: phraseRecord, pointers: phrases });

const plainOf = new Map(
  Object.entries(lists.words).flatMap(([plain, some]) => some.map((one) => [one, plain] as const)),
);
const dialect = phrasePattern([...plainOf.keys()], 'g');
const pointer = new RegExp(
  `(?:^|(?<=[\\s,;.]))${phrasePattern(lists.pointers).source}(?=\\p{Script=Han}{2})`,
  'gu',
);

/** The message with plain words in the place of those of a dialect. */
export function withPlainWords(message: string): string {
  const { said, plain } = normalizeText(message);
  const found = [
    ...[...plain.matchAll(pointer)].map((one) => ({ one, becomes: '' })),
    ...[...plain.matchAll(dialect)].map((one) => ({ one, becomes: plainOf.get(one[0]) ?? one[0] })),
  ].sort((a, b) => b.one.index - a.one.index);
  return found.reduce(
    (text, { one, becomes }) =>
      `${text.slice(0, one.index)}${becomes}${text.slice(one.index + one[0].length)}`,
    said,
  );
}

/** 啲鸡 is called 鸡. */
export const withoutPointer = (title: string): string => {
  const { said, plain } = normalizeText(title);
  const [found = ''] = pointerAtStart.exec(plain) ?? [];
  return found.length < title.length ? said.slice(found.length) : title;
};

const pointerAtStart = new RegExp(`^${phrasePattern(lists.pointers).source}`, 'u');

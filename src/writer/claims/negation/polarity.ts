import type { EnglishToken } from '../english.ts';
import type { Marks, Polarities, Polarity } from '../marks.ts';
import type { Span } from '../phrases.ts';
import { type ChineseWord, denyChinese } from './negated-chinese.ts';
import { denyEnglish } from './negated-english.ts';
import { madeOnce } from './negation.ts';

/** Reads what a text denies and what it leaves open. A negator within one of `whole` reaches to the end of that phrase. */
export function readPolarities(
  text: string,
  chinese: readonly ChineseWord[],
  english: readonly EnglishToken[],
  whole: readonly Span[],
): Polarities {
  const at = Array.from({ length: text.length }, (): Polarity => 'said');
  const marks: Marks = {
    ...{ text, at, cues: [] },
    mark: (from, to, as = 'denied') => at.fill(as, from, to),
  };
  denyChinese(marks, chinese, whole);
  denyEnglish(marks, english, whole);
  denyLabels(marks);
  denyGone(marks);
  return marks;
}

const answeredLabels = madeOnce(
  ({ zh, en }) =>
    new RegExp(
      `(?<=^|[,;。\\n:])(?<label>[^:,;。\\n]{1,30}): *(?:${[...zh.no, ...en.no].join('|')})(?= *(?:$|[,;。.!\\n]))`,
      'giu',
    ),
);

/** `退换:不支持`, `organic: no`. */
function denyLabels({ text, mark }: Marks): void {
  for (const { index, groups } of text.matchAll(answeredLabels()))
    mark(index, index + (groups?.label ?? '').length);
}

const goneWords = madeOnce(
  ({ zh, en }) => new RegExp(`(?:${zh.gone.join('|')}|\\b(?:${en.gone.join('|')})\\b)`, 'giu'),
);

/** 白肉的卖完了: there is none. */
function denyGone({ text, mark }: Marks): void {
  for (const { index } of text.matchAll(goneWords())) {
    const start = Math.max(...[...',;。!?\n:'].map((end) => text.lastIndexOf(end, index) + 1));
    mark(start, index);
  }
}

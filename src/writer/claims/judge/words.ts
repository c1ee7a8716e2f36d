import type { Polarity } from '../marks.ts';
import type { Span } from '../phrases.ts';
import type { Reading } from '../reading.ts';
import { vocabulary } from '../vocabulary.ts';

/** A word of a text, Chinese as it stands, English as its stem. */
export interface Word extends Span {
  readonly form: string;
  readonly isChinese: boolean;
  readonly isNeutral: boolean;
  /** Whether it has a numeral, or counts by itself: first. */
  readonly isNumber: boolean;
  readonly polarity: Polarity;
}

/** The words of a text in order. */
export function contentWords({ text, chinese, english, polarities }: Reading): Word[] {
  const { neutral } = vocabulary();
  const all = [
    ...chinese.map(({ word, from, to }) => ({ from, to, form: word, isChinese: true })),
    ...english.map(({ stem, from, to }) => ({ from, to, form: stem, isChinese: false })),
  ];
  return all
    .map((one) => ({
      ...{ ...one, isNeutral: neutral.has(one.form), isNumber: NUMBER.test(text.slice(one.from, one.to)) },
      polarity: polarities.at[one.from] ?? 'said',
    }))
    .sort((one, other) => one.from - other.from);
}

const NUMBER =
  /[\d零〇一二三四五六七八九十百千万两半]|^(?:first|second|third|fourth|fifth|once|twice|half|头|首|第)/iu;

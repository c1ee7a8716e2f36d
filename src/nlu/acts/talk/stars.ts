import { normalizeText } from '../../text/text.ts';

const NUMBERS = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
} as const;
const SAID = /([1-5]|[一二两三四五]|one|two|three|four|five)\s*(?:颗|个)?\s*(?:星|stars?)/iu;
const GIVEN = /(?:give|rate) (?:it|them|him|her) (?:a )?([1-5]|one|two|three|four|five)/iu;

/** 打五星, `5 stars please`: from 1 to 5; 好评 alone names no number. */
export function readStars(message: string): number | undefined {
  const { plain } = normalizeText(message);
  const said = (SAID.exec(plain) ?? GIVEN.exec(plain))?.[1];
  if (!said) return undefined;
  const word = said as keyof typeof NUMBERS;
  return word in NUMBERS ? NUMBERS[word] : Number(said);
}

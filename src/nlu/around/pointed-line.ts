import { phrasePattern } from '../acts/phrases.ts';
import type { BuyerReading } from '../reading.ts';
import { normalizeText } from '../text/text.ts';
import { soughtWords } from './sought-words.ts';

const POINTED = phrasePattern(soughtWords.pointed, 'g');

/** Goods that any reader knows. */
const STAND_INS = { zh: ['核桃', '小米'], en: ['walnuts', 'apples'] } as const;

/**
 * 这个一斤，苹果5斤, with honey on screen: the amount beside a word that points is of what is seen, and is no less wanted than
 * what is named. The word is one that points at goods where goods in its place make a line more and leave every other name.
 */
export function withPointedLine(
  message: string,
  reading: BuyerReading,
  read: (message: string) => BuyerReading,
): BuyerReading {
  const { kind, lines } = reading;
  if (kind !== 'order' || lines.length === 0 || lines.some(({ product }) => product === '')) return reading;
  const { said, plain } = normalizeText(message);
  const standIn = STAND_INS[/\p{Script=Han}/u.test(plain) ? 'zh' : 'en'].find(
    (name) => !plain.includes(name),
  );
  if (standIn === undefined) return reading;
  for (const { 0: word, index } of plain.matchAll(POINTED)) {
    const replaced = read(`${said.slice(0, index)}${standIn}${said.slice(index + word.length)}`);
    const [pointed, ...more] = replaced.lines.filter(({ product }) => product === standIn);
    const amount = pointed?.quantity;
    const isOneMore =
      replaced.kind === 'order' &&
      amount != null &&
      more.length === 0 &&
      replaced.lines.length === lines.length + 1 &&
      lines.every(({ product }) => replaced.lines.some((line) => line.product === product));
    if (isOneMore)
      return {
        ...replaced,
        lines: replaced.lines.map((line) => (line === pointed ? { ...line, product: '' } : line)),
      };
  }
  return reading;
}

import { readDataFile } from '../../../shop/values/data-file.ts';
import { normalizeText } from '../../text/text.ts';
import { phrases } from '../lexicon.ts';
import { phrasePattern } from '../phrases.ts';

// 要是卖不动就降到13: what has not happened changes nothing.

const lists = readDataFile('lexicon/supposed.yaml', {
  suppose: phrases,
  behind: phrases,
  polite: phrases,
  tiers: phrases,
  hangs: phrases,
  inStock: phrases,
});
const suppose = phrasePattern(lists.suppose);
const behind = phrasePattern(lists.behind);
const tiers = phrasePattern(lists.tiers);
const hangs = phrasePattern(lists.hangs);
const polite = phrasePattern(lists.polite, 'g');

const SENTENCE = /[^.。!！;；\n]+(?:\.(?=\d)[^.。!！;；\n]+)*[.。!！;；\n]?/gu;
const COMMA = /[,，]/u;

/**
 * The message without what hangs on something, from there to the end of its sentence: 卖了5斤，要是没人买就降到13 is a sale
 * alone. What somebody pays who takes more (买10斤以上) is no such thing.
 */
export function withoutSupposed(message: string): string {
  const { said, plain } = normalizeText(message);
  if (!suppose.test(plain) && !behind.test(plain)) return message;
  const sentences = [...plain.matchAll(SENTENCE)];
  const kept = sentences.map(({ 0: words, index }) =>
    said.slice(index, index + certainLength(words)).replace(/[\s,，]+$/u, ''),
  );
  const isWhole = sentences.every(({ 0: words }) => certainLength(words) === words.length);
  return isWhole ? message : kept.filter(Boolean).join('。');
}

const inStock = phrasePattern(lists.inStock);

/** 如果还有的话我要一斤半: the message without the condition that there is some; what is sold out says so by itself. */
export const withoutInStock = (message: string): string => {
  const { said, plain } = normalizeText(message);
  const found = inStock.exec(plain);
  if (!found) return message;
  const [lead, behind] = [said.slice(0, found.index), said.slice(found.index + found[0].length)];
  return [lead, behind]
    .map((one) => one.replace(EDGE, ''))
    .filter(Boolean)
    .join('，');
};

const EDGE = /^[\s,，。.]+|[\s,，]+$/gu;

/** Whether some of a message is wanted only if something else comes to be: 要是能包邮，就改成5斤; 能便宜点就再加2斤. */
export function hangsOnSomething(message: string): boolean {
  const said = normalizeText(message).plain.replace(polite, ' ');
  return suppose.test(said) || behind.test(said) || said.split(COMMA).some((clause) => hangs.test(clause));
}

/** How much of a sentence is said for certain. */
function certainLength(sentence: string): number {
  const words = sentence.replace(polite, (found) => ' '.repeat(found.length));
  const begins = suppose.exec(words)?.index;
  const ends = behind.exec(words)?.index;
  const start = begins ?? (ends === undefined ? undefined : clauseStart(words, ends));
  if (start === undefined || tiers.test(words.slice(start))) return sentence.length;
  // Put the price up if it rains: what stands before it in its clause hangs on it too.
  return /[a-z]/.test(words.charAt(start)) ? clauseStart(words, start) : start;
}

const clauseStart = (words: string, at: number): number =>
  [...words.slice(0, at)].reduce((start, sign, i) => (COMMA.test(sign) ? i + 1 : start), 0);

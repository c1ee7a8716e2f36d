import { stemmed, vocabulary } from '../claims/vocabulary.ts';
import { cutChinese } from '../text/segment.ts';

/** Translates a title by the glossary: 板栗 is chestnut. Undefined where it does not know a word. */
export function englishTitle(title: string): string | undefined {
  const plain = title.normalize('NFKC').trim();
  const whole = vocabulary().english.get(plain);
  if (whole) return capital(whole);
  const words = cutChinese(plain).filter((word) => !/^[\s的,、·]+$/u.test(word));
  const english = words.map((word) => vocabulary().english.get(word));
  return words.length > 0 && english.every((word) => word !== undefined)
    ? capital(withoutEchoes(english.join(' ')))
    : undefined;
}

/** Walnuts are 核桃. Undefined where the glossary does not know the whole title. */
export function chineseTitle(title: string): string | undefined {
  const { meanings, goods } = vocabulary();
  const wanted = [...(meanings.get(stemmed(title.normalize('NFKC').trim())) ?? [])].find((one) =>
    goods.has(one),
  );
  if (wanted === undefined) return undefined;
  return [...meanings].find(([word, found]) => /\p{Script=Han}/u.test(word) && found.has(wanted))?.[0];
}

/** 散养土鸡 says free-range twice. */
const withoutEchoes = (text: string): string => text.replaceAll(/(\S+)(?: \1)+(?= |$)/g, '$1');

/** The English of a single word of the glossary. */
export const translateTerm = (word: string): string | undefined => vocabulary().english.get(word.trim());

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

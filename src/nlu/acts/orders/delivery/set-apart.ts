import { readDataFile } from '../../../../shop/values/data-file.ts';
import { lexicon as acts, phrases } from '../../lexicon.ts';
import { phrasePattern } from '../../phrases.ts';

// 白文镇12号 放门卫, "Shanxi please leave it at the door": what stands beside an address without a stop between.

export const apartWords = readDataFile('lexicon/beside-addresses.yaml', {
  leads: phrases,
  ends: phrases,
  ofRecipient: phrases,
});

/** The message with a stop on both sides of each part that `isApart` knows: at blanks, behind a house's number, before "please". */
export const setApart = (message: string, isApart: (part: string) => boolean): string =>
  message
    .split(STOPS)
    .map((clause, i) => (i % 2 === 0 ? setClauseApart(clause, isApart) : clause))
    .join('');

const STOPS = /([,，;；。!！?？\n]+|\.(?=\s|$))/u;

function setClauseApart(clause: string, isApart: (part: string) => boolean): string {
  if (AT_START.test(clause) && isApart(clause)) return clause;
  const at = latinStarts(clause).find((start) => isApart(clause.slice(start)));
  if (at !== undefined)
    return `${setClauseApart(clause.slice(0, at), isApart).trimEnd()}, ${clause.slice(at)}`;
  const words = clause.split(BLANKS);
  const cut = words.map((word, i) => (i % 2 === 0 ? setWordApart(word, isApart) : word));
  return cut.some((word, i) => word !== words[i]) ? tidied(cut.join('')) : clause;
}

const BLANKS = /([ \u3000\t]+)/u;

/** A part of its own, or one that is glued to the address before it. */
function setWordApart(word: string, isApart: (part: string) => boolean): string {
  if (!HAN.test(word)) return word;
  if (isApart(word)) return `，${word}，`;
  const at = gluedStarts(word).find((start) => isApart(word.slice(start)));
  return at === undefined ? word : `${word.slice(0, at)}，${word.slice(at)}，`;
}

const tidied = (clause: string): string => clause.replace(/(?:\s*，\s*)+/gu, '，').replace(/^，|，$/gu, '');

const HAN = /\p{Script=Han}/u;
const LATIN_START = new RegExp(`(?<=\\S\\s+)(?=${phrasePattern(apartWords.leads).source})`, 'giu');
const AT_START = new RegExp(`^\\s*${phrasePattern(apartWords.leads).source}`, 'iu');
const GLUED_START = new RegExp(
  `(?<=\\d|${phrasePattern(apartWords.ends).source})(?=${phrasePattern([...apartWords.leads, ...acts.part.wish]).source})`,
  'gu',
);

const latinStarts = (clause: string): number[] =>
  /[a-z]/iu.test(clause) ? [...clause.matchAll(LATIN_START)].map(({ index }) => index) : [];

const gluedStarts = (word: string): number[] => [...word.matchAll(GLUED_START)].map(({ index }) => index);

import { readText } from '../claims/reading.ts';
import { vocabulary } from '../claims/vocabulary.ts';
import { BLURB_LENGTH, BLURB_WORDS, type Voice, voices } from '../facts/facts.ts';

/** What a seller wants to be different about a text. */
export interface DraftEdits {
  /** How often "shorter" was said. */
  readonly shorter: number;
  /** Words that the text may not hold, nor others that mean the same. */
  readonly avoid: readonly string[];
  readonly voice?: Voice | undefined;
}

export const NO_EDITS: DraftEdits = { shorter: 0, avoid: [] };

const SHORTER =
  /短(?:一点|点|些|一些)|简[短洁练]|精简|太长|少写|\b(?:shorter|too long|briefer|more brief|cut it)\b/iu;
const PLAIN = /平实|朴实|实在点|简单点|正式|\b(?:plain(?:er)?|matter of fact)\b/iu;
const WARM = /热情|亲切|活泼|温暖|有人情味|\b(?:warm(?:er)?|friendl(?:y|ier))\b/iu;
const AVOID =
  /(?:不要|别|不用|不|去掉|删掉|删了|删)(?:再)?(?:说|写|提|讲|用)?(?:到|了)?\s*[「“"']?(?<zh>[\p{Script=Han}\d]{1,10}?)[」”"']?(?:这个词|这个字|两个字|这句|这句话|了|的话)?(?=$|[,，。;；!！、\s])|\b(?:without|no|don['’]?t (?:say|mention|use|write)|do not (?:say|mention|use|write)|leave out|drop|remove)\s+["“']?(?<en>[a-z][a-z' -]{1,30}?)["”']?(?=$|[,.;!])/giu;
const AGAIN =
  /^(?:再写|再来|重写|换一[个种版]|再写一[次个遍]|again|rewrite|another(?: one)?|once more|try again)/iu;
/** What is asked for by the verb alone: 不要了 declines. */
const NO_WORD = /^(?:了|吧|啦|钱|急|紧|谢|客气|一样|是|好|行|thanks?|thank you|more|problem|one|way)$/iu;

/** Reads "短一点", "不要说甜", "shorter, without sweet", "再写一次"; undefined where it asks for nothing of the kind. */
export function parseEdits(text: string): DraftEdits | undefined {
  const plain = text.normalize('NFKC').trim();
  const shorter = SHORTER.test(plain) ? 1 : 0;
  const voice = WARM.test(plain) ? 'warm' : PLAIN.test(plain) ? 'plain' : undefined;
  const avoid = [...plain.matchAll(AVOID)]
    .map(({ groups }) => (groups?.zh ?? groups?.en ?? '').trim())
    .filter((word) => word !== '' && !NO_WORD.test(word));
  if (shorter === 0 && !voice && avoid.length === 0 && !AGAIN.test(plain)) return undefined;
  return { shorter, avoid, ...(voice && { voice }) };
}

/** Whether a text holds a word that is to be avoided, or one that means the same. */
export function holdsAvoided(text: string, { avoid }: Pick<DraftEdits, 'avoid'>): boolean {
  if (avoid.length === 0) return false;
  const plain = text.normalize('NFKC').toLowerCase();
  const unwanted = new Set(avoid.flatMap((word) => [...meaningsWithin(word)]));
  return (
    avoid.some((word) => plain.includes(word.toLowerCase())) ||
    [...meaningsWithin(text)].some((meaning) => unwanted.has(meaning))
  );
}

function meaningsWithin(text: string): Set<number> {
  const { phrases, chinese, english } = readText(text);
  const { meanings } = vocabulary();
  const words = [...chinese.map(({ word }) => word), ...english.map(({ stem }) => stem)];
  return new Set([
    ...phrases.flatMap((phrase) => [...phrase.meanings]),
    ...words.flatMap((word) => [...(meanings.get(word) ?? [])]),
  ]);
}

const SHORTEST = { zh: 24, en: 12 };

/** The most characters of Chinese, and the most English words, that a blurb may have: half after each "shorter". */
export const blurbLimits = ({ shorter }: Pick<DraftEdits, 'shorter'>): { zh: number; en: number } => ({
  zh: Math.max(SHORTEST.zh, Math.floor(BLURB_LENGTH / 2 ** shorter)),
  en: Math.max(SHORTEST.en, Math.floor(BLURB_WORDS / 2 ** shorter)),
});

export const toVoice = (name: string | undefined): Voice | undefined =>
  voices.find((voice) => voice === name);

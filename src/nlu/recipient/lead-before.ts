import { alternation, lexicon } from './lexicon.ts';

// Hello from Toronto! 5 kg of apples for my mum please: 李兰 138… 成都市…

const { talk, place, wants, places } = lexicon.before;

/**
 * Where talk ends that stands before a person with an address in Chinese; 0 where there is none, or where any word of it may
 * belong to the address: Flat 8, 12 Taoyuan Road, 李兰 138… 成都市….
 */
export function leadEnd(said: string): number {
  if (!HAN.test(said)) return 0;
  const named = NAMED.exec(said)?.index;
  const led = LED.exec(said)?.[0];
  const start = named ?? led?.length ?? said.search(HAN);
  const lead = said.slice(0, start);
  const isEnglish = !HAN.test(lead) && TALK.test(lead) && !PLACE.test(lead);
  const isChinese = led !== undefined && WANTS.test(lead) && !PLACES.test(lead);
  return isEnglish || isChinese ? start : 0;
}

const latin = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}'])(?:${alternation(words)})(?![\\p{L}'])`, 'iu');

const HAN = /\p{Script=Han}/u;
const TALK = latin(talk);
const PLACE = latin(place);
const WANTS = new RegExp(alternation(wants), 'u');
const PLACES = new RegExp(alternation(places), 'u');
/** 我在多伦多，给我妈买5斤苹果：: goods before a colon. */
const LED = /^[^:：\d]*[\d一二两三四五六七八九十半]+(?:斤|公斤|千克|箱|袋|盒|瓶|罐|kg)[^:：\d]{0,12}[:：]/u;
/** For Li Lan 138…: a name in Latin letters before a mobile. */
const NAMED = /(?<=(?:\b(?:for|to)|:)\s*)\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,2}(?=[\s,]+1\d{10}(?!\d))/u;

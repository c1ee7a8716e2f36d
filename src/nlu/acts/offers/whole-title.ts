import { readDataFile } from '../../../shop/values/data-file.ts';
import { lex } from '../../lexer/lexer.ts';
import { isQuantity, type Token } from '../../lexer/tokens.ts';
import { type Known, knownWith } from '../../model/goods.ts';
import type { SellerReading } from '../../reading.ts';
import { words } from '../../text/lexicon.ts';
import { readPlainOffer } from './plain-offer.ts';

// The whole noun as typed: 花生碎 12元一斤 is no offer of 花生.

const { ends } = readDataFile('lexicon/title-ends.yaml', { ends: words });
/** Longer than that it was no name. */
const MAX_MORE = 3;
const HAN = /^\p{Script=Han}+$/u;

/** The reading with all of its title, where nothing but the name's own signs stands between it and the figure behind it. */
export function withWholeTitle(message: string, reading: SellerReading): SellerReading {
  const { title } = reading;
  if (reading.kind !== 'product' || title === null) return reading;
  if (!HAN.test(title)) return { ...reading, title: wholePhrase(message, title) };
  const whole = wordAtStart(message);
  if (whole?.endsWith(title) && isName(whole.slice(0, -title.length))) return { ...reading, title: whole };
  const { text, tokens } = lex(message);
  const at = text.said.indexOf(title);
  if (at < 0) return reading;
  const noun = title.length === 1 ? nounBehind(text.plain, at) : undefined;
  if (noun) return { ...reading, title: noun };
  const more = signsBehind(tokens, at + title.length);
  return more === '' ? reading : { ...reading, title: `${title}${more}` };
}

/** 雨前毛尖 180元: what stands alone at the start, parted from its figure, is the name. */
const wordAtStart = (message: string): string | undefined =>
  /^\s*(\p{Script=Han}{2,8})\s+(?=\d)/u.exec(message)?.[1];

/** Sour plums 12 yuan/kg, 60 kg: of an offer that says nothing else, all words before the price are the name. */
function wholePhrase(message: string, title: string): string {
  const whole = readPlainOffer(message)?.title;
  return whole && ` ${whole} `.toLowerCase().includes(` ${title} `.toLowerCase()) ? whole : title;
}

const DESCRIBED = /^\p{Script=Han}{1,8}的(\p{Script=Han}{2,8})(?=[\s,，。;；\d]|$)/u;

/** 手工扎的高粱扫帚 is no offer of 手: the noun that the words from `at` on describe. */
function nounBehind(plain: string, at: number): string | undefined {
  const noun = DESCRIBED.exec(plain.slice(at))?.[1];
  if (noun === undefined || ends.some((word) => noun.includes(word))) return undefined;
  names ??= knownWith([]);
  return names.at(plain, at) ? undefined : noun;
}

let names: Known | undefined;

/** The signs that go on right behind the title up to a figure; none where a word among them ends a name. */
function signsBehind(tokens: readonly Token[], end: number): string {
  let more = '';
  for (const token of tokens.filter(({ start }) => start >= end)) {
    if (isQuantity(token)) return isName(more) ? more : '';
    if (token.is !== 'word' || token.start !== end + more.length || more.length === MAX_MORE) return '';
    more += token.text;
  }
  return '';
}

const isName = (more: string): boolean => HAN.test(more) && !ends.some((word) => more.includes(word));

import { knownWith } from '../model/goods.ts';
import { findAmounts } from './goods.ts';
import { alternation, lexicon } from './lexicon.ts';

/** 要, 再来, 给我整: what says that goods follow. */
const WANT = alternation(lexicon.wants);
const WANTS = new RegExp(`^${WANT}`);
const WANTING = new RegExp(`${WANT}$`);
const BEHIND = new RegExp(`^${alternation(lexicon.wantsBehind)}*$`);
/** A house's number, or that of a room: 五十六号, 3栋, 502室, 三(5)班. */
const HOUSE =
  /(?:\d|[a-z]|[一二三四五六七八九十百零〇])\)?(?:号楼|号院|[号栋幢座楼层室房户弄期组队社院舍斋教班门馆]|单元)?$/;
const MARK = new RegExp(`${alternation(lexicon.marks)}$`);
/** Enough to see how a part of an address ends. */
const PART = 4;
/** No name of goods is longer. */
const LONGEST = 8;

const known = knownWith([]);

/** 要柿饼, 来核桃吧, 十八号要两份: nothing but that goods are wanted. */
export const isWanted = (words: string): boolean => {
  if (isNumbered(words)) return true;
  const want = WANTS.exec(words)?.[0].length ?? 0;
  const goods = want > 0 ? known.at(words, want) : undefined;
  return goods !== undefined && BEHIND.test(words.slice(want + goods.word.length));
};

/** A number that a stream's host calls goods by, and how much of them: no house of an address. */
function isNumbered(words: string): boolean {
  const said = words.slice(WANTS.exec(words)?.[0].length ?? 0);
  const number = ITEM.exec(said)?.[0].length ?? 0;
  const rest = said.slice(number);
  const want = WANTS.exec(rest)?.[0].length ?? 0;
  const [amount] = number > 0 ? findAmounts(rest, false) : [];
  return amount?.start === want && BEHIND.test(rest.slice(amount.end));
}

const ITEM = /^(?:\d{1,3}|[一二三四五六七八九十]{1,3})号(?:链接|品|款)?/;

/** Where an address or a name begins behind goods that are wanted: 要柿饼寄给王芳. */
export function sentBehind(words: string): number | undefined {
  for (const { index } of words.matchAll(SENDING)) if (isWanted(words.slice(0, index))) return index;
  return undefined;
}

const SENDING = /[寄发送邮]|快递到/g;

/** Where the goods begin that are glued to the end of an address: …126号要柿饼. */
export function wantedAt(words: string): number | undefined {
  for (let at = 1; at < words.length; at += 1)
    if (isEnd(words.slice(Math.max(0, at - PART), at)) && isWanted(words.slice(at))) return at;
  return undefined;
}

/**
 * Where an address ends in words that goods stand behind: before goods that are known, with what wants them, else before
 * what wants something, else behind the last house or other part that an address ends with. Nothing where none is seen.
 */
export function endBeforeGoods(words: string): number | undefined {
  const start = knownStart(words);
  if (start !== undefined) return withoutWant(words, start);
  const want = withoutWant(words, words.length);
  if (want < words.length && isEnd(words.slice(0, want))) return want;
  for (let at = words.length; at > Math.max(0, words.length - LONGEST); at -= 1)
    if (isEnd(words.slice(0, at))) return at;
  return undefined;
}

/** 3栋 1302核桃两箱: how much of what stands before an amount of goods is still a part of the address before it. */
export function partBeforeGoods(words: string): number {
  const end = endBeforeGoods(words) ?? 0;
  return isEnd(words.slice(0, end)) ? end : 0;
}

const isEnd = (words: string): boolean => HOUSE.test(words) || MARK.test(words);

/** Of names that end there the longest: 山核桃 before 核桃. In 核桃要5斤 it stands before what wants it. */
function knownStart(words: string): number | undefined {
  const ends = [words.length, withoutWant(words, words.length)];
  for (const end of new Set(ends))
    for (let at = Math.max(0, end - LONGEST); at < end; at += 1)
      if (known.at(words.slice(0, end), at)?.word.length === end - at) return at;
  return undefined;
}

function withoutWant(words: string, end: number): number {
  const want = WANTING.exec(words.slice(0, end))?.[0].length ?? 0;
  return end - want;
}

import type { Given } from './given.ts';
import type { Polarity } from './marks.ts';
import { endsRemoved, findRemovals } from './negation/negated-chinese.ts';
import { findNegator, negation } from './negation/negation.ts';
import { type Bound, readBound } from './numbers/bounds.ts';
import { isGiven } from './numbers/given-quantities.ts';
import { measures } from './numbers/measures.ts';
import { findQuantities } from './numbers/quantities.ts';
import type { Quantity } from './numbers/quantity.ts';
import { isRate } from './numbers/ratios/rates.ts';
import { findDerived } from './numbers/ratios/ratios.ts';
import { englishAt } from './open-english.ts';
import { type Phrase, type Span, toSentences } from './phrases.ts';
import type { Reading } from './reading.ts';
import { vocabulary } from './vocabulary.ts';

/** For each character, whether it belongs to an unsupported word or number. */
export function openPlaces(reading: Reading, given: Given): boolean[] {
  const { text } = reading;
  const open = Array.from({ length: text.length }, () => false);
  const all = findQuantities(text);
  const isOfEach = (one: Quantity): boolean => isRate(one, text, all, given.rates);
  const quantities = all.filter(
    (one) =>
      !one.isLoose &&
      (one.dimension === 'rank' || !isWord(one, reading) || isGivenSpan(one, given) || isOfEach(one)),
  );
  const counted = (at: number): boolean => quantities.some(({ from, to }) => at >= from && at < to);
  const mark = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) open[at] = /[\p{L}\p{N}%℃]/u.test(text[at] ?? '');
  };
  const derived = toSentences(text).flatMap(({ from, to }) =>
    findDerived(text.slice(from, to), given.ratios).map((one) => ({
      from: from + one.from,
      to: from + one.to,
    })),
  );
  const isDerived = (one: Span): boolean => derived.some(({ from, to }) => from < one.to && one.from < to);
  const bounds: Span[] = [];
  for (const one of quantities) {
    const bounded = readBound(text, one);
    if (bounded && !given.hasBounded(one, boundMeant(reading, one, bounded)) && !isDerived(one))
      mark(one.from, one.to);
    else if (bounded) bounds.push(bounded);
    else if (!isGiven(one, given.quantities) && !isDerived(one) && !isOfEach(one)) mark(one.from, one.to);
  }
  for (const { from, to } of hanRuns(text, counted))
    for (const at of openSigns(reading, given, from, to)) {
      const word = reading.chinese.find((one) => one.from <= at && one.to > at);
      mark(Math.max(from, word?.from ?? at), Math.min(to, word?.to ?? at + 1));
    }
  const words = reading.english.filter(({ from }) => !counted(from));
  for (let i = 0; i < words.length; ) {
    const { taken, isFine } = englishAt(reading, given, words, i);
    if (!isFine) for (const { from, to } of words.slice(i, i + taken)) mark(from, to);
    i += taken;
  }
  for (const { from, to } of [
    ...[...bounds, ...fullness(text, quantities), ...reading.plain],
    ...givenRemovals(reading, given),
  ])
    open.fill(false, from, to);
  return open;
}

/** 抽去芯 of what its facts call 去芯, by whatever verb. */
const givenRemovals = ({ text, polarities }: Reading, given: Given): Span[] =>
  findRemovals(text).filter(({ from, to, part }) => {
    const at = text.indexOf(part, from);
    const isGone = polarities.at[at] === 'denied' && at < to;
    const meanings = vocabulary().meanings.get(part);
    return isGone && (given.hasSign(part, 'denied') || given.hasMeaning(meanings, 'denied'));
  });

type BoundIn = Span & { readonly bound: Bound };

/** No bulb under 5 cm: none is less. The bound's own words (五十块不到) deny nothing. */
const boundMeant = (
  { text, polarities }: Reading,
  { from, to }: Span,
  { bound, ...words }: BoundIn,
): Bound =>
  !text.slice(to, words.to).includes('不') && polarities.at.slice(from, to).includes('denied')
    ? bound === 'above'
      ? 'below'
      : 'above'
    : bound;

const FULLNESS = /(?<![不未])(满满|足足|整整|[满足整](?=$))(\p{Script=Han}{0,2}了?)$/u;

/** The words that say of a number that nothing of it is missing: 晒满十八个月, 足足陈了三年. */
const fullness = (text: string, quantities: readonly Quantity[]): Span[] =>
  quantities.flatMap(({ from }) => {
    const [, words, between = ''] = FULLNESS.exec(text.slice(0, from)) ?? [];
    const end = from - between.length;
    return words === undefined ? [] : [{ from: end - words.length, to: end }];
  });

/** 半年 is a word and a span of time: a fact may give it as 6个月. */
const isGivenSpan = (one: Quantity, given: Given): boolean =>
  !['plain', 'count'].includes(one.dimension) && isGiven(one, given.quantities);

/** A numeral within a neutral word or a known phrase: 一下, 一级, 两遍. */
function isWord({ from, to }: Quantity, { text, phrases }: Reading): boolean {
  if (!/\p{Script=Han}/u.test(text.slice(from, to))) return false;
  const { neutral } = vocabulary();
  return (
    phrases.some((phrase) => phrase.from <= from && phrase.to >= to) ||
    [2, 3].some((length) => length >= to - from && neutral.has(text.slice(from, from + length)))
  );
}

function hanRuns(text: string, counted: (at: number) => boolean): Span[] {
  const runs: { from: number; to: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!/\p{Script=Han}/u.test(text[at] ?? '') || counted(at)) continue;
    const last = runs.at(-1);
    if (last?.to === at) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  }
  return runs;
}

const LONGEST_PIECE = 12;

/** The characters of a run of Chinese that stay unsupported in the best covering by supported words. */
function openSigns(reading: Reading, given: Given, from: number, to: number): number[] {
  const best: { cost: number; open: readonly number[] }[] = [{ cost: 0, open: [] }];
  for (let end = from + 1; end <= to; end += 1) {
    const before = best[end - 1 - from] ?? { cost: 0, open: [] };
    let here = { cost: before.cost + 1, open: [...before.open, end - 1] };
    for (let start = Math.max(from, end - LONGEST_PIECE); start < end; start += 1) {
      const left = best[start - from];
      if (left && left.cost < here.cost && isSupported(reading, given, start, end))
        here = { ...left, open: [...left.open] };
    }
    best.push(here);
  }
  return [...(best.at(-1)?.open ?? [])];
}

function isSupported(reading: Reading, given: Given, from: number, to: number): boolean {
  const piece = reading.text.slice(from, to);
  const as = reading.polarities.at[endsRemoved(piece) ? to - 1 : from] ?? 'said';
  if (to - from === 1) return isSignSupported(reading, given, from);
  if (given.hasChinese(piece, as) || findNegator(piece) === piece) return true;
  if (!isAligned(reading, from, to)) return false;
  return (
    vocabulary().neutral.has(piece) ||
    (isEachOne(piece) && !isPartOfPhrase(reading, given, from, as)) ||
    given.hasMeaning(vocabulary().meanings.get(piece), as) ||
    (to - from <= 4 && given.soundsLikeName(piece))
  );
}

/** 每袋, 一箱: names no amount. */
const isEachOne = (piece: string): boolean =>
  /^[每一单].$/u.test(piece) && measures().counters.includes(piece.slice(1));

/** Whether it begins or ends at a word boundary. */
const isAligned = ({ chinese }: Reading, from: number, to: number): boolean =>
  chinese.some((word) => word.from === from || word.to === to);

const PARTICLE = /[的了着过地得们儿]/u;

function isSignSupported(reading: Reading, given: Given, at: number): boolean {
  const sign = reading.text[at] ?? '';
  const word = reading.chinese.find(({ from, to }) => from <= at && to > at)?.word ?? sign;
  if (PARTICLE.test(sign) || findNegator(sign) === sign) return true;
  const as = reading.polarities.at[at] ?? 'said';
  const isContent = (one: string): boolean =>
    given.hasSign(one, as) || given.hasMeaning(vocabulary().meanings.get(one), as);
  const { neutral } = vocabulary();
  if (isTelling(reading, at)) return isContent(sign);
  if (isByUnit(reading, at)) return given.hasChinese(reading.text.slice(at - 1, at + 1), as);
  if (isPacked(reading, at) || isNameBySound(reading, given, at) || isByName(reading, given, at)) return true;
  if (isResult(reading, given, at) || isLimit(reading, at) || isCountedPerson(reading, given, at))
    return true;
  if (word.length > 1 && given.hasMeaning(vocabulary().meanings.get(word), as)) return true;
  if (word.length === 1)
    return isContent(sign) || (neutral.has(sign) && !isPartOfPhrase(reading, given, at, as));
  const rest = word.replace(/儿$/u, '').slice(findNegator(word)?.length ?? 0);
  if (isContent(sign) || neutral.has(rest)) return true;
  // 前 is neutral and 年 may be given, 前年 is another year.
  if (/.年$/u.test(word) && vocabulary().meanings.has(word)) return false;
  return [...word].some(isContent) && [...word].every((one) => neutral.has(one) || isContent(one));
}

/** 好 of 晾好, 掉 of 挑掉: that what was done is done. */
function isResult({ text, polarities }: Reading, given: Given, at: number): boolean {
  if (!/[好掉完足成]/u.test(text[at] ?? '')) return false;
  const { meanings, deeds } = vocabulary();
  return [1, 2].some((length) => {
    const done = [...(meanings.get(text.slice(at - length, at)) ?? [])].filter((one) => deeds.has(one));
    const as = polarities.at[at - length] ?? 'said';
    return given.hasMeaning(new Set(done), as) || given.hasChinese(text.slice(at - length, at), as);
  });
}

/** 人 of 两个人, where facts name two. */
const isCountedPerson = ({ text }: Reading, given: Given, at: number): boolean =>
  /[人位]/u.test(text[at] ?? '') &&
  findQuantities(text).some(
    (one) =>
      one.to === at && given.quantities.some(({ isOfPeople, value }) => isOfPeople && value === one.value),
  );

/** 只 of 只有25包, 重 of 重八两: the number itself is looked at. */
const isLimit = ({ text }: Reading, at: number): boolean =>
  /[只仅才重净合共]/u.test(text[at] ?? '') &&
  findQuantities(text.slice(at + 1, at + 5)).some(({ isLoose }) => !isLoose);

/** 斤 of 按斤赔. */
const isByUnit = ({ text }: Reading, at: number): boolean =>
  /[按论]/u.test(text[at - 1] ?? '') && /[斤只个箱袋两件条头张盒瓶]/u.test(text[at] ?? '');

/** 装 of 网袋装: what it is packed in is looked at. */
const isPacked = ({ text }: Reading, at: number): boolean =>
  text[at] === '装' && /[袋瓶罐箱盒桶坛筐篮包]/u.test(text[at - 1] ?? '');

/** 肖婶 of Aunt Xiao, 郫县 of Pi County. */
const isNameBySound = ({ text }: Reading, given: Given, at: number): boolean =>
  /^(?:[县市州镇乡村家婶叔姨姐哥嫂伯爷奶]|阿姨|师傅|大[姐娘哥叔爷伯嫂妈婶]|老[师板伯]|先生|女士|太太|婆婆|奶奶)/u.test(
    text.slice(at + 1),
  ) && given.soundsLikeName(text[at] ?? '');

/** 老马 of a seller named 马. */
const isByName = ({ text, chinese }: Reading, given: Given, at: number): boolean => {
  const word = chinese.find(({ from, to }) => from <= at && to > at);
  const isTitle = /[老小阿]/u.test(text[at] ?? '') && word !== undefined && word.to - word.from <= 2;
  return isTitle && given.isSurname(text[at + 1] ?? '');
};

/** Verbs and particles that say nothing beside another word: 做的, 放了. */
const LIGHT = /[的了着过做放下能加带有些]/u;

/** 头 and 道 are neutral, 头道 is not. */
function isPartOfPhrase({ text, phrases }: Reading, given: Given, at: number, as: Polarity): boolean {
  const { neutral } = vocabulary();
  const isClaim = ({ from, to, meanings }: Phrase): boolean => {
    const phrase = text.slice(from, to);
    const isMadeOfNeutral = [...phrase].every((sign) => neutral.has(sign) && !LIGHT.test(sign));
    return isMadeOfNeutral && !neutral.has(phrase) && !isEachOne(phrase) && !given.hasMeaning(meanings, as);
  };
  return phrases.some((phrase) => phrase.from <= at && phrase.to > at && isClaim(phrase));
}

/** 把 and 瓶 are neutral, 带把 and 瓶装 are not. */
const isTelling = ({ text }: Reading, at: number): boolean =>
  (/[带有连留]/u.test(text[at - 1] ?? '') && negation().zh.removed.includes(text[at] ?? '')) ||
  (/[袋瓶罐箱盒桶坛筐篮包]/u.test(text[at] ?? '') && text[at + 1] === '装');

import type { Marks } from '../marks.ts';
import { isBoundAt } from '../numbers/bounds.ts';
import { measures } from '../numbers/measures.ts';
import type { Span } from '../phrases.ts';
import { vocabulary } from '../vocabulary.ts';
import { findNegator, madeOnce, negation } from './negation.ts';

/** A word of a Chinese text and where it stands. */
export type ChineseWord = Span & { readonly word: string };

const PARTICLE = /^[的了着过地得用要有是能会可加放添给它再]$/u;
const CLAUSE_END = /[,。!?;:、\n]/;
/** How many words a negator reaches. */
const REACH = 2;

/** Marks what Chinese words deny, leave open, except and remove. */
export function denyChinese(marks: Marks, words: readonly ChineseWord[], whole: readonly Span[]): void {
  for (const i of words.keys()) denyFrom(marks, words, i, whole);
  denyZeros(marks, words);
  denyFronted(marks);
  denyExceptions(marks);
  denyRemoved(marks, words);
  doubt(marks);
}

function denyFrom(marks: Marks, words: readonly ChineseWord[], i: number, whole: readonly Span[]): void {
  const { text, mark } = marks;
  const [before, one] = [words[i - 1], words[i]];
  if (!one) return;
  const { word, from } = one;
  // 发不了 is what 不发 is.
  if (/^不[了到]$/u.test(word) && before?.to === from) mark(before.from, before.to);
  if (/.不[了到]$/u.test(word)) mark(from, from + word.length - 2);
  const negator = findNegator(word);
  if (!negator || isHarmless(word, words[i + 1]) || isDoubled(text, from) || isBoundAt(text, from)) return;
  const start = from + negator.length;
  // 没有疤 does not say 有疤.
  const first = negator.endsWith('有') ? start - 1 : start;
  const phrase = whole.find((span) => from >= span.from && from < span.to);
  mark(first, listEnd(words, phrase?.to ?? reachOf(words, i, start, text), text));
  // 没有不甜的 says that all are sweet.
  const doubled = /^(?:没有?|无)不/u.exec(text.slice(from));
  if (doubled) mark(from + doubled[0].length, reachOf(words, i + 1, from + doubled[0].length, text), 'said');
}

/** 不 / 只 in 不只甜. */
const isHarmless = (word: string, next: ChineseWord | undefined): boolean =>
  negation().zh.harmless.includes(word + (next?.word ?? ''));

/** The second of two negators: 没有不甜的. */
const isDoubled = (text: string, at: number): boolean =>
  text[at] === '不' && /(?:没有?|无)$/u.test(text.slice(0, at));

function reachOf(words: readonly ChineseWord[], first: number, from: number, text: string): number {
  const isReaching = negation().zh.reaching.some((word) => text.startsWith(word, from));
  const rest = (words[first]?.word ?? '').slice(from - (words[first]?.from ?? from));
  let left = rest === '' || PARTICLE.test(rest) ? REACH : REACH - 1;
  let end = words[first]?.to ?? from;
  for (const { word, from: start, to } of words.slice(first + 1)) {
    // 没打蜡的橙子: what follows is not denied.
    if (word === '的' && left < REACH) break;
    if (left === 0 || CLAUSE_END.test(text.slice(end, to)) || AND.test(word)) break;
    if (text.slice(end, start).trim() !== '') break;
    end = to;
    if (!isReaching && !PARTICLE.test(word)) left -= 1;
  }
  return end;
}

const AND = /^(?:和|与|及|或|或者|以及)$/u;

/** The end of a list of things that are denied together: 不打农药和除草剂; 不加糖、盐、油. */
function listEnd(words: readonly ChineseWord[], start: number, text: string): number {
  let end = start;
  for (const [i, { word, from, to }] of words.entries()) {
    if (from < end) continue;
    const between = text.slice(end, from);
    const isEnd = (at: number): boolean => /^(?:[、,。;!?\n和与及或]|$)/u.test(text.slice(at));
    const next = words[i + 1];
    // 糖 / 和 / 盐.
    if (between === '' && AND.test(word) && next && isEnd(next.to) && isThing(next.word)) {
      end = next.to;
      continue;
    }
    const isLast = isEnd(to);
    const isJoined = (between === '、' ? isLast : AND.test(between)) && isThing(word);
    if (findNegator(word) || !(isJoined || isObject(text, end, between))) break;
    end = to;
  }
  return end;
}

/** 没有添加 / 色素. */
const isObject = (text: string, end: number, between: string): boolean =>
  between === '' && text[end - 1] === '加';

/** Neither 甜 nor 加盐: a list of what is not there goes on with things. */
function isThing(word: string): boolean {
  const { meanings, qualities } = vocabulary();
  return !PARTICLE.test(word.charAt(0)) && ![...(meanings.get(word) ?? [])].some((one) => qualities.has(one));
}

/** 0糖: what has no unit is not counted. */
function denyZeros({ text, mark }: Marks, words: readonly ChineseWord[]): void {
  const { units, counters } = measures();
  for (const { word, from, to } of words)
    if (/(?:^|[^\d.])0$/.test(text.slice(0, from)) && !units.has(word) && !counters.includes(word))
      mark(from, to);
}

const FRONTED =
  /(?<=^|[,。;!?:\n])(?<what>[^,。;!?:\n]{1,16}?)(?:是|都|也|一样|一点|半点|一概|全|可)?(?:没有?|未|不)(?:放|加|搁|用|打|沾|添|掺|喷|撒|有的|有)?(?:过|了)?(?=[,。;!?\n]|$)/gu;

/** 糖和防腐剂一样没放: what is denied stands before. */
function denyFronted({ text, mark }: Marks): void {
  for (const { index, 0: words, groups = {} } of text.matchAll(FRONTED))
    if (/(?:放|加|搁|用|打|沾|添|掺|喷|撒|没有的?)(?:过|了)?$/u.test(words))
      mark(index, index + (groups.what ?? '').length);
}

/** 除西藏外都发. */
const openingExceptions = madeOnce(
  ({ zh: { except, harmless } }) =>
    new RegExp(
      `(?<![去清剔扫解废])(?!${harmless.join('|')})(?<cue>${except.join('|')})(?<what>[^,。;!?\\n]{1,20}?)` +
        '(?=[之以]?外|,?(?:其他|其余)?(?:都|均|全|一律))(?<rest>[^。;!?\\n]*)',
      'gu',
    ),
);
/** 西藏除外. */
const closingExceptions = madeOnce(
  ({ zh: { excepted } }) =>
    new RegExp(
      `(?<=^|[,。;!?:(\\n]|除了?)(?<what>[^,。;!?:()\\n]{1,20}?)(?<cue>${excepted.join('|')}|[之以]外(?=[,都均全一]))`,
      'gu',
    ),
);

/** What is excepted is denied. */
function denyExceptions({ text, cues, mark }: Marks): void {
  for (const { index, groups = {} } of text.matchAll(openingExceptions())) {
    const { cue = '', what = '', rest = '' } = groups;
    if (negation().zh.besides.some((word) => rest.includes(word))) continue;
    mark(index + cue.length, index + cue.length + what.length);
    cues.push({ from: index, to: index + cue.length });
  }
  for (const { index, groups = {} } of text.matchAll(closingExceptions())) {
    const { cue = '', what = '' } = groups;
    mark(index, index + what.length);
    cues.push({ from: index + what.length, to: index + what.length + cue.length });
  }
}

const removals = madeOnce(
  ({ zh: { remove, removed } }) =>
    new RegExp(`(?<verb>${remove.join('|')})(?<part>${removed.join('|')})`, 'gu'),
);

/** 皮削掉. */
const doneRemovals = madeOnce(
  ({ zh: { remove, removed } }) =>
    new RegExp(
      `(?<part>${removed.join('|')})(?:已经|全部|[都已全先也是])?(?:${remove.filter((verb) => verb.length > 1).join('|')})`,
      'gu',
    ),
);

/** Where a text says that a part was taken away, by whatever verb: 抽去芯, 皮削掉. */
export const findRemovals = (text: string): (Span & { readonly part: string })[] =>
  [removals(), doneRemovals()].flatMap((found) =>
    [...text.matchAll(found)].map(({ index, 0: words, groups = {} }) => ({
      ...{ from: index, to: index + words.length, part: groups.part ?? '' },
    })),
  );

/** 皮削掉, but not 去皮. */
export const endsRemoved = (words: string): boolean => {
  const { remove, removed } = negation().zh;
  const part = removed.find((one) => words.startsWith(one));
  return part !== undefined && remove.some((verb) => words.includes(verb, part.length));
};

/** 去皮 leaves no 皮, 不去皮 does. */
function denyRemoved({ text, at }: Marks, words: readonly ChineseWord[]): void {
  for (const { index, groups = {} } of text.matchAll(removals())) {
    const from = index + (groups.verb ?? '').length;
    const to = from + (groups.part ?? '').length;
    if (words.some((word) => word.to === to)) at.fill(at[from] === 'said' ? 'denied' : 'said', from, to);
  }
  for (const { index, groups = {} } of text.matchAll(doneRemovals()))
    at.fill('denied', index, index + (groups.part ?? '').length);
}

const doubts = madeOnce(
  ({ zh: { doubt: words } }) => new RegExp(`(?<!尽)(?:${words.join('|')})[^,。!?;:\\n]*`, 'gu'),
);

/** 伞没开就采: before it opens. */
const NOT_YET = /(?:[还都]?没|未|不等?)(?<what>\p{Script=Han}{1,5}?)[就便](?=\p{Script=Han})/gu;

function doubt({ text, mark }: Marks): void {
  for (const { index, 0: words } of text.matchAll(NOT_YET))
    if (!isBoundAt(text, index)) mark(index, index + words.length, 'doubtful');
  for (const { index, 0: words } of text.matchAll(doubts())) mark(index, index + words.length, 'doubtful');
}

import { pinyin } from 'pinyin-pro';

/** Words for the same thing: whoever says one finds what carries another. */
const synonyms: readonly (readonly string[])[] = [
  ['核桃', '胡桃', 'walnut'],
  ['花生', 'peanut', 'groundnut'],
  ['小米', '粟米', 'millet'],
  ['红枣', '大枣', '枣', 'jujube', 'date'],
  ['蜂蜜', '土蜂蜜', 'honey'],
  ['鸡蛋', '土鸡蛋', 'egg'],
  ['土豆', '洋芋', '马铃薯', '山药蛋', 'potato'],
  ['荞麦', 'buckwheat'],
  ['柿饼', '柿子', 'persimmon'],
  ['醋', '老陈醋', 'vinegar'],
  ['葵花籽', '瓜子', '葵花子', 'sunflower seed'],
  ['苹果', 'apple'],
  ['面条', '挂面', '莜面', 'noodle'],
  ['玉米', '苞谷', '棒子', 'corn', 'maize'],
  ['豆子', '黄豆', 'soybean', 'bean'],
];

const HAN = /\p{Script=Han}+/gu;
const LATIN = /[a-z]+/g;

/** The terms a searcher's words must all be found under: Chinese in pairs of characters, Latin words without plural. */
export function searchTerms(words: string): string[] {
  const text = words.normalize('NFKC').toLowerCase();
  const han = (text.match(HAN) ?? []).flatMap((run) => (run.length === 1 ? [run] : pairs(run)));
  const latin = (text.match(LATIN) ?? []).map(singular);
  return [...new Set([...han, ...latin])];
}

/** All terms under which a product is found: its own, its synonyms', and how it sounds (`hetao`, `ht`). */
export function productTerms(...texts: readonly (string | null | undefined)[]): string[] {
  const own = texts
    .filter((text) => typeof text === 'string')
    .map((text) => text.normalize('NFKC').toLowerCase());
  const meant = synonyms
    .filter((group) => group.some((word) => own.some((text) => contains(text, word))))
    .flat();
  return [...new Set([...own, ...meant].flatMap(termsOf))];
}

const contains = (text: string, word: string): boolean =>
  /^[a-z ]+$/.test(word) ? new RegExp(`\\b${word}s?\\b`).test(text) : text.includes(word);

function termsOf(text: string): string[] {
  const runs = text.match(HAN) ?? [];
  const han = runs.flatMap((run) => [...run, ...pairs(run), ...sounds(run)]);
  return [...han, ...(text.match(LATIN) ?? []).map(singular)];
}

/** Pinyin of every stretch of characters: whoever types `hetao` may mean a part of the title. */
function sounds(run: string): string[] {
  const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true });
  const starts = syllables.flatMap((_, from) =>
    syllables.slice(from).map((_, length) => syllables.slice(from, from + length + 1)),
  );
  return starts
    .flatMap((part) => [part.join(''), part.map((syllable) => syllable[0] ?? '').join('')])
    .filter((term) => term.length > 1);
}

const pairs = (run: string): string[] => [...run].slice(1).map((sign, i) => `${[...run][i]}${sign}`);

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('oes')) return word.slice(0, -2);
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

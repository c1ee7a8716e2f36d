import { readdirSync, readFileSync } from 'node:fs';
import { vocabulary } from '../../src/writer/claims/vocabulary.ts';
import { listedLawWords } from '../../src/writer/law/law-words.ts';
import { expand, type Node, type Piece, parseFrame } from '../grammar.ts';
import type { Random } from '../random.ts';
import type { Language } from '../values.ts';
import type { LawText } from './texts.ts';

/** Sentences with slots of one file, and the lists of words that it names. */
interface LawFrames {
  readonly frames: readonly { readonly sense: string; readonly language: Language; readonly pattern: Node }[];
  readonly lists: ReadonlyMap<string, Node>;
}

const FILES = readdirSync(new URL('../frames/law/', import.meta.url))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.replace(/\.txt$/, ''))
  .sort();

const listed = listedLawWords();
const goods = goodsOfGlossary();

/** `copies` texts of every frame, fewer where a frame makes the same again. */
export function textsOfFrames(copies: number, random: Random): LawText[] {
  return FILES.map(readFrames).flatMap(({ frames, lists }) =>
    frames.flatMap(({ sense, language, pattern }) => {
      const made = new Set(Array.from({ length: copies }, () => written(pattern, lists, language, random)));
      return [...made].map((text) => ({ text, sense, writer: `frames ${sense}` }));
    }),
  );
}

function readFrames(name: string): LawFrames {
  const lines = readFileSync(new URL(`../frames/law/${name}.txt`, import.meta.url), 'utf8').split('\n');
  const lists = lines.filter((line) => line.startsWith('=')).map(listIn);
  const frames = lines.filter((line) => line.includes('\t')).map(parseFrame);
  return {
    frames: frames.map(({ kind, line, pattern }) => ({
      ...{ sense: kind, pattern },
      language: /\p{Script=Han}/u.test(line) ? 'zh' : 'en',
    })),
    lists: new Map(lists),
  };
}

/** `=name pattern`. */
function listIn(line: string): [string, Node] {
  const space = line.indexOf(' ');
  return [line.slice(1, space), parseFrame(`list\t${line.slice(space + 1)}`).pattern];
}

function written(
  pattern: Node,
  lists: ReadonlyMap<string, Node>,
  language: Language,
  random: Random,
): string {
  const fill = (name: string): Piece => {
    const list = lists.get(name);
    if (list) return { text: textOf(list), tag: '' };
    const words = name === 'G' ? goods[language] : (listed[language][name] ?? []);
    return { text: (words[Math.floor(random() * words.length)] ?? '').replaceAll('_', ' '), tag: '' };
  };
  const textOf = (node: Node): string => {
    const out: Piece[] = [];
    expand(node, random, fill, out);
    return out.map(({ text }) => text).join('');
  };
  return textOf(pattern).replaceAll(/ {2,}/g, ' ').trim();
}

/** Names of goods of the glossary. */
function goodsOfGlossary(): Record<Language, readonly string[]> {
  const { meanings, goods: all, english } = vocabulary();
  const zh = [...meanings]
    .filter(([, found]) => [...found].some((one) => all.has(one)))
    .map(([word]) => word);
  const han = zh.filter((word) => /^\p{Script=Han}{2,}$/u.test(word));
  return { zh: han, en: [...new Set(han.flatMap((word) => english.get(word) ?? []))] };
}

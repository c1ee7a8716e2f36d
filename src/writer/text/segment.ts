import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Jieba } from '@node-rs/jieba';

const require = createRequire(import.meta.url);

/** Loaded with the first Chinese text, because the dictionary takes half a second and as much memory as all else here. */
let jieba: Jieba | undefined;

function loadJieba(): Jieba {
  const library: typeof import('@node-rs/jieba') = require('@node-rs/jieba');
  // The package's own way would also read the weights of words, which nobody needs here.
  return library.Jieba.withDict(readFileSync(require.resolve('@node-rs/jieba/dict.txt')));
}

/** Cuts Chinese text into words, in order; joined they give the text. */
export function cutChinese(text: string): string[] {
  jieba ??= loadJieba();
  const words = jieba.cut(text, false);
  return words.flatMap((word, i) =>
    word === TREATY && NUMERAL.test(words[i + 1] ?? '') ? [...word] : [word],
  );
}

/** The dictionary takes `一条约1.3斤` for a treaty. */
const TREATY = '条约';
const NUMERAL = /^[\d半一两二三四五六七八九十百]/u;

/** The part of speech that the dictionary gives a Chinese word: `v`, `n`, `a`, `ns` …; `?` where it has none. */
export function partOfSpeech(word: string): string {
  jieba ??= loadJieba();
  const [only, ...more] = jieba.tag(word, false);
  return only !== undefined && more.length === 0 ? only.tag : '?';
}

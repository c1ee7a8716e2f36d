import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

/** Loaded with the first Chinese text, because the dictionary takes half a second. */
let jieba: Jieba | undefined;

/** Cuts Chinese text into words, in order; joined they give the text. */
export function cutChinese(text: string): string[] {
  jieba ??= Jieba.withDict(dict);
  return jieba.cut(text, false);
}

import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

/** The dictionary takes half a second to load: nobody waits for it before the first Chinese text. */
let jieba: Jieba | undefined;

/** Chinese text in words, in order; together they are the text. */
export function cutChinese(text: string): string[] {
  jieba ??= Jieba.withDict(dict);
  return jieba.cut(text, false);
}

import { lexicon } from '../lexicon.ts';
import { phrasePattern } from '../phrases.ts';

// 微信转给你, 莫搞啥子货到付款: how somebody wants to pay, and how not.

export type PayWay = 'delivery' | 'transfer';

const { part } = lexicon;
const ways = [
  ['delivery', phrasePattern(part.payDelivery)],
  ['transfer', phrasePattern(part.payTransfer)],
] as const;
const denied = phrasePattern(part.payDenied).source;
/** 不敢扫码货到付款 refuses what stands right behind. */
const near = phrasePattern(part.payDeniedNear).source;
/** Within one clause of Chinese, and a word or two of English. */
const without = (list: readonly string[]): RegExp =>
  new RegExp(
    `(?:${denied}(?:(?:(?!只能|只有|只得|就)[^\\s]){0,6}|(?: [a-z]+){0,2} )|${near}[^\\s]?)${phrasePattern(list).source}`,
    'gu',
  );
/** 现金太麻烦, 货到付款就算了. */
const behind = phrasePattern(part.payDeniedBehind).source;
const refused = (list: readonly string[]): RegExp =>
  new RegExp(
    `${without(list).source}|${phrasePattern(list).source}(?:[^\\s]{0,2}| (?:is|was) )${behind}`,
    'gu',
  );
const deniedWays = { delivery: refused(part.payDelivery), transfer: refused(part.payTransfer) };

/** The way that is wanted; of one that alone is refused, the other. `said` in plain words. */
export function readPayWay(said: string): PayWay | undefined {
  const left = said.replace(deniedWays.delivery, ' ').replace(deniedWays.transfer, ' ');
  const wanted = ways.find(([, words]) => words.test(left))?.[0];
  if (wanted || left === said) return wanted;
  const isRefused = (way: PayWay): boolean => said.search(deniedWays[way]) >= 0;
  if (isRefused('delivery') && isRefused('transfer')) return undefined;
  return isRefused('delivery') ? 'transfer' : 'delivery';
}

import { courtesy } from '../../act-patterns.ts';
import { lexicon } from '../../lexicon.ts';
import { findWhole, phrasePattern } from '../../phrases.ts';

const { part } = lexicon;
const findWay = findWhole({ pickup: part.wayPickup, courier: part.wayCourier, express: part.wayExpress });
const turns = phrasePattern(part.wayTurn, 'g');
const noParcel = phrasePattern(part.noParcel, 'g');

/** 自提, 改成快递吧, `I'll pick it up myself`: how it is to come. `said` in plain words. */
export function readWay(said: string): { readonly is: 'way'; readonly way: Way } | undefined {
  const way = findWay(said, courtesy) ?? findWay(without(said, turns), courtesy);
  if (way) return { is: 'way', way };
  // 别寄了，我自己过去拿; 别寄快递 names no other way.
  const rest = findWay(without(said.replace(noParcel, ' '), turns), courtesy);
  return rest === 'pickup' ? { is: 'way', way: rest } : undefined;
}

type Way = 'pickup' | 'courier' | 'express';

const without = (said: string, words: RegExp): string => said.replace(words, ' ').replace(/\s+/g, ' ').trim();

import type { Amount, Quantity } from '../lexer/tokens.ts';
import { saleLexicon } from './words.ts';

// What each figure is that a seller says of some goods: the price, what it is for, how much there is, the least and the most.

export interface Figures {
  readonly fen?: number;
  readonly per?: Amount;
  readonly content?: { readonly holder: string; readonly amount: Amount };
  readonly stock?: Amount;
  readonly least?: Amount;
  readonly most?: Amount;
}

/** A figure, and the words before and behind it. */
export interface Said {
  readonly token: Quantity;
  readonly before: string;
  readonly behind: string;
}

export const isSum = (token: Quantity | undefined): boolean =>
  token !== undefined && readSum(token) !== undefined;

export function readSum(token: Quantity): number | undefined {
  if (token.is === 'money') return token.isForeign ? undefined : token.fen;
  if (token.is !== 'number' || token.value === undefined || token.isTimes) return undefined;
  const fen = token.value / 10;
  return Number.isSafeInteger(fen) && fen > 0 ? fen : undefined;
}

const oneOf = (token: Quantity | undefined): Amount | undefined =>
  token && (token.is === 'unit' || (token.is === 'amount' && token.amount.isOne)) ? token.amount : undefined;

const wholeOf = (token: Quantity | undefined): Amount | undefined =>
  token?.is === 'amount' && !token.amount.isOne ? token.amount : undefined;

/** Whether between two figures nothing stands but words that lead from a sum to what it is for. */
const isJoined = (words: string): boolean =>
  words.length < 24 && words.replace(saleLexicon.between, ' ').replace(/[\s/,，:：（）()儿-]/gu, '') === '';

/** Nothing where a figure is none of these, or one is said twice. */
export function sortFigures(said: readonly Said[]): Figures | undefined {
  const found: { -readonly [Key in keyof Figures]: Figures[Key] } = {};
  let unit: Amount | undefined;
  for (let i = 0; i < said.length; i += 1) {
    const one = said[i];
    const next = said[i + 1];
    // 2斤装: what a pack holds is for those to read who know of packs.
    if (!one || /^\s*装/u.test(one.behind)) return undefined;
    const fen = readSum(one.token);
    if (fen !== undefined) {
      const per = next && isJoined(next.before) ? priceUnit(one, next) : undefined;
      if (found.fen !== undefined && found.fen !== fen) return undefined;
      found.fen = fen;
      const before = unit && isJoined(one.before) ? unit : undefined;
      if (!before && per) i += 1;
      const forUnit = before ?? per;
      if (forUnit) found.per = forUnit;
      unit = undefined;
      continue;
    }
    const single = oneOf(one.token);
    if (single) {
      const inside = next && isJoined(next.before) ? contentOf(single, next.token, said[i + 2]) : undefined;
      if (inside) {
        if (found.content) return undefined;
        found.content = { holder: single.unit.word, amount: inside };
        i += 1;
        if (!(next && isSum(said[i + 1]?.token))) continue;
      } else if (!next || !isSum(next.token)) return undefined;
      unit = single;
      continue;
    }
    const amount = wholeOf(one.token);
    if (!amount) return undefined;
    const role = roleOf(one);
    if (found[role] !== undefined) return undefined;
    found[role] = amount;
  }
  const isHeld =
    !found.content || [found.per, found.stock].some((one) => one?.unit.word === found.content?.holder);
  return unit || !isHeld ? undefined : found;
}

/** 45 for 一斤; 20 for 半斤 right behind it. */
function priceUnit(sum: Said, next: Said): Amount | undefined {
  const one = oneOf(next.token);
  if (one) return one;
  const isHalf = next.token.text.startsWith('半') && sum.token.end === next.token.start;
  return isHalf ? wholeOf(next.token) : undefined;
}

/** 二十个 of 一袋二十个卖二十五: what one container holds. */
function contentOf(one: Amount, next: Quantity, behind: Said | undefined): Amount | undefined {
  const inside = next.is === 'amount' ? next.amount : undefined;
  if (!one.unit.isContainer || !inside || inside.base === undefined || inside.unit.isContainer)
    return undefined;
  const isCounted = inside.unit.measure === 'COUNT';
  return isCounted && !(behind && isSum(behind.token)) ? undefined : inside;
}

function roleOf({ before, behind }: Said): 'stock' | 'least' | 'most' {
  const lead = before.trimEnd();
  const rest = behind.trimStart();
  if (saleLexicon.leastBefore.test(lead) || saleLexicon.leastBehind.test(rest)) return 'least';
  if (saleLexicon.mostBefore.test(lead) || saleLexicon.mostBehind.test(rest)) return 'most';
  return 'stock';
}

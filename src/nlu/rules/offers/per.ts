import { PIECE, type Unit } from '../lexer/units.ts';
import type { Pack } from './packs/packs.ts';
import { EACH, inUnit, isCue, type Part } from './part.ts';

/** What a price is for, as it was said. */
export interface Per {
  readonly base: number | undefined;
  readonly unit: Unit;
  readonly name: string;
  readonly places: readonly number[];
}

/** The unit that a price names, behind it or before it. */
export function perOf(
  parts: readonly Part[],
  at: number,
  used: Set<number>,
  packs: readonly Pack[] = [],
): Per | undefined {
  const price = parts[at];
  const [after, next] = [parts[at + 1], parts[at + 2]];
  if (!price) return undefined;
  if (after?.is === 'slash' || isCue(after, 'for')) return perFrom(next, at + 2);
  if (after?.is === 'unit') return perFrom(after, at + 1);
  // 一盒15元4盒50元: the boxes have a price of their own.
  const isOfNext =
    isTight(price, after) && (next?.is === 'money' || next?.is === 'number') && isTight(after, next);
  // 一袋一斤五块钱八十袋: so many of the bags that were just named.
  const isCount = packs.some(
    ({ outer }) => outer !== undefined && after?.is === 'amount' && outer === after.name,
  );
  if (after?.is === 'amount' && !after.isOne && (isOfNext || isCount)) return perBefore(parts, at, used);
  if (after?.is === 'amount' && !(used.has(at + 1) && !isTight(price, after))) {
    if (after.isOne && !isTight(after, next)) return perFrom(after, at + 1);
    if (isTight(price, after) || (after.isOne && after.start === price.end)) return perFrom(after, at + 1);
  }
  return perBefore(parts, at, used);
}

function perBefore(parts: readonly Part[], at: number, used: Set<number>): Per | undefined {
  const price = parts[at];
  const [before, two] = [parts[at - 1], parts[at - 2]];
  if (!price) return undefined;
  if (isCue(before, 'for') && (two?.is === 'amount' || two?.is === 'number') && !used.has(at - 2))
    return perFrom(two, at - 2);
  if (before?.is === 'unit' && !used.has(at - 1)) return perFrom(before, at - 1);
  if (before?.is === 'amount' && !used.has(at - 1) && !isStockCued(parts, at - 1)) {
    const isSmall = before.unit.measure !== 'COUNT' && before.unit.base === 1;
    const isHalf = before.base !== undefined && before.base * 2 === before.unit.base;
    const isCount = before.unit.measure === 'COUNT' && !before.unit.isContainer;
    const isFew = isCount || (before.base !== undefined && before.base <= MANY * before.unit.base);
    if (
      before.isOne ||
      isHalf ||
      isSmall ||
      (isTight(before, price) && isFew) ||
      hasOtherAmount(parts, at, used)
    )
      return perFrom(before, at - 1);
  }
  return oneBefore(parts, at, used);
}

/** More units than anybody sells at one price: 核桃100斤15元 says how much there is, or what all of it costs. */
const MANY = 20;

/** 大的55 小的42 都是一斤: of kinds that are listed, the unit stands behind the last. */
export function sharedPer(parts: readonly Part[], at: number, used: Set<number>): Per | undefined {
  const kinds = parts.slice(at + 1).findIndex((part) => part.is !== 'name' && part.is !== 'stop');
  const next = at + 1 + kinds;
  const isListed =
    kinds > 0 && parts[at - 1]?.is === 'name' && isSum(parts[next]) && parts[next]?.is === parts[at]?.is;
  const per = isListed ? (perOf(parts, next, used) ?? sharedPer(parts, next, used)) : undefined;
  return per && { ...per, places: [] };
}

/** Behind the first price, an amount and a sum are another price: 礼盒装 2斤 80. */
export function amountBefore(parts: readonly Part[], at: number, used: ReadonlySet<number>): Per | undefined {
  const before = parts[at - 1];
  return before?.is === 'amount' && !used.has(at - 1) && !isStockCued(parts, at - 1)
    ? perFrom(before, at - 1)
    : undefined;
}

/** `一斤核桃15块`: the product stands between the unit and its price. */
function oneBefore(parts: readonly Part[], at: number, used: Set<number>): Per | undefined {
  for (let place = at - 1; place >= 0; place -= 1) {
    const part = parts[place];
    if (part?.is === 'amount' && part.isOne && !used.has(place) && !isStockCued(parts, place))
      return perFrom(part, place);
    if (part?.is === 'unit' && !used.has(place)) return perFrom(part, place);
    if (part?.is !== 'name' && !isCue(part, 'change') && !isCue(part, 'now') && !isCue(part, 'of'))
      return undefined;
  }
  return undefined;
}

function perFrom(part: Part | undefined, place: number): Per | undefined {
  if (part?.is === 'unit') return { base: part.unit.base, unit: part.unit, name: part.name, places: [place] };
  if (part?.is === 'amount') return { base: part.base, unit: part.unit, name: part.name, places: [place] };
  if (part?.is !== 'number') return undefined;
  return { base: inUnit(part.value, PIECE).base, unit: PIECE, name: EACH, places: [place] };
}

export const isSum = (part: Part | undefined): boolean => part?.is === 'money' || part?.is === 'number';

export const isStockCue = (part: Part | undefined): boolean =>
  part?.is === 'cue' && ['set', 'has', 'add', 'sub', 'made'].includes(part.cue);

export const isStockCued = (parts: readonly Part[], at: number): boolean => isStockCue(parts[at - 1]);

const isTight = (one: Part | undefined, next: Part | undefined): boolean =>
  next?.is === 'amount' || next?.is === 'money' || next?.is === 'number' ? one?.end === next.start : false;

const hasOtherAmount = (parts: readonly Part[], at: number, used: Set<number>): boolean =>
  parts.some((part, i) => i > at && part.is === 'amount' && !part.isOne && !used.has(i));

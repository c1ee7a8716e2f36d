import { THOUSAND } from './numbers.ts';
import type { Cue } from './seller-cues.ts';
import { type Content, contentOf, type Pack } from './seller-packs.ts';
import { EACH, inUnit, isCue, type Part } from './seller-part.ts';
import { PIECE, type Unit } from './units.ts';

export interface SaidPrice {
  /** Nothing where it is vague, or only how much dearer or cheaper it becomes. */
  readonly fen: number | undefined;
  /** What the price buys; nothing where no unit was named. */
  readonly per: Content | undefined;
  /** The word of the unit it is for, to compare stock with. */
  readonly unitName: string | undefined;
}

interface Per {
  readonly base: number | undefined;
  readonly unit: Unit;
  readonly name: string;
  readonly places: readonly number[];
}

/** Reads every price and adds the places of what they buy to `used`. The first is the offer's: a bulk tier or another pack stands behind it. */
export function readPrices(parts: readonly Part[], packs: readonly Pack[], used: Set<number>): SaidPrice[] {
  const prices: SaidPrice[] = inTurn(parts, packs, used);
  for (const [at, part] of parts.entries()) {
    if (used.has(at) || (part.is !== 'money' && part.is !== 'number')) continue;
    const per =
      perOf(parts, at, used, packs) ??
      (prices.length > 0 ? amountBefore(parts, at, used) : sharedPer(parts, at, used));
    const pack = per ? undefined : packBefore(parts, at, packs, used);
    const isBare = part.is === 'number' && !per;
    if (isBare && (pack ? isStockCued(parts, at) : !isPriceCued(parts, at, used))) continue;
    for (const place of [at, ...(per?.places ?? [])]) used.add(place);
    const fen = part.is === 'money' ? part.fen : fenOf(part.value);
    prices.push({ fen, per: per ? boughtBy(per, packs, at) : pack, unitName: per?.name });
  }
  return prices;
}

/** 10斤装和5斤装分别是39和22: the first sum is for the first pack, and so on. */
function inTurn(parts: readonly Part[], packs: readonly Pack[], used: Set<number>): SaidPrice[] {
  const cue = parts.findIndex((part) => isCue(part, 'in-turn'));
  if (cue < 0) return [];
  const behind = parts.findIndex((part, i) => i > cue && part.is === 'stop');
  const places = [...parts.keys()].filter((i) => i > cue && (behind < 0 || i < behind) && isSum(parts[i]));
  if (places.length !== packs.length) return [];
  for (const place of places) used.add(place);
  return places.map((place, i) => {
    const part = parts[place];
    const fen = part?.is === 'money' ? part.fen : part?.is === 'number' ? fenOf(part.value) : undefined;
    const pack = packs[i];
    return { fen, per: pack && { base: pack.base, measure: pack.measure }, unitName: pack?.outer };
  });
}

const isSum = (part: Part | undefined): boolean => part?.is === 'money' || part?.is === 'number';

/** Binds what stands tightly together before packs are looked for: 5块一个, `8 yuan/jin`. */
export function bindTightly(parts: readonly Part[], used: Set<number>): void {
  for (const [at, part] of parts.entries()) {
    const after = parts[at + 1];
    const isPriced = part.is === 'money' || part.is === 'number';
    if (isPriced && after?.is === 'amount' && after.isOne && after.start === part.end) used.add(at + 1);
  }
}

const fenOf = (thousandths: number | undefined): number | undefined =>
  thousandths !== undefined && thousandths % 10 === 0 ? (thousandths * 100) / THOUSAND : undefined;

function boughtBy(per: Per, packs: readonly Pack[], at: number): Content | undefined {
  return per.base === undefined ? undefined : contentOf(per.base, per.unit, per.name, packs, at);
}

/** The unit that a price names, behind it or before it. */
function perOf(
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
function sharedPer(parts: readonly Part[], at: number, used: Set<number>): Per | undefined {
  const kinds = parts.slice(at + 1).findIndex((part) => part.is !== 'name' && part.is !== 'stop');
  const next = at + 1 + kinds;
  const isListed =
    kinds > 0 && parts[at - 1]?.is === 'name' && isSum(parts[next]) && parts[next]?.is === parts[at]?.is;
  const per = isListed ? (perOf(parts, next, used) ?? sharedPer(parts, next, used)) : undefined;
  return per && { ...per, places: [] };
}

/** Behind the first price, an amount and a sum are another price: 礼盒装 2斤 80. */
function amountBefore(parts: readonly Part[], at: number, used: ReadonlySet<number>): Per | undefined {
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

/** 5斤装39.9元: a pack that was just named is what the price buys. */
function packBefore(
  parts: readonly Part[],
  at: number,
  packs: readonly Pack[],
  used: ReadonlySet<number>,
): Content | undefined {
  const isCertain = parts[at]?.is === 'money' || isCue(parts[at - 1], 'change') || used.has(at - 1);
  const isOnlyPack = packs.length === 1 && isCertain;
  const pack =
    packs.findLast(
      (one) =>
        one.at < at &&
        (isOnlyPack || (isNextTo(parts, one.at, at, used, packs.length > 1) && !isPriced(parts, one.at, at))),
    ) ?? (isOnlyPack ? packs[0] : undefined);
  return pack && { base: pack.base, measure: pack.measure };
}

/** A pack that has its price already: the number behind it counts. */
const isPriced = (parts: readonly Part[], from: number, to: number): boolean =>
  parts.slice(from + 1, to).some((part) => part.is === 'money');

/** Nothing but what belongs to the pack, stops and words of change stand between; of several packs one may be followed by the name. */
const isNextTo = (
  parts: readonly Part[],
  from: number,
  to: number,
  used: ReadonlySet<number>,
  mayBeNamed: boolean,
): boolean =>
  parts
    .slice(from + 1, to)
    .every(
      (part, i) =>
        used.has(from + 1 + i) ||
        part.is === 'stop' ||
        part.is === 'cue' ||
        part.is === 'unit' ||
        (mayBeNamed && part.is === 'name'),
    );

/** A number is a price behind "now", "to" and their like, and where it is all that a new product comes with. */
function isPriceCued(parts: readonly Part[], at: number, used: ReadonlySet<number>): boolean {
  const before = parts[at - 1];
  if (isCue(before, 'change') || isCue(before, 'now')) return true;
  const isAlone = parts.filter((part, i) => isQuantity(part) && !used.has(i)).length === 1;
  const isAnnounced = parts.some((part) => part.is === 'cue' && ANNOUNCING.has(part.cue));
  return isAlone && isAnnounced && !parts.some((part) => isStockCue(part));
}

const isStockCue = (part: Part | undefined): boolean =>
  part?.is === 'cue' && ['set', 'has', 'add', 'sub', 'made'].includes(part.cue);

const isStockCued = (parts: readonly Part[], at: number): boolean => isStockCue(parts[at - 1]);

const isTight = (one: Part | undefined, next: Part | undefined): boolean =>
  next?.is === 'amount' || next?.is === 'money' || next?.is === 'number' ? one?.end === next.start : false;

const hasOtherAmount = (parts: readonly Part[], at: number, used: Set<number>): boolean =>
  parts.some((part, i) => i > at && part.is === 'amount' && !part.isOne && !used.has(i));

const ANNOUNCING: ReadonlySet<Cue> = new Set(['new', 'on-off', 'change', 'was', 'now']);

const isQuantity = (part: Part): boolean => part.is === 'number' || part.is === 'amount';

import { THOUSAND } from '../lexer/numbers.ts';
import type { Cue } from './cues.ts';
import { type Content, contentOf, type Pack } from './packs/packs.ts';
import { isCue, type Part } from './part.ts';
import { amountBefore, isStockCue, isStockCued, isSum, type Per, perOf, sharedPer } from './per.ts';

export interface SaidPrice {
  /** Nothing where it is vague, or only how much dearer or cheaper it becomes. */
  readonly fen: number | undefined;
  /** What the price buys; nothing where no unit was named. */
  readonly per: Content | undefined;
  /** The word of the unit it is for, to compare stock with. */
  readonly unitName: string | undefined;
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

const ANNOUNCING: ReadonlySet<Cue> = new Set(['new', 'on-off', 'change', 'was', 'now']);

const isQuantity = (part: Part): boolean => part.is === 'number' || part.is === 'amount';

import type { Measure } from '../shop/quantity.ts';
import { THOUSAND } from './numbers.ts';
import { type Content, contentOf, type Pack } from './seller-packs.ts';
import { type Amount, EACH, inUnit, isCue, type Part } from './seller-part.ts';
import type { SaidPrice } from './seller-price.ts';
import { PIECE } from './units.ts';

export type StockMode = 'set' | 'add' | 'sub';

export interface Stock {
  readonly mode: StockMode;
  readonly quantity: number;
  readonly measure: Measure;
}

type Claim = StockMode | 'has' | 'made';

interface Move {
  readonly amount: Amount;
  readonly at: number;
  readonly claim: Claim | undefined;
}

/** The stock that is named: what is left counts before what was sold; beside a price an amount alone is what there is. */
export function readStock(
  parts: readonly Part[],
  packs: readonly Pack[],
  price: SaidPrice | undefined,
  used: ReadonlySet<number>,
): Stock | 'unsure' | undefined {
  const moves = withCount(withoutVague(movesIn(parts, price, used)), parts, used);
  if (moves.length === 0) return looseNumber(parts, used, price, packs);
  const chosen =
    ['set', 'has'].flatMap((claim) => moves.filter((move) => move.claim === claim))[0] ??
    moves.find(({ claim }) => claim) ??
    moves[0];
  const rivals = moves.filter(({ claim }) =>
    chosen?.claim === 'set' || chosen?.claim === 'has' ? claim === chosen.claim : claim || !chosen?.claim,
  );
  const mode = modeOf(chosen?.claim, price !== undefined);
  if (!chosen || !mode || rivals.length > 1 || isTold(moves, chosen, parts)) return 'unsure';
  return stockFrom(chosen, mode, packs, price) ?? 'unsure';
}

/** 掉了几十斤，扣掉50斤: what is certain says what to do. */
function withoutVague(moves: readonly Move[]): readonly Move[] {
  const certain = moves.filter(({ amount }) => amount.base !== undefined);
  return certain.some(({ claim }) => claim !== undefined) ? certain : moves;
}

/** 卖了10斤还剩25: what is left is counted in the unit of what was sold. */
function withCount(
  moves: readonly Move[],
  parts: readonly Part[],
  used: ReadonlySet<number>,
): readonly Move[] {
  const move = moves.at(-1);
  const isOneUnit = moves.every(
    ({ amount, claim }) => amount.name === move?.amount.name && claim && claim !== 'set',
  );
  const at = parts.findIndex(
    (part, i) => part.is === 'number' && !used.has(i) && claimOn(parts, i, used, true) === 'set',
  );
  const count = parts[at];
  if (!move || !isOneUnit || count?.is !== 'number') return moves;
  return [
    ...moves,
    { amount: { ...move.amount, ...inUnit(count.value, move.amount.unit) }, at, claim: 'set' },
  ];
}

/** Whether the message tells of more than one amount could: more came after the count, or there are two products. */
const isTold = (moves: readonly Move[], chosen: Move, parts: readonly Part[]): boolean =>
  (chosen.claim === 'add' && isSpoiled(parts.slice(chosen.at + 1))) ||
  moves.some(({ at, claim }) => at > chosen.at && (claim === 'add' || claim === 'made')) ||
  moves.some(({ at, claim }) => at > chosen.at && claim === undefined && parts[at - 1]?.is === 'name') ||
  parts.some((part) => isCue(part, 'every-kind'));

/** 退回来的两箱坏了: what came back is not for sale. */
const isSpoiled = (behind: readonly Part[]): boolean =>
  behind.some((part, i) => isCue(part, 'sub') && behind[i + 1]?.is !== 'amount');

/** Some words only say that there is so much; whether it is new depends on what else is said. */
function modeOf(claim: Claim | undefined, isPriced: boolean): StockMode | undefined {
  if (claim === 'made') return isPriced ? 'set' : 'add';
  if (claim === 'has') return 'set';
  return claim ?? (isPriced ? 'set' : undefined);
}

function stockFrom(
  { amount, at }: Move,
  mode: StockMode,
  packs: readonly Pack[],
  price: SaidPrice | undefined,
): Stock | undefined {
  if (amount.base === undefined) return undefined;
  const content = contentOf(amount.base, amount.unit, amount.name, packs, at);
  if (!content || !fitsPrice(amount, content.measure, packs, price)) return undefined;
  return { mode, quantity: content.base, measure: content.measure };
}

/** 2块5一斤 and 30筐 cannot both be true of one shelf until somebody says what a 筐 holds. */
function fitsPrice(
  amount: Amount,
  measure: Measure,
  packs: readonly Pack[],
  price: SaidPrice | undefined,
): boolean {
  if (!price?.per) return true;
  if (price.per.measure !== measure) return false;
  const isOtherUnit = amount.unit.isContainer && price.unitName !== amount.name && price.unitName !== EACH;
  return measure !== 'COUNT' || packs.length > 0 || !isOtherUnit || price.unitName === undefined;
}

function movesIn(parts: readonly Part[], price: SaidPrice | undefined, used: ReadonlySet<number>): Move[] {
  return parts.flatMap((part, at): Move[] => {
    if (part.is !== 'amount' || used.has(at)) return [];
    const claim = claimOn(parts, at, used, price !== undefined);
    // A lone 一斤 beside a price names the unit once more.
    const isUncertain = claim === undefined && price !== undefined && isAboutElse(parts, at, price);
    const isUnitAgain = price !== undefined && part.isOne && !part.unit.isContainer && claim === undefined;
    return isUnitAgain ? [] : [{ amount: isUncertain ? { ...part, base: undefined } : part, at, claim }];
  });
}

/** Beside a price: `whole ham about 8 jin` tells of the goods, 五斤 40块 may be what the sum buys. */
const isAboutElse = (parts: readonly Part[], at: number, price: SaidPrice): boolean =>
  (!price.per && isBeforePrice(parts[at + 1])) ||
  (parts[at - 1]?.is === 'name' && parts.slice(0, at - 1).some((part) => part.is === 'money'));

const isBeforePrice = (part: Part | undefined): boolean => part?.is === 'money' || part?.is === 'number';

/** What the words say about the amount at a place: those of its own clause first, those before it first. */
function claimOn(
  parts: readonly Part[],
  at: number,
  used: ReadonlySet<number>,
  isPriced: boolean,
): Claim | undefined {
  const before = between(parts, at, -1, used).flatMap(claimIn);
  // 改成50斤, down to 15 kg.
  if (before.length === 0 && isCue(parts[at - 1], 'change')) return 'set';
  const after = between(parts, at, 1, used).flatMap(claimIn);
  const [near, far] = [(claim: Heard) => claim.isNear, () => true];
  const strong = (claim: Heard): boolean => claim.claim !== 'has';
  for (const reach of isPriced ? [near] : [near, far]) {
    const found =
      before.find((one) => reach(one) && strong(one)) ??
      after.find((one) => reach(one) && strong(one)) ??
      before.find(reach) ??
      after.find(reach);
    if (found) return found.claim;
  }
  return undefined;
}

interface Heard {
  readonly claim: Claim;
  /** No stop stands between. */
  readonly isNear: boolean;
}

const claimIn = ({ part, isNear }: { part: Part; isNear: boolean }): Heard[] =>
  part.is === 'cue' ? claimOf(part.cue).map((claim) => ({ claim, isNear })) : [];

function claimOf(cue: string): Claim[] {
  switch (cue) {
    case 'set':
    case 'add':
    case 'sub':
    case 'has':
    case 'made':
      return [cue];
    default:
      return [];
  }
}

/** The parts from a place on in one direction, up to the next number that matters. */
function between(
  parts: readonly Part[],
  at: number,
  step: 1 | -1,
  used: ReadonlySet<number>,
): { part: Part; isNear: boolean }[] {
  const found: { part: Part; isNear: boolean }[] = [];
  let isNear = true;
  for (let i = at + step; i >= 0 && i < parts.length; i += step) {
    const part = parts[i];
    const isNumber = part?.is === 'amount' || part?.is === 'money' || part?.is === 'number';
    if (!part || (isNumber && !used.has(i))) break;
    if (part.is === 'stop') isNear = false;
    found.push({ part, isNear });
  }
  return found;
}

/** `88 yuan each, 20 left`: a number alone counts what the price is for, pieces or packs. `Sold 30, 70 left`: what is left counts. */
function looseNumber(
  parts: readonly Part[],
  used: ReadonlySet<number>,
  price: SaidPrice | undefined,
  packs: readonly Pack[],
): Stock | 'unsure' | undefined {
  const counts = parts.flatMap((part, at): Count[] => {
    if (part.is !== 'number' || used.has(at) || isPronoun(part)) return [];
    const claim = claimOn(parts, at, used, price !== undefined);
    const mode = claim && modeOf(claim, price !== undefined);
    return mode ? [{ mode, count: inUnit(part.value, PIECE).base }] : [];
  });
  const left = counts.filter(({ mode }) => mode === 'set');
  const [chosen, ...rivals] = left.length > 0 ? left : counts;
  if (!chosen) return undefined;
  const { mode, count } = chosen;
  if (count === undefined || rivals.length > 0) return 'unsure';
  // 50, not 500 kg: what the number counts was said of another.
  const isOfOther =
    !price &&
    parts.some((part, i) => part.is === 'amount' && !part.isOne && !packs.some(({ at }) => at === i));
  const content = isOfOther ? undefined : countedBy(price, packs);
  return content ? { mode, quantity: count * content.base, measure: content.measure } : 'unsure';
}

/** `the last one`: no number. */
const isPronoun = ({ start, end, value }: Extract<Part, { is: 'number' }>): boolean =>
  value === THOUSAND && end - start === 'one'.length;

interface Count {
  readonly mode: StockMode;
  readonly count: number | undefined;
}

/** What one of a bare number is: the only pack or the piece that has the price, else a piece where nothing is priced. */
function countedBy(price: SaidPrice | undefined, packs: readonly Pack[]): Content | undefined {
  const [pack, ...others] = packs;
  if (!price && others.length > 0) return undefined;
  if (!price) return pack ?? { base: 1, measure: 'COUNT' };
  if (price.per?.measure === 'COUNT' && price.per.base === 1) return { base: 1, measure: 'COUNT' };
  return pack && others.length === 0 && price.per?.base === pack.base ? pack : undefined;
}

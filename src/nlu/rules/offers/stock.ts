import type { Measure } from '../../../shop/values/quantity.ts';
import { type Claim, claimOn, modeOf, type Stock, type StockMode } from './claim.ts';
import { looseNumber } from './count.ts';
import { contentOf, type Pack } from './packs/packs.ts';
import { type Amount, EACH, inUnit, isCue, type Part } from './part.ts';
import type { SaidPrice } from './price.ts';

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

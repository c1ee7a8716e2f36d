import type { Amount } from '../numbers/amounts.ts';
import { readBound } from '../numbers/bounds.ts';
import { CLOSE, factors, type Ratio, single, THE_PACK } from '../numbers/ratios/ratios.ts';
import type { Span } from '../phrases.ts';
import { type Fee, feeFor, findNames, type Policy } from './policy.ts';
import type { Token } from './tokens.ts';
import { type Bought, findBought, findSums, readPayer, toUnits, type Unit } from './units.ts';

/** What a text says of the post, held against what its facts say. */
export interface PostageRead {
  /** Places that say what the facts say, and that say something else. */
  readonly said: readonly Span[];
  readonly against: readonly Span[];
  /** What comes to so much with the fee, by the text: 一捆连运费55. */
  readonly totals: readonly Ratio[];
}

/** What was named before in the sentence. */
interface Context {
  readonly names: Names | undefined;
  /** Places that the sentence leaves out. */
  readonly excepted: readonly string[];
  readonly bought: readonly Bought[];
  readonly isOfFee: boolean;
  /** Whether it said that nobody but the seller pays. */
  readonly isFree: boolean;
}

/** `undefined` is everywhere that the facts do not name. */
type Names = readonly (string | undefined)[];

const NOTHING: Context = { names: undefined, excepted: [], bought: [], isOfFee: false, isFree: false };

export function readPostage(text: string, policy: Policy | undefined, ratios: readonly Ratio[]): PostageRead {
  const said: Span[] = [];
  const against: Span[] = [];
  const totals: Ratio[] = [];
  if (!policy) return { said, against, totals };
  let context = NOTHING;
  let condition: readonly Span[] = [];
  const units = toUnits(text);
  for (const [i, unit] of units.entries()) {
    if (unit.isFirst) [context, condition] = [NOTHING, []];
    const next = units[i + 1];
    const excepted = [unit, ...(next && !next.isFirst ? [next] : [])].flatMap(exceptedIn);
    context = { ...context, excepted: [...context.excepted, ...excepted] };
    const names = placesIn(unit, context, policy) ?? context.names;
    const verdict = judge(
      unit,
      { ...context, names, bought: boughtOf(unit, context) },
      { text, policy, ratios },
    );
    if (verdict) (verdict.isSo ? said : against).push(...spansIn(unit), ...(verdict.isSo ? condition : []));
    totals.push(...(verdict?.totals ?? []));
    condition = isCondition(unit) ? spansIn(unit) : [];
    context = {
      ...{ names, excepted: context.excepted, bought: [...findBought(unit), ...context.bought] },
      isOfFee: context.isOfFee || /[FGI]/.test(unit.signs),
      isFree: readPayer(unit, context.isOfFee) === 'seller',
    };
  }
  return { said, against, totals };
}

/** 不然 is for what was not bought: the other side of the bound. */
function boughtOf(unit: Unit, { bought }: Context): readonly Bought[] {
  const own = findBought(unit);
  if (own.length > 0) return own;
  const turned = { from: 'below', below: 'from', just: 'just' } as const;
  return unit.signs.includes('J') ? bought.map((one) => ({ ...one, side: turned[one.side] })) : bought;
}

/** What the next words are said of: 不满一百的, 两筐的话. */
const isCondition = ({ signs, tokens }: Unit): boolean =>
  /^[VQA]*[BU][VQAB]*$|^[PRHZ]V?$/.test(signs) ||
  (/^[QB]+$/.test(signs) && tokens.some(({ words }) => /^(?:的话|要是|如果|只要|if)$/iu.test(words)));

interface Verdict {
  readonly isSo: boolean;
  readonly totals?: readonly Ratio[];
}

const spansIn = ({ tokens }: Unit): Span[] => tokens.filter(({ sign }) => sign !== '?');

const exceptedIn = (unit: Unit): readonly string[] =>
  unit.signs.includes('X') ? (findNames(unit) ?? []) : [];

function placesIn(unit: Unit, { excepted }: Context, { home, places }: Policy): Names | undefined {
  const named = findNames(unit);
  const isExcepting = unit.signs.includes('X') && named !== undefined;
  if (named && !isExcepting)
    return named.map((name) => (name === 'home' && !places.has('home') ? home : name) ?? name);
  if (isExcepting || unit.signs.includes('S'))
    return [undefined, ...[...places.keys()].filter((name) => !excepted.includes(name) && name !== 'remote')];
  return unit.signs.includes('R') ? [undefined] : undefined;
}

/** What the facts say, and the text that is held against it. */
interface Held {
  readonly text: string;
  readonly policy: Policy;
  readonly ratios: readonly Ratio[];
}

const ONE_PACK: Bought = { amount: THE_PACK, side: 'just' };

/** What a unit says of the post, as it is tried with each of what may be bought. */
interface Statement {
  readonly unit: Unit;
  readonly payer: 'seller' | 'buyer' | undefined;
  readonly sums: readonly Token[];
}

function judge(unit: Unit, context: Context, held: Held): Verdict | undefined {
  const { policy, ratios, text } = held;
  const payer = readPayer(unit, context.isOfFee);
  if (isNotSent(unit, context, policy)) return { isSo: true };
  if (isException(unit) && context.isFree) return isExceptedSo(unit, context, held);
  const sums = findSums(unit);
  const isOfPost = /[GFI]/.test(unit.signs) || payer !== undefined;
  const isSent =
    /[ETPRHZ]/.test(unit.signs) ||
    context.names !== undefined ||
    isBareSum(unit, context) ||
    (context.isOfFee && /V/.test(unit.signs));
  if ((!isOfPost && !(sums.length > 0 && isSent)) || sums.some((one) => readBound(text, one)))
    return undefined;
  const all = context.names ?? [undefined];
  const isOwn = context.bought.length > 0 && (payer === undefined || findBought(unit).length > 0);
  const tried = (isOwn ? context.bought : [...context.bought, ONE_PACK]).map((bought) => {
    const fees = all.map((place) => feeFor(policy, place, amountMeant(bought), ratios));
    const isBound = payer !== 'seller' || all.every((place) => isLeast(policy, place, bought, ratios));
    return { bought, fees, isSo: isBound && isSo({ unit, payer, sums }, bought.amount, fees, held) };
  });
  const good = tried.find((one) => one.isSo);
  if (good)
    return { isSo: true, totals: sums.length > 0 ? totalsOf(good.bought.amount, good.fees[0], ratios) : [] };
  return isOfPost && tried.every((one) => one.isSo === false) ? { isSo: false } : undefined;
}

/** 四袋起包邮, of what is free from two on, says too much: with one less it must not be free. */
function isLeast(
  policy: Policy,
  place: string | undefined,
  { amount, side }: Bought,
  ratios: readonly Ratio[],
): boolean {
  if (side !== 'from' || amount.value <= 1) return true;
  return feeFor(policy, place, amountMeant({ amount, side: 'below' }), ratios) !== 0;
}

const totalsOf = (one: Amount, fee: Fee | undefined, ratios: readonly Ratio[]): Ratio[] =>
  typeof fee === 'number' && fee > 0
    ? pricesOf(one, ratios).map((price) => ({ one, other: single(['yuan'], price + fee) }))
    : [];

/** 225 of 一回拿三袋,225. */
const isBareSum = ({ signs }: Unit, { bought }: Context): boolean => signs === 'A' && bought.length > 0;

/** 新疆西藏除外, behind what is sent free. */
const isException = ({ signs }: Unit): boolean => /^(?:XP|PX)$/.test(signs);

function isExceptedSo(unit: Unit, { bought }: Context, { policy, ratios }: Held): Verdict | undefined {
  const [one] = [...bought, ONE_PACK];
  const fees = exceptedIn(unit).map((place) => one && feeFor(policy, place, one.amount, ratios));
  return fees.includes(undefined) ? undefined : { isSo: !fees.includes(0) };
}

/** 新疆发不到: whatever else the facts say of it, they say so. */
const isNotSent = ({ signs }: Unit, { names }: Context, { places }: Policy): boolean =>
  signs.includes('D') &&
  names?.every((name) => name !== undefined && places.get(name)?.fee === 'not sent') === true;

/** Few things are counted: what is less than four of them is three. */
const MOST_COUNTED = 20;

/** Somewhat less than a bound, for what is said of less. */
function amountMeant({ amount, side }: Bought): Amount {
  const { value } = amount;
  const isCounted = Number.isInteger(value) && value > 1 && value < MOST_COUNTED;
  return side === 'below' ? { ...amount, value: isCounted ? value - 1 : value * 0.99 } : amount;
}

/** Undefined where the facts do not say. */
function isSo(
  { unit, payer, sums }: Statement,
  bought: Amount,
  fees: readonly (Fee | undefined)[],
  { policy, ratios }: Held,
): boolean | undefined {
  const [fee] = fees;
  if (fees.includes(undefined)) return undefined;
  if (payer === 'seller' && fees.some((one) => one !== 0)) return false;
  if (payer === 'buyer' && fees.includes(0)) return false;
  if (payer === undefined && (sums.length === 0 || unit.signs.includes('N'))) return undefined;
  if (sums.length === 0) return true;
  if (new Set(fees).size > 1) return undefined;
  if (typeof fee !== 'number') return false;
  const prices = pricesOf(bought, ratios);
  if (sums.every((one) => isRole(one, unit, fee, prices))) return true;
  const isOfSomePlace = policy.places.size > 0 && !/[PRHZ]/.test(unit.signs);
  return isOfSomePlace && payer === undefined ? undefined : false;
}

const pricesOf = (bought: Amount, ratios: readonly Ratio[]): number[] =>
  bought.of.includes('yuan') ? [] : factors(bought, single(['yuan']), ratios);

/** Whether a sum is the fee, the price, or both together, as the words beside it say. */
function isRole(sum: Token, unit: Unit, fee: number, prices: readonly number[]): boolean {
  const telling = unit.tokens.filter(({ sign }) => sign !== 'l');
  const at = telling.indexOf(sum);
  const [before, behind] = [telling[at - 1]?.sign, telling[at + 1]?.sign];
  const value = sum.amount?.value ?? Number.NaN;
  const isNear = (other: number): boolean => Math.abs(other - value) < CLOSE;
  const isFee = isNear(fee);
  const isTotal = prices.some((price) => isNear(price + fee));
  if (before === 'E') return isFee;
  if (/^(?:[PRHZ]+|U?Q)F?A$/.test(unit.signs) && isFee) return true;
  if (before === 'F' || behind === 'F') return isFee || isTotal;
  if (/[TI]/.test(unit.signs)) return isTotal || (behind === 'E' && prices.some(isNear));
  return isTotal || prices.some(isNear);
}

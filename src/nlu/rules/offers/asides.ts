import type { Cue } from './cues.ts';
import { isCue, type Part } from './part.ts';

/** Numbers that are neither this offer's price nor its stock. */
export interface Asides {
  readonly places: ReadonlySet<number>;
  /** Whether a price is said to rise or fall by so much. */
  readonly isRelative: boolean;
}

type Reason = (parts: readonly Part[], at: number) => boolean;

/** Finds what a price was, by how much it changes, what sending costs, and from which amount on it is cheaper. */
export function asidesIn(parts: readonly Part[]): Asides {
  const placesOf = (reason: Reason): number[] => [...parts.keys()].filter((at) => reason(parts, at));
  const steps = placesOf(isStep);
  return { places: new Set([...steps, ...reasons.flatMap(placesOf)]), isRelative: steps.length > 0 };
}

const isSum = (part: Part | undefined): boolean => part?.is === 'money' || part?.is === 'number';
const isAmount = (part: Part | undefined): boolean => part?.is === 'amount';

/** 涨2块, 每斤涨2块, 2 yuan cheaper, 5 yuan more. */
const isStep: Reason = (parts, at) =>
  isSum(parts[at]) &&
  !isNewPrice(parts, at) &&
  (isCue(parts[at - 1], 'relative') ||
    (isCue(parts[at - 2], 'relative') && (parts[at - 1]?.is === 'unit' || isAmount(parts[at - 1]))) ||
    (parts[at]?.is === 'money' && (isRightBefore(parts, at, 'relative') || isRightBefore(parts, at, 'add'))));

/** 涨价 95一斤: a sum with its unit, apart from the word before it, is the price from now on. */
function isNewPrice(parts: readonly Part[], at: number): boolean {
  const [before, sum, unit] = parts.slice(at - 1, at + 2);
  const isApart = before?.is === 'cue' && sum !== undefined && sum.start > before.end;
  return isApart && (unit?.is === 'unit' || (unit?.is === 'amount' && unit.start === sum.end));
}

function isRightBefore(parts: readonly Part[], at: number, cue: Cue): boolean {
  const [part, after] = [parts[at], parts[at + 1]];
  return part !== undefined && after !== undefined && isCue(after, cue) && after.start - part.end <= 1;
}

const isUnit = (part: Part | undefined): boolean =>
  part?.is === 'unit' || part?.is === 'slash' || part?.is === 'amount';

const reasons: readonly Reason[] = [
  // 运费10元
  (parts, at) => isSum(parts[at]) && (isCue(parts[at - 1], 'fee') || isCue(parts[at + 1], 'fee')),
  // 运费涨到12块
  (parts, at) => isSum(parts[at]) && isCue(parts[at - 2], 'fee') && parts[at - 1]?.is === 'cue',
  // 卖了450元: what came in, not what one costs.
  (parts, at) =>
    parts[at]?.is === 'money' &&
    (isCue(parts[at - 1], 'sub') || isCue(parts[at - 1], 'add')) &&
    !isUnit(parts[at + 1]),
  // 原价20, 不是5斤
  (parts, at) => (isSum(parts[at]) || isAmount(parts[at])) && isCue(parts[at - 1], 'was'),
  // 不是卖了5瓶
  (parts, at) => isAmount(parts[at]) && parts[at - 1]?.is === 'cue' && isCue(parts[at - 2], 'was'),
  // 30斤左右 900一只: how heavy one is
  (parts, at) => {
    const [part, sum, one] = parts.slice(at, at + 3);
    const isOne = one?.is === 'unit' || (one?.is === 'amount' && one.isOne);
    const isAnimal = isOne && one.unit.measure === 'COUNT' && !one.unit.isContainer;
    return part?.is === 'amount' && part.unit.measure === 'MASS' && !part.isOne && isSum(sum) && isAnimal;
  },
  // 8块改成9块
  (parts, at) => isSum(parts[at]) && isCue(parts[at + 1], 'change') && isSum(parts[at + 2]),
  // 40 of 60 boxes
  (parts, at) => isAmount(parts[at]) && isCue(parts[at - 1], 'of') && parts[at - 2]?.is === 'number',
  // 357克/饼
  (parts, at) => isAmount(parts[at]) && parts[at + 1]?.is === 'slash' && parts[at + 2]?.is === 'name',
  // 10斤起, 50斤以上
  (parts, at) => (isSum(parts[at]) || isAmount(parts[at])) && isCue(parts[at + 1], 'or-more'),
  // 满50斤, 满100元
  (parts, at) => (isSum(parts[at]) || isAmount(parts[at])) && isCue(parts[at - 1], 'at-least'),
  // 买五斤送半斤
  (parts, at) => isAmount(parts[at]) && isCue(parts[at - 1], 'sub') && isCue(parts[at - 3], 'at-least'),
  (parts, at) =>
    isWeightOfOne(parts[at], parts[at - 1], isSum(parts[at - 2])) ||
    isWeightOfOne(parts[at], parts[at + 1], true),
];

/** 一只约4斤, 5 jin each: how heavy one is, not how much there is. Words like 大概 may stand between, unless the one has a price. */
const isWeightOfOne = (part: Part | undefined, one: Part | undefined, isPriced: boolean): boolean =>
  part?.is === 'amount' &&
  part.unit.measure === 'MASS' &&
  (one?.is === 'unit' || (one?.is === 'amount' && one.isOne)) &&
  one.unit.measure === 'COUNT' &&
  !one.unit.isContainer &&
  (one.end === part.start ||
    one.start === part.end ||
    ((!isPriced || part.base === undefined) && part.start - one.end <= 2));

import { isCue, type Part } from './seller-part.ts';

/** Numbers that are neither this offer's price nor its stock. */
export interface Asides {
  readonly places: ReadonlySet<number>;
  /** The place of the sum by which a price is said to rise or fall. */
  readonly step: number | undefined;
}

/** Finds what a price was, by how much it changes, what sending costs, and from which amount on it is cheaper. */
export function asidesIn(parts: readonly Part[]): Asides {
  const places = new Set<number>();
  let step: number | undefined;
  for (const [at, part] of parts.entries()) {
    const [before, after] = [parts[at - 1], parts[at + 1]];
    const isSum = part.is === 'money' || part.is === 'number';
    const isStep = isSum && (isCue(before, 'relative') || isDearer(part, after) || isStepPerUnit(parts, at));
    if (isStep) step ??= at;
    const isFee = isSum && (isCue(before, 'fee') || isCue(after, 'fee'));
    const isFormer =
      ((isSum || part.is === 'amount') && isCue(before, 'was')) ||
      (isSum && isCue(after, 'change') && isSumAt(parts, at + 2));
    // 40 of 60 boxes, 357克/饼.
    const isPartly = part.is === 'amount' && isCue(before, 'of') && parts[at - 2]?.is === 'number';
    const isOfUnknown = part.is === 'amount' && after?.is === 'slash' && parts[at + 2]?.is === 'name';
    const isFrom = (part.is === 'amount' || isSum) && (isCue(after, 'or-more') || isLeastOf(before, part));
    const isGift = part.is === 'amount' && isCue(before, 'sub') && isCue(parts[at - 3], 'at-least');
    if (isGift || isStep || isFee || isFormer || isFrom || isPartly || isOfUnknown) places.add(at);
    if (isWeightOfOne(part, before) || isWeightOfOne(part, after)) places.add(at);
  }
  return { places, step };
}

const isSumAt = (parts: readonly Part[], at: number): boolean =>
  parts[at]?.is === 'money' || parts[at]?.is === 'number';

/** 一只约4斤, 5 jin each: how heavy one is, not how much there is. */
const isWeightOfOne = (part: Part, one: Part | undefined): boolean =>
  part.is === 'amount' &&
  part.unit.measure === 'MASS' &&
  (one?.is === 'unit' || (one?.is === 'amount' && one.isOne)) &&
  one.unit.measure === 'COUNT' &&
  !one.unit.isContainer &&
  (one.end === part.start || one.start === part.end);

/** 2 yuan cheaper, 5 yuan more. */
const isDearer = (part: Part, after: Part | undefined): boolean =>
  (isCue(after, 'relative') || isCue(after, 'add')) &&
  part.is === 'money' &&
  after !== undefined &&
  /^ ?$/.test(' '.repeat(after.start - part.end));

/** 每斤涨2块 and 涨2块一斤 rise by so much per unit. */
const isStepPerUnit = (parts: readonly Part[], at: number): boolean =>
  isCue(parts[at - 2], 'relative') && (parts[at - 1]?.is === 'unit' || parts[at - 1]?.is === 'amount');

const isLeastOf = (before: Part | undefined, part: Part): boolean =>
  isCue(before, 'at-least') && part.is === 'amount';

type Quantity = Extract<Part, { is: 'amount' | 'money' | 'number' }>;

const isQuantity = (part: Part): part is Quantity =>
  part.is === 'amount' || part.is === 'money' || part.is === 'number';

/** What was said again after "no, wait" takes the place of what was said before it. Nothing where it cannot be told which. */
export function corrected(parts: readonly Part[]): readonly Part[] | undefined {
  const fix = parts.findIndex((part) => isCue(part, 'fix'));
  if (fix < 0) return parts;
  const first = parts.slice(0, fix);
  if (!first.some(isQuantity)) return corrected([...first, ...parts.slice(fix + 1)]);
  const again = corrected(parts.slice(fix + 1));
  if (!again) return undefined;
  const replaced = new Set<number>();
  for (const part of again.filter(isQuantity).toReversed()) {
    const place = first.findLastIndex(
      (one, i) => !replaced.has(i) && (one.is === part.is || stands(part, one, first)),
    );
    const old = first[place];
    if (!old) return undefined;
    first[place] = inPlaceOf(old, part);
    replaced.add(place);
  }
  return [
    ...first,
    ...again.filter((part) => !isQuantity(part) && part.is !== 'unit' && part.is !== 'slash'),
  ];
}

/** A number alone replaces the only quantity there is. */
const stands = (part: Quantity, one: Part, first: readonly Part[]): boolean =>
  part.is === 'number' && isQuantity(one) && first.filter(isQuantity).length === 1;

function inPlaceOf(old: Part, part: Quantity): Part {
  const place = { start: old.start, end: old.end };
  if (part.is !== 'number' || old.is === 'number') return { ...part, ...place };
  if (old.is === 'amount')
    return {
      ...old,
      base: part.value === undefined ? undefined : whole((part.value * old.unit.base) / 1_000),
      isOne: false,
    };
  return { is: 'money', fen: part.value === undefined ? undefined : whole(part.value / 10), ...place };
}

const whole = (value: number): number | undefined => (Number.isSafeInteger(value) ? value : undefined);

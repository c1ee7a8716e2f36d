import { wholeBase } from '../lexer/units.ts';
import { isCue, type Part } from './part.ts';

type Quantity = Extract<Part, { is: 'amount' | 'money' | 'number' }>;

const isQuantity = (part: Part): part is Quantity =>
  part.is === 'amount' || part.is === 'money' || part.is === 'number';

/** What was said again after "no, wait" takes the place of what was said before it. Nothing where it cannot be told which. */
export function corrected(parts: readonly Part[]): readonly Part[] | undefined {
  const fix = parts.findIndex((part) => isCue(part, 'fix'));
  if (fix < 0) return parts;
  const first = parts.slice(0, fix);
  if (!first.some(isQuantity)) return corrected([...first, saidAnew(parts[fix]), ...parts.slice(fix + 1)]);
  const again = corrected(parts.slice(fix + 1));
  if (!again) return undefined;
  const replaced = new Set<number>();
  const added: Part[] = [];
  for (const part of again.filter(isQuantity).toReversed()) {
    const place = first.findLastIndex(
      (one, i) => !replaced.has(i) && (one.is === part.is || stands(part, one, first)),
    );
    const old = first[place];
    // 核桃15 弄错了 是16块一斤: the unit is said for the first time.
    if (!old && part.is === 'amount' && part.isOne) {
      added.unshift(part);
      continue;
    }
    if (!old) return undefined;
    first[place] = inPlaceOf(old, part);
    replaced.add(place);
  }
  return [
    ...first,
    ...added,
    ...again.filter((part) => !isQuantity(part) && part.is !== 'unit' && part.is !== 'slash'),
  ];
}

/** correction, buckwheat is 8.9: what it corrects was said earlier, and changes. */
const saidAnew = (fix: Part | undefined): Part => ({
  is: 'cue',
  cue: 'change',
  start: fix?.start ?? 0,
  end: fix?.end ?? 0,
});

/** A number alone replaces the only quantity there is. */
const stands = (part: Quantity, one: Part, first: readonly Part[]): boolean =>
  ((part.is === 'number' && isQuantity(one)) || (part.is === 'money' && one.is === 'number')) &&
  first.filter(isQuantity).length === 1;

function inPlaceOf(old: Part, part: Quantity): Part {
  const place = { start: old.start, end: old.end };
  if (part.is !== 'number' || old.is === 'number') return { ...part, ...place };
  if (old.is === 'amount')
    return {
      ...old,
      base: part.value === undefined ? undefined : wholeBase(part.value, old.unit),
      isOne: false,
    };
  return { is: 'money', fen: part.value === undefined ? undefined : whole(part.value / 10), ...place };
}

const whole = (value: number): number | undefined => (Number.isSafeInteger(value) ? value : undefined);

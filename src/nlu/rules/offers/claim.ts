import type { Measure } from '../../../shop/values/quantity.ts';
import { isCue, type Part } from './part.ts';

export type StockMode = 'set' | 'add' | 'sub';

export interface Stock {
  readonly mode: StockMode;
  readonly quantity: number;
  readonly measure: Measure;
}

/** What words say of an amount; so much that one has, or has made, is new or not by what else is said. */
export type Claim = StockMode | 'has' | 'made';

/** Some words only say that there is so much; whether it is new depends on what else is said. */
export function modeOf(claim: Claim | undefined, isPriced: boolean): StockMode | undefined {
  if (claim === 'made') return isPriced ? 'set' : 'add';
  if (claim === 'has') return 'set';
  return claim ?? (isPriced ? 'set' : undefined);
}

/** What the words say about the amount at a place: those of its own clause first, those before it first. */
export function claimOn(
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

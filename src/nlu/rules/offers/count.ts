import { THOUSAND } from '../lexer/numbers.ts';
import { PIECE } from '../lexer/units.ts';
import { claimOn, modeOf, type Stock, type StockMode } from './claim.ts';
import type { Content, Pack } from './packs/packs.ts';
import { inUnit, type Part } from './part.ts';
import type { SaidPrice } from './price.ts';

/** `88 yuan each, 20 left`: a number alone counts what the price is for, pieces or packs. `Sold 30, 70 left`: what is left counts. */
export function looseNumber(
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

import { cappedTotal, type Fen, minFen, NO_FEN, type Price, plusFen } from '../../values/money.ts';
import { type BaseQuantity, baseQuantity } from '../../values/quantity.ts';

/** A quantity offered as a button; `price` is what the whole pack costs, null where the unit price counts. */
export interface Pack {
  readonly quantity: BaseQuantity;
  readonly price: Fen | null;
}

/** How far the search for an exact sum of packs goes, in steps; beyond it the unit price counts. */
const MAX_STEPS = 20_000;

/**
 * What `quantity` costs: the cheapest sum of packs that makes exactly that quantity, if that beats the unit price. At most
 * which no checkout takes.
 */
export function quantityPrice(price: Price, packs: readonly Pack[], quantity: BaseQuantity): Fen {
  const plain = cappedTotal(price, quantity);
  const priced = packs.map((pack) => ({ ...pack, price: pack.price ?? cappedTotal(price, pack.quantity) }));
  const best = cheapestSum(priced, quantity);
  return minFen(plain, best ?? plain);
}

/** The most that whole packs make of at most `room` for at most `money`; nothing where no pack can be had for it. */
export function mostOfPacks(
  price: Price,
  packs: readonly Pack[],
  money: Fen,
  room: BaseQuantity,
): BaseQuantity {
  const priced = packs
    .map((pack) => ({ ...pack, price: pack.price ?? cappedTotal(price, pack.quantity) }))
    .filter((pack) => pack.quantity <= room && pack.price <= money);
  const { step, best } = cheapestSums(priced, room);
  const most = best.findLastIndex((cost) => cost !== undefined && cost <= money);
  return baseQuantity(Math.max(most, 0) * step);
}

/** The cheapest way to make exactly `quantity` from whole packs, if there is one. */
function cheapestSum(
  packs: readonly { quantity: BaseQuantity; price: Fen }[],
  quantity: BaseQuantity,
): Fen | undefined {
  const usable = packs.filter((pack) => pack.quantity <= quantity);
  const { step, best } = cheapestSums(usable, quantity);
  return step === 0 || quantity % step !== 0 ? undefined : best[quantity / step];
}

/** What whole packs cost at least, for each number of steps up to `quantity`. */
function cheapestSums(
  packs: readonly { quantity: BaseQuantity; price: Fen }[],
  quantity: BaseQuantity,
): { step: number; best: (Fen | undefined)[] } {
  const step = packs.reduce((divisor, pack) => gcd(divisor, pack.quantity), 0);
  const best: (Fen | undefined)[] = [NO_FEN];
  if (step === 0 || quantity / step > MAX_STEPS) return { step, best: [] };
  for (let made = step; made <= quantity; made += step) {
    best[made / step] = cheapest(packs, (pack) => before(best, (made - pack.quantity) / step, pack.price));
  }
  return { step, best };
}

function before(best: readonly (Fen | undefined)[], index: number, price: Fen): Fen | undefined {
  const sofar = index < 0 ? undefined : best[index];
  return sofar === undefined ? undefined : plusFen(sofar, price);
}

function cheapest<T>(all: readonly T[], cost: (one: T) => Fen | undefined): Fen | undefined {
  return all.reduce<Fen | undefined>((least, one) => {
    const here = cost(one);
    return here !== undefined && (least === undefined || here < least) ? here : least;
  }, undefined);
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

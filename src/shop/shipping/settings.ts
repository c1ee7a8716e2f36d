import type { Prisma } from '../../db/generated/client.ts';
import type { Work } from '../../db/work.ts';
import { actsFor } from '../sellers/sellers.ts';
import { MAX_FEN } from '../values/money.ts';
import { isAmount } from '../values/quantity.ts';
import { asRules, dayOf, todayIn } from './policy.ts';
import type { Province } from './provinces.ts';
import { plainExpress, type Way, type WayRule, type Zone } from './rates.ts';

/** Something that a seller wants otherwise from now on. Fees in fen. */
export type DeliveryWish =
  /** A flat fee wherever no zone of provinces counts; takes the place of a fee by weight for all. */
  | { readonly is: 'fee'; readonly way: Way; readonly fee: number }
  | { readonly is: 'free-from'; readonly way: Way; readonly amount: number | null }
  /** By weight, in these provinces or everywhere else. */
  | { readonly is: 'zone'; readonly way: Way; readonly zone: Zone }
  | { readonly is: 'way'; readonly way: Way; readonly isOn: boolean }
  | { readonly is: 'areas'; readonly provinces: readonly Province[]; readonly isShipped: boolean }
  | { readonly is: 'minimum'; readonly amount: number }
  /** Days as `2026-09-20`. */
  | { readonly is: 'days'; readonly days: readonly string[]; readonly isOff: boolean };

/** How a seller's goods travel, with what is switched off. */
export interface DeliverySettings {
  readonly sellerId: string;
  readonly ways: readonly WayRule[];
  readonly minimumOrder: number;
  readonly notShippedTo: readonly string[];
  /** From today on. */
  readonly closedOn: readonly string[];
  readonly pickupPlace: string;
  readonly today: string;
  readonly limits: readonly PersonLimit[];
}

/** How much of a product one person may have. */
export interface PersonLimit {
  readonly productId: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly measure: string;
  readonly limit: number;
}

export const deliverySettings = (work: Work) => ({
  of: (personId: string, sellerId: string) => settingsOf(work, personId, sellerId),
  apply: (personId: string, sellerId: string, wishes: readonly DeliveryWish[]) =>
    apply(work, personId, sellerId, wishes),
  limit: (personId: string, productId: string, most: number | null) => limit(work, personId, productId, most),
});

/** For those who may say how the seller sells. */
async function settingsOf(
  { tx, now }: Work,
  personId: string,
  sellerId: string,
): Promise<DeliverySettings | undefined> {
  if (!(await actsFor(tx, personId, sellerId, 'post'))) return undefined;
  const row = await tx.seller.findUniqueOrThrow({
    where: { id: sellerId },
    include: { deliveryWays: true, village: { select: { timeZone: true } } },
  });
  const limited = await tx.product.findMany({
    where: { sellerId, personLimit: { not: null }, status: { not: 'archived' } },
    orderBy: { title: 'asc' },
    select: { id: true, title: true, titleEn: true, measure: true, personLimit: true },
  });
  const rules = asRules(row.deliveryWays);
  const today = todayIn(row.village.timeZone, now);
  return {
    sellerId,
    ways: rules.length > 0 ? rules : [plainExpress],
    minimumOrder: row.minimumOrder,
    notShippedTo: row.notShippedTo,
    closedOn: row.closedOn
      .map(dayOf)
      .filter((day) => day >= today)
      .sort(),
    pickupPlace: row.pickupPlace,
    today,
    limits: limited.map(({ id, personLimit, ...rest }) => ({
      productId: id,
      ...rest,
      limit: personLimit ?? 0,
    })),
  };
}

/** Carries the wishes out, all of them; the settings after it, or nothing for strangers. One way always stays on. */
async function apply(
  work: Work,
  personId: string,
  sellerId: string,
  wishes: readonly DeliveryWish[],
): Promise<DeliverySettings | undefined> {
  const { tx } = work;
  if (!(await actsFor(tx, personId, sellerId, 'post'))) return undefined;
  // What sellers who have said nothing offer all the same: it must not vanish with their first word.
  const isFirst = (await tx.deliveryWay.count({ where: { sellerId } })) === 0;
  if (isFirst) await tx.deliveryWay.createMany({ data: [{ sellerId, way: plainExpress.way }] });
  for (const wish of wishes) await carryOut(work, sellerId, wish);
  return settingsOf(work, personId, sellerId);
}

async function carryOut(work: Work, sellerId: string, wish: DeliveryWish): Promise<void> {
  const { tx } = work;
  switch (wish.is) {
    case 'fee':
      return setWay(work, sellerId, wish.way, ({ zones }) => ({
        fee: Math.min(wish.fee, MAX_FEN),
        zones: zones.filter((zone) => zone.provinces.length > 0),
      }));
    case 'free-from':
      return setWay(work, sellerId, wish.way, () => ({ freeFrom: wish.amount }));
    case 'zone':
      return setWay(work, sellerId, wish.way, ({ zones }) => ({ zones: withZone(zones, wish.zone) }));
    case 'way':
      if (wish.isOn) return setWay(work, sellerId, wish.way, () => ({}));
      return switchOff(work, sellerId, wish.way);
    case 'areas': {
      const { notShippedTo } = await tx.seller.findUniqueOrThrow({ where: { id: sellerId } });
      const others = notShippedTo.filter((one) => !wish.provinces.some((province) => province === one));
      const data = { notShippedTo: wish.isShipped ? others : [...others, ...wish.provinces] };
      await tx.seller.update({ where: { id: sellerId }, data });
      return;
    }
    case 'minimum':
      await tx.seller.update({
        where: { id: sellerId },
        data: { minimumOrder: Math.min(wish.amount, MAX_FEN) },
      });
      return;
    case 'days': {
      const { closedOn } = await tx.seller.findUniqueOrThrow({ where: { id: sellerId } });
      const others = closedOn.map(dayOf).filter((day) => !wish.days.includes(day));
      const days = [...new Set(wish.isOff ? [...others, ...wish.days] : others)].sort();
      const kept = days.map((day) => new Date(`${day}T00:00:00Z`));
      await tx.seller.update({ where: { id: sellerId }, data: { closedOn: kept } });
    }
  }
}

/** A province is in one zone: the last word counts. */
const withZone = (zones: readonly Zone[], zone: Zone): Zone[] => {
  const others = zones.flatMap((old): Zone[] => {
    if (old.provinces.length === 0) return zone.provinces.length === 0 ? [] : [old];
    const left = old.provinces.filter((province) => !zone.provinces.includes(province));
    return left.length > 0 ? [{ ...old, provinces: left }] : [];
  });
  return [...others, zone];
};

type Changed = Partial<Pick<WayRule, 'fee' | 'freeFrom' | 'zones'>>;

/** Changes a way, and switches it on: who names a fee means to offer it. */
async function setWay(
  { tx }: Work,
  sellerId: string,
  way: Way,
  change: (rule: WayRule) => Changed,
): Promise<void> {
  const rows = await tx.deliveryWay.findMany({ where: { sellerId, way } });
  const old = asRules(rows)[0] ?? { ...plainExpress, way };
  const { zones, ...rest } = change(old);
  const data: Prisma.DeliveryWayUncheckedUpdateInput = {
    ...rest,
    ...(zones && { zones: [...zones] }),
    isOn: true,
  };
  const { fee, freeFrom } = { ...old, ...rest };
  await tx.deliveryWay.upsert({
    where: { sellerId_way: { sellerId, way } },
    create: { sellerId, way, fee, freeFrom, zones: [...(zones ?? old.zones)] },
    update: data,
  });
}

/** The last way that is on stays on. */
async function switchOff({ tx }: Work, sellerId: string, way: Way): Promise<void> {
  const others = await tx.deliveryWay.count({ where: { sellerId, isOn: true, way: { not: way } } });
  if (others > 0) await tx.deliveryWay.updateMany({ where: { sellerId, way }, data: { isOn: false } });
}

/** Base units that one person may have; null for no limit. False where the product is not theirs or it is no amount. */
async function limit(
  { tx }: Work,
  personId: string,
  productId: string,
  most: number | null,
): Promise<boolean> {
  const product = await tx.product.findUnique({ where: { id: productId }, select: { sellerId: true } });
  if (!product || !(await actsFor(tx, personId, product.sellerId, 'post'))) return false;
  if (most !== null && !isAmount(most)) return false;
  await tx.product.update({ where: { id: productId }, data: { personLimit: most } });
  return true;
}

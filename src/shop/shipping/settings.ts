import type { Tx } from '../../db/client/client.ts';
import type { Prisma } from '../../db/generated/client.ts';
import type { PersonId, ProductId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { toSellingUnit } from '../catalogue/products/product-row.ts';
import { requireMembership } from '../sellers/sellers.ts';
import { type Fen, MAX_FEN, minFen } from '../values/money.ts';
import type { BaseQuantity, Measure, SellingUnit } from '../values/quantity.ts';
import { localDay, localToday, toShippingPolicy } from './policy.ts';
import type { Province } from './provinces.ts';
import { plainExpress, type ShippingMethod, type ShippingRule, type Zone } from './rates.ts';

/** A change of a seller's shipping settings. Fees in fen. */
export type ShippingChange =
  /** A flat fee wherever no zone of provinces counts; takes the place of a fee by weight for all. */
  | { readonly is: 'fee'; readonly way: ShippingMethod; readonly fee: Fen }
  | { readonly is: 'free-from'; readonly way: ShippingMethod; readonly amount: Fen | null }
  /** By weight, in these provinces or everywhere else. */
  | { readonly is: 'zone'; readonly way: ShippingMethod; readonly zone: Zone }
  /** All of its zones, in place of those there are. */
  | { readonly is: 'zones'; readonly way: ShippingMethod; readonly zones: readonly Zone[] }
  | { readonly is: 'way'; readonly way: ShippingMethod; readonly isOn: boolean }
  | { readonly is: 'areas'; readonly provinces: readonly Province[]; readonly isShipped: boolean }
  | { readonly is: 'minimum'; readonly amount: Fen }
  /** Days as `2026-09-20`. */
  /** Days of the week, from 1 for Monday; none: any day. */
  | { readonly is: 'ships-on'; readonly weekdays: readonly number[] }
  | { readonly is: 'days'; readonly days: readonly string[]; readonly isOff: boolean };

/** How a seller's goods travel, with what is switched off. */
export interface ShippingSettings {
  readonly sellerId: SellerId;
  readonly ways: readonly ShippingRule[];
  /** False: the seller has set nothing yet, and these are the default ways. */
  readonly isSet: boolean;
  readonly minimumOrder: Fen;
  readonly notShippedTo: readonly string[];
  /** Days of the week, from 1 for Monday; none: any day. */
  readonly shipsOn: readonly number[];
  /** From today on. */
  readonly closedOn: readonly string[];
  readonly pickupPlace: string;
  /** How soon parcels leave, as the seller says it; null: not said. */
  readonly shipTime: string | null;
  readonly today: string;
  /** Goods of which an order holds so much at least, or a person may have so much at most. */
  readonly amounts: readonly OrderAmounts[];
}

/** How much of a product an order holds at least, and a person may have at most; one of them at least is set. */
export interface OrderAmounts {
  readonly productId: ProductId;
  readonly title: string;
  readonly titleEn: string | null;
  readonly measure: Measure;
  readonly unit: SellingUnit | null;
  readonly least: BaseQuantity | null;
  readonly most: BaseQuantity | null;
}

export const shippingSettings = (context: TxContext) => ({
  of: (personId: PersonId, sellerId: SellerId) => findSettings(context, personId, sellerId),
  apply: (personId: PersonId, sellerId: SellerId, changes: readonly ShippingChange[]) =>
    apply(context, personId, sellerId, changes),
});

/** For those who may say how the seller sells. */
async function findSettings(
  { tx, now }: TxContext,
  personId: PersonId,
  sellerId: SellerId,
): Promise<ShippingSettings | undefined> {
  if (!(await requireMembership(tx, personId, sellerId, 'post'))) return undefined;
  const row = await tx.seller.findUniqueOrThrow({
    where: { id: sellerId },
    include: {
      shippingMethods: true,
      facts: { where: { topic: 'shipTime' }, select: { words: true } },
      village: { select: { timeZone: true } },
    },
  });
  const amounts = await findAmounts(tx, sellerId);
  const rules = toShippingPolicy(row.shippingMethods);
  const today = localToday(row.village.timeZone, now);
  return {
    sellerId,
    ways: rules.length > 0 ? rules : [plainExpress],
    isSet: rules.length > 0,
    minimumOrder: row.minimumOrder,
    notShippedTo: row.notShippedTo,
    shipsOn: row.shipsOn,
    closedOn: row.closedOn
      .map(localDay)
      .filter((day) => day >= today)
      .sort(),
    pickupPlace: row.pickupPlace,
    shipTime: row.facts[0]?.words ?? null,
    today,
    amounts,
  };
}

async function findAmounts(tx: Tx, sellerId: SellerId): Promise<OrderAmounts[]> {
  const bound = [{ personLimit: { not: null } }, { minimumQuantity: { not: null } }];
  const rows = await tx.product.findMany({
    where: { sellerId, status: { not: 'archived' }, OR: bound },
    orderBy: { title: 'asc' },
  });
  return rows.map(({ id, title, titleEn, measure, unit, unitSize, minimumQuantity, personLimit }) => ({
    ...{ productId: id, title, titleEn, measure: measure as Measure },
    unit: toSellingUnit({ unit, unitSize }),
    ...{ least: minimumQuantity, most: personLimit },
  }));
}

/** Applies all changes; returns the settings after them, or undefined for strangers. One method always stays on. */
async function apply(
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  changes: readonly ShippingChange[],
): Promise<ShippingSettings | undefined> {
  const { tx } = context;
  if (!(await requireMembership(tx, personId, sellerId, 'post'))) return undefined;
  // The default methods are written first, so that the first change does not remove them.
  const isFirst = (await tx.shippingMethod.count({ where: { sellerId } })) === 0;
  if (isFirst) await tx.shippingMethod.createMany({ data: [{ sellerId, way: plainExpress.way }] });
  for (const change of changes) await carryOut(context, sellerId, change);
  return findSettings(context, personId, sellerId);
}

async function carryOut(context: TxContext, sellerId: SellerId, change: ShippingChange): Promise<void> {
  const { tx } = context;
  switch (change.is) {
    case 'fee':
      return setMethod(context, sellerId, change.way, ({ zones }) => ({
        fee: minFen(change.fee, MAX_FEN),
        zones: zones.filter((zone) => zone.provinces.length > 0),
      }));
    case 'free-from':
      return setMethod(context, sellerId, change.way, () => ({ freeFrom: change.amount }));
    case 'zone':
      return setMethod(context, sellerId, change.way, ({ zones }) => ({
        zones: withZone(zones, change.zone),
      }));
    case 'zones':
      return setMethod(context, sellerId, change.way, () => ({ zones: change.zones }));
    case 'way':
      if (change.isOn) return setMethod(context, sellerId, change.way, () => ({}));
      return switchOff(context, sellerId, change.way);
    case 'areas': {
      const { notShippedTo } = await tx.seller.findUniqueOrThrow({ where: { id: sellerId } });
      const others = notShippedTo.filter((one) => !change.provinces.some((province) => province === one));
      const data = { notShippedTo: change.isShipped ? others : [...others, ...change.provinces] };
      await tx.seller.update({ where: { id: sellerId }, data });
      return;
    }
    case 'minimum':
      await tx.seller.update({
        where: { id: sellerId },
        data: { minimumOrder: minFen(change.amount, MAX_FEN) },
      });
      return;
    case 'ships-on':
      await tx.seller.update({ where: { id: sellerId }, data: { shipsOn: allOrSome(change.weekdays) } });
      return;
    case 'days': {
      const { closedOn } = await tx.seller.findUniqueOrThrow({ where: { id: sellerId } });
      const others = closedOn.map(localDay).filter((day) => !change.days.includes(day));
      const days = [...new Set(change.isOff ? [...others, ...change.days] : others)].sort();
      const kept = days.map((day) => new Date(`${day}T00:00:00Z`));
      await tx.seller.update({ where: { id: sellerId }, data: { closedOn: kept } });
    }
  }
}

const DAYS_OF_A_WEEK = 7;

/** Each day is as good as no rule. */
const allOrSome = (weekdays: readonly number[]): number[] => {
  const some = [...new Set(weekdays)].sort();
  return some.length === DAYS_OF_A_WEEK ? [] : some;
};

/** A province is in one zone: the last word counts. */
const withZone = (zones: readonly Zone[], zone: Zone): Zone[] => {
  const others = zones.flatMap((old): Zone[] => {
    if (old.provinces.length === 0) return zone.provinces.length === 0 ? [] : [old];
    const left = old.provinces.filter((province) => !zone.provinces.includes(province));
    return left.length > 0 ? [{ ...old, provinces: left }] : [];
  });
  return [...others, zone];
};

type Changed = Partial<Pick<ShippingRule, 'fee' | 'freeFrom' | 'zones'>>;

/** Changes a method and switches it on: naming a fee means offering it. */
async function setMethod(
  { tx }: TxContext,
  sellerId: SellerId,
  way: ShippingMethod,
  change: (rule: ShippingRule) => Changed,
): Promise<void> {
  const rows = await tx.shippingMethod.findMany({ where: { sellerId, way } });
  const old = toShippingPolicy(rows)[0] ?? { ...plainExpress, way };
  const { zones, ...rest } = change(old);
  const data: Prisma.ShippingMethodUncheckedUpdateInput = {
    ...rest,
    ...(zones && { zones: [...zones] }),
    isOn: true,
  };
  const { fee, freeFrom } = { ...old, ...rest };
  await tx.shippingMethod.upsert({
    where: { sellerId_way: { sellerId, way } },
    create: { sellerId, way, fee, freeFrom, zones: [...(zones ?? old.zones)] },
    update: data,
  });
}

/** The last way that is on stays on. */
async function switchOff({ tx }: TxContext, sellerId: SellerId, way: ShippingMethod): Promise<void> {
  const others = await tx.shippingMethod.count({ where: { sellerId, isOn: true, way: { not: way } } });
  if (others > 0) await tx.shippingMethod.updateMany({ where: { sellerId, way }, data: { isOn: false } });
}

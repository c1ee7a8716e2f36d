import type { Tx } from '../../db/client/client.ts';
import type { PersonId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import type { Fen } from '../values/money.ts';
import { type MethodRow, policyRows } from './policy-rows.ts';
import { detectProvince } from './provinces.ts';
import {
  packsAgain,
  plainExpress,
  type ShippingMethod,
  type ShippingRule,
  shippingMethods,
  zonesShape,
} from './rates.ts';

/** How one seller's goods reach people, and which orders are not taken. */
export interface ShippingPolicy {
  readonly sellerId: SellerId;
  readonly sellerName: string;
  readonly sellerNameEn: string | null;
  readonly pickupPlace: string;
  /** Of the village, as the village writes it. */
  readonly province: string;
  /** False for one who waits for the office's yes, or was closed by it. */
  readonly isOpen: boolean;
  /** What is on offer, never empty, the one to propose first. */
  readonly methods: readonly ShippingRule[];
  readonly minimumOrder: Fen;
  readonly notShippedTo: readonly string[];
  /** Days as `2026-09-20`. */
  readonly closedOn: readonly string[];
  /** Days of the week on which they pack and send, from 1 for Monday; none: any day. */
  readonly shipsOn: readonly number[];
  /** Set where nothing is packed today: the day on which it is again. */
  readonly packsAgain: string | undefined;
}

/** The rules of these sellers, by their ids. */
export async function findShippingPolicies(
  { tx, now }: Pick<TxContext, 'tx' | 'now'>,
  sellerIds: readonly SellerId[],
): Promise<ReadonlyMap<string, ShippingPolicy>> {
  const rows = await tx.$prepared(policyRows, sellerIds);
  return new Map(
    rows.map((row) => {
      const { closedOn, shipsOn } = row;
      const rules: ShippingPolicy = {
        sellerId: row.id,
        sellerName: row.name,
        sellerNameEn: row.nameEn,
        pickupPlace: row.pickupPlace,
        province: row.province,
        isOpen: row.isOpen,
        methods: offered(row.shippingMethods),
        minimumOrder: row.minimumOrder,
        notShippedTo: row.notShippedTo,
        closedOn,
        shipsOn,
        packsAgain: packsAgain({ closedOn, shipsOn }, localToday(row.timeZone, now)),
      };
      return [row.id, rules];
    }),
  );
}

/**
 * The methods to propose for a province: nobody in the village brings anything to another one by hand, and few fetch it from
 * there. All where nothing else is offered, or where it is not known.
 */
export function reachingMethods(
  { methods, province: own }: Pick<ShippingPolicy, 'methods' | 'province'>,
  province: string | undefined,
): readonly ShippingRule[] {
  const here = detectProvince(own);
  const isFar = province !== undefined && here !== undefined && province !== here;
  const near = isFar ? methods.filter(({ way }) => way === 'express') : methods;
  return near.length > 0 ? near : methods;
}

const offered = (rows: readonly MethodRow[]): ShippingRule[] => {
  const on = toShippingPolicy(rows).filter((rule) => rule.isOn);
  return on.length > 0 ? on : [plainExpress];
};

/** What the seller has said of each way, in the order in which ways are proposed. */
export const toShippingPolicy = (rows: readonly MethodRow[]): ShippingRule[] =>
  shippingMethods.flatMap((way) => {
    const row = rows.find((one) => one.way === way);
    return row ? [asRule(way, row)] : [];
  });

const asRule = (way: ShippingMethod, { isOn, fee, freeFrom, zones }: MethodRow): ShippingRule => ({
  way,
  isOn,
  fee,
  freeFrom,
  zones: zonesShape.parse(zones),
});

export const localDay = (date: Date): string => date.toISOString().slice(0, 10);

/** The day that a village has at `now`. */
export const localToday = (timeZone: string, now: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    now,
  );

/** How this person's last order from the seller travelled. */
export async function findLastShippingMethod(
  tx: Tx,
  personId: PersonId,
  sellerId: SellerId,
): Promise<ShippingMethod | undefined> {
  const order = await tx.order.findFirst({
    where: { personId, sellerId },
    orderBy: { placedAt: 'desc' },
    select: { way: true },
  });
  return shippingMethods.find((way) => way === order?.way);
}

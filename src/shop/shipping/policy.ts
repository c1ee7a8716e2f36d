import type { Tx } from '../../db/client.ts';
import type { Work } from '../../db/work.ts';
import type { Fen } from '../values/money.ts';
import { packsAgain, plainExpress, type Way, type WayRule, ways, zonesShape } from './rates.ts';

/** How one seller's goods reach people, and which orders are not taken. */
export interface DeliveryRules {
  readonly sellerId: string;
  readonly sellerName: string;
  readonly sellerNameEn: string | null;
  readonly pickupPlace: string;
  /** False for one who waits for the office's yes, or was closed by it. */
  readonly isOpen: boolean;
  /** What is on offer, never empty, the one to propose first. */
  readonly ways: readonly WayRule[];
  readonly minimumOrder: Fen;
  readonly notShippedTo: readonly string[];
  /** Days as `2026-09-20`. */
  readonly closedOn: readonly string[];
  /** Set where nothing is packed today: the day on which it is again. */
  readonly packsAgain: string | undefined;
}

const withWays = { deliveryWays: true, village: { select: { timeZone: true } } } as const;

/** The rules of these sellers, by their ids. */
export async function rulesOf(
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  sellerIds: readonly string[],
): Promise<ReadonlyMap<string, DeliveryRules>> {
  const rows = await tx.seller.findMany({ where: { id: { in: [...sellerIds] } }, include: withWays });
  return new Map(
    rows.map((row) => {
      const closedOn = row.closedOn.map(dayOf);
      const rules: DeliveryRules = {
        sellerId: row.id,
        sellerName: row.name,
        sellerNameEn: row.nameEn,
        pickupPlace: row.pickupPlace,
        isOpen: row.state === 'open',
        ways: offered(row.deliveryWays),
        minimumOrder: row.minimumOrder,
        notShippedTo: row.notShippedTo,
        closedOn,
        packsAgain: packsAgain(closedOn, todayIn(row.village.timeZone, now)),
      };
      return [row.id, rules];
    }),
  );
}

interface Row {
  readonly way: string;
  readonly isOn: boolean;
  readonly fee: number;
  readonly freeFrom: number | null;
  readonly zones: unknown;
}

const offered = (rows: readonly Row[]): WayRule[] => {
  const on = asRules(rows).filter((rule) => rule.isOn);
  return on.length > 0 ? on : [plainExpress];
};

/** What the seller has said of each way, in the order in which ways are proposed. */
export const asRules = (rows: readonly Row[]): WayRule[] =>
  ways.flatMap((way) => {
    const row = rows.find((one) => one.way === way);
    return row ? [asRule(way, row)] : [];
  });

const asRule = (way: Way, { isOn, fee, freeFrom, zones }: Row): WayRule => ({
  way,
  isOn,
  fee,
  freeFrom,
  zones: zonesShape.parse(zones),
});

export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** The day that a village has at `now`. */
export const todayIn = (timeZone: string, now: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    now,
  );

/** How this person's last order from the seller travelled. */
export async function lastWay(tx: Tx, personId: string, sellerId: string): Promise<Way | undefined> {
  const order = await tx.order.findFirst({
    where: { personId, sellerId },
    orderBy: { placedAt: 'desc' },
    select: { way: true },
  });
  return ways.find((way) => way === order?.way);
}

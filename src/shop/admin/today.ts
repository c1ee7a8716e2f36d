import type { TxContext } from '../../db/work.ts';
import { type Fen, fen } from '../values/money.ts';

/** Today's figures, by the village's own day. */
export interface Today {
  /** Those that were not cancelled, declined or expired; what they earned, and of whom they are. */
  readonly orders: number;
  readonly earned: Fen;
  readonly unanswered: number;
  readonly live: number;
  readonly buyers: number;
  readonly asking: number;
  readonly waiting: number;
  readonly parked: number;
  readonly failed: number;
}

export async function findToday({ tx, now }: TxContext): Promise<Today> {
  const [orders] = await tx.$queryRaw<{ orders: bigint; earned: bigint; buyers: bigint }[]>`
    SELECT count(*) AS orders, count(DISTINCT person_id) AS buyers,
      coalesce(sum(total), 0) AS earned
    FROM orders WHERE fulfilment NOT IN ('cancelled', 'declined', 'expired') AND placed_at >= (
      SELECT date_trunc('day', ${now}::timestamptz AT TIME ZONE time_zone) AT TIME ZONE time_zone
      FROM village ORDER BY created_at LIMIT 1)`;
  return {
    orders: Number(orders?.orders ?? 0),
    earned: fen(Number(orders?.earned ?? 0)),
    buyers: Number(orders?.buyers ?? 0),
    unanswered: await tx.order.count({
      where: { fulfilment: 'placed', payment: { in: ['none', 'paid', 'proof-sent'] } },
    }),
    live: await tx.stream.count({ where: { state: 'live' } }),
    asking: await tx.conversation.count({ where: { kind: 'help', state: 'open' } }),
    waiting: await tx.seller.count({ where: { state: 'waiting' } }),
    parked: await tx.inbox.count({ where: { state: 'parked' } }),
    failed: await tx.outbox.count({ where: { failedAt: { not: null } } }),
  };
}

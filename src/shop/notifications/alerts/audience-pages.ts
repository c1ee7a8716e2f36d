import { Prisma as Sql } from '../../../db/generated/client.ts';

/** Why somebody hears of an alert, in the order in which they hear: the `stage` of a recipient. */
export const audienceStage = {
  waited: 0,
  bought: 1,
  followsSeller: 2,
  followsVillage: 3,
  followsShelf: 4,
  waitedForPrice: 5,
} as const;

/** Whether they hear of it since they follow, and not since they asked for this very thing. */
export const isFollowing = (stage: number): boolean =>
  stage !== audienceStage.waited && stage !== audienceStage.waitedForPrice;

/** Sorts before every time and id. */
export const START = { at: new Date(0), id: '00000000-0000-0000-0000-000000000000' };

/** How far a stage is written: the time and id of the last row that was looked at. */
export interface Cursor {
  readonly at: Date;
  readonly id: string;
}

/**
 * Selects the next `take` rows of a stage after the cursor, by index: `at` and `id` for the cursor, `is_less`, and a chat, null
 * where that row brings nobody. A person may come again in a later stage: they hear once, by the first.
 */
export interface Stage {
  readonly stage: number;
  /** `now`: also in quiet hours, unless they have switched that off. `digest`: as a line of the next digest. Else when quiet hours are over. */
  readonly delivery?: 'now' | 'digest';
  page(after: Cursor, take: number): Sql.Sql;
}

/** The subscriptions of a kind to a target. */
export const subscribersPage =
  (kind: string, targetId: Sql.Sql, isLeftOut = Sql.sql`false`): Stage['page'] =>
  (after, take) =>
    Sql.sql`
    SELECT CASE WHEN NOT ${isLeftOut} THEN chat_id END AS chat_id, created_at AS at, id, is_less
    FROM subscription s
    WHERE kind = ${kind} AND target_id = ${targetId}
      AND (created_at, id) > (${after.at}::timestamptz, ${after.id}::uuid)
    ORDER BY created_at, id LIMIT ${take}`;

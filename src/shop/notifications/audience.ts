import { Prisma as Sql } from '../../db/generated/client.ts';
import type { AlertId, ProductId, StreamId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import type { Alert } from './alerts.ts';
import { isQuiet, quietEnd, villageClock } from './quiet-hours.ts';

/** Why a person receives an alert, in sending order: the `stage` of a recipient. */
export const audienceStage = { waited: 0, bought: 1, followsSeller: 2, followsVillage: 3 } as const;

/** The first chunk is small, so that sending starts before the rest is selected. */
const FIRST_CHUNK = 500;
const CHUNK = 2_000;
/** Sorts before every time and id. */
const START = { at: new Date(0), id: '00000000-0000-0000-0000-000000000000' };

/** How far a stage is written: the time and id of the last row that was looked at. */
interface Cursor {
  readonly at: Date;
  readonly id: string;
}

/**
 * Selects the next `take` rows of a stage after the cursor, by index: `at` and `id` for the cursor, and a chat, null
 * where that row brings nobody. A person may come again in a later stage: they hear once, by the first.
 */
interface Stage {
  readonly stage: number;
  page(after: Cursor, take: number): Sql.Sql;
}

/** `last`: all are written now. `none`: all were written before, or another process is writing. */
export type ChunkResult = 'more' | 'last' | 'none';

interface Progress {
  readonly stage: number;
  readonly afterAt: Date | null;
  readonly afterId: string | null;
  readonly hasAll: boolean;
}

/** Writes the next recipients of an alert that has begun, on `channels`, and how far it came. */
export async function writeChunk(
  context: TxContext,
  alert: Alert,
  channels: readonly string[],
): Promise<ChunkResult> {
  const [progress] = await context.tx.$queryRaw<Progress[]>`
    SELECT stage, after_at AS "afterAt", after_id AS "afterId", has_all AS "hasAll" FROM alert
    WHERE id = ${alert.id}::uuid AND state = 'sending' FOR UPDATE SKIP LOCKED`;
  if (!progress || progress.hasAll) return 'none';
  const next = await writeStages(context, alert, channels, progress);
  await context.tx.alert.update({ where: { id: alert.id }, data: next });
  if (next.hasAll) await endAnswered(context, alert);
  return next.hasAll ? 'last' : 'more';
}

/** Goes on over stages that are used up until the chunk is full. */
async function writeStages(
  context: TxContext,
  alert: Alert,
  channels: readonly string[],
  progress: Progress,
): Promise<Progress> {
  const stages = findStages(alert);
  const { afterAt, afterId } = progress;
  let room = progress.stage === 0 && afterId === null ? FIRST_CHUNK : CHUNK;
  let after: Cursor = afterAt && afterId ? { at: afterAt, id: afterId } : START;
  for (let at = progress.stage; at < stages.length; at += 1) {
    const stage = stages[at];
    const page = stage && (await writePage(context, alert.id, channels, { ...stage, after, take: room }));
    if (page && page.seen === room) return { stage: at, afterAt: page.at, afterId: page.id, hasAll: false };
    room -= page?.seen ?? 0;
    after = START;
  }
  return { stage: stages.length, afterAt: null, afterId: null, hasAll: true };
}

interface Page extends Stage {
  readonly after: Cursor;
  readonly take: number;
}

/** Without those who blocked us or are banned. In their quiet hours people become due when those end. */
async function writePage(
  { tx, now }: TxContext,
  alertId: AlertId,
  channels: readonly string[],
  { stage, page, after, take }: Page,
): Promise<{ readonly seen: number; readonly at: Date; readonly id: string }> {
  const [row] = await tx.$queryRaw<{ seen: number; at: Date | null; id: string | null }[]>`
    WITH page AS (${page(after, take)}), clock AS (${villageClock(now)}), written AS (
      INSERT INTO alert_recipient (alert_id, person_id, chat_id, channel, stage, state, lease_until)
      SELECT ${alertId}::uuid, chat.person_id, chat.id, chat.channel, ${stage},
        CASE WHEN ${isQuiet} THEN 'quiet' ELSE 'due' END, CASE WHEN ${isQuiet} THEN ${quietEnd(now)} END
      FROM page JOIN chat ON chat.id = page.chat_id JOIN person ON person.id = chat.person_id CROSS JOIN clock
      WHERE NOT chat.is_gone AND person.banned_at IS NULL AND chat.channel = ANY(${[...channels]})
      ORDER BY page.at, page.id ON CONFLICT DO NOTHING)
    SELECT (SELECT count(*) FROM page)::int AS seen, last.at, last.id
    FROM (SELECT 1) AS one LEFT JOIN (SELECT at, id FROM page ORDER BY at DESC, id DESC LIMIT 1) AS last ON true`;
  return { seen: row?.seen ?? 0, at: row?.at ?? START.at, id: row?.id ?? START.id };
}

function findStages({ kind, targetId }: Alert): readonly Stage[] {
  switch (kind) {
    case 'wish':
      return [savedSearchOwners(targetId)];
    case 'stream-reminder':
      return [reservers(targetId)];
    case 'stream-start':
      return [
        reservers(targetId),
        pastBuyers(targetId),
        sellerFollowers(targetId),
        villageFollowers(targetId),
      ];
  }
}

const sellerId = (streamId: StreamId): Sql.Sql =>
  Sql.sql`(SELECT seller_id FROM stream WHERE id = ${streamId}::uuid)`;

const villageId = (streamId: StreamId): Sql.Sql =>
  Sql.sql`(SELECT village_id FROM stream JOIN seller ON seller.id = seller_id WHERE stream.id = ${streamId}::uuid)`;

/** People who reserved this very stream. */
const reservers = (streamId: StreamId): Stage => ({
  stage: audienceStage.waited,
  page: subscribersPage('stream', Sql.sql`${streamId}::uuid`),
});

const sellerFollowers = (streamId: StreamId): Stage => ({
  stage: audienceStage.followsSeller,
  page: subscribersPage('seller', sellerId(streamId)),
});

/** The seller's own members get it only if they follow this very seller. */
const villageFollowers = (streamId: StreamId): Stage => ({
  stage: audienceStage.followsVillage,
  page: subscribersPage(
    'village',
    villageId(streamId),
    Sql.sql`EXISTS (SELECT FROM member m WHERE m.seller_id = ${sellerId(streamId)} AND m.person_id = s.person_id)`,
  ),
});

const subscribersPage =
  (kind: string, targetId: Sql.Sql, isLeftOut = Sql.sql`false`): Stage['page'] =>
  (after, take) =>
    Sql.sql`
    SELECT CASE WHEN NOT ${isLeftOut} THEN chat_id END AS chat_id, created_at AS at, id FROM subscription s
    WHERE kind = ${kind} AND target_id = ${targetId}
      AND (created_at, id) > (${after.at}::timestamptz, ${after.id}::uuid)
    ORDER BY created_at, id LIMIT ${take}`;

/** Followers of the seller or the village who have bought from this seller before. */
const pastBuyers = (streamId: StreamId): Stage => ({
  stage: audienceStage.bought,
  page: (after, take) => Sql.sql`
    SELECT followed.chat_id, ${START.at}::timestamptz AS at, buyer.id FROM (
      SELECT DISTINCT person_id AS id FROM orders
      WHERE seller_id = ${sellerId(streamId)} AND person_id > ${after.id}::uuid
      ORDER BY person_id LIMIT ${take}) AS buyer
    LEFT JOIN LATERAL (
      SELECT chat_id FROM subscription s WHERE s.person_id = buyer.id AND (
        (s.kind = 'seller' AND s.target_id = ${sellerId(streamId)})
        OR (s.kind = 'village' AND s.target_id = ${villageId(streamId)} AND NOT EXISTS (
          SELECT FROM member m WHERE m.seller_id = ${sellerId(streamId)} AND m.person_id = s.person_id)))
      ORDER BY s.kind LIMIT 1) AS followed ON true`,
});

const savedSearchOwners = (productId: ProductId): Stage => ({
  stage: audienceStage.waited,
  page: (after, take) => Sql.sql`
    SELECT chat_id, saved_search.created_at AS at, saved_search.id FROM saved_search
      JOIN product ON saved_search.terms <@ product.search
    WHERE product.id = ${productId}::uuid
      AND (saved_search.created_at, saved_search.id) > (${after.at}::timestamptz, ${after.id}::uuid)
    ORDER BY saved_search.created_at, saved_search.id LIMIT ${take}`,
});

/** Ends the saved searches that an alert answered. */
async function endAnswered({ tx }: TxContext, { kind, targetId }: Alert): Promise<void> {
  if (kind === 'wish')
    await tx.$executeRaw`
      DELETE FROM saved_search USING product WHERE product.id = ${targetId}::uuid AND saved_search.terms <@ product.search`;
}

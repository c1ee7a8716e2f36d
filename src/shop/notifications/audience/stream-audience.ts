import { Prisma as Sql } from '../../../db/generated/client.ts';
import type { StreamId } from '../../../db/ids.ts';
import type { TxContext } from '../../../db/work.ts';
import { audienceStage, START, type Stage, subscribersPage } from '../alerts/audience-pages.ts';
import type { StreamAlert } from '../alerts/stream-alerts.ts';
import { shelfTarget } from './shelf-target.ts';

/** Who hears of an alert about a stream, in the order in which they hear. */
export async function findStreamStages(context: TxContext, alert: StreamAlert): Promise<readonly Stage[]> {
  const { kind, targetId } = alert;
  switch (kind) {
    case 'stream-start':
      return [{ ...reservers(targetId), delivery: 'now' }, ...(await followers(context, targetId))];
    case 'stream-plan':
      return (await isForDigest(context, targetId))
        ? (await followers(context, targetId)).map((stage) => ({ ...stage, delivery: 'digest' }))
        : followers(context, targetId);
    case 'stream-reminder':
      return [{ ...reservers(targetId), delivery: 'now' }];
    case 'stream-moved':
    case 'stream-off':
      return [reservers(targetId)];
    case 'stream-recap':
      return [absentReservers(targetId)];
    case 'stream-item':
      return [
        { stage: audienceStage.waited, delivery: 'now', page: subscribersPage('item', uuid(targetId)) },
      ];
    case 'stream-link':
      return [{ stage: audienceStage.waited, delivery: 'now', page: toldOfStart(targetId) }];
  }
}

/** Followers of a stream that begins sooner than this hear of the plan at once; else in their next digest. */
const SOON_MS = 3 * 3_600_000;

async function isForDigest({ tx, now }: TxContext, streamId: StreamId): Promise<boolean> {
  const stream = await tx.stream.findUnique({ where: { id: streamId }, select: { plannedAt: true } });
  return stream?.plannedAt ? stream.plannedAt.getTime() - now.getTime() > SOON_MS : false;
}

const uuid = (id: string): Sql.Sql => Sql.sql`${id}::uuid`;

/** Whoever reserved. */
const reservers = (streamId: StreamId): Stage => ({
  stage: audienceStage.waited,
  page: subscribersPage('stream', uuid(streamId)),
});

/** … and did not come. */
const absentReservers = (streamId: StreamId): Stage => ({
  stage: audienceStage.waited,
  page: subscribersPage(
    'stream',
    uuid(streamId),
    Sql.sql`EXISTS (SELECT FROM stream_viewer v WHERE v.stream_id = ${streamId}::uuid AND v.person_id = s.person_id)`,
  ),
});

/** Whoever got the message of the start. */
const toldOfStart =
  (streamId: StreamId): Stage['page'] =>
  (after, take) =>
    Sql.sql`
    SELECT r.chat_id, ${START.at}::timestamptz AS at, r.person_id AS id, false AS is_less
    FROM alert JOIN alert_recipient r ON r.alert_id = alert.id
    WHERE alert.kind = 'stream-start' AND alert.target_id = ${streamId}::uuid AND r.state = 'sent'
      AND r.person_id > ${after.id}::uuid
    ORDER BY r.person_id LIMIT ${take}`;

async function followers({ tx }: TxContext, streamId: StreamId): Promise<Stage[]> {
  const shown = await tx.streamItem.findMany({
    where: { streamId, productId: { not: null } },
    select: { product: { select: { category: true } } },
  });
  const shelves = [...new Set(shown.flatMap(({ product }) => product?.category ?? []))].sort();
  return [
    pastBuyers(streamId),
    sellerFollowers(streamId),
    villageFollowers(streamId),
    ...shelves.map(shelfFollowers),
  ];
}

/** Whoever follows a category of goods. */
export const shelfFollowers = (category: string): Stage => ({
  stage: audienceStage.followsShelf,
  page: subscribersPage('shelf', uuid(shelfTarget(category))),
});

const sellerId = (streamId: StreamId): Sql.Sql =>
  Sql.sql`(SELECT seller_id FROM stream WHERE id = ${streamId}::uuid)`;

const villageId = (streamId: StreamId): Sql.Sql =>
  Sql.sql`(SELECT village_id FROM stream JOIN seller ON seller.id = seller_id WHERE stream.id = ${streamId}::uuid)`;

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

/** Followers of the seller or the village who have bought from this seller before. */
const pastBuyers = (streamId: StreamId): Stage => ({
  stage: audienceStage.bought,
  page: (after, take) => Sql.sql`
    SELECT followed.chat_id, ${START.at}::timestamptz AS at, buyer.id, coalesce(followed.is_less, false) AS is_less FROM (
      SELECT DISTINCT person_id AS id FROM orders
      WHERE seller_id = ${sellerId(streamId)} AND person_id > ${after.id}::uuid
      ORDER BY person_id LIMIT ${take}) AS buyer
    LEFT JOIN LATERAL (
      SELECT chat_id, is_less FROM subscription s WHERE s.person_id = buyer.id AND (
        (s.kind = 'seller' AND s.target_id = ${sellerId(streamId)})
        OR (s.kind = 'village' AND s.target_id = ${villageId(streamId)} AND NOT EXISTS (
          SELECT FROM member m WHERE m.seller_id = ${sellerId(streamId)} AND m.person_id = s.person_id)))
      ORDER BY s.kind LIMIT 1) AS followed ON true`,
});

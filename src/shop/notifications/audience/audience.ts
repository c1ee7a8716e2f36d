import { Prisma as Sql } from '../../../db/generated/client.ts';
import type { AlertId, ProductId } from '../../../db/ids.ts';
import type { TxContext } from '../../../db/work.ts';
import type { Alert } from '../alerts/alerts.ts';
import { audienceStage, type Cursor, isFollowing, START, type Stage } from '../alerts/audience-pages.ts';
import { findSearchKeys, isAnswered } from '../saved-searches.ts';
import { isFull, isQuiet, personClock, quietEnd, villageZone } from './quiet-hours.ts';
import { NEW_ROUND } from './shelf-target.ts';
import { findStreamStages, shelfFollowers } from './stream-audience.ts';

/** The first chunk is small, so that sending starts before the rest is selected. */
const FIRST_CHUNK = 500;
const CHUNK = 2_000;
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
  const stages = await findStages(context, alert);
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

/** Without those who blocked us or are banned. In their quiet hours people become due when those end, unless it is for them at any hour. */
async function writePage(
  { tx, now }: TxContext,
  alertId: AlertId,
  channels: readonly string[],
  { stage, delivery, page, after, take }: Page,
): Promise<{ readonly seen: number; readonly at: Date; readonly id: string }> {
  const waits = quietFor(delivery);
  const isFollowed = isFollowing(stage);
  const toDigest =
    delivery === 'digest'
      ? Sql.sql`true`
      : isFollowed
        ? Sql.sql`(page.is_less OR ${isFull})`
        : Sql.sql`false`;
  const [row] = await tx.$queryRaw<{ seen: number; at: Date | null; id: string | null }[]>`
    WITH page AS (${page(after, take)}), village AS (${villageZone}), written AS (
      INSERT INTO alert_recipient (alert_id, person_id, chat_id, channel, stage, state, lease_until)
      SELECT ${alertId}::uuid, chat.person_id, chat.id, chat.channel, ${stage},
        CASE WHEN ${toDigest} THEN 'digest' WHEN ${waits} THEN 'quiet' ELSE 'due' END,
        CASE WHEN ${waits} AND NOT ${toDigest} THEN ${quietEnd} END
      FROM page JOIN chat ON chat.id = page.chat_id JOIN person ON person.id = chat.person_id CROSS JOIN village
        CROSS JOIN LATERAL (${personClock(now)}) AS clock
      WHERE NOT chat.is_gone AND person.banned_at IS NULL AND chat.channel = ANY(${[...channels]})
      ORDER BY page.at, page.id ON CONFLICT DO NOTHING)
    SELECT (SELECT count(*) FROM page)::int AS seen, last.at, last.id
    FROM (SELECT 1) AS one LEFT JOIN (SELECT at, id FROM page ORDER BY at DESC, id DESC LIMIT 1) AS last ON true`;
  return { seen: row?.seen ?? 0, at: row?.at ?? START.at, id: row?.id ?? START.id };
}

/** Who waits until their quiet hours are over: for what is for them at any hour, those who do not want that. */
function quietFor(delivery: Stage['delivery']): Sql.Sql {
  if (delivery === 'now') return Sql.sql`(NOT person.wants_reserved_at_night AND ${isQuiet})`;
  return delivery === undefined ? isQuiet : Sql.sql`false`;
}

const findStages = async (context: TxContext, alert: Alert): Promise<readonly Stage[]> =>
  alert.kind === 'wish' ? findGoodsStages(context, alert) : findStreamStages(context, alert);

/** Whoever searched for it or waits for its price; of what is new, those too who follow its shelf. */
async function findGoodsStages(
  context: TxContext,
  { targetId, round }: Extract<Alert, { kind: 'wish' }>,
): Promise<readonly Stage[]> {
  const keys = await findSearchKeys(context, targetId);
  const owners = [
    savedSearchOwners(audienceStage.waited, keys, targetId),
    savedSearchOwners(audienceStage.waitedForPrice, keys, targetId),
  ];
  const product = round.startsWith(NEW_ROUND)
    ? await context.tx.product.findUnique({ where: { id: targetId }, select: { category: true } })
    : null;
  return product ? [...owners, shelfFollowers(product.category)] : owners;
}

/** … but for those who hear of these goods by an offer, since they wait for them too. */
const savedSearchOwners = (stage: number, keys: readonly string[], productId: ProductId): Stage => ({
  stage,
  page: (after, take) => Sql.sql`
    SELECT CASE WHEN NOT EXISTS (SELECT FROM subscription s WHERE s.person_id = saved_search.person_id
        AND s.kind = 'product' AND s.target_id = ${productId}::uuid)
      AND NOT EXISTS (SELECT FROM stock_offer o WHERE o.person_id = saved_search.person_id
        AND o.product_id = ${productId}::uuid AND o.state = 'open') THEN chat_id END AS chat_id,
      saved_search.created_at AS at, saved_search.id, false AS is_less
    FROM saved_search
    WHERE ${isAnswered(keys, productId)}
      AND (most_price IS NOT NULL) = ${stage === audienceStage.waitedForPrice}
      AND (saved_search.created_at, saved_search.id) > (${after.at}::timestamptz, ${after.id}::uuid)
    ORDER BY saved_search.created_at, saved_search.id LIMIT ${take}`,
});

/** Ends the saved searches that an alert answered. */
async function endAnswered(context: TxContext, { kind, targetId }: Alert): Promise<void> {
  const { tx } = context;
  if (kind === 'stream-item') await tx.subscription.deleteMany({ where: { kind: 'item', targetId } });
  if (kind !== 'wish') return;
  const keys = await findSearchKeys(context, targetId);
  await tx.$executeRaw`DELETE FROM saved_search WHERE ${isAnswered(keys, targetId)}`;
}

import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import type { OrderId, PersonId, SellerId, StreamId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { findStream, type StreamCard } from './cards.ts';
import { touchPanel } from './panel.ts';

/** A number that somebody says is meant about a stream they came to within this time. */
const REMEMBERED_MS = 36 * 3_600_000;

/** Records that the person came to a stream. */
export async function recordViewer({ tx, now }: TxContext, personId: PersonId, id: StreamId): Promise<void> {
  await tx.streamViewer.upsert({
    where: { streamId_personId: { streamId: id, personId } },
    create: { streamId: id, personId, lastAt: now },
    update: { lastAt: now },
  });
}

/** The stream that the person came to last, in the last day and a half. */
export async function findLastVisited(
  context: TxContext,
  personId: PersonId,
): Promise<StreamCard | undefined> {
  const { tx, now } = context;
  const row = await tx.streamViewer.findFirst({
    where: { personId, lastAt: { gt: new Date(now.getTime() - REMEMBERED_MS) } },
    orderBy: { lastAt: 'desc' },
    select: { streamId: true },
  });
  return row ? findStream(context, row.streamId) : undefined;
}

/**
 * An order that was placed while its seller is live and that has something of the stream, or comes from a viewer,
 * belongs to the stream: a sign of life, and a line of the panel.
 */
export async function recordStreamOrder(
  context: TxContext,
  personId: PersonId,
  { id, sellerId }: { readonly id: OrderId; readonly sellerId: SellerId },
): Promise<void> {
  const { tx, now } = context;
  const [stream] = await tx.$queryRaw<{ id: StreamId }[]>`
    SELECT stream.id FROM stream WHERE seller_id = ${sellerId}::uuid AND state IN ('live', 'interrupted') AND (
      EXISTS (SELECT FROM stream_item i JOIN order_line l ON l.product_id = i.product_id
        WHERE i.stream_id = stream.id AND l.order_id = ${id}::uuid)
      OR EXISTS (SELECT FROM stream_viewer v WHERE v.stream_id = stream.id AND v.person_id = ${personId}::uuid))`;
  if (!stream) return;
  await tx.streamOrder.createMany({ data: [{ orderId: id, streamId: stream.id }], skipDuplicates: true });
  await recordViewer(context, personId, stream.id);
  await tx.stream.updateMany({
    where: { id: stream.id, state: { in: ['live', 'interrupted'] } },
    data: { lastSignAt: now, askedAt: null },
  });
  await touchPanel(context, stream.id);
}

const QUESTION_LENGTH = 200;

/** Puts a viewer's question onto the panels of the stream they came to, while that is on; answers whether it was. */
export async function askOnStream(context: TxContext, personId: PersonId, words: string): Promise<boolean> {
  const { tx, cipher, now } = context;
  const stream = await findLastVisited(context, personId);
  if (stream?.state !== 'live' && stream?.state !== 'interrupted') return false;
  const at = sealedAt('stream_question.sealed', stream.id, personId, now);
  const sealed = cipher.encrypt({ words: words.slice(0, QUESTION_LENGTH) }, at);
  await tx.streamQuestion.create({ data: { streamId: stream.id, personId, sealed, at: now } });
  await touchPanel(context, stream.id);
  return true;
}

import { z } from 'zod';
import { nameColumns, openName } from '../../db/crypto/person-name.ts';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import type { ProductId, StreamId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { type Fen, sumFen } from '../values/money.ts';
import type { BaseQuantity, Measure } from '../values/quantity.ts';

/** What was ordered of one product during a stream, in base units and fen. */
export interface StreamSale {
  readonly productId: ProductId;
  readonly title: string;
  readonly titleEn: string | null;
  readonly measure: Measure;
  readonly orders: number;
  readonly quantity: BaseQuantity;
  readonly total: Fen;
}

export interface StreamTakings {
  readonly orders: number;
  /** Fen, without the fees of shipping. */
  readonly total: Fen;
  /** The most money first. */
  readonly sales: readonly StreamSale[];
}

/** What viewers ordered, without orders that were called off. */
export async function findTakings({ tx }: TxContext, streamId: StreamId): Promise<StreamTakings> {
  const sales = await tx.$queryRaw<StreamSale[]>`
    SELECT l.product_id AS "productId", max(l.title) AS title, max(l.title_en) AS "titleEn", l.measure,
      count(DISTINCT l.order_id)::int AS orders, sum(l.quantity)::int AS quantity, sum(l.total)::int AS total
    FROM stream_order s JOIN orders o ON o.id = s.order_id JOIN order_line l ON l.order_id = o.id
    WHERE s.stream_id = ${streamId}::uuid AND o.fulfilment NOT IN ('declined', 'cancelled', 'expired')
    GROUP BY l.product_id, l.measure ORDER BY total DESC, title`;
  const orders = await tx.streamOrder.count({
    where: { streamId, order: { fulfilment: { notIn: ['declined', 'cancelled', 'expired'] } } },
  });
  return { orders, total: sumFen(sales.map((sale) => sale.total)), sales };
}

/** What came of a stream, for its seller. */
export interface StreamResult extends StreamTakings {
  readonly newFollowers: number;
  /** Who was told of it, by a message or a line of a digest. */
  readonly heard: number;
  /** Who opened it here, said a number, or ordered. */
  readonly came: number;
}

export async function findResult(context: TxContext, streamId: StreamId): Promise<StreamResult> {
  const [counts] = await context.tx.$queryRaw<Pick<StreamResult, 'newFollowers' | 'heard' | 'came'>[]>`
    SELECT
      (SELECT count(*)::int FROM subscription s WHERE s.kind = 'seller' AND s.target_id = stream.seller_id
        AND s.created_at >= stream.started_at) AS "newFollowers",
      (SELECT count(*)::int FROM alert_recipient r JOIN alert ON alert.id = r.alert_id
        WHERE alert.kind = 'stream-start' AND alert.target_id = stream.id AND r.state = 'sent') AS heard,
      (SELECT count(*)::int FROM stream_viewer v WHERE v.stream_id = stream.id) AS came
    FROM stream WHERE stream.id = ${streamId}::uuid`;
  const none = { newFollowers: 0, heard: 0, came: 0 };
  return { ...(counts ?? none), ...(await findTakings(context, streamId)) };
}

export interface StreamQuestion {
  readonly name: string;
  readonly words: string;
}

const QUESTIONS = 3;
const wordsShape = z.object({ words: z.string() });

/** The newest questions of viewers, the oldest of them first. */
export async function findQuestions(
  { tx, cipher }: TxContext,
  streamId: StreamId,
): Promise<StreamQuestion[]> {
  const rows = await tx.streamQuestion.findMany({
    where: { streamId },
    orderBy: { id: 'desc' },
    take: QUESTIONS,
    include: { person: { select: nameColumns } },
  });
  return rows
    .map(({ sealed, person, personId, at }) => {
      const place = sealedAt('stream_question.sealed', streamId, personId, at);
      return { name: openName(cipher, person), ...wordsShape.parse(cipher.decrypt(sealed, place)) };
    })
    .reverse();
}

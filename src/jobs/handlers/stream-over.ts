import { z } from 'zod';
import { findReplaceable } from '../../chat/outbound/history/replaceable.ts';
import { type ChatId, idShape, type StreamId } from '../../db/ids.ts';
import { enqueue } from '../../db/outbox/outbox.ts';
import { inTransaction, type TxContext } from '../../db/work.ts';
import { overScreen } from '../../flows/screens/streams/shared-start-screen.ts';
import { findNotified, isAnythingUnsent } from '../../shop/notifications/alerts/notified.ts';
import { createShop } from '../../shop/shop.ts';
import type { StreamCard } from '../../shop/streams/cards.ts';
import { type JobDeps, job } from '../job.ts';

/** So many edits at a time, and so long until the next: replies hardly notice. */
const BATCH = 10;
const NEXT_MS = 1_000;

/**
 * Edits the messages of a start alert, once, when the stream is over for good; below every reply: while any message
 * waits, the edits wait too. A message that has become something else since stays what it is, and one that tells of
 * several streams is edited when the last of them is over.
 */
export const editStartAlert = job(
  'stream-over',
  z.object({ stream: idShape<StreamId>(), after: z.string().regex(/^\d{1,18}$/) }),
  async ({ stream: id, after }, deps) => {
    const edited = await inTransaction(deps.appContext, async (context) => {
      const next = (last: string) =>
        enqueue(context, 'stream-over', { stream: id, after: last }, later(context.now));
      if (await isAnythingUnsent(context)) {
        await next(after);
        return [];
      }
      const told = await findNotified(context, id, BigInt(after), BATCH);
      const last = told.at(-1);
      if (last && told.length === BATCH) await next(String(last.rank));
      return editIn(deps, context, id, told);
    });
    for (const chat of edited) deps.engine.wakeSender(chat);
  },
);

const later = (now: Date): Date => new Date(now.getTime() + NEXT_MS);

async function editIn(
  { engine, channels }: JobDeps,
  context: TxContext,
  id: StreamId,
  told: Awaited<ReturnType<typeof findNotified>>,
): Promise<ChatId[]> {
  const edited: ChatId[] = [];
  for (const { chatId, messageId, streams, isOpen } of told) {
    const over = isOpen ? [] : await findEnded(context, streams);
    if (over.length === 0) continue;
    const screen = overScreen(over);
    const replaced = await findReplaceable(context, channels, chatId, messageId);
    if (typeof replaced !== 'object') continue;
    if (await engine.enqueue(context, chatId, `stream-over:${id}:${chatId}`, screen, replaced))
      edited.push(chatId);
  }
  return edited;
}

async function findEnded(context: TxContext, ids: readonly StreamId[]): Promise<StreamCard[]> {
  const streams: StreamCard[] = [];
  for (const id of ids) {
    const stream = await createShop(context).streams.byId(id);
    if (stream?.state === 'ended') streams.push(stream);
  }
  return streams;
}

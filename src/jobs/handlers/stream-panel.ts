import { z } from 'zod';
import type { Screen } from '../../chat/dsl/screen.ts';
import { findReplaceable } from '../../chat/outbound/history/replaceable.ts';
import { type ChatId, idShape, type StreamId } from '../../db/ids.ts';
import { inTransaction, type TxContext } from '../../db/work.ts';
import { panelScreen } from '../../flows/screens/streams/stream-panel.ts';
import { createShop } from '../../shop/shop.ts';
import {
  findPanelChats,
  findPanelMessage,
  rememberPanelMessage,
  takePanel,
  touchPanel,
} from '../../shop/streams/panel.ts';
import { type JobDeps, job } from '../job.ts';

/** Draws a stream's panel in each of the seller's chats: a message at first, then an edit of it. */
export const drawPanel = job('stream-panel', z.object({ stream: idShape<StreamId>() }), ({ stream }, deps) =>
  drawDuePanel(deps, stream),
);

/** Draws a panel that is due; nothing where another process has. */
export async function drawDuePanel(deps: JobDeps, id: StreamId): Promise<void> {
  const notified = await inTransaction(deps.appContext, async (context) =>
    (await takePanel(context, id)) ? drawInAll(deps, context, id) : [],
  );
  for (const chat of notified) deps.engine.wakeSender(chat);
}

async function drawInAll(deps: JobDeps, context: TxContext, id: StreamId): Promise<ChatId[]> {
  const shop = createShop(context);
  const stream = await shop.streams.byId(id);
  if (!stream) return [];
  const screen = await panelScreen(shop, stream);
  const chats: ChatId[] = [];
  for (const chat of await findPanelChats(context, id))
    if (await drawIn(deps, context, id, chat, screen)) chats.push(chat);
  const { state, waiting, hasAll } = await shop.streams.alertCounts(id);
  // While people are being told the figures change without anybody touching the stream.
  if (state === 'planned' || (state === 'sending' && (waiting > 0 || !hasAll))) await touchPanel(context, id);
  return chats;
}

/** False where nothing was enqueued: the last one is still on its way, or the chat cannot show edits. */
async function drawIn(
  { engine, channels }: JobDeps,
  context: TxContext,
  stream: StreamId,
  chat: ChatId,
  screen: Screen,
): Promise<boolean> {
  const earlier = await findPanelMessage(context, stream, chat);
  const replaced = earlier && (await findReplaceable(context, channels, chat, earlier));
  if (replaced === 'never') return false;
  if (replaced === 'later') {
    await touchPanel(context, stream);
    return false;
  }
  const cause = `stream-panel:${stream}:${chat}:${context.now.getTime()}`;
  if (!(await engine.enqueue(context, chat, cause, screen, replaced))) return false;
  const row = await context.tx.message.findFirst({ where: { cause, index: 0 }, select: { id: true } });
  if (row) await rememberPanelMessage(context, stream, chat, row.id);
  return row !== null;
}

import type { Screen } from '../../chat/dsl/screen.ts';
import type { ChatId, PersonId, StreamId } from '../../db/ids.ts';
import { enqueue } from '../../db/outbox/outbox.ts';
import { inTransaction, type TxContext } from '../../db/work.ts';
import { endedScreen, overdueScreen, stillOnScreen } from '../../flows/screens/streams/stream-notices.ts';
import { createShop } from '../../shop/shop.ts';
import { closeEnded, settleEnded } from '../../shop/streams/close.ts';
import { askSilent, endSilent } from '../../shop/streams/end.ts';
import { findDuePanels, findPanelChats } from '../../shop/streams/panel.ts';
import { askOverdue, dropOverdue } from '../../shop/streams/plans.ts';
import { drawDuePanel } from '../handlers/stream-panel.ts';
import type { JobDeps } from '../job.ts';

/** What time does to streams: "still on?", ends that nobody tapped, plans that nobody kept, recaps. */
export async function sweepStreams(deps: JobDeps): Promise<void> {
  const steps = [
    (context: TxContext) => endNow(deps, context),
    (context: TxContext) => askNow(deps, context),
    (context: TxContext) => askPlans(deps, context),
    (context: TxContext) => settle(context),
    async (context: TxContext) => {
      await dropOverdue(context);
      await closeEnded(context);
      return [];
    },
  ];
  for (const step of steps) {
    const notified = await inTransaction(deps.appContext, step);
    for (const chat of notified) deps.engine.wakeSender(chat);
  }
  for (const id of await inTransaction(deps.appContext, findDuePanels)) await drawDuePanel(deps, id);
}

async function endNow(deps: JobDeps, context: TxContext): Promise<ChatId[]> {
  const shop = createShop(context);
  const notified: ChatId[] = [];
  for (const { id } of await endSilent(context)) {
    const stream = await shop.streams.byId(id);
    if (!stream) continue;
    const screen = { ...endedScreen(stream, await shop.streams.result(id), true), fresh: true };
    notified.push(...(await notifySellers(deps, context, id, `stream-ended:${id}`, screen)));
  }
  return notified;
}

async function askNow(deps: JobDeps, context: TxContext): Promise<ChatId[]> {
  const notified: ChatId[] = [];
  for (const { id } of await askSilent(context)) {
    const stream = await createShop(context).streams.byId(id);
    if (stream)
      notified.push(...(await notifySellers(deps, context, id, `still-on:${id}`, stillOnScreen(stream))));
  }
  return notified;
}

async function askPlans(deps: JobDeps, context: TxContext): Promise<ChatId[]> {
  const shop = createShop(context);
  const notified: ChatId[] = [];
  for (const id of await askOverdue(context)) {
    const stream = await shop.streams.byId(id);
    if (!stream) continue;
    const reserved = await shop.streams.reservedCount(id);
    const screen = overdueScreen(stream, reserved, await shop.sellers.timeZone());
    notified.push(...(await notifySellers(deps, context, id, `plan-overdue:${id}`, screen)));
  }
  return notified;
}

/** The picture of how it went is drawn for each of the seller's chats. */
async function settle(context: TxContext): Promise<ChatId[]> {
  for (const stream of await settleEnded(context)) {
    for (const chat of await findPanelChats(context, stream)) {
      const person = await findPerson(context, chat);
      if (person) await enqueue(context, 'draw-stream', { stream, person, chat });
    }
  }
  return [];
}

const findPerson = async ({ tx }: TxContext, chatId: ChatId): Promise<PersonId | undefined> =>
  (await tx.chat.findUnique({ where: { id: chatId }, select: { personId: true } }))?.personId;

async function notifySellers(
  { engine }: JobDeps,
  context: TxContext,
  id: StreamId,
  cause: string,
  screen: Screen,
): Promise<ChatId[]> {
  const chats = await findPanelChats(context, id);
  for (const chat of chats)
    await engine.enqueue(context, chat, `${cause}:${context.now.getTime()}:${chat}`, screen);
  return chats;
}

import type { Logger } from 'pino';
import type { ChatId } from '../../db/ids.ts';
import { type AppContext, inTransaction, type TxContext } from '../../db/work.ts';
import type { Locale } from '../dsl/event.ts';
import type { Screen } from '../dsl/screen.ts';
import { enqueueBody, enqueueMessage, type MessageComposer, notifyChat } from '../outbound/messages.ts';
import { notifyBrowsers } from '../outbound/notified-browsers.ts';
import { type ChatRow, findChatByKey, findOrCreateChat } from '../store/chats.ts';
import { type ChatKey, countFailure, type EventName, parkEvent, type WaitingEvent } from '../store/inbox.ts';
import { brokenScreen } from './repair.ts';
import { composeOthers } from './reply.ts';

export interface ParkingDeps {
  readonly appContext: AppContext;
  readonly composer: MessageComposer;
  /** The notice of a parked event, and the chats it goes to. */
  readonly onParked: (
    context: TxContext,
    chat: ChatRow,
  ) => Promise<{ to: readonly ChatId[]; screen: Screen } | undefined>;
  readonly locale: Locale;
  readonly log: Logger;
}

/** What comes of an event whose turn failed: it may be tried again, or was parked and messages wait in the chats `notified`. */
type Failed = { readonly is: 'failed' } | { readonly is: 'handled'; readonly notified: readonly ChatId[] };

/** Counts a failed turn. After three the event is parked, its sender and the operators are told, and the next goes on. */
export async function countFailedTurn(
  deps: ParkingDeps,
  key: ChatKey,
  event: WaitingEvent,
  error: unknown,
): Promise<Failed> {
  const { appContext, log, locale } = deps;
  log.error({ err: error, event: event.id }, 'a turn failed');
  if (!(await countFailure(appContext, event.id))) return { is: 'failed' };
  const notified = await inTransaction(appContext, async (context) => {
    const known = await findChatByKey(context, key);
    return park(deps, context, known ?? (await findOrCreateChat(context, key, event, locale)), event);
  });
  log.error({ event: event.id }, 'an event was parked');
  return { is: 'handled', notified };
}

/** Parks an event that no key opens at once: nobody can say what was meant, until the key is there again. */
export async function parkUnreadable(
  deps: ParkingDeps,
  context: TxContext,
  chat: ChatRow | undefined,
  unreadable: EventName,
): Promise<Failed> {
  deps.log.error({ event: unreadable.id }, 'an event that no key opens was parked');
  if (chat) return { is: 'handled', notified: await park(deps, context, chat, unreadable) };
  // Who has never spoken here before: it is in the event who they are.
  await parkEvent(context.tx, unreadable.id);
  return { is: 'handled', notified: [] };
}

/** Returns the chats in which messages wait. */
async function park(
  deps: ParkingDeps,
  context: TxContext,
  chat: ChatRow,
  { id, key }: EventName,
): Promise<ChatId[]> {
  await parkEvent(context.tx, id);
  const cause = `parked:${id}`;
  await enqueueMessage(context, deps.composer, chat, { cause, index: 0 }, brokenScreen());
  if (deps.composer.readsTable(chat.channel)) await notifyChat(context.tx, chat.id, { is: 'done', key });
  const notice = await deps.onParked(context, chat);
  const others = notice ? await composeOthers(context, deps.composer, cause, [notice], () => {}) : [];
  for (const { chat: other, why, body } of others) {
    const said = await enqueueBody(context, deps.composer, other, why, body);
    if (said) await notifyBrowsers(context, deps.composer, [{ id: said, chat: other }]);
  }
  return [chat.id, ...others.map((other) => other.chat.id)];
}

import type { Logger } from 'pino';
import { createOutageLog, type Outage } from '../../async/outage.ts';
import { createSerialQueue, type Step } from '../../async/serial-queue.ts';
import { isPassing } from '../../db/client/away.ts';
import { createPassingFaults } from '../../db/client/passing-faults.ts';
import type { ChatId } from '../../db/ids.ts';
import type { AppContext, TxContext } from '../../db/work.ts';
import type { Channel } from '../dsl/channel.ts';
import { type ChannelName, channelSide, type IncomingEvent, type Locale, type Side } from '../dsl/event.ts';
import type { Flow } from '../dsl/flow.ts';
import type { I18n } from '../dsl/i18n.ts';
import type { Screen } from '../dsl/screen.ts';
import { enqueueMessage, type MessageComposer, type ReplacedMessage } from '../outbound/messages.ts';
import { showPreview } from '../outbound/preview.ts';
import { createSender } from '../outbound/sender.ts';
import { findChat } from '../store/chats.ts';
import { findWaitingChats, storeEvents } from '../store/inbox.ts';
import { chatLane, createBacklog, laneKey } from './backlog.ts';
import { createDirectMessages, type DirectMessages } from './direct.ts';
import { createButtonCheck } from './reply.ts';
import { createRouter } from './router.ts';
import { runTurn, type TurnDeps, type TurnResult } from './turn.ts';

/** How long until a chat that another process handles is looked at again. */
const BUSY_MS = 25;
/** How long until a visit that failed is made again. */
const TROUBLE_MS = 500;

/** Stores events, lets flows answer them in turns, and sends the answers. */
export interface Engine {
  /**
   * Stores the events and resolves after the commit. Each is then handled in its turn. Throws while the database does not
   * take them, and logs that once.
   */
  accept(incoming: readonly IncomingEvent[]): Promise<void>;
  /** Enqueues a screen for a chat in the caller's transaction; `wakeSender` sends it after the commit. */
  enqueue(
    context: TxContext,
    chatId: ChatId,
    cause: string,
    screen: Screen,
    replaced?: ReplacedMessage,
  ): Promise<boolean>;
  wakeSender(chatId: ChatId): void;
  /** Shows words that are still being written; a later one with the same number takes their place. */
  preview(chatId: ChatId, number: number, screen: Screen): Promise<boolean>;
  /** Sends to many chats past their waiting messages. */
  readonly direct: DirectMessages;
  /** Handles events and sends messages that a stopped or dead process left. */
  sweep(): Promise<void>;
  /** Resolves when all events accepted here are handled and all answers sent. */
  idle(): Promise<void>;
  /** Begins no more turns; resolves when running turns and sends have ended. */
  stop(): Promise<void>;
}

export interface EngineDeps<S>
  extends Pick<TurnDeps<S>, 'shop' | 'onParked' | 'entryLinks' | 'locale' | 'turnEnded' | 'log'> {
  readonly appContext: AppContext;
  readonly i18n: Readonly<Record<Locale, I18n>>;
  readonly channels: readonly Channel[];
  readonly flows: Readonly<Record<Side, readonly Flow<S>[]>>;
  /** Concurrent turns: fewer than the database pool has connections. */
  readonly maxConcurrentTurns: number;
}

export function createEngine<S>(deps: EngineDeps<S>): Engine {
  const { appContext, channels, log } = deps;
  const composer = createComposer(deps.i18n, channels);
  const routers = { buyer: createRouter(deps.flows.buyer), seller: createRouter(deps.flows.seller) };
  const checkButtons = createButtonCheck(routers);
  const passing = createPassingFaults(appContext.clock);
  const turn: TurnDeps<S> = { ...deps, composer, routers, checkButtons, passing };
  const stopping = new AbortController();
  const sender = createSender(appContext, channels, log);
  const backlog = createBacklog();
  const answerTap = createTapAnswers(channels, log);

  const after = (result: Extract<TurnResult, { is: 'handled' }>): void => {
    const { notified, claimed, query } = result;
    if (claimed) sender.hand(claimed.chatId, claimed.message);
    for (const chat of notified) sender.wake(chat);
    if (query) answerTap(query.channel, query.id, query.toast);
  };

  const visit = async (lane: string): Promise<Visit> => {
    const result = await runTurn(turn, laneKey(lane));
    if (result.is === 'busy') return { step: { againInMs: BUSY_MS } };
    if (result.is === 'put-off') return { step: { againInMs: result.ms }, trouble: result.error };
    if (result.is === 'failed') return { step: 'more' };
    if (result.is === 'handled') after(result);
    return { step: backlog.visited(lane, result.is) ? 'more' : 'nothing' };
  };

  const outage = createOutageLog(log, 'turns wait for the database', 'turns go on');
  const turns = createSerialQueue(deps.maxConcurrentTurns, throughOutages(visit, outage, log));
  let storing = 0;

  const store = async (events: readonly IncomingEvent[]) => {
    storing += 1;
    try {
      return await storeEvents(appContext, events, passing, log);
    } finally {
      storing -= 1;
    }
  };

  return {
    async accept(incoming) {
      const { admitted, dropped } = backlog.admit(incoming);
      for (const { channel, body } of dropped)
        if (body.is === 'tap' && body.query) answerTap(channel, body.query, undefined);
      if (admitted.length === 0) return;
      const { chats, fault } = await store(admitted);
      for (const key of chats) {
        backlog.added(chatLane(key));
        turns.wake(chatLane(key));
      }
      if (fault === undefined) return outage.end();
      outage.begin(fault);
      throw fault;
    },
    async enqueue(context, chatId, cause, screen, replaced) {
      const chat = await findChat(context, chatId);
      if (!chat) return false;
      checkButtons(channelSide(chat.channel), screen);
      return enqueueMessage(context, composer, chat, { cause, index: 0 }, screen, replaced);
    },
    wakeSender: (chatId) => sender.wake(chatId),
    preview: (chatId, number, screen) => showPreview(appContext, composer, channels, chatId, number, screen),
    direct: createDirectMessages({
      ...{ appContext, composer, checkButtons, sender, stopping: stopping.signal },
      isAnswering: () => storing > 0 || turns.isBusy(),
    }),
    async sweep() {
      for (const key of await findWaitingChats(appContext)) {
        backlog.swept(chatLane(key));
        turns.wake(chatLane(key));
      }
      await sender.sweep();
    },
    async idle() {
      await turns.idle();
      await sender.idle();
    },
    async stop() {
      stopping.abort();
      await turns.stop();
      await sender.stop();
    },
  };
}

/** What the channels can do decides how a message is composed for them. */
function createComposer(i18n: Readonly<Record<Locale, I18n>>, channels: readonly Channel[]): MessageComposer {
  const readers = new Set(channels.filter(({ can }) => can.readsTable).map(({ name }) => name));
  const withoutButtons = new Set(channels.filter(({ can }) => !can.buttons).map(({ name }) => name));
  return {
    i18n,
    readsTable: (name) => readers.has(name),
    hasButtons: (name) => !withoutButtons.has(name),
  };
}

/** Ends the progress sign on a tapped button, once; a failure is logged. */
const createTapAnswers =
  (channels: readonly Channel[], log: Logger) =>
  (name: ChannelName, query: string, toast: string | undefined): void => {
    channels
      .find((channel) => channel.name === name)
      ?.answerTap?.(query, toast)
      .catch((error: unknown) => log.debug({ err: error }, 'a tap went unanswered'));
  };

/** What follows a visit to a lane; `trouble` is why its turn lost its transaction. */
interface Visit {
  readonly step: Step;
  readonly trouble?: unknown;
}

/**
 * Repeats a visit that failed, mostly because the database is away. Logs one line when that begins and one when it
 * ends.
 */
function throughOutages(visit: (lane: string) => Promise<Visit>, outage: Outage, log: Logger) {
  return async (lane: string): Promise<Step> => {
    try {
      const { step, trouble } = await visit(lane);
      if (trouble === undefined) outage.end();
      else outage.begin(trouble);
      return step;
    } catch (error) {
      if (isPassing(error)) outage.begin(error);
      else log.error({ err: error }, 'a turn could not be run');
      return { againInMs: TROUBLE_MS };
    }
  };
}

import { outageOf } from '../../async/outage.ts';
import { createSerialQueue, type Step } from '../../async/serial-queue.ts';
import { isAway, onceBack } from '../../db/away.ts';
import { type AppContext, inTransaction, type TxContext } from '../../db/work.ts';
import type { Channel, DeliveryResult } from '../dsl/channel.ts';
import { type ChannelName, channelSide, type IncomingEvent, type Locale, type Side } from '../dsl/event.ts';
import type { Flow } from '../dsl/flow.ts';
import type { I18n } from '../dsl/i18n.ts';
import type { Screen } from '../dsl/screen.ts';
import {
  composeBody,
  enqueueBody,
  enqueueMessage,
  type MessageComposer,
  type ReplacedMessage,
  recordSent,
} from '../outbound/messages.ts';
import { createSender } from '../outbound/sender.ts';
import { type ChatRow, findChat } from '../store/chats.ts';
import { type ChatKey, findWaitingChats, storeEvents } from '../store/inbox.ts';
import { createButtonCheck } from './reply.ts';
import { createRouter } from './router.ts';
import { runTurn, type TurnDeps, type TurnResult } from './turn.ts';

/** So many events of one chat may wait; what comes beyond is dropped, with one kind answer. */
export const MAX_WAITING = 20;
/** While another process is at a chat, we look again. */
const BUSY_MS = 25;
/** While the database cannot be reached. */
const TROUBLE_MS = 500;

/** The conversation: takes in what people do, lets flows answer, and says what they answer. */
export interface Engine {
  /** Stores the events and resolves after commit; each is then answered in its turn. */
  accept(incoming: readonly IncomingEvent[]): Promise<void>;
  /** Leaves a screen in somebody's chat, within a transaction of the caller's; `wake` says it after the commit. */
  enqueue(
    context: TxContext,
    chatId: string,
    cause: string,
    screen: Screen,
    replaced?: ReplacedMessage,
  ): Promise<boolean>;
  wakeSender(chatId: string): void;
  /**
   * Sends a screen to a chat at once, past what waits there, and records it together with `record`: alerts have a
   * pace of their own. A channel whose people read the table gets both in one transaction.
   */
  sendNow(
    chatId: string,
    cause: string,
    screen: Screen,
    record: (context: TxContext) => Promise<void>,
  ): Promise<DeliveryResult>;
  /** Takes up events and messages that a stopped or dead process left behind. */
  sweep(): Promise<void>;
  /** Resolves when everything accepted here has been handled and said. */
  idle(): Promise<void>;
  /** Takes up nothing more; resolves when running turns and sends have ended. */
  stop(): Promise<void>;
}

export interface EngineDeps<S>
  extends Pick<TurnDeps<S>, 'shop' | 'onParked' | 'entryLinks' | 'locale' | 'log'> {
  readonly appContext: AppContext;
  readonly i18n: Readonly<Record<Locale, I18n>>;
  readonly channels: readonly Channel[];
  readonly flows: Readonly<Record<Side, readonly Flow<S>[]>>;
  /** Turns that may run at a time: fewer than the database has connections for us. */
  readonly maxConcurrentTurns: number;
}

export function createEngine<S>(deps: EngineDeps<S>): Engine {
  const { appContext, channels, log } = deps;
  const readers = new Set(channels.filter((one) => one.can.readsTable).map((one) => one.name));
  const wordy = new Set(channels.filter((one) => !one.can.buttons).map((one) => one.name));
  const composer: MessageComposer = {
    i18n: deps.i18n,
    readsTable: (name) => readers.has(name),
    hasButtons: (name) => !wordy.has(name),
  };
  const routers = { buyer: createRouter(deps.flows.buyer), seller: createRouter(deps.flows.seller) };
  const checkButtons = createButtonCheck(routers);
  const turn: TurnDeps<S> = { ...deps, composer, routers, checkButtons };
  const stopping = new AbortController();
  const outage = outageOf(log, 'turns wait for the database', 'turns go on');
  const sender = createSender(appContext, channels, log);
  const waiting = new Map<string, number>();
  const warned = new Set<string>();
  const swept = new Set<string>();

  const turns = createSerialQueue(deps.maxConcurrentTurns, async (lane): Promise<Step> => {
    try {
      const found = await visit(lane);
      outage.end();
      return found;
    } catch (error) {
      if (isAway(error)) outage.begin(error);
      else log.error({ err: error }, 'a turn could not be run');
      return { againInMs: TROUBLE_MS };
    }
  });

  const visit = async (lane: string): Promise<Step> => {
    const end = await runTurn(turn, laneKey(lane));
    if (end.is === 'busy') return { againInMs: BUSY_MS };
    if (end.is === 'failed') return 'more';
    if (end.is === 'handled') after(end);
    const left = end.is === 'nothing' ? 0 : (waiting.get(lane) ?? 1) - 1;
    // What a sweep found was not counted: there we look until nothing is left.
    if (left > 0 || (end.is === 'handled' && swept.has(lane))) {
      waiting.set(lane, left);
      return 'more';
    }
    for (const forgetting of [waiting, warned, swept]) forgetting.delete(lane);
    return 'nothing';
  };

  const after = ({ notified, query }: Extract<TurnResult, { is: 'handled' }>): void => {
    for (const chat of notified) sender.wake(chat);
    if (query) answerTap(query.channel, query.id, query.toast);
  };

  const answerTap = (name: ChannelName, query: string, toast: string | undefined): void => {
    const channel = channels.find((one) => one.name === name);
    channel
      ?.answerTap?.(query, toast)
      .catch((error: unknown) => log.debug({ err: error }, 'a tap went unanswered'));
  };

  /** Numbers are given to one message after another: here even an alert waits for what is being said. */
  const sendInTurn = async (
    chat: ChatRow,
    cause: string,
    screen: Screen,
    record: (context: TxContext) => Promise<void>,
  ): Promise<DeliveryResult> => {
    await inTransaction(appContext, async (context) => {
      await enqueueMessage(context, composer, chat, { cause, index: 0 }, screen);
      await record(context);
    });
    sender.wake(chat.id);
    return { is: 'sent' };
  };

  /** Lets through what may wait; the first beyond becomes a `flooded` event, the rest is dropped. */
  const admitted = (incoming: readonly IncomingEvent[]): IncomingEvent[] => {
    const counts = new Map<string, number>();
    return incoming.flatMap((event) => {
      const lane = chatLane(event);
      const count = counts.get(lane) ?? waiting.get(lane) ?? 0;
      counts.set(lane, count + 1);
      if (count < MAX_WAITING) return [event];
      if (event.body.is === 'tap' && event.body.query) answerTap(event.channel, event.body.query, undefined);
      if (warned.has(lane)) return [];
      warned.add(lane);
      return [{ ...event, body: { is: 'flooded' } as const }];
    });
  };

  return {
    async accept(incoming) {
      const events = admitted(incoming);
      if (events.length === 0) return;
      const stored = await storeEvents(appContext, events);
      for (const key of stored) {
        const lane = chatLane(key);
        waiting.set(lane, (waiting.get(lane) ?? 0) + 1);
        turns.wake(lane);
      }
    },
    async enqueue(context, chatId, cause, screen, replaced) {
      const chat = await findChat(context.tx, chatId);
      if (!chat) return false;
      checkButtons(channelSide(chat.channel), screen);
      return enqueueMessage(context, composer, chat, { cause, index: 0 }, screen, replaced);
    },
    wakeSender: (chatId) => sender.wake(chatId),
    async sendNow(chatId, cause, screen, record) {
      const chat = await findChat(appContext.db, chatId);
      const channel = channels.find((one) => one.name === chat?.channel);
      if (!chat || chat.isGone || !channel) return { is: 'gone' };
      checkButtons(channelSide(chat.channel), screen);
      if (!channel.can.buttons) return sendInTurn(chat, cause, screen, record);
      const body = composeBody(composer.i18n[chat.person.locale], screen);
      const why = { cause, index: 0 };
      const { address } = chat;
      const end: DeliveryResult = channel.can.readsTable
        ? { is: 'sent' }
        : await channel.deliver({ address, body, platformId: null });
      if (end.is !== 'sent') return end;
      const keep = async (context: TxContext): Promise<void> => {
        if (channel.can.readsTable) await enqueueBody(context, composer, chat, why, body);
        else await recordSent(context, chat, why, body, end.platformId);
        await record(context);
      };
      await onceBack(() => inTransaction(appContext, keep), stopping.signal);
      return end;
    },
    async sweep() {
      for (const key of await findWaitingChats(appContext)) {
        swept.add(chatLane(key));
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

const chatLane = ({ channel, address }: ChatKey): string => `${channel} ${address}`;

/** Lanes are named by `laneOf` alone. */
function laneKey(lane: string): ChatKey {
  const at = lane.indexOf(' ');
  return { channel: lane.slice(0, at) as ChannelName, address: lane.slice(at + 1) };
}

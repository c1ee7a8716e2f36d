import { type Store, transact, type Work } from '../db/work.ts';
import type { Channel, Delivered } from './channel.ts';
import { type ChatRow, chatById } from './chats.ts';
import type { ChannelName, Incoming, Locale, Side } from './event.ts';
import type { Flow } from './flow.ts';
import { type ChatKey, storeEvents, waitingChats } from './inbox.ts';
import { lanesOf, type Visit } from './lanes.ts';
import { bodyOf, keepSent, leaveBody, leaveMessage, type Mouth, type Replaced } from './messages.ts';
import { checkButtons } from './reply.ts';
import { routerOf } from './router.ts';
import type { Screen } from './screen.ts';
import { senderOf } from './sender.ts';
import { runTurn, type TurnEnd, type TurnParts } from './turn.ts';
import type { Words } from './words.ts';

/** So many events of one chat may wait; what comes beyond is dropped, with one kind answer. */
export const MAX_WAITING = 20;
/** While another process is at a chat, we look again. */
const BUSY_MS = 25;
/** While the database cannot be reached. */
const TROUBLE_MS = 500;

/** The conversation: takes in what people do, lets flows answer, and says what they answer. */
export interface Engine {
  /** Stores the events and resolves after commit; each is then answered in its turn. */
  accept(incoming: readonly Incoming[]): Promise<void>;
  /** Leaves a screen in somebody's chat, within a transaction of the caller's; `wake` says it after the commit. */
  leave(work: Work, chatId: string, cause: string, screen: Screen, replaced?: Replaced): Promise<boolean>;
  wake(chatId: string): void;
  /**
   * Sends a screen to a chat at once, past what waits there, and records it together with `record`: alerts have a
   * pace of their own. A channel whose people read the table gets both in one transaction.
   */
  announce(
    chatId: string,
    cause: string,
    screen: Screen,
    record: (work: Work) => Promise<void>,
  ): Promise<Delivered>;
  /** Takes up events and messages that a stopped or dead process left behind. */
  sweep(): Promise<void>;
  /** Resolves when everything accepted here has been handled and said. */
  idle(): Promise<void>;
  /** Takes up nothing more; resolves when running turns and sends have ended. */
  stop(): Promise<void>;
}

export interface EngineParts<S> extends Pick<TurnParts<S>, 'shop' | 'onParked' | 'doors' | 'locale' | 'log'> {
  readonly store: Store;
  readonly words: Readonly<Record<Locale, Words>>;
  readonly channels: readonly Channel[];
  readonly flows: Readonly<Record<Side, readonly Flow<S>[]>>;
  /** Turns that may run at a time: fewer than the database has connections for us. */
  readonly turnsAtOnce: number;
}

export function engineOf<S>(parts: EngineParts<S>): Engine {
  const { store, channels, log } = parts;
  const readers = new Set(channels.filter((one) => one.can.readsTable).map((one) => one.name));
  const wordy = new Set(channels.filter((one) => !one.can.buttons).map((one) => one.name));
  const mouth: Mouth = {
    words: parts.words,
    readsTable: (name) => readers.has(name),
    hasButtons: (name) => !wordy.has(name),
  };
  const routers = { buyer: routerOf(parts.flows.buyer), seller: routerOf(parts.flows.seller) };
  const turn: TurnParts<S> = { ...parts, mouth, routers };
  const sender = senderOf(store, channels, log);
  const waiting = new Map<string, number>();
  const warned = new Set<string>();
  const swept = new Set<string>();

  const turns = lanesOf(parts.turnsAtOnce, async (lane): Promise<Visit> => {
    try {
      return await visit(lane);
    } catch (error) {
      log.error({ err: error }, 'a turn could not be run');
      return { againInMs: TROUBLE_MS };
    }
  });

  const visit = async (lane: string): Promise<Visit> => {
    const end = await runTurn(turn, keyOf(lane));
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

  const after = ({ told, query }: Extract<TurnEnd, { is: 'handled' }>): void => {
    for (const chat of told) sender.wake(chat);
    if (query) answerTap(query.channel, query.id, query.toast);
  };

  const answerTap = (name: ChannelName, query: string, toast: string | undefined): void => {
    const channel = channels.find((one) => one.name === name);
    channel
      ?.answerTap?.(query, toast)
      .catch((error: unknown) => log.debug({ err: error }, 'a tap went unanswered'));
  };

  /** Numbers are given to one message after another: here even an alert waits for what is being said. */
  const announceInTurn = async (
    chat: ChatRow,
    cause: string,
    screen: Screen,
    record: (work: Work) => Promise<void>,
  ): Promise<Delivered> => {
    await transact(store, async (work) => {
      await leaveMessage(work, mouth, chat, { cause, index: 0 }, screen);
      await record(work);
    });
    sender.wake(chat.id);
    return { is: 'sent' };
  };

  /** Lets through what may wait; the first beyond becomes a `flooded` event, the rest is dropped. */
  const admitted = (incoming: readonly Incoming[]): Incoming[] => {
    const counts = new Map<string, number>();
    return incoming.flatMap((event) => {
      const lane = laneOf(event);
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
      const stored = await storeEvents(store, events, log);
      for (const key of stored) {
        const lane = laneOf(key);
        waiting.set(lane, (waiting.get(lane) ?? 0) + 1);
        turns.wake(lane);
      }
    },
    async leave(work, chatId, cause, screen, replaced) {
      const chat = await chatById(work.tx, chatId);
      if (!chat) return false;
      checkButtons(routers, chat, screen);
      return leaveMessage(work, mouth, chat, { cause, index: 0 }, screen, replaced);
    },
    wake: (chatId) => sender.wake(chatId),
    async announce(chatId, cause, screen, record) {
      const chat = await chatById(store.db, chatId);
      const channel = channels.find((one) => one.name === chat?.channel);
      if (!chat || chat.isGone || !channel) return { is: 'gone' };
      checkButtons(routers, chat, screen);
      if (!channel.can.buttons) return announceInTurn(chat, cause, screen, record);
      const body = bodyOf(mouth.words[chat.person.locale], screen);
      const why = { cause, index: 0 };
      const { address } = chat;
      const end: Delivered = channel.can.readsTable
        ? { is: 'sent' }
        : await sender.sendNow(channel, chatId, { address, body, platformId: null, isAlert: true });
      if (end.is !== 'sent') return end;
      await transact(store, async (work) => {
        if (channel.can.readsTable) await leaveBody(work, mouth, chat, why, body);
        else await keepSent(work, chat, why, body, end.platformId);
        await record(work);
      });
      return end;
    },
    async sweep() {
      for (const key of await waitingChats(store)) {
        swept.add(laneOf(key));
        turns.wake(laneOf(key));
      }
      await sender.sweep();
    },
    async idle() {
      await turns.idle();
      await sender.idle();
    },
    async stop() {
      await turns.stop();
      await sender.stop();
    },
  };
}

const laneOf = ({ channel, address }: ChatKey): string => `${channel} ${address}`;

/** Lanes are named by `laneOf` alone. */
function keyOf(lane: string): ChatKey {
  const at = lane.indexOf(' ');
  return { channel: lane.slice(0, at) as ChannelName, address: lane.slice(at + 1) };
}

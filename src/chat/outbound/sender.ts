import type { Logger } from 'pino';
import { type Lanes, lanesOf, type Visit } from '../../async/serial-queue.ts';
import { isAway, logFault, onceBack } from '../../db/away.ts';
import type { Store } from '../../db/work.ts';
import type { Channel, Delivered, Outgoing } from '../dsl/channel.ts';
import { numbered } from './choices.ts';
import { type Claimed, chatsWithDue, claimNext, settle } from './outgoing.ts';

/** Messages on their way at a time, over all chats of this process. */
const AT_ONCE = 32;
/** Timers may ring a little early; the row says when a message is due. */
const LATE_MS = 20;
/** A message that the platform could not take so often is given up. */
const MAX_TRIES = 10;

/** While the database cannot be reached. */
const TROUBLE_MS = 500;

/** How long a message that this process cannot send is left to others. */
const NOT_OURS: Delivered = { is: 'later', ms: 1_000 };

/** Says what stands in the message table, one at a time and in order per chat. */
export interface Sender extends Lanes {
  /** Takes up what is due or was left behind by a process that died. */
  sweep(): Promise<void>;
}

export function senderOf(store: Store, channels: readonly Channel[], log: Logger): Sender {
  const stopping = new AbortController();
  const lanes = lanesOf(AT_ONCE, async (chatId): Promise<Visit> => {
    try {
      return await sayNext(chatId);
    } catch (error) {
      logFault(log, error, 'a message could not be handled', { chat: chatId });
      return isAway(error) ? { againInMs: TROUBLE_MS } : 'nothing';
    }
  });

  const sayNext = async (chatId: string): Promise<Visit> => {
    const message = await claimNext(store, chatId);
    if (!message) return 'nothing';
    const channel = channels.find((one) => one.name === message.channel);
    // Another process has that bot; its sweep finds the message.
    const end = channel
      ? outOfTries(message, await channel.deliver(await asShown(channel, chatId, message)))
      : NOT_OURS;
    // What has been said is recorded before anything else: else it would be said again.
    await onceBack(() => settle(store, chatId, message.id, end), stopping.signal);
    return channel ? afterwards(chatId, message.id, end) : 'nothing';
  };

  const asShown = async ({ can }: Channel, chatId: string, message: Claimed): Promise<Outgoing> => {
    const { id, address, body, platformId } = message;
    if (can.buttons) return { address, body, platformId };
    return { address, body: await numbered(store, chatId, id, body), platformId: null };
  };

  const afterwards = (chat: string, message: string, end: Delivered): Visit => {
    if (end.is === 'refused' || end.is === 'unknown')
      log.warn({ chat, message, why: end.why }, `a message was ${end.is}`);
    if (end.is === 'later') return { againInMs: end.ms + LATE_MS };
    return end.is === 'unknown' || end.is === 'gone' ? 'nothing' : 'more';
  };

  return {
    ...lanes,
    async sweep() {
      for (const chatId of await chatsWithDue(store)) lanes.wake(chatId);
    },
    stop() {
      stopping.abort();
      return lanes.stop();
    },
  };
}

const outOfTries = ({ tries }: Claimed, end: Delivered): Delivered =>
  end.is === 'later' && tries >= MAX_TRIES ? { is: 'refused', why: `put off ${tries} times` } : end;

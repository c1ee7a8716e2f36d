import type { Logger } from 'pino';
import { createSerialQueue, type SerialQueue, type Step } from '../../async/serial-queue.ts';
import { isAway, logFault, onceBack } from '../../db/away.ts';
import type { AppContext } from '../../db/work.ts';
import { createChannelHealth } from '../channel-health.ts';
import type { Channel, DeliveryResult, OutgoingMessage } from '../dsl/channel.ts';
import { numberChoices } from './choices.ts';
import {
  type ClaimedMessage,
  channelsToTry,
  chatToTry,
  claimNextMessage,
  findChatsWithDue,
  giveUpOld,
  settleMessage,
} from './outgoing.ts';

/** Messages on their way at a time, over all chats of this process. */
const MAX_CONCURRENT_SENDS = 32;
/** Timers may ring a little early; the row says when a message is due. */
const LATE_MS = 20;
/** While the database cannot be reached. */
const TROUBLE_MS = 500;
/** A message that met trouble is tried again by itself after so long at first, and at least so often. */
const FIRST_PUT_OFF_MS = 1_000;
const LONGEST_PUT_OFF_MS = 4_000;

/** Says what stands in the message table, one at a time and in order per chat. */
export interface Sender extends SerialQueue {
  /** Takes up what is due or was left behind by a process that died, and gives up what is a day old. */
  sweep(): Promise<void>;
}

export function createSender(appContext: AppContext, channels: readonly Channel[], log: Logger): Sender {
  const stopping = new AbortController();
  const names = channels.filter(({ can }) => !can.readsTable).map(({ name }) => name);
  const lanes = createSerialQueue(MAX_CONCURRENT_SENDS, async (chatId): Promise<Step> => {
    try {
      return await sendNext(chatId);
    } catch (error) {
      logFault(log, error, 'a message could not be handled', { chat: chatId });
      return isAway(error) ? { againInMs: TROUBLE_MS } : 'nothing';
    }
  });

  const wakeDue = async (): Promise<void> => {
    for (const chatId of await findChatsWithDue(appContext, names)) lanes.wake(chatId);
  };

  const tryAgain = async (channel: string): Promise<void> => {
    const chatId = await chatToTry(appContext, channel);
    if (chatId) lanes.wake(chatId);
  };

  const health = createChannelHealth({
    appContext,
    log,
    onWell: wakeDue,
    onRetry: (channel) => {
      tryAgain(channel).catch((error: unknown) =>
        log.error({ err: error, channel }, 'a channel could not be tried again'),
      );
    },
  });

  const sendNext = async (chatId: string): Promise<Step> => {
    const claim = await claimNextMessage(appContext, chatId, names);
    if (claim.is === 'resting') health.learn(claim.channel, claim.retryAt);
    if (claim.is !== 'claimed') return 'nothing';
    const { message } = claim;
    const channel = channels.find((one) => one.name === message.channel);
    if (!channel) return 'nothing';
    const delivered = await channel.deliver(await asShown(channel, chatId, message));
    const end = await judged(chatId, message, delivered);
    // What has been said is recorded before anything else: else it would be said again.
    await onceBack(() => settleMessage(appContext, chatId, message.id, end), stopping.signal);
    await learned(message, delivered);
    return afterwards(chatId, message, delivered, end);
  };

  const asShown = async (
    { can }: Channel,
    chatId: string,
    message: ClaimedMessage,
  ): Promise<OutgoingMessage> => {
    const { id, address, body, platformId } = message;
    if (can.buttons) return { address, body, platformId };
    return { address, body: await numberChoices(appContext, chatId, id, body), platformId: null };
  };

  /** What trouble of the channel means for the message: while the channel rests, the message has no time of its own. */
  const judged = async (chatId: string, message: ClaimedMessage, end: DeliveryResult): Promise<Settled> => {
    if (end.is !== 'unwell') return end;
    const { channel, probe, tries } = message;
    const { why, atLeastMs = 0 } = end;
    const isResting = await health.failed({ channel, chatId, why, atLeastMs, probe });
    return { is: 'later', ms: isResting ? 0 : Math.max(putOffMs(tries), atLeastMs) };
  };

  const learned = async ({ channel, probe }: ClaimedMessage, end: DeliveryResult): Promise<void> => {
    if (end.is === 'unwell') return;
    if (end.is !== 'later') await health.answered(channel, probe !== undefined);
    else if (probe !== undefined) await health.undecided(channel, end.ms);
  };

  const afterwards = (
    chat: string,
    { id, channel }: ClaimedMessage,
    told: DeliveryResult,
    end: Settled,
  ): Step => {
    if (told.is === 'refused' || told.is === 'unwell')
      log.warn(
        { chat, message: id, channel, why: told.why },
        `a message was ${told.is === 'refused' ? 'refused' : 'put off'}`,
      );
    if (end.is === 'gone') return 'nothing';
    if (end.is !== 'later') return 'more';
    return end.ms === 0 ? 'nothing' : { againInMs: end.ms + LATE_MS };
  };

  const giveUp = async (): Promise<void> => {
    for (const given of await giveUpOld(appContext))
      log.error(given, 'messages were given up: they could not be said for a day');
  };

  return {
    ...lanes,
    async sweep() {
      await giveUp();
      for (const channel of await channelsToTry(appContext, names)) await tryAgain(channel);
      await wakeDue();
    },
    stop() {
      stopping.abort();
      health.stop();
      return lanes.stop();
    },
  };
}

type Settled = Exclude<DeliveryResult, { is: 'unwell' }>;

function putOffMs(tries: number): number {
  const longest = Math.min(FIRST_PUT_OFF_MS * 2 ** (tries - 1), LONGEST_PUT_OFF_MS);
  return longest * (0.5 + Math.random() / 2);
}

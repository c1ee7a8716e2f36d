import type { Logger } from 'pino';
import { createSerialQueue, type SerialQueue, type Step } from '../../async/serial-queue.ts';
import { isAway, logFault, onceBack } from '../../db/client/away.ts';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import type { ChatId } from '../../db/ids.ts';
import type { AppContext } from '../../db/work.ts';
import type { Channel, DeliveryResult, MessageBody, OutgoingMessage } from '../dsl/channel.ts';
import { createChannelHealth } from './channels/health.ts';
import { createReplyRate } from './channels/reply-rate.ts';
import { leaveToTry } from './channels/trouble.ts';
import { numberChoices } from './choices/choices.ts';
import { createFaults } from './faults.ts';
import { decodeBody } from './messages.ts';
import {
  type Claim,
  type ClaimedMessage,
  channelsToTry,
  chatToTry,
  claimNextMessage,
  findChatsWithDue,
  giveUpOld,
  returnMessages,
  settleMessage,
} from './outgoing.ts';

/** Concurrent sends, over all chats of this process. */
const MAX_CONCURRENT_SENDS = 32;
/** Timers may fire a little early; the row decides when a message is due. */
const LATE_MS = 20;
/** Pause while the database is away. */
const TROUBLE_MS = 500;
/** First and longest pause before a message whose channel failed is tried again. */
const FIRST_PUT_OFF_MS = 1_000;
const LONGEST_PUT_OFF_MS = 4_000;

/** Sends the messages of the table, one at a time and in order for each chat. */
export interface Sender extends SerialQueue<ChatId> {
  /** Sends a message that its turn has claimed for this process as it wrote it. */
  hand(chatId: ChatId, message: ClaimedMessage): void;
  /** How many of `wanted` messages may go past the table now: of an unwell channel one as its probe, or none. */
  leaveDirect(channel: Channel, wanted: number): Promise<number>;
  /** Sends past the chat's waiting messages. */
  sendDirect(channel: Channel, chatId: ChatId, message: OutgoingMessage): Promise<DeliveryResult>;
  /** Sends what is due or was left by a dead process, and gives up what is a day old. */
  sweep(): Promise<void>;
}

export function createSender(appContext: AppContext, channels: readonly Channel[], log: Logger): Sender {
  const stopping = new AbortController();
  const names = channels.filter(({ can }) => !can.readsTable).map(({ name }) => name);
  const lanes = createSerialQueue(MAX_CONCURRENT_SENDS, async (chatId: ChatId): Promise<Step> => {
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
        logFault(log, error, 'a channel could not be tried again', { channel }),
      );
    },
  });

  const faults = createFaults(appContext.clock, log);
  /** Unwell channels whose next direct message is the probe, and how many failures came before it. */
  const directProbes = new Map<string, number>();

  const replyRate = createReplyRate(appContext);
  /** Claimed for this process and not tried yet, by chat. */
  const claimed = new Map<ChatId, ClaimedMessage>();

  const take = async (chatId: ChatId): Promise<ClaimedMessage | undefined> => {
    const handed = claimed.get(chatId);
    if (!handed) return accept(await claimNextMessage(appContext, chatId, names));
    claimed.delete(chatId);
    return handed;
  };

  const accept = (claim: Claim): ClaimedMessage | undefined => {
    if (claim.is === 'resting') health.learn(claim.channel, claim.retryAt);
    return claim.is === 'claimed' ? claim.message : undefined;
  };

  const sendNext = async (chatId: ChatId): Promise<Step> => {
    const message = await take(chatId);
    if (!message) return 'nothing';
    const { channel, probe } = message;
    const attempt = { channel, chatId, probe };
    replyRate.count(channel);
    const told = await deliver(chatId, message).catch((error: unknown) => faults.of(message.id, error));
    if (told.is !== 'later') faults.forget(message.id);
    const end = told.is === 'unwell' ? putOff(told, message, await health.report(attempt, told)) : told;
    // A sent message is recorded before anything else; otherwise it would be sent again.
    await onceBack(() => settle(chatId, message, end), stopping.signal);
    if (told.is !== 'unwell') await health.report(attempt, told);
    if (told.is === 'refused' || told.is === 'unwell')
      log.warn({ chat: chatId, message: message.id, channel, why: told.why }, `a message: ${told.is}`);
    return claimed.has(chatId) ? 'more' : afterwards(end);
  };

  const settle = async (chatId: ChatId, { id }: ClaimedMessage, end: Settled): Promise<void> => {
    if (end.is !== 'sent') return settleMessage(appContext, chatId, id, end);
    const sent = { id, platformId: end.platformId };
    const next = accept(await claimNextMessage(appContext, chatId, names, sent));
    if (next) claimed.set(chatId, next);
  };

  const openBody = ({ id, sealed }: ClaimedMessage): MessageBody =>
    decodeBody(appContext.cipher.decrypt(sealed, sealedAt('message.sealed', id)));

  const deliver = async (chatId: ChatId, message: ClaimedMessage): Promise<DeliveryResult> => {
    const { id, channel: name, address, platformId } = message;
    const body = message.body ?? openBody(message);
    const channel = channels.find((one) => one.name === name);
    if (!channel) throw new Error(`there is no channel "${name}"`);
    if (channel.can.buttons) return channel.deliver({ address, body, platformId });
    return channel.deliver({
      address,
      body: await numberChoices(appContext, chatId, id, body),
      platformId: null,
    });
  };

  const giveUp = async (): Promise<void> => {
    for (const given of await giveUpOld(appContext))
      log.error(given, 'messages were given up: they could not be sent for a day');
  };

  return {
    ...lanes,
    hand(chatId, message) {
      claimed.set(chatId, message);
      lanes.wake(chatId);
    },
    async idle() {
      await lanes.idle();
      await replyRate.idle();
    },
    async sweep() {
      await giveUp();
      for (const channel of await channelsToTry(appContext, names)) await tryAgain(channel);
      await wakeDue();
    },
    async leaveDirect({ name }, wanted) {
      const leave = await leaveToTry(appContext, name);
      if (leave.is === 'resting') health.learn(name, leave.retryAt);
      if (leave.is === 'probe') directProbes.set(name, leave.failures);
      return leave.is === 'well' ? wanted : leave.is === 'probe' ? 1 : 0;
    },
    async sendDirect(channel, chatId, message) {
      const probe = directProbes.get(channel.name);
      directProbes.delete(channel.name);
      const end = await channel.deliver(message);
      await health.report({ channel: channel.name, chatId, probe }, end);
      return end;
    },
    async stop() {
      stopping.abort();
      health.stop();
      await lanes.stop();
      await replyRate.idle();
      const left = [...claimed.values()].map(({ id }) => id);
      if (left.length > 0)
        await returnMessages(appContext, left).catch((error: unknown) =>
          logFault(log, error, 'messages wait for their lease to lapse'),
        );
    },
  };
}

type Settled = Exclude<DeliveryResult, { is: 'unwell' }>;

/** While the channel rests, the message has no due time of its own: the channel's probe decides. */
function putOff(
  { atLeastMs = 0 }: Extract<DeliveryResult, { is: 'unwell' }>,
  { tries }: ClaimedMessage,
  isResting: boolean,
): Settled {
  const longest = Math.min(FIRST_PUT_OFF_MS * 2 ** (tries - 1), LONGEST_PUT_OFF_MS);
  return { is: 'later', ms: isResting ? 0 : Math.max(longest * (0.5 + Math.random() / 2), atLeastMs) };
}

function afterwards(end: Settled): Step {
  if (end.is === 'gone' || end.is === 'sent') return 'nothing';
  if (end.is !== 'later') return 'more';
  return end.ms === 0 ? 'nothing' : { againInMs: end.ms + LATE_MS };
}

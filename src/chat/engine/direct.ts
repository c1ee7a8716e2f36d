import { setTimeout as pause } from 'node:timers/promises';
import { onceBack } from '../../db/client/away.ts';
import type { ChatId } from '../../db/ids.ts';
import { type AppContext, inTransaction, type TxContext } from '../../db/work.ts';
import type { Channel, DeliveryResult, DeviceNotice, MessageBody } from '../dsl/channel.ts';
import { channelSide, type Locale } from '../dsl/event.ts';
import type { Screen } from '../dsl/screen.ts';
import { insertSent } from '../outbound/direct-messages.ts';
import {
  composeBody,
  enqueueMessage,
  type MessageComposer,
  type ReplacedMessage,
} from '../outbound/messages.ts';
import type { Sender } from '../outbound/sender.ts';
import { findChat } from '../store/chats.ts';
import type { ButtonCheck } from './reply.ts';

/** A screen for many chats of one channel and language. */
export interface DirectContent {
  readonly screen: Screen;
  readonly body: MessageBody;
}

/** A message that was sent past a chat's waiting ones; `cause` names it once and for all. */
export interface DirectMessage extends DirectContent {
  readonly chatId: ChatId;
  readonly cause: string;
  readonly platformId?: string | undefined;
  readonly replaced?: ReplacedMessage | undefined;
}

/** Where a direct message goes. */
export interface DirectAddress {
  readonly chatId: ChatId;
  readonly address: string;
  readonly notice?: DeviceNotice | undefined;
  /** The message whose place it takes. */
  readonly replaced?: ReplacedMessage | undefined;
}

/**
 * Sends to many chats past their waiting messages: for alerts, which have a rate of their own. First `compose`, then
 * `deliver` to each chat, then `record` what was sent. On channels that read the table, and on those without buttons
 * (where choices are numbered in the order of messages), recording is what sends.
 */
export interface DirectMessages {
  compose(channel: Channel, locale: Locale, screen: Screen, edit?: MessageBody['edit']): DirectContent;
  /** How many of `wanted` messages may be sent on the channel now: of an unwell one, a single probe or none. */
  leave(channel: Channel, wanted: number): Promise<number>;
  deliver(channel: Channel, to: DirectAddress, content: DirectContent): Promise<DeliveryResult>;
  /** Waits while this process answers somebody, `mostMs` at most: whoever asked goes first. */
  letRepliesPass(mostMs: number): Promise<void>;
  /** Records messages in one transaction with what `write` writes; waits for a database that is away. */
  record(
    channel: Channel,
    messages: readonly DirectMessage[],
    write: (context: TxContext) => Promise<void>,
  ): Promise<void>;
}

interface DirectDeps {
  readonly appContext: AppContext;
  readonly composer: MessageComposer;
  readonly checkButtons: ButtonCheck;
  readonly sender: Sender;
  /** Whether an event is being stored, or its turn runs or is due. */
  readonly isAnswering: () => boolean;
  readonly stopping: AbortSignal;
}

/** How often it is asked whether the replies are answered. */
const LOOK_MS = 2;

export function createDirectMessages(deps: DirectDeps): DirectMessages {
  const { appContext, composer, checkButtons, sender, isAnswering, stopping } = deps;
  const isRecordingEnough = ({ can }: Channel): boolean => can.readsTable || !can.buttons;

  const insert = async (
    context: TxContext,
    channel: Channel,
    messages: readonly DirectMessage[],
  ): Promise<void> => {
    if (channel.can.buttons) return insertSent(context, messages, channel.can.readsTable);
    for (const { chatId, cause, screen } of messages) {
      const chat = await findChat(context, chatId);
      if (chat) await enqueueMessage(context, composer, chat, { cause, index: 0 }, screen);
    }
  };

  return {
    compose(channel, locale, screen, edit) {
      checkButtons(channelSide(channel.name), screen);
      return { screen, body: composeBody(composer.i18n[locale], screen, edit) };
    },
    leave: async (channel, wanted) =>
      isRecordingEnough(channel) ? wanted : sender.leaveDirect(channel, wanted),
    async deliver(channel, { chatId, address, notice, replaced }, { body }) {
      if (isRecordingEnough(channel)) return { is: 'sent' };
      const platformId = replaced?.platformId ?? null;
      return sender.sendDirect(channel, chatId, { address, body, platformId, isAlert: true, notice });
    },
    async letRepliesPass(mostMs) {
      const until = performance.now() + mostMs;
      while (isAnswering() && performance.now() + LOOK_MS <= until) await pause(LOOK_MS);
    },
    async record(channel, messages, write) {
      const keep = async (context: TxContext): Promise<void> => {
        if (messages.length > 0) await insert(context, channel, messages);
        await write(context);
      };
      await onceBack(() => inTransaction(appContext, keep), stopping);
      if (!channel.can.buttons) for (const { chatId } of messages) sender.wake(chatId);
    },
  };
}

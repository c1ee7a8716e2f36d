import { onceBack } from '../../db/client/away.ts';
import type { ChatId } from '../../db/ids.ts';
import { type AppContext, inTransaction, type TxContext } from '../../db/work.ts';
import type { Channel, DeliveryResult } from '../dsl/channel.ts';
import { channelSide } from '../dsl/event.ts';
import type { Screen } from '../dsl/screen.ts';
import {
  composeBody,
  enqueueBody,
  enqueueMessage,
  type MessageComposer,
  recordSent,
} from '../outbound/messages.ts';
import type { Sender } from '../outbound/sender.ts';
import { type ChatRow, findChat } from '../store/chats.ts';
import type { ButtonCheck } from './reply.ts';

interface SendNowDeps {
  readonly appContext: AppContext;
  readonly channels: readonly Channel[];
  readonly composer: MessageComposer;
  readonly checkButtons: ButtonCheck;
  readonly sender: Sender;
  readonly stopping: AbortSignal;
}

/** Writes what belongs to a sent message, in the transaction that records it. */
type Record = (context: TxContext) => Promise<void>;

/** Implements Engine.sendNow. */
export function createSendNow(deps: SendNowDeps) {
  const { appContext, channels, composer, checkButtons, sender, stopping } = deps;

  /** Without buttons, choices are numbered in the order of messages: there the screen waits behind earlier ones. */
  const sendInTurn = async (
    chat: ChatRow,
    cause: string,
    screen: Screen,
    record: Record,
  ): Promise<DeliveryResult> => {
    await inTransaction(appContext, async (context) => {
      await enqueueMessage(context, composer, chat, { cause, index: 0 }, screen);
      await record(context);
    });
    sender.wake(chat.id);
    return { is: 'sent' };
  };

  return async (chatId: ChatId, cause: string, screen: Screen, record: Record): Promise<DeliveryResult> => {
    const chat = await findChat(appContext.db, chatId);
    const channel = channels.find(({ name }) => name === chat?.channel);
    if (!chat || chat.isGone || !channel) return { is: 'gone' };
    checkButtons(channelSide(chat.channel), screen);
    if (!channel.can.buttons) return sendInTurn(chat, cause, screen, record);
    const body = composeBody(composer.i18n[chat.person.locale], screen);
    const result: DeliveryResult = channel.can.readsTable
      ? { is: 'sent' }
      : await sender.sendNow(channel, chatId, {
          address: chat.address,
          body,
          platformId: null,
          isAlert: true,
        });
    if (result.is !== 'sent') return result;
    const keep = async (context: TxContext): Promise<void> => {
      const why = { cause, index: 0 };
      if (channel.can.readsTable) await enqueueBody(context, composer, chat, why, body);
      else await recordSent(context, chat, why, body, result.platformId);
      await record(context);
    };
    await onceBack(() => inTransaction(appContext, keep), stopping);
    return result;
  };
}

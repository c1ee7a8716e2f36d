import type { Api } from 'grammy';
import type { RequestKeys } from '../../../chat/dsl/channel.ts';
import { replyKeyboard } from './render.ts';

/**
 * Shows the keys of a question below the chat where its message could not carry them, or removes them. Telegram
 * changes keys only with a message: the one that removes them is deleted immediately. Failures are ignored, since
 * keys are optional.
 */
export async function moveKeys(api: Api, chat: string, requests: RequestKeys): Promise<void> {
  try {
    if (requests.keys.length > 0) {
      await api.sendMessage(chat, requests.prompt, { reply_markup: replyKeyboard(requests) });
      return;
    }
    const sent = await api.sendMessage(chat, '👌', { reply_markup: { remove_keyboard: true } });
    await api.deleteMessage(chat, sent.message_id);
  } catch {}
}

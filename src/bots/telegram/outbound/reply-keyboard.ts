import type { Api } from 'grammy';
import type { RequestKeys } from '../../../chat/dsl/channel.ts';
import { replyKeyboard } from './render.ts';

/**
 * Puts the keys of a question below the chat where its message could not carry them, or takes them away. Telegram moves keys
 * only with a message: the one that takes them away is removed at once. It is a convenience, so that what fails is let go.
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

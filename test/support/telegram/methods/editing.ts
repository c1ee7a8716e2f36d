import type { InlineKeyboardButton, Message } from 'grammy/types';
import { badRequest } from '../failure.ts';
import { chatId, messageId, read } from '../fields.ts';
import { markupOf, replyMarkup } from '../markup.ts';
import { messageFor } from '../messages.ts';
import { rewrite } from '../rooms.ts';
import type { Content, Stored } from '../world.ts';
import { contentOf, inputMedia } from './albums.ts';
import { reachable } from './destination.ts';
import type { MethodCall, Methods } from './method.ts';
import { captionFields, captionOf, textFields, textOf } from './words.ts';

const targetFields = { chat_id: chatId(), message_id: messageId(), reply_markup: replyMarkup() };

interface Target {
  readonly message: Stored;
  /** The buttons that the edited message will have: without any in the call, none. */
  readonly buttons: InlineKeyboardButton[][];
}

function targetOf(call: MethodCall): Target {
  const { chat_id, message_id, reply_markup } = read(call.params, targetFields);
  const markup = markupOf(reply_markup);
  if (markup.is !== 'inline' && markup.is !== 'none') throw badRequest('inline keyboard expected');
  const message = reachable(call, chat_id).log.find(({ id }) => id === message_id);
  if (!message) throw badRequest('message to edit not found');
  if (message.from.id !== call.account.id || message.hasKeyboard) throw badRequest("message can't be edited");
  return { message, buttons: markup.is === 'inline' ? markup.rows : [] };
}

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

function edit({ world, account }: MethodCall, { message, buttons }: Target, content: Content): Message {
  if (likeness(message.content, message.buttons) === likeness(content, buttons))
    throw badRequest(NOT_MODIFIED);
  rewrite(world, message, { content, buttons });
  return messageFor(account, message);
}

/** Equal for messages that look the same. */
const likeness = (content: Content, buttons: InlineKeyboardButton[][]): string =>
  JSON.stringify([essenceOf(content), buttons]);

/** The content with its files told by their names. */
function essenceOf(content: Content): object {
  if (content.is === 'photo')
    return { ...content, picture: content.picture.sizes.map(({ file }) => file.unique) };
  return 'file' in content ? { ...content, file: content.file.unique } : content;
}

export const editing: Methods = {
  editMessageText(call) {
    // A text that is too long has another name here than in sendMessage.
    const words = textOf(read(call.params, textFields), 'MESSAGE_TOO_LONG');
    const target = targetOf(call);
    if (target.message.content.is !== 'text') throw badRequest('there is no text in the message to edit');
    return edit(call, target, { is: 'text', ...words });
  },

  editMessageCaption(call) {
    const words = captionOf(read(call.params, captionFields));
    const target = targetOf(call);
    const { content } = target.message;
    if (content.is !== 'photo' && content.is !== 'document' && content.is !== 'voice') {
      throw badRequest('there is no caption in the message to edit');
    }
    return edit(call, target, { ...content, ...words });
  },

  /** A text, too, may become a photo; a photo never becomes a text again. */
  async editMessageMedia(call) {
    const { media } = read(call.params, { media: inputMedia() });
    const content = await contentOf(call, media);
    const target = targetOf(call);
    const { is } = target.message.content;
    if (is !== 'text' && is !== 'photo' && is !== 'document') throw badRequest("message can't be edited");
    return edit(call, target, content);
  },

  editMessageReplyMarkup(call) {
    const target = targetOf(call);
    return edit(call, target, target.message.content);
  },
};

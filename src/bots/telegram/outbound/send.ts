import { type Api, InputFile } from 'grammy';
import type { StoredFile } from '../../../chat/store/files.ts';
import type { FileId } from '../../../db/ids.ts';
import { isRefusal, parseApiError } from '../api/errors.ts';
import { createPhotoSender, type PhotoCache } from './photo-cache.ts';
import type { Keyboard, Payload } from './render.ts';

/** Sends messages. Each returns the id of the message that carries the buttons; errors are thrown as they are. */
export interface TelegramSender {
  send(chat: string, payload: Payload, isPaid?: boolean): Promise<string>;
  /** Edits the message `old`; where Telegram cannot, sends a new one and deletes the old one. */
  replace(chat: string, old: string, payload: Payload, hadPhoto: boolean): Promise<string>;
}

const NOT_CHANGED = /message is not modified/i;
const NOT_THERE = /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i;
/** The message has a photo and no text, unlike what was recorded. */
const OTHER_KIND = /there is no text in the message/i;

/** Reads a file that was kept for the person; nothing when it is no longer there. */
export type ReadFile = (id: FileId) => Promise<StoredFile | undefined>;

/** Without a provider's token an invoice is no more than its words. */
export function createTelegramSender(
  api: Api,
  pictures: PhotoCache,
  readFile: ReadFile,
  providerToken?: string,
): TelegramSender {
  const withPicture = createPhotoSender(pictures);

  const sendText = async (chat: string, payload: Payload, more: More = {}): Promise<string> => {
    const { html, keyboard } = payload;
    const keys = payload.is === 'text' && payload.keys ? { reply_markup: payload.keys } : {};
    const options = { ...marked(keyboard), ...keys, ...plainLinks, ...more };
    const sent = await api.sendMessage(chat, html, options);
    return String(sent.message_id);
  };

  const sendPhoto = async (chat: string, payload: Photo, more: More): Promise<string> => {
    const { photo, html, keyboard } = payload;
    const sent = await withPicture(photo, (file) =>
      api.sendPhoto(chat, file, { caption: html, ...marked(keyboard), ...more }),
    );
    return sent ? String(sent.message_id) : sendText(chat, payload, more);
  };

  const sendPhotoThenText = async (chat: string, payload: Photo, more: More): Promise<string> => {
    const picture = await withPicture(payload.photo, (file) => api.sendPhoto(chat, file, more));
    try {
      return await sendText(chat, payload, more);
    } catch (error) {
      // All of it is sent again: the picture must not appear twice.
      if (picture) await remove(chat, picture.message_id);
      throw error;
    }
  };

  const sendFile = async (chat: string, payload: Document, more: More): Promise<string> => {
    const { file, html, keyboard } = payload;
    const kept = await readFile(file);
    if (!kept) return sendText(chat, payload, more);
    // grammY writes the name bare into the header, where only a quoted one may hold Chinese or spaces.
    const document = new InputFile(kept.bytes, `"${kept.name}"`);
    const sent = await api.sendDocument(chat, document, { caption: html, ...marked(keyboard), ...more });
    return String(sent.message_id);
  };

  const sendInvoice = async (chat: string, payload: Bill, more: More): Promise<string> => {
    if (!providerToken) return sendText(chat, payload, more);
    const { title, description, payload: named, currency, prices } = payload.invoice;
    const sent = await api.sendInvoice(chat, title, description, named, currency, [...prices], {
      provider_token: providerToken,
      ...more,
    });
    return String(sent.message_id);
  };

  const send = (chat: string, payload: Payload, isPaid = false): Promise<string> => {
    const more: More = isPaid ? { allow_paid_broadcast: true } : {};
    if (payload.is === 'text') return sendText(chat, payload, more);
    if (payload.is === 'file') return sendFile(chat, payload, more);
    if (payload.is === 'invoice') return sendInvoice(chat, payload, more);
    return payload.is === 'photo' ? sendPhoto(chat, payload, more) : sendPhotoThenText(chat, payload, more);
  };

  const editText = async (chat: string, old: string, { html, keyboard }: Payload): Promise<void> => {
    await api.editMessageText(chat, Number(old), html, { ...marked(keyboard), ...plainLinks });
  };

  /** Also gives a photo to a message that had none. */
  const editPhoto = async (chat: string, old: string, payload: Photo): Promise<void> => {
    const { photo, html, keyboard } = payload;
    const edited = await withPicture(photo, (media) => {
      const content = { type: 'photo', media, caption: html, parse_mode: 'HTML' } as const;
      return api.editMessageMedia(chat, Number(old), content, {
        reply_markup: { inline_keyboard: keyboard },
      });
    });
    if (!edited) await editText(chat, old, payload);
  };

  const sendInstead = async (chat: string, old: string, payload: Payload): Promise<string> => {
    const id = await send(chat, payload);
    await remove(chat, Number(old));
    return id;
  };

  /** Deletes a message; one that is too old loses at least its buttons. Failures are ignored. */
  const remove = async (chat: string, message: number): Promise<void> => {
    await api
      .deleteMessage(chat, message)
      .catch(() => api.editMessageReplyMarkup(chat, message))
      .catch(() => undefined);
  };

  return {
    send,
    async replace(chat, old, payload, hadPhoto) {
      // Telegram cannot take the photo out of a message.
      const isEditable = payload.is === 'photo' || (payload.is === 'text' && !hadPhoto);
      if (!isEditable) return sendInstead(chat, old, payload);
      try {
        await (payload.is === 'photo' ? editPhoto(chat, old, payload) : editText(chat, old, payload));
      } catch (error) {
        const apiError = parseApiError(error);
        if (isRefusal(apiError, NOT_THERE) || isRefusal(apiError, OTHER_KIND))
          return sendInstead(chat, old, payload);
        if (!isRefusal(apiError, NOT_CHANGED)) throw error;
      }
      return old;
    },
  };
}

/** What goes with every send of an alert that may be paid for. */
interface More {
  readonly allow_paid_broadcast?: true;
}

type Photo = Exclude<Payload, { is: 'text' | 'file' | 'invoice' }>;
type Bill = Extract<Payload, { is: 'invoice' }>;
type Document = Extract<Payload, { is: 'file' }>;

const plainLinks = { link_preview_options: { is_disabled: true } } as const;

const marked = (keyboard: Keyboard) => ({
  parse_mode: 'HTML' as const,
  ...(keyboard.length > 0 && { reply_markup: { inline_keyboard: keyboard } }),
});

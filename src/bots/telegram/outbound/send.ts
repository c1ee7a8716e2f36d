import { type Api, InputFile } from 'grammy';
import type { StoredFile } from '../../../chat/store/files.ts';
import { isRefusal, parseApiError } from '../api/errors.ts';
import { createPhotoSender, type PhotoCache } from './photo-cache.ts';
import type { Keyboard, Payload } from './render.ts';

/** Puts messages into chats. Each answers the id of the message that carries the buttons; failures are thrown as they come. */
export interface TelegramSender {
  send(chat: string, payload: Payload): Promise<string>;
  /** Takes the place of the message `old`; where Telegram cannot, says it anew and removes the old one. */
  replace(chat: string, old: string, payload: Payload, hadPhoto: boolean): Promise<string>;
}

const NOT_CHANGED = /message is not modified/i;
const NOT_THERE = /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i;
/** The message has a photo and no text, though we thought otherwise. */
const OTHER_KIND = /there is no text in the message/i;

/** Reads a file that was kept for the person; nothing when it is no longer there. */
export type ReadFile = (id: string) => Promise<StoredFile | undefined>;

/** Without a provider's token an invoice is no more than its words. */
export function createTelegramSender(
  api: Api,
  pictures: PhotoCache,
  readFile: ReadFile,
  providerToken?: string,
): TelegramSender {
  const withPicture = createPhotoSender(pictures);

  const sendText = async (chat: string, payload: Payload): Promise<string> => {
    const { html, keyboard } = payload;
    const keys = payload.is === 'text' && payload.keys ? { reply_markup: payload.keys } : {};
    const sent = await api.sendMessage(chat, html, { ...marked(keyboard), ...keys, ...plainLinks });
    return String(sent.message_id);
  };

  const sendPhoto = async (chat: string, payload: Photo): Promise<string> => {
    const { photo, html, keyboard } = payload;
    const sent = await withPicture(photo, (file) =>
      api.sendPhoto(chat, file, { caption: html, ...marked(keyboard) }),
    );
    return sent ? String(sent.message_id) : sendText(chat, payload);
  };

  const sendPhotoThenText = async (chat: string, payload: Photo): Promise<string> => {
    const picture = await withPicture(payload.photo, (file) => api.sendPhoto(chat, file));
    try {
      return await sendText(chat, payload);
    } catch (error) {
      // The whole will be tried again: the picture must not stand there twice.
      if (picture) await remove(chat, picture.message_id);
      throw error;
    }
  };

  const sendFile = async (chat: string, payload: Document): Promise<string> => {
    const { file, html, keyboard } = payload;
    const kept = await readFile(file);
    if (!kept) return sendText(chat, payload);
    // grammY writes the name bare into the header, where only a quoted one may hold Chinese or spaces.
    const document = new InputFile(kept.bytes, `"${kept.name}"`);
    const sent = await api.sendDocument(chat, document, { caption: html, ...marked(keyboard) });
    return String(sent.message_id);
  };

  const sendInvoice = async (chat: string, payload: Bill): Promise<string> => {
    if (!providerToken) return sendText(chat, payload);
    const { title, description, payload: named, currency, prices } = payload.invoice;
    const sent = await api.sendInvoice(chat, title, description, named, currency, [...prices], {
      provider_token: providerToken,
    });
    return String(sent.message_id);
  };

  const send = (chat: string, payload: Payload): Promise<string> => {
    if (payload.is === 'text') return sendText(chat, payload);
    if (payload.is === 'file') return sendFile(chat, payload);
    if (payload.is === 'invoice') return sendInvoice(chat, payload);
    return payload.is === 'photo' ? sendPhoto(chat, payload) : sendPhotoThenText(chat, payload);
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

  /** Tidying up: what is too old to be removed loses its caption and buttons, and what cannot be helped stays. */
  const remove = async (chat: string, message: number): Promise<void> => {
    await api
      .deleteMessage(chat, message)
      .catch(() => api.editMessageCaption(chat, message))
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

type Photo = Exclude<Payload, { is: 'text' | 'file' | 'invoice' }>;
type Bill = Extract<Payload, { is: 'invoice' }>;
type Document = Extract<Payload, { is: 'file' }>;

const plainLinks = { link_preview_options: { is_disabled: true } } as const;

const marked = (keyboard: Keyboard) => ({
  parse_mode: 'HTML' as const,
  ...(keyboard.length > 0 && { reply_markup: { inline_keyboard: keyboard } }),
});

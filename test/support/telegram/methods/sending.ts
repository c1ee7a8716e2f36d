import { z } from 'zod';
import { badRequest } from '../failure.ts';
import { chatId, decimal, integer, read, text } from '../fields.ts';
import { changed } from '../rooms.ts';
import { send, writable } from './destination.ts';
import { documentIn, pictureIn } from './media.ts';
import type { Methods } from './method.ts';
import { captionFields, captionOf, textFields, textOf } from './words.ts';

const ACTIONS = [
  ...(['typing', 'upload_photo', 'record_video', 'upload_video', 'record_voice', 'upload_voice'] as const),
  ...([
    'upload_document',
    'choose_sticker',
    'find_location',
    'record_video_note',
    'upload_video_note',
  ] as const),
] as const;

export const sending: Methods = {
  sendMessage(call) {
    const words = textOf(read(call.params, textFields));
    return send(call, { is: 'text', ...words });
  },

  async sendPhoto(call) {
    const { photo, ...caption } = read(call.params, {
      photo: text('there is no photo in the request'),
      ...captionFields,
    });
    const words = captionOf(caption);
    const picture = await pictureIn(call, photo);
    return send(call, { is: 'photo', picture, ...words });
  },

  sendDocument(call) {
    const { document, ...caption } = read(call.params, {
      document: text('there is no document in the request'),
      ...captionFields,
    });
    return send(call, { is: 'document', ...documentIn(call, document), ...captionOf(caption) });
  },

  sendLocation(call) {
    const place = read(call.params, {
      latitude: decimal('latitude is empty'),
      longitude: decimal('longitude is empty'),
    });
    if (Math.abs(place.latitude) > 90 || Math.abs(place.longitude) > 180) throw badRequest('wrong location');
    return send(call, { is: 'location', ...place });
  },

  /** A preview of thirty seconds, no message: tests read it from the calls. */
  sendMessageDraft(call) {
    const { chat_id, draft_id, ...words } = read(call.params, {
      chat_id: chatId(),
      draft_id: integer(),
      ...textFields,
    });
    if (draft_id === 0) throw badRequest('draft_id must be non-zero');
    if (writable(call, chat_id).type !== 'private') throw badRequest('the chat is not private');
    textOf(words);
    return true;
  },

  sendChatAction(call) {
    const { chat_id } = read(call.params, {
      chat_id: chatId(),
      action: z.enum(ACTIONS, { error: 'wrong parameter action in request' }),
    });
    const room = writable(call, chat_id);
    room.isTyping = true;
    changed(room);
    return true;
  },
};

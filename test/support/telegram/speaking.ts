import { withSeenEntities } from './entities.ts';
import { drawnPhoto } from './files.ts';
import type { Chat } from './interface.ts';
import { newAlbum } from './methods/albums.ts';
import { TEXT_SIGNS } from './methods/words.ts';
import type { SeenMessage } from './phone.ts';
import { post, remove, rewrite, tellBots } from './rooms.ts';
import { seenBy } from './seen.ts';
import type { Content, Resident, Room, Stored, World } from './world.ts';

export type Speaking = Pick<
  Chat,
  | 'says'
  | 'tapsReply'
  | 'sendsPhoto'
  | 'sendsAlbum'
  | 'sendsDocument'
  | 'sendsVoice'
  | 'sendsSticker'
  | 'sharesContact'
  | 'sharesLocation'
  | 'edits'
  | 'deletes'
>;

/** The message that somebody sees, as it is kept. Throws when it is gone. */
export function storedOf(room: Room, seen: SeenMessage): Stored {
  const stored = room.log.find(({ id }) => id === seen.id);
  if (!stored) throw new Error(`Message ${seen.id} is no longer in the chat.`);
  return stored;
}

/** What a person says and sends in a chat. */
export function speaking(world: World, room: Room, person: Resident): Speaking {
  const put = (content: Content, extra: { album?: string; replyTo?: Stored } = {}): Stored => {
    if (room.isBlocked)
      throw new Error(`${person.user.first_name} has blocked the bot, and cannot write to it.`);
    room.isStarted = true;
    return post(world, room, { from: person.user, content, ...extra });
  };
  const send = (content: Content, extra = {}): SeenMessage => {
    const message = put(content, extra);
    tellBots(message);
    return seenBy(person, message);
  };
  const worded = (text: string) => withSeenEntities({ text, entities: [] });
  const developed = async (bytes?: Uint8Array) => world.files.picture(bytes ?? (await drawnPhoto()));

  const says: Speaking['says'] = (text, { replyTo } = {}) => {
    if (text.trim() === '' || text.length > TEXT_SIGNS)
      throw new Error('A phone does not send an empty or overlong text.');
    const extra = replyTo ? { replyTo: storedOf(room, replyTo) } : {};
    return send({ is: 'text', ...worded(text.trim()) }, extra);
  };
  const sharesContact: Speaking['sharesContact'] = (contact) => {
    const isOwn = contact === undefined;
    const { phone_number = person.phone, first_name = person.user.first_name } = contact ?? {};
    return send({
      is: 'contact',
      phone: phone_number,
      firstName: first_name,
      ...(isOwn && { userId: person.user.id }),
    });
  };
  const sharesLocation: Speaking['sharesLocation'] = (place = { latitude: 36.65, longitude: 111.76 }) =>
    send({ is: 'location', ...place });

  return {
    says,
    sharesContact,
    sharesLocation,
    tapsReply(label) {
      const { keyboard = [], one_time_keyboard } = room.keyboards.get(person.user.id) ?? {};
      const keys = keyboard.flat().map((key) => (typeof key === 'string' ? { text: key } : key));
      const key = keys.find(({ text }) => text === label);
      if (!key)
        throw new Error(
          `No key "${label}" below the chat; there are: ${keys.map(({ text }) => text).join(', ') || 'none'}.`,
        );
      if (one_time_keyboard) room.keyboards.delete(person.user.id);
      if ('request_contact' in key && key.request_contact) return sharesContact();
      if ('request_location' in key && key.request_location) return sharesLocation();
      return says(label);
    },
    async sendsPhoto({ bytes, caption = '' } = {}) {
      return send({ is: 'photo', picture: await developed(bytes), ...worded(caption) });
    },
    async sendsAlbum(photos, caption, { order = photos.map((_, index) => index) } = {}) {
      const album = newAlbum();
      const pictures = await Promise.all(photos.map(({ bytes }) => developed(bytes)));
      const messages = pictures.map((picture, index) => {
        const words = worded(photos[index]?.caption ?? (index === 0 ? (caption ?? '') : ''));
        return put({ is: 'photo', picture, ...words }, { album });
      });
      for (const index of order) {
        const message = messages[index];
        if (message) tellBots(message);
      }
      return messages.map((message) => seenBy(person, message));
    },
    sendsDocument(bytes, name, { caption = '', type = 'application/octet-stream' } = {}) {
      const file = world.files.store('Document', bytes, name.split('.').at(-1) ?? 'bin');
      return send({ is: 'document', file, name, type, ...worded(caption) });
    },
    sendsVoice({ bytes = Buffer.from('OggS'), seconds = 3 } = {}) {
      return send({ is: 'voice', file: world.files.store('Voice', bytes, 'oga'), seconds, ...worded('') });
    },
    sendsSticker(emoji = '🌰') {
      return send({ is: 'sticker', file: world.files.store('Sticker', Buffer.from(emoji), 'webp'), emoji });
    },
    edits(seen, text) {
      const message = storedOf(room, seen);
      if (message.from.id !== person.user.id || !('text' in message.content)) {
        throw new Error('Only own words can be edited.');
      }
      rewrite(world, message, { content: { ...message.content, ...worded(text) } });
      tellBots(message, 'edited_message');
      return seenBy(person, message);
    },
    deletes: (seen) => remove(storedOf(room, seen)),
  };
}

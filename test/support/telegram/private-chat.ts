import type { ChatMember, ChatMemberUpdated } from 'grammy/types';
import { type Account, senderOf } from './account.ts';
import type { Chat, PrivateChat } from './interface.ts';
import { chatOf } from './messages.ts';
import { paying } from './paying.ts';
import { changed, createRoom, secondsOf } from './rooms.ts';
import { seeing } from './seeing.ts';
import { drawn } from './seen.ts';
import { speaking } from './speaking.ts';
import { tapping } from './tapping.ts';
import type { Resident, Room, World } from './world.ts';

/** A chat, private or not, on one person's phone. */
export const createChat = (world: World, room: Room, person: Resident): Chat => ({
  id: room.id,
  ...speaking(world, room, person),
  ...seeing(world, room, person),
  ...tapping(room, person),
});

export function createPrivateChat(world: World, bot: Account, person: Resident): PrivateChat {
  const room = privateRoom(bot, person);
  const chat = createChat(world, room, person);

  const setBlocked = (isBlocked: boolean): void => {
    if (room.isBlocked === isBlocked) return;
    room.isBlocked = isBlocked;
    changed(room);
    const status = memberChange(world, room, person, bot);
    bot.queue.push({ my_chat_member: status(isBlocked ? 'kicked' : 'member') }, room.id);
  };

  const starts: PrivateChat['starts'] = (payload) => {
    if (payload !== undefined && !/^[\w-]{1,64}$/.test(payload)) {
      throw new Error(`Telegram takes no such payload in a deep link: ${payload}`);
    }
    setBlocked(false);
    return chat.says(payload === undefined ? '/start' : `/start ${payload}`);
  };

  return {
    ...chat,
    bot,
    starts,
    follows(url) {
      const { pathname, searchParams } = new URL(url);
      if (pathname.slice(1).toLowerCase() !== bot.username.toLowerCase()) {
        throw new Error(`${url} does not lead to @${bot.username}.\n${drawn(person, room)}`);
      }
      return starts(searchParams.get('start') ?? undefined);
    },
    wroteLongAgo() {
      room.isStarted = true;
    },
    blocks: () => setBlocked(true),
    unblocks: () => setBlocked(false),
    pays: paying(world, room, person),
  };
}

function privateRoom(bot: Account, person: Resident): Room {
  const { id, first_name } = person.user;
  const room =
    bot.rooms.get(id) ??
    createRoom({ id, type: 'private', title: first_name, people: [person], bots: [bot] });
  bot.rooms.set(id, room);
  return room;
}

/** Tells that what the bot may do in a chat has changed, by this person's hand. */
export const memberChange =
  (world: World, room: Room, { user }: Resident, bot: Account) =>
  (
    status: 'member' | 'kicked' | 'left',
    before: 'member' | 'kicked' | 'left' = status === 'member' ? 'kicked' : 'member',
  ): ChatMemberUpdated => ({
    chat: chatOf(room),
    from: user,
    date: secondsOf(world.now()),
    old_chat_member: memberOf(bot, before),
    new_chat_member: memberOf(bot, status),
  });

function memberOf(bot: Account, status: 'member' | 'kicked' | 'left'): ChatMember {
  const user = senderOf(bot);
  return status === 'kicked' ? { status, user, until_date: 0 } : { status, user };
}

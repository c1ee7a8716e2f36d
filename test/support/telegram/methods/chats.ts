import { badRequest } from '../failure.ts';
import { chatId, integer, read } from '../fields.ts';
import { chatOf } from '../messages.ts';
import { changed } from '../rooms.ts';
import { roomNamed, writable } from './destination.ts';
import type { Methods } from './method.ts';

export const chats: Methods = {
  getChat(call) {
    const { chat_id } = read(call.params, { chat_id: chatId() });
    return {
      ...chatOf(roomNamed(call, chat_id)),
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: true,
        limited_gifts: true,
        unique_gifts: true,
        premium_subscription: true,
        gifts_from_channels: true,
      },
    };
  },

  getChatMemberCount(call) {
    const { chat_id } = read(call.params, { chat_id: chatId() });
    const { people, bots } = roomNamed(call, chat_id);
    return people.length + bots.length;
  },

  getChatMember(call) {
    const { chat_id, user_id } = read(call.params, {
      chat_id: chatId(),
      user_id: integer('invalid user_id specified'),
    });
    const { people } = roomNamed(call, chat_id);
    const member = people.find(({ user }) => user.id === user_id);
    if (!member) throw badRequest('user not found');
    return { status: 'member', user: member.user };
  },

  leaveChat(call) {
    const { chat_id } = read(call.params, { chat_id: chatId() });
    const room = writable(call, chat_id);
    if (room.type === 'private') throw badRequest("chat member status can't be changed in private chats");
    room.bots.splice(room.bots.indexOf(call.account), 1);
    changed(room);
    return true;
  },
};

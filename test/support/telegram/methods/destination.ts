import type { Message } from 'grammy/types';
import { z } from 'zod';
import { senderOf } from '../account.ts';
import { ApiError, badRequest, refusals } from '../failure.ts';
import { chatId, flag, integer, json, read } from '../fields.ts';
import { type Markup, markupOf, replyMarkup } from '../markup.ts';
import { messageFor } from '../messages.ts';
import { post } from '../rooms.ts';
import type { Content, Room, Stored } from '../world.ts';
import type { MethodCall } from './method.ts';

/** The chat that a call names, as far as this bot may know of it. */
export function roomNamed({ account, world }: MethodCall, id: number | string): Room {
  if (typeof id === 'string') throw new ApiError(refusals.chatNotFound);
  const room = account.rooms.get(id) ?? world.groups.get(id);
  if (id > 0 && !room?.isStarted) throw notMet(world.groups.values(), id, account.id);
  if (!room) throw new ApiError(refusals.chatNotFound);
  if (room.upgradedTo !== undefined) throw new ApiError(refusals.upgraded(room.upgradedTo));
  return room;
}

/** Telegram knows the person, and so does a bot that has met them in a group; but they never pressed Start. */
function notMet(groups: Iterable<Room>, person: number, bot: number): ApiError {
  const isMet = [...groups].some(
    ({ people, bots }) => people.some(({ user }) => user.id === person) && bots.some(({ id }) => id === bot),
  );
  return new ApiError(isMet ? refusals.notStarted : refusals.chatNotFound);
}

/** The chat whose messages a call changes. Throws when it is a group that this bot is not in. */
export function reachable(call: MethodCall, id: number | string): Room {
  const room = roomNamed(call, id);
  if (room.type !== 'private' && !room.bots.includes(call.account)) {
    throw new ApiError(room.type === 'group' ? refusals.kicked : refusals.kickedFromSupergroup);
  }
  return room;
}

/** The chat that a call writes to. Throws when this bot cannot. */
export function writable(call: MethodCall, id: number | string): Room {
  const room = reachable(call, id);
  if (room.type === 'private') {
    if (room.people[0]?.isDeleted) throw new ApiError(refusals.deactivated);
    if (room.isBlocked) throw new ApiError(refusals.blocked);
  }
  return room;
}

const replyParameters = z.looseObject(
  { message_id: z.int(), allow_sending_without_reply: z.boolean().optional() },
  { error: "can't parse reply parameters JSON object" },
);

const sendingFields = {
  chat_id: chatId(),
  reply_markup: replyMarkup(),
  reply_parameters: json(replyParameters, "can't parse reply parameters JSON object").optional(),
  reply_to_message_id: integer().optional(),
  allow_sending_without_reply: flag().optional(),
};

/** Puts what a bot says into the chat that the call names, with its buttons and as a reply if it is one. */
export function send(call: MethodCall, content: Content, extra: { readonly album?: string } = {}): Message {
  const { room, replyTo, ...given } = sendingTo(call);
  const { world, account } = call;
  // An album carries no buttons: Telegram passes over what it is given.
  const markup: Markup = extra.album === undefined ? given.markup : { is: 'none' };
  room.isTyping = false;
  showKeyboard(room, markup);
  const message = post(world, room, {
    from: senderOf(account),
    content,
    ...extra,
    ...(replyTo && { replyTo }),
    ...(markup.is === 'inline' && { buttons: markup.rows }),
    ...((markup.is === 'keyboard' || markup.is === 'force') && { hasKeyboard: true }),
  });
  return messageFor(account, message);
}

export function sendingTo(call: MethodCall): { room: Room; markup: Markup; replyTo?: Stored } {
  const given = read(call.params, sendingFields);
  const markup = markupOf(given.reply_markup);
  if (markup.is === 'inline' && markup.rows.some((row) => row.some((button) => 'pay' in button))) {
    if (!('prices' in call.params.fields)) throw badRequest('BUTTON_TYPE_INVALID');
  }
  const room = writable(call, given.chat_id);
  const {
    message_id = given.reply_to_message_id,
    allow_sending_without_reply = given.allow_sending_without_reply,
  } = given.reply_parameters ?? {};
  if (message_id === undefined) return { room, markup };
  const replyTo = room.log.find(({ id }) => id === message_id);
  if (!replyTo && !allow_sending_without_reply) throw badRequest('message to be replied not found');
  return { room, markup, ...(replyTo && { replyTo }) };
}

function showKeyboard(room: Room, markup: Markup): void {
  for (const { user } of room.people) {
    if (markup.is === 'keyboard') room.keyboards.set(user.id, markup.keyboard);
    if (markup.is === 'remove') room.keyboards.delete(user.id);
  }
}

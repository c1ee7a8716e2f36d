import type { Account } from './account.ts';
import { messageFor } from './messages.ts';
import { createSignal } from './signal.ts';
import type { Content, Room, Stored, World } from './world.ts';

export const createRoom = (given: Pick<Room, 'id' | 'type' | 'title' | 'people' | 'bots'>): Room => ({
  ...given,
  log: [],
  changes: createSignal(),
  keyboards: new Map(),
  nextId: 1,
  revision: 0,
  isStarted: false,
  isBlocked: false,
  isTyping: false,
});

type Draft = Pick<Stored, 'from' | 'content'> &
  Partial<Pick<Stored, 'buttons' | 'album' | 'replyTo' | 'viaBot' | 'hasKeyboard'>>;

export const secondsOf = (date: Date): number => Math.floor(date.getTime() / 1_000);

/** Puts a message into a chat. Bots are told by `tellBots`. */
export function post(world: World, room: Room, draft: Draft): Stored {
  const message: Stored = {
    buttons: [],
    ...draft,
    id: room.nextId++,
    room,
    date: secondsOf(world.now()),
    revision: 0,
  };
  room.log.push(message);
  changed(room, message);
  return message;
}

export function changed(room: Room, message?: Stored): void {
  room.revision += 1;
  if (message) message.revision = room.revision;
  room.changes.fire();
}

/** Changes what a message says, and its buttons. */
export function rewrite(
  world: World,
  message: Stored,
  change: Partial<Pick<Stored, 'content' | 'buttons'>>,
): void {
  Object.assign(message, change);
  message.editDate = secondsOf(world.now());
  changed(message.room, message);
}

export function remove(message: Stored): void {
  const { log } = message.room;
  log.splice(log.indexOf(message), 1);
  changed(message.room);
}

/** Tells the bots of a chat about a person's message. In a group they hear what is meant for them. */
export function tellBots(message: Stored, kind: 'message' | 'edited_message' = 'message'): void {
  for (const bot of message.room.bots) {
    if (!mayHear(bot, message)) continue;
    const seen = messageFor(bot, message);
    bot.queue.push(kind === 'message' ? newMessage(seen) : editedMessage(seen), message.room.id);
  }
}

const isService = ({ is }: Content): boolean => is === 'joined' || is === 'left' || is === 'upgraded';

function mayHear(bot: Account, { room, from, content, replyTo, viaBot }: Stored): boolean {
  if (from.id === bot.id) return false;
  if (room.type === 'private' || bot.user.can_read_all_group_messages || isService(content)) return true;
  if (replyTo?.from.id === bot.id || viaBot?.id === bot.id) return true;
  if (!('entities' in content)) return false;
  const { text, entities } = content;
  return entities.some(({ type, offset, length }) => {
    const [command, addressee] = text.slice(offset, offset + length).split('@');
    if (type === 'bot_command') return command !== '' && (!addressee || isName(bot, addressee));
    return type === 'mention' && isName(bot, addressee);
  });
}

const isName = (bot: Account, name = ''): boolean => name.toLowerCase() === bot.username.toLowerCase();

type ForBot = ReturnType<typeof messageFor>;

/** The types of updates want what every message outside of channels has. */
function newMessage(message: ForBot) {
  return { message };
}

function editedMessage(message: ForBot) {
  return { edited_message: { ...message, edit_date: message.edit_date ?? message.date } };
}

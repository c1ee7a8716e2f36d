import type { InlineKeyboardButton, Message } from 'grammy/types';
import { messageFor, wordsOf } from './messages.ts';
import type { SeenButton, SeenMessage, SeenPhoto } from './phone.ts';
import type { Content, Resident, Room, Stored } from './world.ts';

/** A message as it stands on this person's screen. */
export function seenBy({ user }: Resident, message: Stored): SeenMessage {
  const { id, from, content, album, replyTo, revision } = message;
  const photo = photoOf(content);
  return {
    ...{ id, revision, from: from.first_name, isMine: from.id === user.id },
    ...{ text: labelOf(content), entities: wordsOf(content).entities },
    buttons: message.buttons.map((row) => row.map(seenButton)),
    // New buttons alone do not mark a message as edited, for those who read it; any change counts here.
    isEdited: message.editDate !== undefined,
    date: new Date(message.date * 1_000),
    ...(photo && { photo }),
    ...(album !== undefined && { album }),
    ...(replyTo && { replyTo: replyTo.id }),
    raw: rawOf(message),
  };
}

function rawOf(message: Stored): Message {
  const [bot] = message.room.bots;
  if (!bot) throw new Error('There is no bot in this chat to see the message as.');
  return messageFor(bot, message);
}

function photoOf(content: Content): SeenPhoto | undefined {
  if (content.is !== 'photo') return undefined;
  const largest = content.picture.sizes.at(-1);
  return largest && { width: largest.width, height: largest.height, bytes: largest.file.bytes };
}

/** The words, or what a phone writes for what has none. */
function labelOf(content: Content): string {
  switch (content.is) {
    case 'contact':
      return `${content.firstName} ${content.phone}`;
    case 'location':
      return `${content.latitude}, ${content.longitude}`;
    case 'invoice':
      return `${content.invoice.title}\n${content.invoice.description}`;
    case 'payment':
      return `paid ${content.payment.total} ${content.payment.currency}`;
    case 'joined':
    case 'left':
      return `${content.who.first_name} ${content.is}`;
    case 'upgraded':
      return 'upgraded to a supergroup';
    case 'sticker':
      return content.emoji;
    default:
      return content.text;
  }
}

function seenButton(button: InlineKeyboardButton): SeenButton {
  const { text: label, style } = button;
  return { label, ...(style && { style }), ...deedOf(button) };
}

function deedOf(button: InlineKeyboardButton): Pick<SeenButton, 'does' | 'value'> {
  if ('callback_data' in button) return { does: 'tap', value: button.callback_data };
  if ('url' in button) return { does: 'link', value: button.url };
  if ('web_app' in button) return { does: 'link', value: button.web_app.url };
  if ('login_url' in button) return { does: 'link', value: button.login_url.url };
  if ('copy_text' in button) return { does: 'copy', value: button.copy_text.text };
  if ('pay' in button) return { does: 'pay', value: '' };
  if ('switch_inline_query' in button) return { does: 'inline', value: button.switch_inline_query };
  if ('switch_inline_query_current_chat' in button) {
    return { does: 'inline', value: button.switch_inline_query_current_chat };
  }
  return { does: 'nothing', value: '' };
}

const KINDS: Partial<Record<Content['is'], string>> = {
  photo: '🖼 ',
  document: '📎 ',
  voice: '🎤 ',
  contact: '👤 ',
  location: '📍 ',
  invoice: '🧾 ',
};

const SHOWN = 12;
const WIDTH = 72;

/** Draws the last messages: the others' on the left, own ones on the right, buttons in brackets. */
export function drawn({ user }: Resident, room: Room): string {
  const lines = room.log.slice(-SHOWN).flatMap((message) => drawnMessage(user.id, message));
  const keyboard = room.keyboards.get(user.id)?.keyboard ?? [];
  const labels = keyboard.map((row) =>
    row.map((key) => `(${typeof key === 'string' ? key : key.text})`).join(' '),
  );
  const partner = room.type === 'private' ? `@${room.bots[0]?.username}` : room.title;
  return [
    `┌─ ${user.first_name}'s phone: ${partner}${room.isBlocked ? ' (blocked)' : ''}`,
    ...(lines.length > 0 ? lines : ['(nothing was said)']).map((line) => `│ ${line}`),
    ...(room.isTyping ? ['│ typing…'] : []),
    ...labels.map((line) => `│ ${line}`),
    '└─',
  ].join('\n');
}

function drawnMessage(me: number, message: Stored): string[] {
  const { id, from, content, editDate } = message;
  const edited = editDate === undefined ? '' : ' (edited)';
  const [first = '', ...rest] = `${KINDS[content.is] ?? ''}${labelOf(content)}`.split('\n');
  const said = [`#${id} ${from.first_name}${edited}: ${first}`, ...rest.map((line) => `   ${line}`)];
  const buttons = message.buttons.map((row) => `   ${row.map(({ text }) => `[${text}]`).join(' ')}`);
  return [...said, ...buttons].map((line) => (from.id === me ? line.padStart(WIDTH) : line));
}

import type { InlineKeyboardButton } from 'grammy/types';
import type { Account, TapAnswer } from './account.ts';
import type { Chat } from './interface.ts';
import { messageFor } from './messages.ts';
import { WITHIN_MS } from './patience.ts';
import type { SeenMessage, Tapped } from './phone.ts';
import { drawn } from './seen.ts';
import { storedOf } from './speaking.ts';
import type { Resident, Room, Stored } from './world.ts';

export type Tapping = Pick<Chat, 'taps' | 'tapsQuickly' | 'tapsForged'>;

interface Button {
  readonly message: Stored;
  readonly button: InlineKeyboardButton;
}

/** The buttons with a fitting label under the first of these messages that has any. */
function firstWith(messages: readonly Stored[], fits: (label: string) => boolean): Button[] {
  for (const message of messages) {
    const fitting = message.buttons.flat().filter(({ text }) => fits(text));
    if (fitting.length > 0) return fitting.map((button) => ({ message, button }));
  }
  return [];
}

/** How a person taps the buttons under messages. */
export function tapping(room: Room, person: Resident): Tapping {
  const find = (label: string, on?: SeenMessage): Button => {
    const candidates = on ? [storedOf(room, on)] : room.log.toReversed();
    const [exact] = firstWith(candidates, (text) => text === label);
    if (exact) return exact;
    const [similar, other] = firstWith(candidates, (text) => text.includes(label));
    if (similar && !other) return similar;
    const why = similar ? `More than one button like "${label}"` : `No button "${label}" to be seen`;
    const labels = candidates.flatMap(({ buttons }) => buttons.flat()).map(({ text }) => `[${text}]`);
    throw new Error(`${why}; there are: ${labels.join(' ') || 'none'}.\n${drawn(person, room)}`);
  };

  /** Tells the bot, and the id under which it will answer. */
  const press = (message: Stored, data: string): { bot: Account; id: string } => {
    const bot = room.bots.find(({ id }) => id === message.from.id || id === message.viaBot?.id);
    if (!bot) throw new Error(`The bot that sent message ${message.id} is not in this chat.`);
    const id = bot.taps.open();
    const origin = message.viaBot
      ? { inline_message_id: `inline_${room.id}_${message.id}` }
      : { message: messageFor(bot, message) };
    const chat_instance = String(room.id * 7);
    bot.queue.push({ callback_query: { id, from: person.user, chat_instance, data, ...origin } }, room.id);
    return { bot, id };
  };

  const pressAndWait = async (
    message: Stored,
    data: string,
    label: string,
    within = WITHIN_MS,
  ): Promise<Tapped> => {
    const { bot, id } = press(message, data);
    const answer = await bot.taps.answered(id, within);
    if (!answer) {
      throw new Error(
        `@${bot.username} left the tap on "${label}" unanswered for ${within} ms.\n${drawn(person, room)}`,
      );
    }
    return tappedOf(answer);
  };

  return {
    async taps(label, { on, within } = {}) {
      const { message, button } = find(label, on);
      if ('callback_data' in button) return pressAndWait(message, button.callback_data, label, within);
      if ('url' in button) return { opened: button.url };
      if ('web_app' in button) return { opened: button.web_app.url };
      if ('copy_text' in button) return { copied: button.copy_text.text };
      if ('switch_inline_query_current_chat' in button) {
        return { typed: `@${room.bots[0]?.username} ${button.switch_inline_query_current_chat}` };
      }
      if ('disabled' in button) return {};
      throw new Error(`"${label}" is no button to tap: ${JSON.stringify(button)}`);
    },
    tapsQuickly(label, { on } = {}) {
      const { message, button } = find(label, on);
      if (!('callback_data' in button)) throw new Error(`"${label}" tells the bot nothing.`);
      press(message, button.callback_data);
    },
    tapsForged: async (data, on, within) => pressAndWait(storedOf(room, on), data, data, within),
  };
}

function tappedOf({ text, isAlert, url }: TapAnswer): Tapped {
  return {
    ...(text !== undefined && (isAlert ? { alert: text } : { toast: text })),
    ...(url !== undefined && { opened: url }),
  };
}

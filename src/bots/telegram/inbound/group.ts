import type { Locale } from '../../../chat/dsl/event.ts';
import { parseLocale } from '../../../chat/dsl/event.ts';
import { type DecodedMessage, parseUpdate } from './update.ts';

/** A command or mention in a group. */
export interface GroupMention {
  readonly chat: number;
  readonly message: number;
  readonly locale: Locale;
}

/** The answer in groups: one sentence, and the label of the button that opens the shop. */
export interface GroupAnswer {
  readonly html: string;
  readonly button: string;
}

/** A command or a mention of `username` in a group; everything else there is ignored and not stored. */
export function findGroupMention(
  update: unknown,
  username: string,
  fallback: Locale,
): GroupMention | undefined {
  const message = parseUpdate(update)?.message;
  if (!message?.chat.type.endsWith('group') || message.from?.is_bot) return undefined;
  if (!isAddressed(message, username.toLowerCase())) return undefined;
  const locale = parseLocale(message.from?.language_code, fallback);
  return { chat: message.chat.id, message: message.message_id, locale };
}

function isAddressed({ text = '', entities = [] }: DecodedMessage, username: string): boolean {
  return entities.some(({ type, offset, length }) => {
    const [word = '', addressee] = text
      .slice(offset, offset + length)
      .toLowerCase()
      .split('@');
    if (type === 'bot_command') return offset === 0 && (addressee === undefined || addressee === username);
    return type === 'mention' && word === '' && addressee === username;
  });
}

/**
 * What both frameworks' `sendMessage` takes as its last argument. The answer links to the private chat and tells
 * nothing else.
 */
export const groupReply = ({ message }: GroupMention, { button }: GroupAnswer, username: string) => ({
  parse_mode: 'HTML' as const,
  reply_parameters: { message_id: message, allow_sending_without_reply: true },
  reply_markup: { inline_keyboard: [[{ text: button, url: `https://t.me/${username}` }]] },
});

import type { Call, Played } from './scripted.ts';

export const token = '123456:SECRET-PART';
const me = { id: 123456, is_bot: true, first_name: 'Walnut', username: 'walnut_bot' };

const hua = { id: 42, is_bot: false, first_name: 'Hua', language_code: 'en' };
const date = 1_795_000_000;

/** Words in Hua's private chat. */
export const text = (update_id: number, words: string) => ({
  update_id,
  message: {
    message_id: update_id,
    date,
    chat: { id: 42, type: 'private', first_name: 'Hua' },
    from: hua,
    text: words,
  },
});

/** A command in the village's group. */
export const inGroup = (update_id: number, command: string) => ({
  update_id,
  message: {
    message_id: 77,
    date,
    chat: { id: -100, type: 'supergroup', title: 'Village' },
    from: hua,
    text: command,
    entities: [{ type: 'bot_command', offset: 0, length: command.length }],
  },
});

export const inlineQuery = (update_id: number, query: string) => ({
  update_id,
  inline_query: { id: 'iq1', from: hua, query, offset: '' },
});

/** A tap under a message that the bot left in somebody else's chat. */
export const strayTap = (update_id: number) => ({
  update_id,
  callback_query: { id: 'cq1', from: hua, chat_instance: 'x', inline_message_id: 'im1', data: 'home' },
});

/** Answers a bot's calls; `updates` says what a poll brings. */
export const telegram =
  (updates: (call: Call) => Played | Promise<Played> = silence) =>
  (call: Call): Played | Promise<Played> => {
    if (call.method === 'getMe') return { result: me };
    return call.method === 'getUpdates' ? updates(call) : { result: true };
  };

/** A poll that brings nothing, after a while. */
export const silence = () => new Promise<Played>((resolve) => setTimeout(resolve, 30, { result: [] }));

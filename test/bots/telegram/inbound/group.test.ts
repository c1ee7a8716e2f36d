import { describe, expect, it } from 'vitest';
import { findGroupMention } from '../../../../src/bots/telegram/inbound/group.ts';

const entity = (type: string, text: string, part: string) => ({
  type,
  offset: text.indexOf(part),
  length: part.length,
});

const inGroup = (text: string, type: string, part: string, more: object = {}) => ({
  update_id: 1,
  message: {
    message_id: 9,
    chat: { id: -100, type: 'supergroup' },
    from: { id: 42, first_name: 'Hua', language_code: 'en' },
    date: 1,
    text,
    entities: [entity(type, text, part)],
    ...more,
  },
});

const called = (update: unknown) => findGroupMention(update, 'Walnut_bot', 'zh') !== undefined;

describe('in a group', () => {
  it('the bot is spoken to by a command or by its name', () => {
    expect(called(inGroup('/orders', 'bot_command', '/orders'))).toBe(true);
    expect(called(inGroup('/orders@walnut_bot now', 'bot_command', '/orders@walnut_bot'))).toBe(true);
    expect(called(inGroup('hey @WALNUT_bot, hi', 'mention', '@WALNUT_bot'))).toBe(true);
  });

  it('everything else is not for it', () => {
    expect(called(inGroup('/orders@other_bot', 'bot_command', '/orders@other_bot'))).toBe(false);
    expect(called(inGroup('I like @hua', 'mention', '@hua'))).toBe(false);
    expect(called(inGroup('try /orders', 'bot_command', '/orders'))).toBe(false);
    expect(called(inGroup('walnuts!', 'bold', 'walnuts'))).toBe(false);
    expect(called(inGroup('/orders', 'bot_command', '/orders', { chat: { id: 42, type: 'private' } }))).toBe(
      false,
    );
  });

  it("the answer is in the speaker's language", () => {
    expect(findGroupMention(inGroup('/orders', 'bot_command', '/orders'), 'walnut_bot', 'zh')).toEqual({
      chat: -100,
      message: 9,
      locale: 'en',
    });
  });
});

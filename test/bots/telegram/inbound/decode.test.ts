import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../../src/bots/telegram/inbound/decode.ts';

const now = new Date('2026-11-20T08:00:00Z');
const hua = { id: 42, is_bot: false, first_name: '华', last_name: '李', language_code: 'zh-hans' };
const chat = { id: 42, type: 'private', first_name: '华' };
const date = 1_795_000_000;

const sent = (content: object) => ({
  update_id: 7,
  message: { message_id: 3, chat, from: hua, date, ...content },
});
const read = (update: unknown) => decode('telegram-buyer', update, now);
const bodyOf = (update: unknown) => read(update)?.body;

describe('a message in a private chat', () => {
  it('becomes an event with the address, order and time that Telegram gives it', () => {
    expect(read(sent({ text: '核桃5斤' }))).toEqual({
      channel: 'telegram-buyer',
      address: '42',
      key: 'u7',
      seq: 7n,
      at: new Date(date * 1_000),
      from: { name: '华 李', language: 'zh-hans', telegramId: '42' },
      body: { is: 'text', text: '核桃5斤' },
    });
  });

  it.each([
    ['/start', { is: 'command', name: 'start', rest: '' }],
    ['/start p_abc', { is: 'command', name: 'start', rest: 'p_abc' }],
    ['/Orders@walnut_bot', { is: 'command', name: 'orders', rest: '' }],
    ['/find@walnut_bot  red  dates\n5 kg ', { is: 'command', name: 'find', rest: 'red  dates\n5 kg' }],
    ['/核桃', { is: 'text', text: '/核桃' }],
    ['1/2 斤', { is: 'text', text: '1/2 斤' }],
  ])('reads %j', (text, body) => {
    expect(bodyOf(sent({ text }))).toEqual(body);
  });

  it('keeps the largest size of a photo, its caption and its album', () => {
    const photo = [
      { file_id: 'small', width: 90, height: 60 },
      { file_id: 'large', width: 1280, height: 853 },
      { file_id: 'middle', width: 320, height: 213 },
    ];
    expect(bodyOf(sent({ photo }))).toEqual({ is: 'photos', files: [{ fileId: 'large' }], caption: '' });
    expect(bodyOf(sent({ photo, caption: '核桃 15元一斤', media_group_id: 'g1' }))).toEqual({
      is: 'photos',
      files: [{ fileId: 'large' }],
      caption: '核桃 15元一斤',
      album: 'g1',
    });
  });

  it.each([
    [{ text: '/search a\0b' }, { is: 'command', name: 'search', rest: 'ab' }],
    [{ text: '核\0桃\ud83d' }, { is: 'text', text: '核桃\ufffd' }],
    [
      { contact: { phone_number: '+86\x00139', first_name: 'L\0i' } },
      { is: 'contact', name: 'Li', phone: '+86139' },
    ],
    [
      { photo: [{ file_id: 'f\0', width: 1, height: 1 }], caption: '\0a' },
      { is: 'photos', files: [{ fileId: 'f' }], caption: 'a' },
    ],
  ])('loses the signs that no table can hold: %j', (content, body) => {
    expect(bodyOf(sent(content))).toEqual(body);
    const from = { ...hua, first_name: '华\0\ud800' };
    expect(read({ update_id: 7, message: { message_id: 3, chat, from, date, text: 'a' } })?.from.name).toBe(
      '华\ufffd 李',
    );
  });

  it.each([1e15, -1e12, 9_007_199_254_740_991])('of an impossible time (%d) has come now', (impossible) => {
    expect(read(sent({ date: impossible, text: 'hi' }))?.at).toEqual(now);
  });

  it('may be a voice, a contact or a place', () => {
    expect(bodyOf(sent({ voice: { file_id: 'v', duration: 4 } }))).toEqual({
      is: 'voice',
      file: { fileId: 'v' },
      seconds: 4,
    });
    expect(
      bodyOf(sent({ contact: { phone_number: '+8613800000000', first_name: '李', last_name: '华' } })),
    ).toEqual({ is: 'contact', name: '李 华', phone: '+8613800000000' });
    expect(bodyOf(sent({ location: { latitude: 37.5, longitude: 112.25 }, venue: {} }))).toEqual({
      is: 'location',
      latitude: 37.5,
      longitude: 112.25,
    });
  });

  it('names what nobody here can read, so that it is answered', () => {
    expect(bodyOf(sent({ sticker: { file_id: 's' } }))).toEqual({ is: 'unsupported', what: 'sticker' });
    expect(bodyOf(sent({ animation: {}, document: {} }))).toEqual({ is: 'unsupported', what: 'animation' });
    expect(bodyOf(sent({ document: {} }))).toEqual({ is: 'unsupported', what: 'document' });
    expect(bodyOf(sent({ hologram: {} }))).toEqual({ is: 'unsupported', what: 'other' });
  });

  it('is a photo where a picture was sent as a file', () => {
    const document = { file_id: 'd', mime_type: 'image/png' };
    expect(bodyOf(sent({ document, caption: 'half of it rotten', media_group_id: 'g' }))).toEqual({
      is: 'photos',
      files: [{ fileId: 'd' }],
      caption: 'half of it rotten',
      album: 'g',
    });
    expect(bodyOf(sent({ animation: {}, document: { ...document, mime_type: 'image/gif' } }))).toEqual({
      is: 'unsupported',
      what: 'animation',
    });
  });

  it('is the words that stand under a video or a file', () => {
    expect(bodyOf(sent({ video: {}, caption: ' 核桃5斤 ' }))).toEqual({
      is: 'text',
      text: '核桃5斤',
      under: 'video',
    });
    expect(bodyOf(sent({ document: { mime_type: 'application/pdf' }, caption: 'list' }))).toEqual({
      is: 'text',
      text: 'list',
      under: 'document',
    });
  });

  it('is nothing when Telegram itself or a bot speaks', () => {
    expect(read(sent({ pinned_message: {} }))).toBeUndefined();
    expect(read(sent({ text: 'hi', from: { ...hua, is_bot: true } }))).toBeUndefined();
    expect(
      read(sent({ text: 'Walnuts', via_bot: { id: 1, is_bot: true, first_name: 'W' } })),
    ).toBeUndefined();
  });
});

describe('the other deeds', () => {
  const tap = (content: object) => ({
    update_id: 8,
    callback_query: { id: 'q1', from: hua, chat_instance: 'x', data: 'home', ...content },
  });

  it('reads a tap with the message it is under, even one too old to be read', () => {
    const body = { is: 'tap', action: 'home', message: '3', query: 'q1' };
    expect(read(tap({ message: { message_id: 3, chat, date, text: 'menu' } }))).toMatchObject({
      at: now,
      body,
    });
    expect(bodyOf(tap({ message: { message_id: 3, chat, date: 0 } }))).toEqual(body);
    const elsewhere = { message_id: 3, chat: { id: 43, type: 'private', first_name: 'Li' }, date };
    // Whoever taps acts for themselves, whatever chat the message is in.
    expect(read(tap({ message: elsewhere }))).toMatchObject({ address: '42', from: { telegramId: '42' } });
    expect(bodyOf(tap({ message: elsewhere }))).toEqual({ is: 'tap', action: 'home', query: 'q1' });
    expect(read(tap({ inline_message_id: 'i' }))).toBeUndefined();
    expect(
      read(tap({ message: { message_id: 3, chat: { id: -5, type: 'group' }, date: 0 } })),
    ).toBeUndefined();
  });

  it('reads changed words at the time of the change, and lets a live location be', () => {
    const edit = (content: object) => ({
      update_id: 9,
      edited_message: { message_id: 3, chat, from: hua, date, edit_date: date + 60, ...content },
    });
    expect(read(edit({ text: '6斤' }))).toMatchObject({
      at: new Date((date + 60) * 1_000),
      body: { is: 'edited', text: '6斤' },
    });
    expect(bodyOf(edit({ photo: [], caption: '16元' }))).toEqual({ is: 'edited', text: '16元' });
    expect(read(edit({ location: { latitude: 1, longitude: 2 } }))).toBeUndefined();
  });

  it('hears who blocked the bot and who came back, in private chats alone', () => {
    const change = (status: string, where: object = chat) => ({
      update_id: 10,
      my_chat_member: { chat: where, from: hua, date, new_chat_member: { status } },
    });
    expect(bodyOf(change('kicked'))).toEqual({ is: 'left' });
    expect(bodyOf(change('member'))).toEqual({ is: 'returned' });
    expect(read(change('member', { id: -5, type: 'supergroup' }))).toBeUndefined();
  });

  it('hears nothing in groups and channels', () => {
    expect(read(sent({ text: '/orders', chat: { id: -5, type: 'group' } }))).toBeUndefined();
    expect(read({ update_id: 1, channel_post: { text: 'x' } })).toBeUndefined();
    expect(
      read({ update_id: 1, inline_query: { id: 'i', from: hua, query: '', offset: '' } }),
    ).toBeUndefined();
  });
});

it('never throws, whatever comes', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (a, b) => {
      for (const update of [
        a,
        sent({ text: a }),
        { update_id: 1, callback_query: a },
        { update_id: b, message: a },
      ])
        read(update);
    }),
  );
});

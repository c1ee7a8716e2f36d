import { Bot, InlineKeyboard, InputFile } from 'grammy';
import { Telegraf } from 'telegraf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawnPhoto } from './files.ts';
import type { BotAccount, PrivateChat, Telegram } from './interface.ts';
import { rawly } from './raw.ts';
import { startTelegram } from './telegram.ts';

let telegram: Telegram;
let account: BotAccount;
let chat: PrivateChat;

beforeEach(async () => {
  telegram = await startTelegram();
  account = telegram.bot({ username: 'walnut_bot', first_name: 'Walnut' });
  chat = telegram.person({ first_name: 'Wang', language_code: 'zh' }).chatWith(account);
});
afterEach(() => telegram.stop());

const grammy = () => new Bot(account.token, { client: { apiRoot: telegram.root } });
const telegraf = () => new Telegraf(account.token, { telegram: { apiRoot: telegram.root } });

/** Starts polling, tests, and stops again: grammY confirms its last update as it stops. */
async function running<T>(bot: Bot, test: () => Promise<T>): Promise<T> {
  const stopped = bot.start();
  try {
    return await test();
  } finally {
    await bot.stop();
    await stopped;
  }
}

describe('grammY, polling,', () => {
  it('talks with a person: commands, deep links, buttons, toasts and edits', async () => {
    const bot = grammy();
    bot.command('start', (ctx) =>
      ctx.reply(`Hello <b>${ctx.from?.first_name}</b>, ${ctx.match || 'no payload'}`, {
        parse_mode: 'HTML',
        reply_markup: new InlineKeyboard()
          .text('5斤', 'take:5')
          .success()
          .row()
          .url('Site', 'https://a.example/'),
      }),
    );
    bot.callbackQuery('take:5', async (ctx) => {
      await ctx.editMessageText('Taken');
      await ctx.answerCallbackQuery({ text: 'Noted' });
    });
    await running(bot, async () => {
      chat.starts('p_12');
      const greeting = await chat.waitsFor('Hello Wang, p_12');
      expect(greeting.entities).toEqual([{ type: 'bold', offset: 6, length: 4 }]);
      expect(chat.buttons()).toEqual([['5斤'], ['Site']]);
      expect(greeting.buttons[0]?.[0]).toEqual({
        label: '5斤',
        does: 'tap',
        value: 'take:5',
        style: 'success',
      });
      expect(await chat.taps('Site')).toEqual({ opened: 'https://a.example/' });
      expect(await chat.taps('5斤')).toEqual({ toast: 'Noted' });
      expect(chat.last()).toMatchObject({ id: greeting.id, text: 'Taken', isEdited: true, buttons: [] });
      await expect(chat.taps('5斤')).rejects.toThrow('No button "5斤" to be seen; there are: none.');
    });
    expect(account.pending()).toEqual([]);
    expect(account.calls('answerCallbackQuery')).toHaveLength(1);
  });

  it('sends photos by bytes and by file id, and turns a text into a photo', async () => {
    const { api } = grammy();
    chat.starts();
    const bytes = await drawnPhoto('#884400', 1_600, 1_200);
    const sent = await api.sendPhoto(chat.id, new InputFile(bytes, 'a.jpg'), { caption: '核桃' });
    expect(sent.photo.map(({ width, height }) => [width, height])).toEqual([
      [90, 68],
      [320, 240],
      [800, 600],
      [1_280, 960],
    ]);
    expect(chat.last()).toMatchObject({ text: '核桃', photo: { width: 1_280, height: 960 } });
    const largest = sent.photo.at(-1)?.file_id ?? '';
    await api.sendPhoto(chat.id, largest);
    expect(chat.messages()).toHaveLength(3);
    const text = await api.sendMessage(chat.id, 'A text');
    await api.editMessageMedia(chat.id, text.message_id, {
      type: 'photo',
      media: largest,
      caption: 'Now a photo',
    });
    expect(chat.last()).toMatchObject({ text: 'Now a photo', photo: { width: 1_280 } });
    await expect(api.editMessageText(chat.id, text.message_id, 'Back')).rejects.toThrow(
      'there is no text in the message to edit',
    );
    const other = telegram.bot();
    telegram.person().chatWith(other).starts();
    const refused = await rawly(telegram, other)('sendPhoto', { chat_id: 5_000_002, photo: largest });
    expect(refused.description).toBe('Bad Request: wrong file identifier/HTTP URL specified');
  });

  it('sends albums of two to ten', async () => {
    const { api } = grammy();
    chat.starts();
    const photos = await Promise.all(['red', 'green', 'blue'].map((colour) => drawnPhoto(colour)));
    const media = photos.map((bytes) => ({ type: 'photo' as const, media: new InputFile(bytes) }));
    await api.sendMediaGroup(chat.id, media);
    expect(new Set(chat.heard().map(({ album }) => album)).size).toBe(1);
    expect(chat.heard().map(({ photo }) => photo?.width)).toEqual([400, 400, 400]);
    await expect(api.sendMediaGroup(chat.id, media.slice(0, 1))).rejects.toThrow('too few');
  });

  it('fetches what a person sends', async () => {
    const bot = grammy();
    const sizes: number[] = [];
    bot.on('message:photo', async (ctx) => {
      const { file_path, file_size } = await ctx.getFile();
      const response = await fetch(`${telegram.root}/file/bot${account.token}/${file_path}`);
      sizes.push((await response.arrayBuffer()).byteLength, file_size ?? 0);
      await ctx.reply(`got ${ctx.message.caption}`);
    });
    await running(bot, async () => {
      await chat.sendsPhoto({ bytes: await drawnPhoto('#123456'), caption: '核桃 15元一斤' });
      await chat.waitsFor('got 核桃 15元一斤');
    });
    expect(sizes[0]).toBeGreaterThan(100);
    expect(sizes[0]).toBe(sizes[1]);
  });

  it('gets an album as separate updates, in the order that the network likes', async () => {
    await chat.sendsAlbum([{}, {}, {}], '三张', { order: [2, 0, 1] });
    const messages = account.updates().flatMap(({ message }) => message ?? []);
    expect(messages.map(({ message_id }) => message_id)).toEqual([3, 1, 2]);
    expect(new Set(messages.map(({ media_group_id }) => media_group_id)).size).toBe(1);
    expect(messages.map(({ caption }) => caption)).toEqual([undefined, '三张', undefined]);
  });
});

describe('Telegraf, polling,', () => {
  it('talks with a person, and asks for a contact with a key', async () => {
    const bot = telegraf();
    bot.start((ctx) =>
      ctx.reply('Your number?', { reply_markup: { keyboard: [[{ text: 'Share', request_contact: true }]] } }),
    );
    bot.on('contact', async (ctx) => {
      await ctx.reply(`Thanks, ${ctx.message.contact.phone_number}`, {
        reply_markup: { remove_keyboard: true },
      });
    });
    const stopped = bot.launch();
    chat.starts();
    await chat.waitsFor('Your number?');
    expect(chat.keyboard()).toEqual([['Share']]);
    chat.tapsReply('Share');
    await chat.waitsFor('Thanks, +8613900000000');
    expect(chat.keyboard()).toEqual([]);
    await chat.settles({ quietMs: 20 });
    bot.stop();
    await stopped;
  });

  it('uploads a photo from bytes', async () => {
    const bot = telegraf();
    chat.starts();
    await bot.telegram.sendPhoto(chat.id, { source: Buffer.from(await drawnPhoto()), filename: 'a.jpg' });
    expect(chat.last().photo).toMatchObject({ width: 400, height: 300 });
  });
});

describe('A poll', () => {
  const poll = (params: object) => rawly(telegram, account)('getUpdates', params);
  const ids = (answered: { result?: unknown }) =>
    Array.isArray(answered.result) ? answered.result.map(({ update_id }) => update_id) : [];

  it('brings the same again until a higher offset is asked for', async () => {
    for (const text of ['1', '2', '3']) chat.says(text);
    const [first, second, third] = account.updates().map(({ update_id }) => update_id);
    expect(ids(await poll({ limit: 2 }))).toEqual([first, second]);
    expect(ids(await poll({ limit: 2 }))).toEqual([first, second]);
    expect(ids(await poll({ offset: third }))).toEqual([third]);
    expect(ids(await poll({ offset: -1 }))).toEqual([third]);
    expect(ids(await poll({ offset: (third ?? 0) + 1 }))).toEqual([]);
    expect(account.pending()).toEqual([]);
  });

  it('waits for an update, and for no longer than it said', async () => {
    const waiting = poll({ timeout: 10 });
    await expect.poll(() => telegram.calls('getUpdates')).toHaveLength(1);
    chat.says('now');
    expect(ids(await waiting)).toHaveLength(1);
  });

  it('is ended by the next one, and is impossible beside a webhook', async () => {
    const first = poll({ timeout: 10 });
    await expect.poll(() => telegram.calls('getUpdates')).toHaveLength(1);
    const second = poll({ timeout: 10 });
    expect(await first).toMatchObject({
      error_code: 409,
      description: expect.stringContaining('terminated by other getUpdates'),
    });
    await rawly(telegram, account)('setWebhook', { url: 'https://shop.example/hook' });
    expect((await second).description).toBe('Conflict: terminated by setWebhook request');
    expect((await poll({})).description).toContain("can't use getUpdates method while webhook is active");
  });

  it('brings only the kinds that were asked for, from then on', async () => {
    await poll({ allowed_updates: ['callback_query'] });
    chat.says('unheard');
    expect(account.updates()).toEqual([]);
    await poll({});
    chat.says('unheard too');
    expect(account.updates()).toEqual([]);
    await poll({ allowed_updates: [] });
    chat.says('heard');
    expect(account.updates()).toHaveLength(1);
  });

  it('brings an update again when a test says so', async () => {
    chat.says('once');
    const [update] = account.updates();
    if (!update) throw new Error('There is one.');
    const next = update.update_id + 1;
    expect(ids(await poll({ offset: next }))).toEqual([]);
    account.redeliver(update);
    expect(ids(await poll({ offset: next }))).toEqual([update.update_id]);
    expect(ids(await poll({ offset: next }))).toEqual([]);
  });
});

it('brings everything twice if it is told to', async () => {
  await using twice = await startTelegram({ deliverTwice: true });
  const bot = twice.bot();
  const person = twice.person().chatWith(bot);
  const seen: string[] = [];
  const framework = new Bot(bot.token, { client: { apiRoot: twice.root } });
  framework.on('message:text', (ctx) => void seen.push(ctx.message.text));
  const stopped = framework.start();
  person.says('one');
  person.says('two');
  await bot.idle();
  await framework.stop();
  await stopped;
  expect(seen.toSorted()).toEqual(['one', 'one', 'two', 'two']);
});

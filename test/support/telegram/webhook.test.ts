import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { Bot, webhookCallback } from 'grammy';
import type { Update } from 'grammy/types';
import { Telegraf } from 'telegraf';
import { afterEach, describe, expect, it } from 'vitest';
import type { BotAccount, Telegram, TelegramOptions } from './interface.ts';
import { rawly } from './raw.ts';
import { startTelegram } from './telegram.ts';

const ended: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0)) await end();
});

async function telegramWith(options?: TelegramOptions): Promise<{ telegram: Telegram; account: BotAccount }> {
  const telegram = await startTelegram(options);
  ended.push(telegram.stop);
  return { telegram, account: telegram.bot({ username: 'walnut_bot' }) };
}

/** Serves a webhook and tells its URL. */
async function served(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ended.unshift(async () => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`;
}

/** A webhook that does with each update as the test says, and answers with the status it gets back. */
const taking = (take: (update: Update, secret: unknown) => number | Promise<number>) =>
  served(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const update: Update = JSON.parse(Buffer.concat(chunks).toString());
    response.statusCode = await take(update, request.headers['x-telegram-bot-api-secret-token']);
    response.end();
  });

const textOf = ({ message }: Update): string => message?.text ?? '';

/** A moment in which other things can happen. */
const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

describe('a webhook', () => {
  it('brings updates to grammY, with the secret', async () => {
    const { telegram, account } = await telegramWith();
    const bot = new Bot(account.token, { client: { apiRoot: telegram.root } });
    bot.on('message:text', (ctx) => ctx.reply(`heard ${ctx.message.text}`));
    const url = await served(webhookCallback(bot, 'http', { secretToken: 'a-secret' }));
    const chat = telegram.person().chatWith(account);
    chat.says('before');
    await bot.api.setWebhook(url, { secret_token: 'a-secret' });
    chat.says('after');
    await chat.waitsFor('heard after');
    expect(chat.heard().map(({ text }) => text)).toEqual(['heard before', 'heard after']);
    expect(await bot.api.getWebhookInfo()).toMatchObject({ url, max_connections: 40 });
    await account.idle();
  });

  it('brings updates to Telegraf, and does what it answers with', async () => {
    const { telegram, account } = await telegramWith();
    const bot = new Telegraf(account.token, { telegram: { apiRoot: telegram.root } });
    bot.on('callback_query', (ctx) => ctx.answerCbQuery('by reply'));
    bot.start((ctx) =>
      ctx.reply('Hi', { reply_markup: { inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] } }),
    );
    const url = await served(bot.webhookCallback('/hook', { secretToken: 's' }));
    await bot.telegram.setWebhook(url, { secret_token: 's' });
    const chat = telegram.person().chatWith(account);
    chat.starts();
    await chat.waitsFor('Hi');
    expect(await chat.taps('A')).toEqual({ toast: 'by reply' });
  });

  it('keeps the order within a chat while chats go side by side, and no more than allowed', async () => {
    const { telegram, account } = await telegramWith();
    const seen: string[] = [];
    const busy: (number | undefined)[] = [];
    const overlaps: (number | undefined)[] = [];
    let most = 0;
    const url = await taking(async (update) => {
      const chat = update.message?.chat.id;
      overlaps.push(...busy.filter((other) => other === chat));
      most = Math.max(most, busy.push(chat));
      await turn();
      seen.push(textOf(update));
      busy.splice(busy.indexOf(chat), 1);
      return 200;
    });
    await rawly(telegram, account)('setWebhook', { url, max_connections: 3 });
    const chats = Array.from({ length: 5 }, () => telegram.person().chatWith(account));
    for (const chat of chats) for (const n of [1, 2, 3]) chat.says(`${chat.id}/${n}`);
    await account.idle();
    expect(most).toBe(3);
    expect(overlaps).toEqual([]);
    for (const { id } of chats) {
      expect(seen.filter((text) => text.startsWith(`${id}/`))).toEqual([1, 2, 3].map((n) => `${id}/${n}`));
    }
  });

  it('comes again after an error and after a time-out, and holds back what follows', async () => {
    const { telegram, account } = await telegramWith({ webhook: { timeoutMs: 100, firstRetryMs: 5 } });
    const seen: string[] = [];
    const url = await taking(async (update) => {
      seen.push(textOf(update));
      if (seen.length === 1) return 500;
      return seen.length === 2 ? new Promise<number>(() => {}) : 200;
    });
    await rawly(telegram, account)('setWebhook', { url });
    const chat = telegram.person().chatWith(account);
    chat.says('one');
    chat.says('two');
    await account.idle();
    expect(seen).toEqual(['one', 'one', 'one', 'two']);
    const { result } = await rawly(telegram, account)('getWebhookInfo');
    expect(result).toMatchObject({ pending_update_count: 0, last_error_message: expect.any(String) });
  });

  it('can storm: one chat side by side, everything twice', async () => {
    const { telegram, account } = await telegramWith({
      deliverTwice: true,
      webhook: { strictSequence: false },
    });
    const seen: string[] = [];
    let now = 0;
    let most = 0;
    const url = await taking(async (update) => {
      most = Math.max(most, ++now);
      await turn();
      seen.push(textOf(update));
      now -= 1;
      return 200;
    });
    const chat = telegram.person().chatWith(account);
    for (const n of [1, 2, 3, 4, 5]) chat.says(String(n));
    await rawly(telegram, account)('setWebhook', { url });
    await account.idle();
    expect(most).toBeGreaterThan(1);
    expect(seen.toSorted().join('')).toBe('1122334455');
  });

  it('can be set only as Telegram allows, and forgets what waits if asked to', async () => {
    const { telegram, account } = await telegramWith();
    const call = rawly(telegram, account);
    const why = async (params: object) => (await call('setWebhook', params)).description;
    expect(await why({ url: 'http://shop.example/' })).toContain('An HTTPS URL must be provided for webhook');
    expect(await why({ url: 'https://a.example/', secret_token: 'a b' })).toContain('unallowed characters');
    telegram.person().chatWith(account).says('old');
    expect(await call('getWebhookInfo')).toMatchObject({ result: { url: '', pending_update_count: 1 } });
    await call('setWebhook', {
      url: 'https://a.example/',
      drop_pending_updates: true,
      allowed_updates: ['message'],
    });
    expect(await call('getWebhookInfo')).toMatchObject({
      result: { url: 'https://a.example/', pending_update_count: 0, allowed_updates: ['message'] },
    });
    await call('deleteWebhook');
    expect(account.webhookUrl()).toBeUndefined();
  });
});

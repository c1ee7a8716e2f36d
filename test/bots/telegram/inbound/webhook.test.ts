import { describe, expect, it } from 'vitest';
import { bots, partsFor, recording } from '../recording.ts';
import { scripted } from '../scripted.ts';
import { inGroup, inlineQuery, strayTap, telegram, text, token } from '../telegram-says.ts';

const secret = 'a-secret_of-Telegram-and-us';
const webhook = { url: 'https://shop.example/telegram/bot', secret };

describe.each(bots)('%s on a webhook', (_, start) => {
  it('tells Telegram where to post, with what secret and which updates, and drops nothing', async () => {
    await using api = await scripted(telegram());
    const bot = await start(partsFor({ token, apiRoot: api.root, engine: recording(), webhook }));
    const set = api.calls.find(({ method }) => method === 'setWebhook');
    expect(set?.payload).toMatchObject({ url: webhook.url, secret_token: secret });
    expect(set?.payload.allowed_updates).toEqual(
      expect.arrayContaining(['message', 'edited_message', 'callback_query', 'my_chat_member']),
    );
    expect(set?.payload.drop_pending_updates).toBeFalsy();
    await bot.stop();
    expect(api.calls.map(({ method }) => method)).not.toContain('deleteWebhook');
    expect(api.calls.map(({ method }) => method)).not.toContain('getUpdates');
  });

  it('listens to nobody without the secret', async () => {
    await using api = await scripted(telegram());
    const engine = recording();
    const bot = await start(partsFor({ token, apiRoot: api.root, engine, webhook }));
    expect(await bot.webhook(text(1, 'hi'), undefined)).toBe(401);
    expect(await bot.webhook(text(1, 'hi'), '')).toBe(401);
    expect(await bot.webhook(text(1, 'hi'), `${secret}x`)).toBe(401);
    expect(await bot.webhook('not an update', secret)).toBe(400);
    expect(engine.batches).toEqual([]);
    expect(await bot.webhook(text(1, 'hi'), secret)).toBe(200);
    expect(engine.texts()).toEqual(['hi']);
    await bot.stop();
  });

  it('stores updates that are posted side by side in order, and says 200 only then', async () => {
    await using api = await scripted(telegram());
    let isStored = false;
    const engine = recording(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      isStored = true;
    });
    const bot = await start(partsFor({ token, apiRoot: api.root, engine, webhook }));
    const posts = [5, 2, 4, 1, 3].map(async (id) => {
      expect(await bot.webhook(text(id, String(id)), secret)).toBe(200);
      expect(isStored).toBe(true);
    });
    await Promise.all(posts);
    expect(engine.texts()).toEqual(['1', '2', '3', '4', '5']);
    expect(engine.batches).toHaveLength(1);
    await bot.stop();
  });

  it('has Telegram bring again what could not be stored', async () => {
    await using api = await scripted(telegram());
    let isDown = true;
    const engine = recording(async () => {
      if (isDown) throw new Error('the database is away');
    });
    const bot = await start(partsFor({ token, apiRoot: api.root, engine, webhook }));
    expect(await bot.webhook(text(1, 'hi'), secret)).toBe(503);
    isDown = false;
    expect(await bot.webhook(text(1, 'hi'), secret)).toBe(200);
    expect(await bot.webhook(text(1, 'hi'), secret)).toBe(200);
    expect(engine.texts()).toEqual(['hi']);
    await bot.stop();
    expect(await bot.webhook(text(2, 'too late'), secret)).toBe(503);
  });

  it('takes no updates before it knows who it is', async () => {
    let isDown = true;
    await using api = await scripted((call) => (isDown ? 'drop' : telegram()(call)));
    const bot = await start(partsFor({ token, apiRoot: api.root, engine: recording(), webhook }));
    expect(await bot.webhook(text(1, 'hi'), secret)).toBe(503);
    isDown = false;
    await expect.poll(() => bot.webhook(text(1, 'hi'), secret)).toBe(200);
    await bot.stop();
  });
});

describe.each(bots)('%s beside its conversations', (_, start) => {
  it('sets its menu for both languages and for all others, in private chats alone', async () => {
    await using api = await scripted(telegram());
    const bot = await start(partsFor({ token, apiRoot: api.root, engine: recording(), webhook }));
    const menus = api.calls
      .filter(({ method }) => method === 'setMyCommands')
      .map(({ payload }) => ({ ...payload, scope: payload.scope }));
    const zh = [{ command: 'orders', description: '我的订单' }];
    const scope = { type: 'all_private_chats' };
    expect(menus).toEqual([
      { commands: zh, scope },
      { commands: zh, scope, language_code: 'zh' },
      { commands: [{ command: 'orders', description: 'My orders' }], scope, language_code: 'en' },
    ]);
    await bot.stop();
  });

  it('answers in a group with the way to the shop and nothing else, and keeps nothing', async () => {
    await using api = await scripted(telegram());
    const engine = recording();
    const bot = await start(partsFor({ token, apiRoot: api.root, engine, webhook }));
    expect(await bot.webhook(inGroup(1, '/orders'), secret)).toBe(200);
    expect(await bot.webhook(inGroup(2, '/orders@other_bot'), secret)).toBe(200);
    await bot.stop();
    const sent = api.calls.filter(({ method }) => method === 'sendMessage');
    expect(sent.map(({ payload }) => payload)).toEqual([
      {
        chat_id: -100,
        text: 'Here I am',
        parse_mode: 'HTML',
        reply_parameters: { message_id: 77, allow_sending_without_reply: true },
        reply_markup: { inline_keyboard: [[{ text: 'Open the shop', url: 'https://t.me/walnut_bot' }]] },
      },
    ]);
    expect(engine.batches).toEqual([]);
  });

  it('ends the waiting sign of a tap that is no event', async () => {
    await using api = await scripted(telegram());
    const bot = await start(partsFor({ token, apiRoot: api.root, engine: recording(), webhook }));
    await bot.webhook(strayTap(1), secret);
    await bot.stop();
    expect(api.calls.at(-1)).toMatchObject({
      method: 'answerCallbackQuery',
      payload: { callback_query_id: 'cq1' },
    });
  });
});

describe('an inline query to the buyer bot', () => {
  const [[, start] = []] = bots;
  const asked = async (answerAsk: () => Promise<never[] | { id: string }[]>) => {
    await using api = await scripted(telegram());
    const full = async () =>
      (await answerAsk()).map(({ id }) => ({
        id,
        title: 'Walnuts',
        description: '30.00 per kg',
        html: '<b>Walnuts</b>',
        startPayload: 'p_1',
      }));
    const bot = await start?.(partsFor({ token, apiRoot: api.root, engine: recording(), webhook }), full);
    await bot?.webhook(inlineQuery(1, 'walnut'), secret);
    await bot?.stop();
    return api.calls.find(({ method }) => method === 'answerInlineQuery')?.payload;
  };

  it('is answered with things to choose, each with a button into the bot', async () => {
    expect(await asked(async () => [{ id: 'a' }])).toMatchObject({
      inline_query_id: 'iq1',
      results: [
        {
          type: 'article',
          id: 'a',
          title: 'Walnuts',
          input_message_content: { message_text: '<b>Walnuts</b>', parse_mode: 'HTML' },
          reply_markup: {
            inline_keyboard: [[{ text: 'Open the shop', url: 'https://t.me/walnut_bot?start=p_1' }]],
          },
        },
      ],
    });
  });

  it('is answered with nothing when finding fails', async () => {
    const fails = async (): Promise<never> => {
      throw new Error('the database is away');
    };
    expect(await asked(fails)).toMatchObject({ inline_query_id: 'iq1', results: [] });
  });
});

import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { RunningBot } from '../../../../src/bots/telegram/inbound/reception.ts';
import { createTelegramChannel } from '../../../../src/bots/telegram/outbound/channel.ts';
import type { EventBody } from '../../../../src/chat/dsl/event.ts';
import type { Telegram, TelegramOptions } from '../../../support/telegram/interface.ts';
import { startTelegram } from '../../../support/telegram/telegram.ts';
import { bots, partsFor, type Recording, recording } from '../recording.ts';
import { noFile, shelf } from '../shelf.ts';

const opened: Array<() => Promise<unknown>> = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

/** A Telegram with a bot on it and Wang, who has opened it. */
async function village(options?: TelegramOptions) {
  const telegram = await startTelegram(options);
  opened.push(() => telegram.stop());
  const account = telegram.bot({ username: 'walnut_bot' });
  const wang = telegram.person({ first_name: 'Wang', language_code: 'zh' });
  const chat = wang.chatWith(account);
  return { telegram, account, wang, chat };
}

const bodies = ({ batches }: Recording): EventBody[] => batches.flat().map(({ body }) => body);

/** Serves a bot's webhook as our HTTP layer does; answers its address. */
async function served(bot: () => RunningBot | undefined): Promise<string> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const header = request.headers['x-telegram-bot-api-secret-token'];
    const status = await bot()?.webhook(JSON.parse(body), typeof header === 'string' ? header : undefined);
    response.writeHead(status ?? 503).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push(async () => server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/telegram/bot`;
}

describe.each(bots)('%s', (_, start) => {
  const polling = async (
    { telegram, account }: Pick<Awaited<ReturnType<typeof village>>, 'telegram' | 'account'>,
    engine: Recording,
  ) => {
    const bot = await start(partsFor({ token: account.token, apiRoot: telegram.root, engine }));
    opened.push(() => bot.stop());
    return bot;
  };

  it('hears everything that a person can do, in order', async () => {
    const all = await village();
    const { account, chat } = all;
    const engine = recording();
    await polling(all, engine);
    chat.starts('p_123');
    const words = chat.says('核桃5斤');
    chat.edits(words, '核桃6斤');
    await chat.sendsPhoto({ caption: '核桃 15元一斤' });
    chat.sendsVoice({ seconds: 3 });
    chat.sendsSticker();
    chat.sendsDocument(Buffer.from('list'), 'list.txt');
    chat.sharesContact();
    chat.sharesLocation({ latitude: 37.5, longitude: 112.5 });
    chat.blocks();
    chat.unblocks();
    await account.idle();
    expect(bodies(engine)).toMatchObject([
      { is: 'command', name: 'start', rest: 'p_123' },
      { is: 'text', text: '核桃5斤' },
      { is: 'edited', text: '核桃6斤' },
      { is: 'photos', caption: '核桃 15元一斤' },
      { is: 'voice', seconds: 3 },
      { is: 'unsupported', what: 'sticker' },
      { is: 'unsupported', what: 'document' },
      { is: 'contact' },
      { is: 'location', latitude: 37.5, longitude: 112.5 },
      { is: 'left' },
      { is: 'returned' },
    ]);
    expect(engine.batches[0]?.[0]).toMatchObject({
      address: String(chat.id),
      from: { name: 'Wang', language: 'zh', telegramId: String(all.wang.id) },
    });
  });

  it('hears an album photo by photo, each naming the album, and can fetch them', async () => {
    const all = await village();
    const engine = recording();
    await polling(all, engine);
    all.chat.starts();
    await all.chat.sendsAlbum([{}, {}, {}], '核桃', { order: [2, 0, 1] });
    await all.account.idle();
    const photos = bodies(engine).flatMap((body) => (body.is === 'photos' ? [body] : []));
    expect(new Set(photos.map(({ album }) => album)).size).toBe(1);
    expect(photos.map(({ caption }) => caption).toSorted()).toEqual(['', '', '核桃']);
    const [file] = photos.flatMap(({ files }) => files);
    const channel = channelOf(all);
    const bytes = await channel.fetchFile?.(file && 'fileId' in file ? file.fileId : '');
    expect(bytes?.byteLength).toBeGreaterThan(100);
  });

  it('hears a tap, and the waiting sign ends with its toast', async () => {
    const all = await village();
    const { chat } = all;
    const channel = channelOf(all);
    const engine = recording();
    const answering: Recording = {
      ...engine,
      async accept(batch) {
        await engine.accept(batch);
        for (const { body } of batch) {
          if (body.is === 'tap' && body.query) await channel.answerTap?.(body.query, '已下单');
        }
      },
    };
    await polling(all, answering);
    chat.starts();
    await all.account.idle();
    await channel.deliver({
      address: String(chat.id),
      body: { html: '核桃', buttons: [[{ label: '确认', tap: 'confirm/1' }]] },
      platformId: null,
    });
    const under = await chat.waitsFor('核桃');
    expect(await chat.taps('确认')).toEqual({ toast: '已下单' });
    expect(bodies(engine).at(-1)).toMatchObject({
      is: 'tap',
      action: 'confirm/1',
      message: String(under.id),
    });
  });

  it('stores quick messages in one go and in order', async () => {
    const all = await village();
    all.chat.starts();
    for (const words of ['1', '2', '3', '4', '5']) all.chat.says(words);
    const engine = recording();
    await polling(all, engine);
    await all.account.idle();
    expect(engine.texts()).toEqual(['command', '1', '2', '3', '4', '5']);
    expect(engine.batches).toHaveLength(1);
  });

  it('killed between storing and confirming, gets the updates again, and nothing is there twice', async () => {
    const all = await village();
    const died = Promise.withResolvers<void>();
    const stored = recording();
    const first: Recording = {
      ...stored,
      async accept(batch) {
        await stored.accept(batch);
        await died.promise;
      },
    };
    all.chat.starts();
    const dying = await start(
      partsFor({ token: all.account.token, apiRoot: all.telegram.root, engine: first }),
    );
    await expect.poll(() => stored.batches).toHaveLength(1);
    expect(all.account.pending()).toHaveLength(1);
    await polling(all, stored);
    await all.account.idle();
    expect(stored.batches).toHaveLength(2);
    expect(stored.texts()).toEqual(['command']);
    const gone = dying.stop();
    died.resolve();
    await gone;
  });

  it('takes each update once, though Telegram brings all of them twice', async () => {
    const all = await village({ deliverTwice: true });
    const engine = recording();
    await polling(all, engine);
    all.chat.starts();
    all.chat.says('1');
    all.chat.says('2');
    await all.account.idle();
    expect(engine.texts()).toEqual(['command', '1', '2']);
  });

  it('keeps what came while nobody was listening', async () => {
    const all = await village();
    const engine = recording();
    const bot = await start(partsFor({ token: all.account.token, apiRoot: all.telegram.root, engine }));
    all.chat.starts();
    await all.account.idle();
    await bot.stop();
    all.chat.says('anybody?');
    await polling(all, engine);
    await all.account.idle();
    expect(engine.texts()).toEqual(['command', 'anybody?']);
  });

  it('answers in a group with the way to the shop alone', async () => {
    const all = await village();
    const group = all.telegram.group({ people: [all.wang], bots: [all.account] });
    const engine = recording();
    await polling(all, engine);
    const inGroup = group.as(all.wang);
    inGroup.says('/orders');
    const answer = await inGroup.waitsFor('我在这里');
    expect(answer.buttons.flat()).toMatchObject([
      { label: '打开小店', does: 'link', value: 'https://t.me/walnut_bot' },
    ]);
    await inGroup.settles();
    expect(inGroup.heard()).toHaveLength(1);
    expect(engine.batches).toEqual([]);
  });

  it('shows its menu in the language of the phone', async () => {
    const all = await village();
    await polling(all, recording());
    expect(all.account.menu('zh')).toEqual([{ command: 'orders', description: '我的订单' }]);
    expect(all.account.menu('en')).toEqual([{ command: 'orders', description: 'My orders' }]);
    expect(all.account.menu('fr')).toEqual(all.account.menu('zh'));
  });

  it('on a webhook takes a burst that is posted side by side, in order', async () => {
    const all = await village({ webhook: { strictSequence: false } });
    const engine = recording();
    let bot: RunningBot | undefined;
    const url = await served(() => bot);
    const webhook = { url, secret: 'only-Telegram_knows' };
    bot = await start(partsFor({ token: all.account.token, apiRoot: all.telegram.root, engine, webhook }));
    expect(all.account.webhookUrl()).toBe(url);
    all.chat.starts();
    for (const words of ['1', '2', '3', '4', '5']) all.chat.says(words);
    await all.account.idle();
    expect(engine.batches.flat().map(({ seq }) => seq)).toEqual(
      engine.batches
        .flat()
        .map(({ seq }) => seq)
        .toSorted((a, b) => Number(a - b)),
    );
    expect(engine.texts()).toHaveLength(6);
    expect((await fetch(url, { method: 'POST', body: JSON.stringify({ update_id: 1 }) })).status).toBe(401);
    await bot.stop();
    // Back to polling: what comes is heard again.
    await polling(all, engine);
    all.chat.says('6');
    await all.account.idle();
    expect(engine.texts().at(-1)).toBe('6');
  });
});

const channelOf = ({ telegram, account }: { telegram: Telegram; account: { token: string } }) =>
  createTelegramChannel({
    name: 'telegram-buyer',
    paidBroadcast: false,
    token: account.token,
    apiRoot: telegram.root,
    pictures: shelf().pictures,
    readFile: noFile,
  });

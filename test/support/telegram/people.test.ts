import { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testClock } from '../clock.ts';
import type { BotAccount, Telegram } from './interface.ts';
import { rawly } from './raw.ts';
import { startTelegram } from './telegram.ts';

let clock = testClock();
let telegram: Telegram;
let account: BotAccount;

beforeEach(async () => {
  clock = testClock();
  telegram = await startTelegram({ now: clock.now });
  account = telegram.bot({ username: 'walnut_bot', first_name: 'Walnut' });
});
afterEach(() => telegram.stop());

const bodies = (bot: BotAccount = account) => bot.updates().map(({ update_id: _, ...body }: Update) => body);

/** A grammY bot that polls while the test runs. */
async function withBot(set: (bot: Bot) => void, test: () => Promise<void>): Promise<void> {
  const bot = new Bot(account.token, { client: { apiRoot: telegram.root } });
  set(bot);
  const stopped = bot.start();
  try {
    await test();
  } finally {
    await bot.stop();
    await stopped;
  }
}

describe('a person', () => {
  it('sends what a phone can send', async () => {
    const chat = telegram.person({ first_name: 'Wang', phone: '+8613812345678' }).chatWith(account);
    const first = chat.says('/find@walnut_bot 核桃 https://a.example/x');
    chat.says('again', { replyTo: first });
    chat.sharesContact();
    chat.sharesLocation({ latitude: 36.5, longitude: 111.25 });
    chat.sendsVoice({ seconds: 7 });
    chat.sendsSticker('👍');
    chat.sendsDocument(Buffer.from('a,b'), 'list.csv', { caption: 'my list' });
    chat.edits(first, '/find 红枣');
    const date = clock.now().getTime() / 1_000;
    const sent = { date, chat: { id: chat.id, type: 'private', first_name: 'Wang' } };
    expect(bodies()).toMatchObject([
      {
        message: {
          ...sent,
          message_id: 1,
          entities: [
            { type: 'bot_command', offset: 0, length: 16 },
            { type: 'url', offset: 20, length: 19 },
          ],
        },
      },
      { message: { ...sent, text: 'again', reply_to_message: { message_id: 1 } } },
      { message: { contact: { phone_number: '+8613812345678', first_name: 'Wang', user_id: chat.id } } },
      { message: { location: { latitude: 36.5, longitude: 111.25 } } },
      { message: { voice: { duration: 7, mime_type: 'audio/ogg' } } },
      { message: { sticker: { emoji: '👍' } } },
      { message: { document: { file_name: 'list.csv' }, caption: 'my list' } },
      { edited_message: { message_id: 1, edit_date: date, text: '/find 红枣' } },
    ]);
  });

  it('says what is on the screen when what they wait for does not come', async () => {
    const chat = telegram.person({ first_name: 'Wang' }).chatWith(account);
    chat.says('hello');
    const markup = { inline_keyboard: [[{ text: 'Buy', callback_data: 'b' }]] };
    await rawly(telegram, account)('sendMessage', { chat_id: chat.id, text: 'Nuts', reply_markup: markup });
    await expect(chat.waitsFor('红枣', { within: 10 })).rejects.toThrow('Nothing like "红枣" in 10 ms.');
    await expect(chat.taps('Sell')).rejects.toThrow('there are: [Buy]');
    await expect(chat.taps('Buy', { within: 10 })).rejects.toThrow(
      '@walnut_bot left the tap on "Buy" unanswered',
    );
    expect(chat.screen().split('\n')).toEqual([
      "┌─ Wang's phone: @walnut_bot",
      `│ ${'#1 Wang: hello'.padStart(72)}`,
      '│ #2 Walnut: Nuts',
      '│    [Buy]',
      '└─',
    ]);
  });

  it('waits for what comes after, not for what stood there before', async () => {
    const chat = telegram.person().chatWith(account);
    const asked = chat.says('price?');
    const say = (text: string) => rawly(telegram, account)('sendMessage', { chat_id: chat.id, text });
    await say('15 yuan');
    const first = await chat.waitsFor(/yuan/, { after: asked });
    await expect(chat.waitsFor(/yuan/, { after: first, within: 10 })).rejects.toThrow();
    const second = chat.waitsFor(/yuan/, { after: first });
    await say('16 yuan');
    expect((await second).text).toBe('16 yuan');
  });

  it('finds that a tap was answered too late', async () => {
    const chat = telegram.person().chatWith(account);
    chat.starts();
    const call = rawly(telegram, account);
    const markup = { inline_keyboard: [[{ text: 'Buy', callback_data: 'b' }]] };
    await call('sendMessage', { chat_id: chat.id, text: 'Nuts', reply_markup: markup });
    chat.tapsQuickly('Buy');
    clock.advance(15_001);
    const id = account.updates().at(-1)?.callback_query?.id;
    const late = await call('answerCallbackQuery', { callback_query_id: id });
    expect(late.description).toContain('query is too old');
  });

  it('taps what an old release, or nobody, put there', async () => {
    const chat = telegram.person().chatWith(account);
    chat.starts();
    await withBot(
      (bot) => {
        bot.command('start', (ctx) => ctx.reply('Hi'));
        bot.on('callback_query', (ctx) =>
          ctx.answerCallbackQuery({ text: ctx.callbackQuery.data ?? '', show_alert: true }),
        );
      },
      async () => {
        const hi = await chat.waitsFor('Hi');
        expect(await chat.tapsForged('v0/buy/1', hi)).toEqual({ alert: 'v0/buy/1' });
      },
    );
  });

  it('pays an invoice, unless the bot says no', async () => {
    const chat = telegram.person({ first_name: 'Wang' }).chatWith(account);
    chat.starts();
    const invoice = (payload: string) =>
      rawly(telegram, account)('sendInvoice', {
        ...{ chat_id: chat.id, title: 'Walnuts', description: '5 kg', payload, currency: 'CNY' },
        ...{ provider_token: 'test', prices: [{ label: 'Walnuts', amount: 15_000 }], is_flexible: true },
      });
    const options = [{ id: 'post', title: 'Post', prices: [{ label: 'Post', amount: 1_000 }] }];
    await withBot(
      (bot) => {
        bot.on('shipping_query', (ctx) => ctx.answerShippingQuery(true, { shipping_options: options }));
        bot.on('pre_checkout_query', (ctx) =>
          ctx.preCheckoutQuery.invoice_payload === 'sold-out'
            ? ctx.answerPreCheckoutQuery(false, 'Sold out')
            : ctx.answerPreCheckoutQuery(true),
        );
        bot.on(':successful_payment', (ctx) =>
          ctx.reply(`Thanks for ${ctx.msg.successful_payment.total_amount}`),
        );
      },
      async () => {
        await invoice('order-1');
        expect(await chat.pays(chat.last())).toMatchObject({ is: 'paid', total: 16_000 });
        await chat.waitsFor('Thanks for 16000');
        await invoice('sold-out');
        expect(await chat.pays(chat.last())).toEqual({ is: 'refused', why: 'Sold out' });
      },
    );
    const query = account.updates().find(({ pre_checkout_query }) => pre_checkout_query)?.pre_checkout_query;
    expect(query).toMatchObject({ currency: 'CNY', order_info: { shipping_address: { city: 'Fenyang' } } });
  });

  it('types after the name of a bot, and sends what it offers', async () => {
    const wang = telegram.person({ first_name: 'Wang' });
    const li = telegram.person({ first_name: 'Li' });
    const group = telegram.group({ people: [wang, li], bots: [account] });
    await withBot(
      (bot) =>
        bot.on('inline_query', (ctx) =>
          ctx.answerInlineQuery([
            {
              type: 'article',
              id: '1',
              title: `About ${ctx.inlineQuery.query}`,
              input_message_content: { message_text: '<b>Walnuts</b>', parse_mode: 'HTML' },
              reply_markup: {
                inline_keyboard: [[{ text: 'Shop', url: 'https://t.me/walnut_bot?start=p_1' }]],
              },
            },
          ]),
        ),
      async () => {
        const [offer] = await wang.types(account, '核桃');
        expect(offer?.title).toBe('About 核桃');
        offer?.sendTo(group.as(wang));
        expect(group.as(li).last()).toMatchObject({ text: 'Walnuts', from: 'Wang' });
        const { opened = '' } = await group.as(li).taps('Shop');
        expect(li.chatWith(account).follows(opened).text).toBe('/start p_1');
      },
    );
  });
});

describe('a group', () => {
  it('lets a bot hear what is meant for it, and one that reads all hear all', async () => {
    const nosy = telegram.bot({ username: 'nosy_bot', can_read_all_group_messages: true });
    const wang = telegram.person({ first_name: 'Wang' });
    const chat = telegram.group({ people: [wang], bots: [account, nosy] }).as(wang);
    for (const text of ['hello all', '/orders', '/orders@nosy_bot', '/orders@walnut_bot', 'hi @walnut_bot'])
      chat.says(text);
    const { result } = await rawly(telegram, account)('sendMessage', { chat_id: chat.id, text: 'Yes?' });
    expect(result).toMatchObject({ chat: { type: 'supergroup', title: 'Lingtou' } });
    chat.says('yes', { replyTo: chat.last() });
    const heard = (bot: BotAccount) => bot.updates().map(({ message }) => message?.text);
    expect(heard(account)).toEqual(['/orders', '/orders@walnut_bot', 'hi @walnut_bot', 'yes']);
    expect(heard(nosy)).toHaveLength(6);
  });

  it('gives each bot a file id of its own', async () => {
    const other = telegram.bot({ can_read_all_group_messages: true });
    const reader = telegram.bot({ can_read_all_group_messages: true });
    const wang = telegram.person();
    const chat = telegram.group({ people: [wang], bots: [other, reader] }).as(wang);
    await chat.sendsPhoto();
    const idOf = (bot: BotAccount) => bot.updates()[0]?.message?.photo?.at(-1)?.file_id;
    expect(idOf(other)).not.toBe(idOf(reader));
    const send = (photo: unknown) => rawly(telegram, other)('sendPhoto', { chat_id: chat.id, photo });
    expect((await send(idOf(reader))).description).toContain('wrong file identifier');
    expect(await send(idOf(other))).toMatchObject({ ok: true });
  });
});

it('keeps menus by language', async () => {
  const call = rawly(telegram, account);
  const scope = { type: 'all_private_chats' };
  await call('setMyCommands', { commands: [{ command: 'orders', description: '我的订单' }], scope });
  await call('setMyCommands', {
    commands: [{ command: 'orders', description: 'My orders' }],
    scope,
    language_code: 'en',
  });
  expect(account.menu('zh')).toEqual([{ command: 'orders', description: '我的订单' }]);
  expect(account.menu('en')).toEqual([{ command: 'orders', description: 'My orders' }]);
  expect(
    (await call('setMyCommands', { commands: [{ command: 'Orders', description: 'x' }] })).description,
  ).toContain('BOT_COMMAND_INVALID');
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BotAccount, Person, PrivateChat, Telegram } from './interface.ts';
import { type Answered, rawly } from './raw.ts';
import { startTelegram } from './telegram.ts';

let telegram: Telegram;
let bot: BotAccount;
let wang: Person;
let chat: PrivateChat;
let call: (method: string, params?: object) => Promise<Answered>;

beforeAll(async () => {
  telegram = await startTelegram();
  bot = telegram.bot({ username: 'walnut_bot' });
  wang = telegram.person({ first_name: 'Wang' });
  chat = wang.chatWith(bot);
  chat.starts();
  call = rawly(telegram, bot);
});
afterAll(() => telegram.stop());

const says = (text: string, more: object = {}) => call('sendMessage', { chat_id: wang.id, text, ...more });
const button = (fields: object) => says('?', { reply_markup: { inline_keyboard: [[fields]] } });

const sent = async (text: string, more: object = {}) => {
  await says(text, more);
  return { chat_id: wang.id, message_id: chat.last().id };
};

describe('the loopback Telegram, as Telegram,', () => {
  it('knows its bots by their token, and its methods by name in any spelling', async () => {
    expect(await rawly(telegram, { token: '1:WRONG' })('getMe')).toEqual({
      ...{ ok: false, error_code: 401, description: 'Unauthorized' },
    });
    for (const token of ['walnut', '0:AA', '']) {
      expect(await rawly(telegram, { token })('getMe')).toMatchObject({ ok: false, error_code: 404 });
    }
    expect(await call('sendWalnut')).toMatchObject({ error_code: 404, description: 'Not Found' });
    expect(await call('GETME')).toMatchObject({ ok: true, result: { username: 'walnut_bot', is_bot: true } });
  });

  it('takes calls in the URL, as a form and with numbers and objects as texts', async () => {
    const url = `${telegram.root}/bot${bot.token}/sendMessage`;
    const markup = JSON.stringify({ inline_keyboard: [[{ text: 'Buy', callback_data: 'buy' }]] });
    expect((await fetch(`${url}?chat_id=${wang.id}&text=in+the+URL`)).status).toBe(200);
    expect(chat.last().text).toBe('in the URL');
    const form = new URLSearchParams({ chat_id: String(wang.id), text: 'as a form', reply_markup: markup });
    expect((await fetch(url, { method: 'POST', body: form })).status).toBe(200);
    expect(chat.last()).toMatchObject({
      text: 'as a form',
      buttons: [[{ label: 'Buy', does: 'tap', value: 'buy' }]],
    });
  });

  it.each([
    ['nobody', { chat_id: 99, text: 'hi' }, 'chat not found'],
    ['no chat', { chat_id: undefined, text: 'hi' }, 'chat_id is empty'],
    ['a name it does not know', { chat_id: '@nobody', text: 'hi' }, 'chat not found'],
    ['no text', {}, 'message text is empty'],
    ['an empty text', { text: '' }, 'message text is empty'],
    ['a text of tags alone', { text: '<b> </b>', parse_mode: 'HTML' }, 'message text is empty'],
    ['a text too long', { text: 'x'.repeat(4_097) }, 'message is too long'],
    ['a mode it does not read', { text: 'x', parse_mode: 'BBCode' }, 'unsupported parse_mode'],
    [
      'buttons that are no JSON',
      { text: 'x', reply_markup: '{' },
      "can't parse reply keyboard markup JSON object",
    ],
    ['buttons that are null', { text: 'x', reply_markup: null }, 'object expected as reply markup'],
    [
      'a reply to nothing',
      { text: 'x', reply_parameters: { message_id: 999 } },
      'message to be replied not found',
    ],
  ])('refuses to send with %s', async (_, params, why) => {
    const answer = await call('sendMessage', { chat_id: wang.id, ...params });
    expect(answer).toEqual({ ok: false, error_code: 400, description: `Bad Request: ${why}` });
  });

  it('counts what is seen, not the tags: 4,096 signs pass', async () => {
    const text = `<b>${'&lt;'.repeat(4_096)}</b>`;
    expect(await says(text, { parse_mode: 'HTML' })).toMatchObject({ ok: true });
    expect(chat.last().text).toHaveLength(4_096);
  });

  it.each([
    ['65 bytes of data', { text: 'a', callback_data: 'x'.repeat(65) }, 'BUTTON_DATA_INVALID'],
    ['22 Chinese signs of data', { text: 'a', callback_data: '核'.repeat(22) }, 'BUTTON_DATA_INVALID'],
    ['no data', { text: 'a', callback_data: '' }, 'BUTTON_DATA_INVALID'],
    [
      'no deed',
      { text: 'a' },
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    ['no label', { callback_data: 'a' }, 'can\'t parse inline keyboard button: Can\'t find field "text"'],
    [
      'an address without a dot',
      { text: 'a', url: 'http://localhost/' },
      "inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL",
    ],
    ['a long text to copy', { text: 'a', copy_text: { text: 'x'.repeat(257) } }, 'BUTTON_COPY_TEXT_INVALID'],
  ])('refuses a button with %s', async (_, fields, why) => {
    expect(await button(fields)).toMatchObject({ error_code: 400, description: `Bad Request: ${why}` });
  });

  it('takes 64 bytes of data, dead buttons and coloured ones', async () => {
    expect(await button({ text: 'a', callback_data: 'x'.repeat(64), style: 'success' })).toMatchObject({
      ok: true,
    });
    expect(await button({ text: 'Sold out', disabled: {} })).toMatchObject({ ok: true });
    expect(await chat.taps('Sold out')).toEqual({});
  });

  it('refuses edits that change nothing, of what is not there, not the bot’s, or of another kind', async () => {
    const target = await sent('One', {
      reply_markup: { inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] },
    });
    const same = {
      ...target,
      text: 'One',
      reply_markup: { inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] },
    };
    const description = expect.stringContaining(
      'Bad Request: message is not modified: specified new message content',
    );
    expect(await call('editMessageText', same)).toMatchObject({ error_code: 400, description });
    expect(await call('editMessageText', { ...target, text: 'One' })).toMatchObject({ ok: true });
    expect(chat.last()).toMatchObject({ text: 'One', buttons: [], isEdited: true });
    expect(await call('editMessageReplyMarkup', target)).toMatchObject({ description });
    const gone = await call('editMessageText', { ...target, message_id: 9_999, text: 'Two' });
    expect(gone.description).toBe('Bad Request: message to edit not found');
    const own = chat.says('mine');
    const others = await call('editMessageText', { ...target, message_id: own.id, text: 'Two' });
    expect(others.description).toBe("Bad Request: message can't be edited");
    const caption = await call('editMessageCaption', { ...target, caption: 'Two' });
    expect(caption.description).toBe('Bad Request: there is no caption in the message to edit');
  });

  it('refuses edits with other keys than buttons, with too much text, and of what has brought keys', async () => {
    const keyboard = { keyboard: [[{ text: 'Share', request_contact: true }]] };
    const target = await sent('One');
    const why = async (params: object) => (await call('editMessageText', params)).description;
    expect(await why({ ...target, text: 'Two', reply_markup: keyboard })).toBe(
      'Bad Request: inline keyboard expected',
    );
    expect(await why({ ...target, text: 'x'.repeat(4_097) })).toBe('Bad Request: MESSAGE_TOO_LONG');
    const keyed = await sent('Your number?', { reply_markup: keyboard });
    expect(await why({ ...keyed, text: 'Thanks' })).toBe("Bad Request: message can't be edited");
  });

  it('counts what is seen under a photo: 1,024 signs pass', async () => {
    const photo = (await chat.sendsPhoto()).raw.photo?.at(-1)?.file_id;
    const caption = (signs: number) =>
      call('sendPhoto', {
        chat_id: wang.id,
        photo,
        caption: `<i>${'核'.repeat(signs)}</i>`,
        parse_mode: 'HTML',
      });
    expect(await caption(1_024)).toMatchObject({ ok: true });
    expect((await caption(1_025)).description).toBe('Bad Request: message caption is too long');
  });

  it('puts no buttons under albums, whatever a bot gives', async () => {
    const media = (await chat.sendsPhoto()).raw.photo?.at(-1)?.file_id;
    const album = { chat_id: wang.id, media: [1, 2].map(() => ({ type: 'photo', media })) };
    const reply_markup = { inline_keyboard: [[{ text: 'Buy', callback_data: 'buy' }]] };
    expect(await call('sendMediaGroup', { ...album, reply_markup })).toMatchObject({ ok: true });
    expect(chat.last().buttons).toEqual([]);
  });

  it('deletes once, and only what is there', async () => {
    const target = await sent('Soon gone');
    expect(await call('deleteMessage', target)).toMatchObject({ ok: true, result: true });
    expect(chat.sees('Soon gone')).toBe(false);
    const again = await call('deleteMessage', target);
    expect(again.description).toBe('Bad Request: message to delete not found');
  });

  it('finds a button by its label, else by a part of it, and never guesses', async () => {
    const row = (...labels: string[]) => ({
      reply_markup: { inline_keyboard: [labels.map((text) => ({ text, url: `https://a.example/${text}` }))] },
    });
    await says('old', row('Pay'));
    await says('new', row('Pay now', 'Cancel order', 'Cancel all'));
    expect(await chat.taps('Pay')).toEqual({ opened: 'https://a.example/Pay' });
    expect(await chat.taps('now')).toEqual({ opened: 'https://a.example/Pay now' });
    await expect(chat.taps('Cancel')).rejects.toThrow('More than one button like "Cancel"');
  });

  it('takes one answer per tap', async () => {
    await sent('Tap', { reply_markup: { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] } });
    const tapped = chat.taps('Go');
    const id = bot.updates().at(-1)?.callback_query?.id;
    const long = await call('answerCallbackQuery', { callback_query_id: id, text: 'x'.repeat(201) });
    expect(long.error_code).toBe(400);
    expect(await call('answerCallbackQuery', { callback_query_id: id, text: 'Yes' })).toMatchObject({
      ok: true,
    });
    expect(await tapped).toEqual({ toast: 'Yes' });
    const twice = await call('answerCallbackQuery', { callback_query_id: id });
    expect(twice.description).toBe(
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    );
  });

  it('lets a bot write to nobody who did not start it, blocked it, or is gone', async () => {
    const li = telegram.person({ first_name: 'Li' });
    const with_ = li.chatWith(bot);
    const text = 'hello';
    expect((await call('sendMessage', { chat_id: li.id, text })).description).toBe(
      'Bad Request: chat not found',
    );
    telegram.group({ people: [li], bots: [bot] });
    expect(await call('sendMessage', { chat_id: li.id, text })).toMatchObject({
      ...{ error_code: 403, description: "Forbidden: bot can't initiate conversation with a user" },
    });
    with_.starts();
    expect(await call('sendMessage', { chat_id: li.id, text })).toMatchObject({ ok: true });
    with_.blocks();
    expect(await call('sendMessage', { chat_id: li.id, text })).toMatchObject({
      ...{ error_code: 403, description: 'Forbidden: bot was blocked by the user' },
    });
    with_.unblocks();
    li.deletesAccount();
    expect((await call('sendMessage', { chat_id: li.id, text })).description).toBe(
      'Forbidden: user is deactivated',
    );
    const changes = bot
      .updates()
      .flatMap(({ my_chat_member: change }) =>
        change?.from.id === li.id ? [change.new_chat_member.status] : [],
      );
    expect(changes).toEqual(['kicked', 'member']);
  });

  it('tells where a group went that became a supergroup', async () => {
    const group = telegram.group({ people: [wang], bots: [bot], type: 'group' });
    const { id } = group;
    const next = group.upgrades();
    expect(await call('sendMessage', { chat_id: id, text: 'hi' })).toMatchObject({
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: next },
    });
    expect(await call('sendMessage', { chat_id: next, text: 'hi' })).toMatchObject({ ok: true });
    const { message_id } = group.as(wang).last().raw;
    group.removes(bot);
    expect((await call('sendMessage', { chat_id: next, text: 'hi' })).error_code).toBe(403);
    const edited = await call('editMessageText', { chat_id: next, message_id, text: 'ho' });
    expect(edited.description).toBe('Forbidden: bot was kicked from the supergroup chat');
  });
});

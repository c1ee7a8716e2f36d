import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTelegramChannel } from '../../../../src/bots/telegram/outbound/channel.ts';
import type { Channel, MessageBody } from '../../../../src/chat/dsl/channel.ts';
import { type FileId, type MediaId, newId } from '../../../../src/db/ids.ts';
import type { BotAccount, PrivateChat, Telegram } from '../../../support/telegram/interface.ts';
import { startTelegram } from '../../../support/telegram/telegram.ts';
import { noFile, shelf } from '../shelf.ts';

let telegram: Telegram;
let account: BotAccount;
let chat: PrivateChat;

beforeEach(async () => {
  telegram = await startTelegram();
  account = telegram.bot();
  chat = telegram.person({ first_name: 'Wang' }).chatWith(account);
  chat.starts();
});
afterEach(() => telegram.stop());

const m = newId<MediaId>();
const sheet = newId<FileId>();
const photo = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#8a5a2b' } })
  .jpeg()
  .toBuffer();

const channelOf = (of: BotAccount, known: Record<string, string> = {}): Channel =>
  createTelegramChannel({
    name: 'telegram-buyer',
    paidBroadcast: false,
    token: of.token,
    apiRoot: telegram.root,
    pictures: shelf(known, photo).pictures,
    readFile: async (id) =>
      id === sheet ? { name: '装箱单.csv', type: 'text/csv', bytes: Buffer.from('核桃,5斤') } : noFile(),
  });

const say = (
  body: Partial<MessageBody>,
  platformId: string | null = null,
  channel = channelOf(account),
  address = chat.id,
) => channel.deliver({ address: String(address), body: { html: 'hi', buttons: [], ...body }, platformId });

/** Says something and answers the id it got. */
async function said(body: Partial<MessageBody>, platformId: string | null = null): Promise<string> {
  const end = await say(body, platformId);
  if (end.is !== 'sent' || !end.platformId) throw new Error(`not sent: ${JSON.stringify(end)}`);
  return end.platformId;
}

describe('on the phone', () => {
  it('words come with their marks and their buttons', async () => {
    await said({
      html: '<b>核桃</b> &lt;5斤&gt; <a href="https://example.org">more</a>',
      buttons: [
        [
          { label: '买', tap: 'buy/1', tone: 'success' },
          { label: '售完', dead: true },
        ],
        [{ label: 'Live', url: 'https://example.org/live' }],
      ],
    });
    expect(chat.last().text).toBe('核桃 <5斤> more');
    expect(chat.last().entities).toMatchObject([{ type: 'bold', length: 2 }, { type: 'text_link' }]);
    expect(chat.last().buttons).toMatchObject([
      [
        { label: '买', does: 'tap', style: 'success', value: 'buy/1' },
        { label: '售完', does: 'nothing' },
      ],
      [{ label: 'Live', does: 'link' }],
    ]);
  });

  it('a file comes under its own name, with the words and the buttons', async () => {
    await said({
      html: '<b>sheet</b>',
      file: { id: sheet, name: '装箱单.csv' },
      buttons: [[{ label: 'a', tap: 'a' }]],
    });
    expect(chat.last().text).toContain('sheet');
    expect(chat.last().buttons).toMatchObject([[{ label: 'a' }]]);
  });

  it('words come alone when the file is no longer there', async () => {
    await said({ html: 'sheet', file: { id: newId<FileId>(), name: 'lost.csv' } });
    expect(chat.last().text).toBe('sheet');
  });

  it('a screen changes in its place: words, a photo, another caption', async () => {
    const id = await said({ html: 'list', buttons: [[{ label: 'a', tap: 'a' }]] });
    expect(await said({ html: 'product', photo: m, edit: { hadPhoto: false } }, id)).toBe(id);
    expect(chat.heard()).toHaveLength(1);
    expect(chat.last()).toMatchObject({
      text: 'product',
      photo: { width: 320 },
      buttons: [],
      isEdited: true,
    });
    expect(await said({ html: 'cart', photo: m, edit: { hadPhoto: true } }, id)).toBe(id);
    expect(await said({ html: 'cart', photo: m, edit: { hadPhoto: true } }, id)).toBe(id);
    expect(chat.heard()).toMatchObject([{ text: 'cart' }]);
  });

  it('a photo gives way to words by a new message, and is gone', async () => {
    const id = await said({ html: 'product', photo: m });
    const next = await said({ html: 'list', edit: { hadPhoto: true } }, id);
    expect(next).not.toBe(id);
    expect(chat.heard()).toMatchObject([{ id: Number(next), text: 'list' }]);
    expect(chat.last().photo).toBeUndefined();
  });

  it('what the person deleted is said anew', async () => {
    const id = await said({ html: 'list' });
    chat.deletes(chat.last());
    const next = await said({ html: 'cart', edit: { hadPhoto: false } }, id);
    expect(chat.heard()).toMatchObject([{ id: Number(next), text: 'cart' }]);
  });

  it('the longest words arrive, under a photo and without', async () => {
    await said({ html: `<b>${'核'.repeat(4_000)}</b>\n\n${'桃'.repeat(4_000)}` });
    expect(chat.last().text).toBe(`${'核'.repeat(4_000)} …`);
    const id = await said({ html: '核'.repeat(1_025), photo: m });
    expect(chat.heard().slice(-2)).toMatchObject([{ text: '', photo: {} }, { id: Number(id) }]);
  });
});

describe('a picture', () => {
  it('that another bot knows by a file id of its own is uploaded for this one', async () => {
    const other = telegram.bot();
    const theirs = telegram.person().chatWith(other);
    theirs.starts();
    const known: Record<string, string> = {};
    await say({ photo: m }, null, channelOf(other, known), theirs.id);
    const mine = { [m]: known[m] ?? '' };
    expect(await say({ photo: m }, null, channelOf(account, mine))).toMatchObject({ is: 'sent' });
    expect(chat.last().photo).toBeDefined();
    expect(mine[m]).not.toBe(known[m]);
  });
});

describe('an end that is not "sent"', () => {
  it('is "gone" for who blocked the bot, never started it, or is no more', async () => {
    chat.blocks();
    expect(await say({})).toEqual({ is: 'gone' });
    const stranger = telegram.person();
    expect(await say({}, null, channelOf(account), stranger.chatWith(account).id)).toEqual({ is: 'gone' });
    expect(await say({}, null, channelOf(account), 999_999_999)).toEqual({ is: 'gone' });
    chat.unblocks();
    expect(await say({})).toMatchObject({ is: 'sent' });
  });

  it('is "moved" for a group that became a supergroup', async () => {
    const group = telegram.group({ people: [telegram.person()], bots: [account], type: 'group' });
    const old = group.id;
    const address = String(group.upgrades());
    expect(await say({}, null, channelOf(account), old)).toEqual({ is: 'moved', address });
  });

  it('is "later" beyond the rate, for as long as Telegram says', async () => {
    telegram.limit({ perChat: 1, retryAfter: 3 });
    expect(await say({})).toMatchObject({ is: 'sent' });
    expect(await say({})).toEqual({ is: 'later', ms: 3_000 });
  });

  it('is "unwell" when the answer is lost, though the person has it', async () => {
    telegram.dropNext('sendMessage', 'after');
    expect(await say({ html: 'once' })).toMatchObject({ is: 'unwell', mayHaveArrived: true });
    expect(chat.sees('once')).toBe(true);
  });

  it('is "refused" with Telegram\'s words for what it does not take', async () => {
    expect(await say({ html: '<b>open' })).toMatchObject({
      is: 'refused',
      why: expect.stringContaining("can't parse entities"),
    });
  });
});

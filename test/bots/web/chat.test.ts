import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { say } from '../../../src/chat/dsl/screen.ts';
import { sealedAt } from '../../../src/db/crypto/sealed-columns.ts';
import { newId, parseId } from '../../../src/db/ids.ts';
import { type House, openHouse } from './house.ts';
import { visit } from './visitor.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house[Symbol.asyncDispose]());

const start = { is: 'command', name: 'start', rest: '' };
const said = (text: string) => (messages: { html: string }[]) =>
  messages.some(({ html }) => html.includes(text));

describe('the web chat over HTTP', () => {
  it('makes a new visitor a person who is answered in the language of their browser', async () => {
    const english = await visit(house.url, 'buyer', { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' });
    await using listener = await english.listen();
    await english.event(start);
    await listener.until(said('Welcome to <b>Lingtou</b>'));
    const again = await english.get('/api/buyer/session').then((response) => response.json());
    expect(again).toMatchObject({
      chat: english.chat,
      locale: 'en',
      name: expect.stringMatching(/^Guest \d{4}$/),
    });
  });

  it('greets somebody new in the answer that a page begins with, and nobody twice', async () => {
    const headers = { 'accept-language': 'zh-CN' };
    const first = await fetch(`${house.url}/api/buyer/opening`, { headers });
    const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const opening = await first.json();
    expect(opening).toMatchObject({
      session: { isNew: true, locale: 'zh' },
      config: { village: { zh: '岭头村' }, demo: true },
      messages: [{ mine: false, html: expect.stringContaining('欢迎来到') }],
    });
    const again = await fetch(`${house.url}/api/buyer/opening`, { headers: { ...headers, cookie } });
    expect(await again.json()).toEqual({ ...opening, session: { ...opening.session, isNew: false } });
  });

  it('sends what a page begins with packed, for whoever can open it', async () => {
    const get = (path: string, encoding: string) =>
      fetch(house.url + path, { headers: { 'accept-encoding': encoding, 'accept-language': 'zh-CN' } });
    for (const encoding of ['br', 'gzip']) {
      const page = await get('/', encoding);
      expect(page.headers.get('content-encoding')).toBe(encoding);
      expect(await page.text()).toContain('/api/buyer/opening');
    }
    const plain = await get('/', 'identity');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toContain('/app/chat.js');
  });

  it('gives one browser one person with a chat for each side', async () => {
    const buyer = await visit(house.url);
    const seller = await visit(house.url, 'seller', {}, buyer.cookie());
    const chats = await house.appContext.db.chat.findMany({
      where: { id: { in: [buyer.chat, seller.chat] } },
      select: { channel: true, personId: true },
    });
    expect(chats.map(({ channel }) => channel).sort()).toEqual(['web-buyer', 'web-seller']);
    expect(new Set(chats.map(({ personId }) => personId)).size).toBe(1);
  });

  it('makes one chat where two tabs ask for it at once', async () => {
    const buyer = await visit(house.url);
    const tabs = await Promise.all(
      Array.from({ length: 6 }, () => visit(house.url, 'seller', {}, buyer.cookie())),
    );
    expect(new Set(tabs.map(({ chat }) => chat)).size).toBe(1);
  });

  it('keeps only a hash of the cookie, which scripts cannot read', async () => {
    const response = await fetch(`${house.url}/api/buyer/session`);
    const cookie = response.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(
      /^walnut=[\w-]{43}\.[\w-]{43};.*Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const token = /=([^;.]+)/.exec(cookie)?.[1] ?? '';
    expect(await house.appContext.db.webSession.findMany({ where: { tokenHash: token } })).toEqual([]);
  });

  it('shows what was said, one’s own words first, and when the turn is done', async () => {
    const buyer = await visit(house.url);
    await using listener = await buyer.listen();
    const key = randomUUID();
    expect((await buyer.event({ is: 'text', text: '核桃 <5斤>' }, key)).status).toBe(202);
    await listener.until((_messages, { heard }) => heard.find(({ event }) => event === 'done'));
    expect(listener.messages().map(({ mine, html }) => [mine, html])).toEqual([
      [true, '核桃 &lt;5斤&gt;'],
      [false, '收到：核桃 &lt;5斤&gt;'],
    ]);
    expect(listener.heard.at(-1)).toMatchObject({ event: 'done', data: { key } });
  });

  it('shows words that are still being written, which are no message', async () => {
    const buyer = await visit(house.url);
    await using listener = await buyer.listen();
    await listener.until((_messages, { heard }) => heard.find(({ event }) => event === 'hello'));
    const screen = { text: say('writing-so-far', { words: '岭头村的核桃。' }) };
    expect(await house.engine.preview(parseId(buyer.chat) ?? newId(), 1, screen)).toBe(true);
    const { data } = await listener.until((_messages, { heard }) =>
      heard.find(({ event }) => event === 'preview'),
    );
    expect(data).toEqual({ html: '✍️ 岭头村的核桃。' });
    expect(listener.messages()).toEqual([]);
  });

  it('takes an event that is sent again with the same key once', async () => {
    const buyer = await visit(house.url);
    const key = randomUUID();
    for (let i = 0; i < 3; i += 1) await buyer.event({ is: 'text', text: 'once' }, key);
    await house.engine.idle();
    await using listener = await buyer.listen();
    await listener.until((_messages, { heard }) => heard.length > 0);
    expect(listener.messages().filter(({ mine }) => mine)).toHaveLength(1);
  });

  it('answers a tap in the place of the tapped message, with a toast', async () => {
    const buyer = await visit(house.url);
    await using listener = await buyer.listen();
    await buyer.event(start);
    const greeting = await listener.until(([first]) => first);
    await buyer.event({ is: 'tap', action: 'buy/5', message: greeting.id });
    const done = await listener.until((_messages, { heard }) =>
      heard.find(({ event, data }) => event === 'done' && JSON.stringify(data).includes('toast')),
    );
    expect(done.data).toMatchObject({ toast: '已下单 5 斤' });
    expect(listener.messages()).toHaveLength(1);
    expect(listener.messages()[0]).toMatchObject({ place: greeting.place, html: '✅ 已下单：核桃 5 斤' });
  });

  it('goes on after the last message that a browser has, and leaves out nothing that came meanwhile', async () => {
    const buyer = await visit(house.url);
    await buyer.event({ is: 'text', text: 'one' });
    await house.engine.idle();
    const last = await (async () => {
      await using listener = await buyer.listen();
      await listener.until(([first]) => first);
      return listener.heard[0]?.id ?? '';
    })();
    await buyer.event({ is: 'text', text: 'two' });
    await house.engine.idle();
    await using listener = await buyer.listen(last);
    await listener.until(said('收到：two'));
    expect(listener.heard.map(({ event }) => event)).not.toContain('hello');
  });

  it('shows a message whose transaction commits after one with a higher number', async () => {
    const buyer = await visit(house.url);
    await using listener = await buyer.listen();
    await listener.until((_messages, { heard }) => heard.length > 0);
    const { db, cipher } = house.appContext;
    const write = (seq: bigint, html: string) => {
      const id = randomUUID();
      return db.$executeRaw`
        INSERT INTO message (id, seq, chat_id, cause, index, place, sealed, state, due_at, created_at)
        VALUES (${id}::uuid, ${seq}, ${buyer.chat}::uuid, ${html}, 0, ${seq},
                ${cipher.encrypt({ html, buttons: [] }, sealedAt('message.sealed', id))}, 'sent', now(), now())`;
    };
    const tell = () =>
      db.$executeRaw`SELECT pg_notify('walnut_chat', ${JSON.stringify({ chat: buyer.chat, note: { is: 'messages' } })})`;
    await write(900_002n, 'later number');
    await tell();
    await listener.until(said('later number'));
    await write(900_001n, 'earlier number');
    await tell();
    await listener.until(said('earlier number'));
    expect(listener.messages().map(({ html }) => html)).toEqual(['earlier number', 'later number']);
    expect(listener.heard.filter(({ event }) => event === 'message')).toHaveLength(2);
  });

  it('gives older messages page by page to whoever scrolls up', async () => {
    const buyer = await visit(house.url);
    for (let i = 0; i < 30; i += 1) {
      await buyer.event({ is: 'text', text: `number ${i}` });
      await house.engine.idle();
    }
    await using listener = await buyer.listen();
    const [oldest] = await listener.until((messages) => messages.length > 0 && messages);
    expect(listener.messages()).toHaveLength(50);
    const older = await buyer.get(`/api/buyer/history?before=${oldest?.place}`).then((page) => page.json());
    expect(older.map(({ html }: { html: string }) => html)).toEqual(
      [0, 1, 2, 3, 4].flatMap((n) => [`number ${n}`, `收到：number ${n}`]),
    );
  });

  it('tells the page its village and whether all is for show', async () => {
    const config = await fetch(`${house.url}/api/config`).then((response) => response.json());
    expect(config).toEqual({
      village: { zh: '岭头村', en: 'Lingtou', timeZone: 'Asia/Shanghai' },
      demo: true,
      voice: false,
    });
  });

  it('spends an invite by a button alone, once however often it is pressed, and gives the browser a new cookie', async () => {
    const seller = await visit(house.url, 'seller');
    const path = `/join/${'invitation'.repeat(2)}`;
    const page = await seller.get(path, { accept: 'text/html' });
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    await house.engine.idle();
    const invitation = `i_${'invitation'.repeat(2)}`;
    const joined = () => house.pantry.joined.filter((payload) => payload === invitation);
    expect(joined()).toEqual([]);
    const before = seller.cookie();
    // The answer to the first press is lost on the way: the browser still has its old cookie.
    await fetch(house.url + path, { method: 'POST', headers: { cookie: before, origin: house.url } });
    expect((await seller.post(path, {})).status).toBe(200);
    await house.engine.idle();
    expect(joined()).toHaveLength(1);
    expect(seller.cookie()).not.toBe(before);
    const now = await seller.get('/api/seller/session').then((response) => response.json());
    expect(now.chat).toBe(seller.chat);
    const old = await fetch(`${house.url}/api/seller/history?before=1`, { headers: { cookie: before } });
    expect(old.status).toBe(401);
  });

  it('lets nobody into a chat who has its spent invite and the address that its browser came from', async () => {
    const path = `/join/${'unused-token'.repeat(2)}`;
    const press = async (cookie: Record<string, string>) => {
      const headers = { origin: house.url, ...cookie };
      const pressed = await fetch(house.url + path, { method: 'POST', headers });
      const own = pressed.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      return (await fetch(`${house.url}/api/seller/session`, { headers: { cookie: own } })).json();
    };
    const invited = await press({});
    const other = await press({ cookie: 'walnut=127.0.0.1' });
    expect(other.chat).not.toBe(invited.chat);
  });
});

import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heicFile, hugePng, slowPng, svgBomb } from '../../support/hostile-files.ts';
import { type House, openHouse } from './house.ts';
import { visit } from './visitor.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house[Symbol.asyncDispose]());

const text = { is: 'text', text: 'hello' };
const stored = () => house.appContext.db.inbox.count();

describe('what the web chat does not let in', () => {
  it.each([
    ['another site says so itself', { origin: 'https://evil.example' }],
    ['the browser says that another site asked', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['a sibling site asked', { 'sec-fetch-site': 'same-site' }],
    ['nobody says where it comes from', {}],
  ])('refuses a post where %s', async (_why, headers) => {
    const buyer = await visit(house.url);
    const before = await stored();
    const body = { key: randomUUID(), chat: buyer.chat, body: text };
    expect((await buyer.post('/api/buyer/events', body, headers)).status).toBe(403);
    expect((await buyer.post(`/join/${'t'.repeat(20)}`, {}, headers)).status).toBe(403);
    expect(await stored()).toBe(before);
  });

  it('goes by PUBLIC_URL where it is set, for a proxy may hand on another Host', async () => {
    await using behindProxy = await openHouse({ publicUrl: 'https://Shop.example.org' });
    const buyer = await visit(behindProxy.url);
    const posted = (origin: string, more: Record<string, string> = {}) =>
      buyer.post(
        '/api/buyer/events',
        { key: randomUUID(), chat: buyer.chat, body: text },
        { origin, ...more },
      );
    expect((await posted('https://shop.example.org')).status).toBe(202);
    const sameOrigin = { 'sec-fetch-site': 'same-origin' };
    expect((await posted('https://shop.example.org', sameOrigin)).status).toBe(202);
    for (const origin of [
      behindProxy.url,
      'http://shop.example.org',
      'https://shop.example.org:8443',
      'https://shop.example.org.evil.example',
      'https://evil.example',
      'null',
    ])
      expect((await posted(origin)).status).toBe(403);
    expect((await posted('https://shop.example.org', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it.each([
    ['an empty text', { is: 'text', text: '  ' }],
    ['a text of 4,001 characters', { is: 'text', text: 'x'.repeat(4_001) }],
    ['an action that no button can carry', { is: 'tap', action: 'x'.repeat(65), message: randomUUID() }],
    ['a tap on no message', { is: 'tap', action: 'home', message: '1 OR 1=1' }],
    ['a command that is none', { is: 'command', name: '../x' }],
    ['an event that only our own side makes', { is: 'returned' }],
    ['a file id of another channel', { is: 'photos', files: [{ fileId: 'x' }] }],
    ['more than there is', { is: 'text', text: 'x', personId: randomUUID() }],
  ])('refuses %s', async (_what, body) => {
    const buyer = await visit(house.url);
    expect((await buyer.event(body)).status).toBe(400);
  });

  it('takes 4,000 characters of text', async () => {
    const buyer = await visit(house.url);
    expect((await buyer.event({ is: 'text', text: '核'.repeat(4_000) })).status).toBe(202);
  });

  it('lets nobody write into or listen to the chat of another', async () => {
    const [one, other] = [await visit(house.url), await visit(house.url)];
    const body = { key: randomUUID(), chat: one.chat, body: text };
    expect((await other.post('/api/buyer/events', body)).status).toBe(409);
    expect((await other.get(`/api/buyer/stream?chat=${one.chat}`)).status).toBe(409);
    expect((await fetch(`${house.url}/api/buyer/stream?chat=${one.chat}`)).status).toBe(409);
    expect((await fetch(`${house.url}/api/buyer/history?before=1`)).status).toBe(401);
  });

  it('keeps a text without the zeros that no database takes', async () => {
    const buyer = await visit(house.url);
    expect((await buyer.event({ is: 'text', text: '\u0000' })).status).toBe(400);
    expect((await buyer.event({ is: 'text', text: 'wal\u0000nuts' })).status).toBe(202);
    await house.engine.idle();
    expect(await house.appContext.db.inbox.count({ where: { state: 'parked' } })).toBe(0);
  });

  it('leaves one person’s taps and messages out of what another hears', async () => {
    const [one, other] = [await visit(house.url), await visit(house.url)];
    await using listener = await other.listen();
    await one.event({ is: 'text', text: 'a secret' });
    await house.engine.idle();
    await other.event({ is: 'text', text: 'mine' });
    await listener.until((_messages, { heard }) => heard.find(({ event }) => event === 'done'));
    expect(JSON.stringify(listener.heard)).not.toContain('secret');
  });

  it('slows down a browser that posts without end, before the database hears of it', async () => {
    const [quick, other] = [await visit(house.url), await visit(house.url)];
    const answers = await Promise.all(Array.from({ length: 120 }, () => quick.event(text)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(50);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await other.event(text)).status).toBe(202);
  });

  it('forgets a browser after thirty days', async () => {
    const buyer = await visit(house.url);
    await house.appContext.db.webSession.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect((await buyer.get('/api/buyer/history?before=1')).status).toBe(401);
    const session = await buyer.get('/api/buyer/session').then((response) => response.json());
    expect(session.chat).not.toBe(buyer.chat);
  });

  it('binds the cookie to this very host where people come by https', async () => {
    await using secure = await openHouse({ isSecure: true });
    const cookie = (await fetch(`${secure.url}/api/buyer/session`)).headers.getSetCookie()[0];
    expect(cookie).toMatch(/^__Host-walnut=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('renews a session that has been used for more than a day', async () => {
    const buyer = await visit(house.url);
    const soon = new Date(Date.now() + 3_600_000);
    await house.appContext.db.webSession.updateMany({ data: { expiresAt: soon } });
    await buyer.get('/api/buyer/session');
    const renewed = await house.appContext.db.webSession.findFirst({ where: { expiresAt: { gt: soon } } });
    expect(renewed).not.toBeNull();
  });
});

describe('photos in the web chat', () => {
  const photo = async (colour: string) =>
    Uint8Array.from(
      await sharp({ create: { width: 2_400, height: 1_200, channels: 3, background: colour } })
        .png()
        .toBuffer(),
    );

  it('takes photos, shrinks them, and shows them to whoever has their address', async () => {
    const buyer = await visit(house.url);
    await using listener = await buyer.listen();
    const { media } = await (await buyer.upload(await photo('#884'), await photo('#484'))).json();
    expect(media).toHaveLength(2);
    expect((await buyer.event({ is: 'photos', files: [media[0]], caption: '核桃 15元一斤' })).status).toBe(
      202,
    );
    const messages = await listener.until((all) => all.length === 2 && all);
    expect(messages[0]).toMatchObject({ mine: true, html: '核桃 15元一斤' });
    const shown = await fetch(`${house.url}/api/media/${messages[1]?.photo}`);
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    expect(shown.headers.get('cache-control')).toContain('immutable');
    expect(await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).toMatchObject({
      width: 1_600,
      height: 800,
    });
  });

  it('refuses what is no picture, and what is larger than 10 MB', async () => {
    const buyer = await visit(house.url);
    expect((await buyer.upload(Uint8Array.from(Buffer.from('not a picture')))).status).toBe(415);
    expect((await buyer.upload(new Uint8Array(10_000_001))).status).toBe(413);
  });

  it('says why it does not take a file, at no cost, and goes on answering others meanwhile', async () => {
    const buyer = await visit(house.url);
    const why = async (file: Uint8Array<ArrayBuffer>, sender = buyer) => {
      const answer = await sender.upload(file);
      return [answer.status, (await answer.json()).error];
    };
    const bombers = await Promise.all([1, 2, 3, 4].map(() => visit(house.url)));
    const bombs = await Promise.all(bombers.map((bomber) => why(svgBomb(), bomber)));
    expect(bombs).toEqual(Array(4).fill([415, 'not-a-picture']));
    expect(await why(heicFile())).toEqual([415, 'photo-heic']);
    expect(await why(hugePng(60_000, 60_000))).toEqual([415, 'too-large']);
    const slow = await slowPng();
    const ended: string[] = [];
    const opening = [1, 2, 3].map(() => buyer.upload(slow).then(() => ended.push('photo')));
    const script = /src="([^"]+)"/.exec(await (await fetch(`${house.url}/`)).text())?.[1];
    for (let times = 0; times < 20; times += 1) await (await fetch(`${house.url}${script}`)).text();
    ended.push('scripts');
    await Promise.all(opening);
    expect(ended).toEqual(['scripts', 'photo', 'photo', 'photo']);
  });

  it('lets nobody put somebody else’s photo into an event', async () => {
    const [one, other] = [await visit(house.url), await visit(house.url)];
    const { media } = await (await one.upload(await photo('#448'))).json();
    expect((await other.event({ is: 'photos', files: media })).status).toBe(400);
    expect((await one.event({ is: 'photos', files: [`${randomUUID()}.x`] })).status).toBe(400);
  });

  it('answers 404 for a photo that is not there', async () => {
    expect((await fetch(`${house.url}/api/media/${randomUUID()}`)).status).toBe(404);
    expect((await fetch(`${house.url}/api/media/1`)).status).toBe(400);
  });
});

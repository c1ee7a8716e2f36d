import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../../src/db/ids.ts';
import { startPushService } from '../../../support/push-service.ts';
import { type House, openHouse } from '../house.ts';
import { type Visitor, visit } from '../visitor.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house[Symbol.asyncDispose]());

async function subscription() {
  await using service = await startPushService();
  const { endpoint, p256dh, auth } = service.subscribe();
  return { endpoint, expirationTime: null, keys: { p256dh, auth } };
}

async function ownedBy({ chat }: Visitor): Promise<{ personId: PersonId }> {
  const { personId } = await house.appContext.db.chat.findUniqueOrThrow({ where: { id: chat } });
  return { personId };
}

const isOn = async (visitor: Visitor): Promise<unknown> => (await visitor.get('/api/buyer/push')).json();

describe('alerts for when the page is closed', () => {
  it('are switched on and off by the browser that gets them, and sealed', async () => {
    const buyer = await visit(house.url);
    const asked = await subscription();
    expect(await isOn(buyer)).toEqual({ key: 'BPushKeyOfTheHouse', isOn: false });
    expect((await buyer.post('/api/buyer/push', asked)).status).toBe(204);
    expect((await buyer.post('/api/buyer/push', asked)).status).toBe(204);
    expect(await isOn(buyer)).toMatchObject({ isOn: true });
    const rows = await house.appContext.db.pushSubscription.findMany({ where: await ownedBy(buyer) });
    expect(rows).toHaveLength(1);
    expect(Buffer.from(rows[0]?.sealed ?? []).toString()).not.toContain('push.example.org');
    expect((await buyer.post('/api/buyer/push/off', {})).status).toBe(204);
    expect(await isOn(buyer)).toMatchObject({ isOn: false });
  });

  it('are one switch for what its person hears as a buyer and as a seller', async () => {
    const both = await visit(house.url);
    await both.get('/api/seller/session');
    expect((await both.post('/api/seller/push', await subscription())).status).toBe(204);
    expect(await isOn(both)).toMatchObject({ isOn: true });
    expect((await both.post('/api/seller/push/off', {})).status).toBe(204);
    expect(await isOn(both)).toMatchObject({ isOn: false });
  });

  it('end where the browser logs out, and go on where it gets another cookie', async () => {
    const [one, other] = [await visit(house.url), await visit(house.url)];
    await one.post('/api/buyer/push', await subscription());
    await other.post('/api/buyer/push', await subscription());
    await other.get('/api/seller/session');
    const before = other.cookie();
    await other.post('/join/0123456789abcdef', {});
    expect(other.cookie()).not.toBe(before);
    expect(await isOn(other)).toMatchObject({ isOn: true });
    await one.post('/api/logout', {});
    expect(await house.appContext.db.pushSubscription.count({ where: await ownedBy(one) })).toBe(0);
  });

  it('are the next person’s where a browser changes hands', async () => {
    const [one, other] = [await visit(house.url), await visit(house.url)];
    const asked = await subscription();
    await one.post('/api/buyer/push', asked);
    await other.post('/api/buyer/push', asked);
    expect(await isOn(one)).toMatchObject({ isOn: false });
    expect(await isOn(other)).toMatchObject({ isOn: true });
  });

  it('are refused for addresses that are no push service’s, keys that are none, other sites and strangers', async () => {
    const buyer = await visit(house.url);
    const asked = await subscription();
    const bad = [
      { ...asked, endpoint: 'https://127.0.0.1/send' },
      { ...asked, endpoint: 'http://push.example.org/send' },
      { ...asked, keys: { ...asked.keys, p256dh: 'short' } },
      { ...asked, keys: { ...asked.keys, auth: 'short' } },
      {},
    ];
    for (const one of bad) expect((await buyer.post('/api/buyer/push', one)).status).toBe(400);
    const foreign = await buyer.post('/api/buyer/push', asked, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    const stranger = await fetch(`${house.url}/api/buyer/push`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: house.url },
      body: JSON.stringify(asked),
    });
    expect(stranger.status).toBe(401);
  });

  it('are of a person’s newest browsers: there is an end to them', async () => {
    const buyer = await visit(house.url);
    const chat = await house.appContext.db.chat.findUniqueOrThrow({ where: { id: buyer.chat } });
    const row = { personId: chat.personId, sealed: Buffer.from('x') };
    const session = await house.appContext.db.webSession.findFirstOrThrow({
      where: { personId: chat.personId },
    });
    await house.appContext.db.pushSubscription.createMany({
      data: Array.from({ length: 12 }, (_, n) => ({
        ...row,
        ...{ id: crypto.randomUUID() as never, tokenHash: session.tokenHash },
        ...{ endpointKey: `old-${n}-${chat.id}`, createdAt: new Date(n) },
      })),
    });
    await buyer.post('/api/buyer/push', await subscription());
    expect(await house.appContext.db.pushSubscription.count({ where: await ownedBy(buyer) })).toBe(10);
    expect(await isOn(buyer)).toMatchObject({ isOn: true });
  });
});

describe('a page that can be installed', () => {
  it('names itself by the village, with icons that are there', async () => {
    for (const [side, start] of [
      ['buyer', '/'],
      ['seller', '/seller'],
    ]) {
      const manifest = await (await fetch(`${house.url}/${side}.webmanifest`)).json();
      expect(manifest).toMatchObject({ start_url: start, display: 'standalone', short_name: '岭头村' });
      for (const { src, sizes } of manifest.icons) {
        const icon = await fetch(house.url + src);
        expect(icon.headers.get('content-type')).toBe('image/png');
        expect(sizes).toMatch(/^(192x192|512x512)$/);
      }
    }
    expect((await fetch(`${house.url}/worker.js`)).headers.get('content-type')).toContain('javascript');
  });
});

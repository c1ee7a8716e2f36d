import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealedAt } from '../../../src/db/crypto/sealed-columns.ts';
import { createMetrics } from '../../../src/http/admin/metrics.ts';
import { startWalnut, type Walnut } from '../../support/walnut.ts';

const TOKEN = 'a-token-of-24-characters';
const asProgram = { authorization: `Bearer ${TOKEN}` };
const asBrowser = {
  authorization: `Basic ${Buffer.from(`admin:${TOKEN}`).toString('base64')}`,
  'sec-fetch-site': 'same-origin',
};

it('says nothing of promises while the database is away, neither that they are kept nor that they are not', async () => {
  const metrics = createMetrics(() => Promise.reject(new Error('away')));
  const text = await metrics.render();
  expect(text).toContain('walnut_database_up 0');
  expect(text).not.toContain('walnut_danger{');
});

describe('what ADMIN_TOKEN opens', () => {
  let walnut: Walnut;
  const get = (path: string, headers: Record<string, string> = asProgram) =>
    fetch(`${walnut.app.url}${path}`, { headers, redirect: 'manual' });
  const post = (path: string, headers: Record<string, string>) =>
    fetch(`${walnut.app.url}${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      redirect: 'manual',
    });

  beforeAll(async () => {
    walnut = await startWalnut({ settings: { ADMIN_TOKEN: TOKEN } });
  });
  afterAll(() => walnut.stop());

  it('is closed to everybody else', async () => {
    for (const path of ['/metrics', '/admin', '/admin/queues', '/admin/board.css']) {
      expect((await get(path, {})).status, path).toBe(401);
      expect((await get(path, { authorization: 'Bearer wrong' })).status, path).toBe(401);
    }
  });

  it('tells Prometheus each promise as a number, and counts turns and deliveries', async () => {
    const chat = walnut.telegram
      .person({ first_name: 'Anna', language_code: 'en' })
      .chatWith(walnut.buyerBot);
    chat.says('/start');
    await chat.waitsFor('Lingtou');
    await walnut.app.engine.idle();
    const text = await (await get('/metrics')).text();
    expect(text).toContain('walnut_oversold_products 0');
    expect(text).toContain('walnut_parked_events 0');
    expect(text).toContain('walnut_database_up 1');
    expect(text).toContain('walnut_danger{promise="events-wait"} 0');
    expect(text).toMatch(/walnut_turn_seconds_count\{side="buyer",act="command start"\} [1-9]/);
    expect(text).toMatch(/walnut_deliveries_total\{channel="telegram-buyer",end="sent"\} [1-9]/);
  });

  it('counts a forged tap under no name of its own', async () => {
    const chat = walnut.telegram
      .person({ first_name: 'Mallory', language_code: 'en' })
      .chatWith(walnut.buyerBot);
    chat.says('/start');
    await chat.waitsFor('Lingtou');
    await chat.tapsForged('made-up/17', chat.last());
    await walnut.app.engine.idle();
    expect(await (await get('/metrics')).text()).not.toContain('made-up');
  });

  it('shows the board in the language of the browser', async () => {
    const zh = await (await get('/admin', { ...asBrowser, 'accept-language': 'zh-CN,zh;q=0.9' })).text();
    expect(zh).toContain('搁置的消息');
    const en = await (await get('/admin', { ...asBrowser, 'accept-language': 'en-GB' })).text();
    expect(en).toContain('Messages set aside');
    expect(en).not.toContain('board-');
  });

  it('tries a parked message again, once, and not for another site', async () => {
    const { db } = walnut.app.appContext;
    const { id } = await db.inbox.create({
      data: {
        ...{ channel: 'telegram-buyer', address: '4711', key: 'parked-1', seq: 1n, at: new Date() },
        ...{ state: 'parked', tries: 3 },
        sealed: walnut.app.appContext.cipher.encrypt(
          { from: { name: 'Bo', language: 'en' }, body: { is: 'command', name: 'help', rest: '' } },
          sealedAt('inbox.sealed', 'telegram-buyer', 'parked-1'),
        ),
      },
    });
    // By its number the lines of the log are found that say why.
    expect(await (await get('/admin', asBrowser)).text()).toContain(`<td>${id}</td>`);
    const path = `/admin/parked/${id}/again`;
    expect((await post(path, { ...asBrowser, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await db.inbox.findUniqueOrThrow({ where: { id } })).state).toBe('parked');
    expect((await post(path, asBrowser)).headers.get('location')).toBe('/admin?done=again');
    expect((await post(path, asBrowser)).headers.get('location')).toBe('/admin?done=gone');
  });

  it("shows BullMQ's own board on this backend, with the queues there are", async () => {
    expect((await get('/admin/queues', asBrowser)).status).toBe(200);
    const queues = await (await get('/admin/queues/api/queues', asBrowser)).json();
    expect(queues.queues.map(({ name }: { name: string }) => name)).toEqual(['later', 'slow']);
  });
});

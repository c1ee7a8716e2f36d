import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { escapeHtml } from '../../../src/chat/dsl/html.ts';
import { type ChatId, idShape } from '../../../src/db/ids.ts';
import { inTransaction } from '../../../src/db/work.ts';
import { type House, openHouse } from './house.ts';
import { type Visitor, visit } from './visitor.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house[Symbol.asyncDispose]());

const text = { is: 'text', text: 'hello' };

/** Says `count` things in somebody's chat. */
async function speak(to: Visitor, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1)
    await inTransaction(house.appContext, (context) =>
      house.engine.enqueue(context, idShape<ChatId>().parse(to.chat), `said:${to.chat}:${at}`, {
        text: escapeHtml(`said ${at}`),
      }),
    );
}

describe('the event streams of one chat', () => {
  it('are four: the one opened first is told that there are enough, and ends', async () => {
    const buyer = await visit(house.url);
    const five = [];
    for (let at = 0; at < 5; at += 1) {
      five.push(await buyer.listen());
      await five.at(-1)?.until((_all, { heard }) => heard.some(({ event }) => event === 'hello'));
    }
    const [first, ...others] = five;
    await first?.until((_all, { heard }) => heard.at(-1)?.event === 'enough');
    await first?.ended;
    await speak(buyer, 1);
    for (const listener of others) await listener.until((messages) => messages.length === 1);
    for (const listener of five) await listener[Symbol.asyncDispose]();
  });

  it('hold up nobody else, however many are asked for and however much is said on them', async () => {
    const [flood, other] = [await visit(house.url), await visit(house.url)];
    await using neighbour = await other.listen();
    const listening = [await flood.listen(), await flood.listen()];
    const asked = Array.from({ length: 1_100 }, () => {
      const stop = new AbortController();
      const opened = fetch(`${house.url}/api/buyer/stream?chat=${flood.chat}`, {
        headers: { cookie: flood.cookie() },
        signal: stop.signal,
      });
      return opened.then((response) => ({ status: response.status, stop }));
    });
    const ended: string[] = [];
    const said = speak(flood, 300).then(() => ended.push('flood'));
    await other.event(text);
    await neighbour.until((messages) => messages.length === 2);
    ended.push('neighbour');
    const answers = await Promise.all(asked);
    await said;
    expect(ended).toEqual(['neighbour', 'flood']);
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(800);
    for (const { stop } of answers) stop.abort();
    for (const listener of listening) await listener[Symbol.asyncDispose]();
  });

  it('bring everything once and in order to pages that came at different times', async () => {
    const buyer = await visit(house.url);
    await using early = await buyer.listen();
    const speaking = speak(buyer, 60);
    await early.until((messages) => messages.length > 10);
    await using late = await buyer.listen();
    await using resumed = await buyer.listen('0');
    await speaking;
    for (const listener of [early, late, resumed]) {
      const messages = await listener.until((all) => all.at(-1)?.html.includes('59') && all);
      const ids = listener.heard.flatMap(({ event, data }) =>
        event === 'message' ? [(data as { id: string }).id] : [],
      );
      expect(new Set(ids).size).toBe(ids.length);
      expect(messages.length).toBeGreaterThanOrEqual(50);
    }
  });
});

describe('a cookie that we never gave', () => {
  it('costs no look into the database, and sees a 429 soon', async () => {
    const real = await visit(house.url);
    const [name, value = ''] = real.cookie().split('=');
    const forged = [
      `${value.split('.')[0]}.${'x'.repeat(43)}`,
      String(value.split('.')[0]),
      'x'.repeat(43),
      '.',
    ];
    for (const cookie of forged) {
      const answer = await fetch(`${house.url}/api/buyer/history?before=1`, {
        headers: { cookie: `${name}=${cookie}` },
      });
      expect(answer.status).toBe(401);
    }
    const many = await Promise.all(
      Array.from({ length: 200 }, (_, at) =>
        fetch(`${house.url}/api/buyer/history?before=1`, { headers: { cookie: `${name}=made-up-${at}.x` } }),
      ),
    );
    expect(many.filter(({ status }) => status === 429).length).toBeGreaterThan(50);
    expect((await real.get('/api/buyer/history?before=1')).status).toBe(200);
  });

  it('makes no more new people than an address may bring', async () => {
    await using fresh = await openHouse();
    const come = () =>
      fetch(`${fresh.url}/api/buyer/session`, { headers: { cookie: `walnut=${randomUUID()}` } });
    const answers = await Promise.all(Array.from({ length: 700 }, come));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(100);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await fresh.appContext.db.person.count()).toBe(700 - refused.length);
  });
});

describe('uploads and slow bodies', () => {
  it('lets a browser have three uploads under way, and no more', async () => {
    const buyer = await visit(house.url);
    const begun = await Promise.all([1, 2, 3].map(() => halfSent('multipart/form-data; boundary=x', buyer)));
    await expect.poll(async () => (await buyer.upload(new Uint8Array(10))).status).toBe(429);
    for (const socket of begun) socket.destroy();
    await expect.poll(async () => (await buyer.upload(new Uint8Array(10))).status).toBe(415);
  });

  it('closes two hundred half-sent bodies in time, and answers others meanwhile', {
    timeout: 40_000,
  }, async () => {
    const buyer = await visit(house.url);
    const sockets = await Promise.all(Array.from({ length: 200 }, () => halfSent('application/json', buyer)));
    const closed = Promise.all(sockets.map((socket) => once(socket, 'close')));
    expect((await buyer.event(text)).status).toBe(202);
    await closed;
  });
});

async function halfSent(type: string, visitor: Visitor): Promise<Socket> {
  const { hostname, port } = new URL(house.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  socket.resume();
  await once(socket, 'connect');
  const path = type.startsWith('multipart') ? 'photos' : 'events';
  const head = [
    `POST /api/buyer/${path} HTTP/1.1`,
    `host: ${hostname}:${port}`,
    `origin: ${house.url}`,
    `cookie: ${visitor.cookie()}`,
    `content-type: ${type}`,
    'content-length: 5000',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n{`);
  return socket;
}

import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../src/db/work.ts';
import { buildServer } from '../../src/http/server.ts';
import { streamHookRoutes } from '../../src/http/stream-hooks.ts';
import { createShop } from '../../src/shop/shop.ts';
import { openVillageForEach } from '../support/open-village.ts';
import { present } from '../support/present.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const { database, clock, village } = openVillageForEach();
let server: FastifyInstance;
let token: string;
let received: number;

beforeEach(async () => {
  received = 0;
  server = await buildServer({
    log: pino({ level: 'silent' }),
    trustProxy: false,
    isSecure: false,
    isHealthy: async () => true,
    isAway: () => false,
    routes: [
      streamHookRoutes({
        receive: (given, event) => {
          received += 1;
          return inTransaction(village.appContext, (context) =>
            createShop(context).streams.hooks.receive(given, event),
          );
        },
      }),
    ],
  });
  token = await newToken();
  return () => server.close();
});

async function newToken(person = village.owner.person): Promise<string> {
  const made = await village.shop((shop) => shop.streams.hooks.create(person, village.seller));
  if (made === 'too-many') throw new Error('the story has enough addresses');
  return present(made).token;
}

const post = (payload: object | string, type = 'application/json', at = token, query = '') =>
  server.inject({
    method: 'POST',
    url: `/hooks/stream/${at}${query}`,
    headers: { 'content-type': type },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });

const FORM = 'application/x-www-form-urlencoded';
const states = async () =>
  (await database.db.stream.findMany({ orderBy: { createdAt: 'asc' } })).map(({ state }) => state);
const alerts = () => database.db.alert.count({ where: { kind: 'stream-start' } });

/** As SRS posts it. */
const srs = (action: string) => ({
  server_id: 'vid-0xk989d',
  service_id: '382a2m2e',
  action,
  client_id: '341w361a',
  ip: '127.0.0.1',
  vhost: '__defaultVhost__',
  app: 'live',
  tcUrl: 'rtmp://127.0.0.1:1935/live?vhost=__defaultVhost__',
  stream: 'livestream',
  param: '',
  stream_url: 'video.test.com/live/livestream',
  stream_id: 'vid-124q9y3',
});

/** As SRS posted it up to release 3: fewer fields, and numbers for clients. */
const olderSrs = (action: string) => ({
  ...{ action, client_id: 1985, ip: '192.168.1.10', vhost: 'video.test.com', app: 'live' },
  ...{ tcUrl: 'rtmp://video.test.com/live?token=xxx&salt=yyy', stream: 'livestream', param: '?token=xxx' },
});

/** As nginx-rtmp posts it. */
const nginx = (call: string, more: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams({
    ...{ app: 'live', flashver: 'FMLE/3.0 (compatible; FMSc/1.0)', swfurl: '', pageurl: '' },
    ...{ tcurl: 'rtmp://127.0.0.1/live', addr: '127.0.0.1', clientid: '1' },
    ...{ call, name: 'wang', type: 'live', ...more },
  }).toString();

const obs = (outputState: string) => ({
  eventType: 'StreamStateChanged',
  eventIntent: 64,
  eventData: { outputActive: outputState.endsWith('STARTED'), outputState },
});

describe('a streaming program', () => {
  it.each([
    ['SRS', srs('on_publish'), srs('on_unpublish'), 'application/json'],
    ['SRS of earlier releases', olderSrs('on_publish'), olderSrs('on_unpublish'), 'application/json'],
    ['nginx-rtmp', nginx('publish'), nginx('publish_done'), FORM],
    [
      'obs-websocket',
      obs('OBS_WEBSOCKET_OUTPUT_STARTED'),
      obs('OBS_WEBSOCKET_OUTPUT_STOPPED'),
      'application/json',
    ],
    [
      'obs-websocket in its envelope',
      { op: 5, d: obs('OBS_WEBSOCKET_OUTPUT_STARTED') },
      { op: 5, d: obs('OBS_WEBSOCKET_OUTPUT_STOPPED') },
      'application/json',
    ],
    [
      'the script for OBS',
      { event: 'start', url: 'https://live.example.org/wang' },
      { event: 'stop' },
      undefined,
    ],
  ])('%s begins a stream, and its end waits for the picture', async (_, begins, ends, type) => {
    const begun = await post(begins, type);
    expect(begun.json()).toEqual({ code: 0, stream: 'started' });
    expect(begun.statusCode).toBe(200);
    expect(await states()).toEqual(['live']);
    expect(await alerts()).toBe(1);
    expect((await post(ends, type)).json()).toEqual({ code: 0, stream: 'stopped' });
    expect(await states()).toEqual(['interrupted']);
  });

  it('MediaMTX says it in the address alone', async () => {
    const call = (event: string) =>
      server.inject({
        method: 'POST',
        url: `/hooks/stream/${token}?event=${event}&path=wang&source=rtmpConn`,
      });
    expect((await call('start')).json()).toEqual({ code: 0, stream: 'started' });
    expect((await call('stop')).json()).toEqual({ code: 0, stream: 'stopped' });
  });

  it.each([
    ['SRS', srs('on_play'), 'application/json'],
    ['nginx-rtmp', nginx('play'), FORM],
    ['nginx-rtmp that closes a connection', nginx('done'), FORM],
    ['OBS', obs('OBS_WEBSOCKET_OUTPUT_STARTING'), 'application/json'],
    [
      'OBS of something else',
      { op: 5, d: { eventType: 'CurrentProgramSceneChanged', eventData: {} } },
      undefined,
    ],
  ])('%s that reports something else is heard, and changes nothing', async (_, body, type) => {
    expect((await post(body, type)).json()).toEqual({ code: 0 });
    expect(await states()).toEqual([]);
  });

  it('that flaps is one stream with one alert', async () => {
    for (let i = 0; i < 4; i += 1) {
      await post(srs('on_publish'));
      await post(srs('on_unpublish'));
      clock.advance(MINUTE);
      await new Promise((resolve) => setTimeout(resolve, 1_050));
    }
    expect(await states()).toEqual(['interrupted']);
    expect(await alerts()).toBe(1);
  });

  it('and the button in the same moment are one stream', async () => {
    const { person } = village.owner;
    await Promise.all([
      post(srs('on_publish')),
      village.shop((shop) => shop.streams.goLive(person, village.seller, {})),
      post(nginx('publish'), FORM),
    ]);
    expect(await states()).toEqual(['live']);
    expect(await alerts()).toBe(1);
  });

  it('is a sign of life: the stream goes on for three more hours', async () => {
    await post(srs('on_publish'));
    clock.advance(2 * HOUR);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    const update = nginx('update_publish', { time: '7200', timestamp: '7199960' });
    expect((await post(update, FORM)).json()).toEqual({ code: 0, stream: 'on' });
    expect(await database.db.stream.findFirstOrThrow()).toMatchObject({ lastSignAt: clock.now() });
  });
});

describe('a request that is not one', () => {
  it.each([
    ['with a forged token', 'x'.repeat(32)],
    ['with half a token', 'short'],
    ['without one', ''],
    ['with what no token holds', '%00'.repeat(10)],
  ])('%s is answered as if there were no such place', async (_, at) => {
    expect((await post(srs('on_publish'), 'application/json', at)).statusCode).toBe(404);
    expect(await states()).toEqual([]);
  });

  it.each([
    ['of nothing', '{}', 'application/json'],
    ['that is no JSON', '{"event":', 'application/json'],
    ['of a page', '<html>', 'text/html'],
    ['with a link that no phone opens', '{"event":"start","url":"javascript:alert(1)"}', 'application/json'],
    [
      'of twenty kilobytes',
      JSON.stringify({ event: 'start', title: 'x'.repeat(20_000) }),
      'application/json',
    ],
  ])('%s is refused', async (_, payload, type) => {
    expect((await post(payload, type)).statusCode).toBeGreaterThanOrEqual(400);
    expect(await states()).toEqual([]);
  });

  it('with a revoked token, or of somebody who was removed, is refused', async () => {
    const helper = await village.person('telegram-seller');
    const membership = { sellerId: village.seller, personId: helper.person };
    await database.db.member.create({
      data: { ...membership, role: 'helper', rights: ['post'], createdAt: clock.now() },
    });
    const theirs = await newToken(helper.person);
    await database.db.member.delete({ where: { sellerId_personId: membership } });
    expect((await post(srs('on_publish'), 'application/json', theirs)).statusCode).toBe(404);
    const [hook] = await village.shop((shop) => shop.streams.hooks.of(village.owner.person, village.seller));
    await village.shop((shop) => shop.streams.hooks.revoke(village.owner.person, present(hook).id));
    expect((await post(srs('on_publish'))).statusCode).toBe(404);
    expect(await states()).toEqual([]);
  });

  it('of whoever guesses is not looked up any more', async () => {
    for (let i = 0; i < 40; i += 1)
      await post(srs('on_publish'), 'application/json', String(i).padStart(32, 'x'));
    expect(received).toBe(30);
  });
});

describe('many requests', () => {
  it('a thousand in a second are one stream with one alert, and all are answered', async () => {
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => post(srs('on_publish'))));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    expect(received).toBeLessThan(10);
    expect(await states()).toEqual(['live']);
    expect(await alerts()).toBe(1);
  });

  it('beyond ten starts an hour nothing begins; SRS is not told to cut the picture', async () => {
    const act = (event: { is: 'start' } | { is: 'stop' }) =>
      village.shop((shop) => shop.streams.hooks.receive(token, event));
    for (let i = 0; i < 10; i += 1) {
      await act({ is: 'start' });
      await act({ is: 'stop' });
    }
    const refused = await post({ event: 'start' });
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['retry-after']).toBe('3600');
    const ignored = await post(srs('on_publish'));
    expect(ignored.statusCode).toBe(200);
    expect(ignored.json()).toEqual({ code: 0, ignored: 'too-many' });
    clock.advance(HOUR);
    expect(await act({ is: 'start' })).toBe('started');
  });
});

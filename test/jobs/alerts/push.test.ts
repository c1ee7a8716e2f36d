import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPushChannel } from '../../../src/bots/web/push/channel.ts';
import { makePushKeys } from '../../../src/bots/web/push/keys.ts';
import { keepPushKeys, type PushKeys } from '../../../src/chat/store/push-keys.ts';
import { type FakeBrowser, type PushService, startPushService } from '../../support/push-service.ts';
import { type Neighbour, testSeal } from '../../support/village.ts';
import { MINUTE, Scene } from '../scene.ts';
import { openStage, type Stage } from '../stage.ts';
import { tellsIn } from '../tells-in.ts';

describe('alerts in browsers whose page is closed', () => {
  const scene = new Scene('PostgreSQL');
  let service: PushService;
  let stage: Stage;
  let keys: PushKeys;

  beforeAll(async () => {
    await scene.close();
    service = await startPushService();
    const appContext = { db: scene.db, cipher: testSeal, clock: scene.clock };
    keys = await keepPushKeys(appContext, makePushKeys);
    const push = createPushChannel({
      side: 'buyer',
      appContext,
      keys,
      subject: 'https://shop.example',
      post: service.post,
    });
    const place = { databaseUrl: scene.database.url, redisUrl: undefined };
    stage = await openStage({ ...appContext, channel: scene.phones, ...place, more: [push] });
  });
  afterAll(async () => {
    await stage[Symbol.asyncDispose]();
    await service[Symbol.asyncDispose]();
  });
  beforeEach(() => {
    service.taken.length = 0;
    service.answers.length = 0;
  });

  /** Somebody who follows in the web chat, with so many browsers that tell them. */
  async function follower(browsers = 1): Promise<{ who: Neighbour; browsers: FakeBrowser[] }> {
    const { village } = scene;
    const who = await village.person('web-buyer', 'en');
    await village.shop((shop) =>
      shop.subscriptions.follow(who.person, who.chat, { kind: 'seller', targetId: village.seller }),
    );
    const made = Array.from({ length: browsers }, () => service.subscribe());
    for (const browser of made) await tellsIn(browser, who, village.appContext);
    return { who, browsers: made };
  }

  const done = async (ms = 0): Promise<void> => {
    scene.clock.advance(ms);
    if (ms > 0) await stage.jobs.sweep();
    await stage.jobs.idle();
    await stage.engine.idle();
  };
  const messages = ({ chat }: Neighbour) => scene.db.message.findMany({ where: { chatId: chat } });

  it('are told once, sealed for that browser, signed by the shop, and name nobody', async () => {
    const { who, browsers } = await follower();
    await scene.goLive({ title: 'new walnuts', url: 'https://live.example.org/wang' });
    await done();
    const [message, ...more] = await messages(who);
    expect(more).toEqual([]);
    expect(service.taken).toHaveLength(1);
    const [push] = service.taken;
    expect(push).toMatchObject({ ttl: '3600', urgency: 'high', encoding: 'aes128gcm' });
    expect(push?.topic).toMatch(/^[\w-]{32}$/);
    expect(push?.vapid).toMatchObject({
      ...{ aud: 'https://push.example.org', sub: 'https://shop.example', key: keys.publicKey },
    });
    const told = browsers[0]?.read(push);
    expect(told).toEqual({
      title: '🔴 Wang is live! new walnuts',
      text: '',
      tag: expect.any(String),
      open: `/#message-${message?.id}`,
    });
    for (const own of [who.person, who.chat, who.address]) expect(JSON.stringify(told)).not.toContain(own);
    await done(MINUTE);
    expect(service.taken).toHaveLength(1);
    expect(await scene.deliveries()).toEqual({ sent: 1 });
    expect(await scene.alertStates()).toEqual(['done']);
  });

  it('wait for a service that is down, while the chat has the message and others are told', async () => {
    service.answers.push(503);
    const { who } = await follower();
    await scene.goLive();
    await done();
    expect(await messages(who)).toHaveLength(1);
    expect(service.taken).toHaveLength(1);
    const { who: other } = await follower();
    await scene.village.shop((shop) =>
      shop.streams.plan(scene.village.owner.person, scene.village.seller, {
        plannedAt: new Date(scene.clock.now().getTime() + 60 * MINUTE),
      }),
    );
    await done();
    expect(await messages(other)).toHaveLength(1);
    await done(MINUTE);
    await done(MINUTE);
    expect(await messages(who)).toHaveLength(2);
    expect(await scene.deliveries()).toEqual({ sent: 3 });
  });

  it('are given up where a service takes none, and the message stands in the chat', async () => {
    service.answers.push(...Array.from({ length: 6 }, () => 500));
    const { who } = await follower();
    await scene.goLive();
    await done();
    for (let n = 0; n < 8; n += 1) await done(6 * MINUTE);
    expect(service.taken).toHaveLength(6);
    expect(await messages(who)).toHaveLength(1);
    expect(await scene.deliveries()).toEqual({ sent: 1 });
  });

  it.each([404, 410, 403])('end where the service answers %i: the browser wants no more', async (status) => {
    service.answers.push(status);
    const { who } = await follower();
    await scene.goLive();
    await done();
    expect(await scene.db.pushSubscription.count()).toBe(0);
    expect(await messages(who)).toHaveLength(1);
    expect(await scene.deliveries()).toEqual({ sent: 1 });
    expect(await scene.db.chat.count({ where: { isGone: true } })).toBe(0);
  });

  it('tell each browser of a person once, also where one of them has to be tried again', async () => {
    service.answers.push(429);
    const { browsers } = await follower(2);
    await scene.goLive();
    await done();
    await done(MINUTE);
    const paths = service.taken.map(({ path }) => path).sort();
    expect(paths).toHaveLength(3);
    expect(new Set(paths)).toEqual(new Set(browsers.map(({ endpoint }) => new URL(endpoint).pathname)));
  });

  it('are not told of what is over by then, and nothing is said twice of it', async () => {
    service.answers.push(503);
    const { who } = await follower();
    const { id } = await scene.goLive();
    await done();
    await scene.endStream(id);
    await done(MINUTE);
    expect(service.taken).toHaveLength(1);
    expect(await messages(who)).toHaveLength(1);
    expect(await scene.deliveries()).toEqual({ sent: 1 });
  });

  it('count for the seller once, from the moment at which they stand in the chat', async () => {
    service.answers.push(503);
    await follower();
    const { id } = await scene.goLive();
    await done();
    expect(await scene.village.shop((shop) => shop.streams.alertCounts(id))).toMatchObject({
      ...{ people: 1, sent: 1, waiting: 0 },
    });
  });
});

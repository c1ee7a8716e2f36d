import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPushChannel } from '../../src/bots/web/push/channel.ts';
import { makePushKeys } from '../../src/bots/web/push/keys.ts';
import { type ChannelName, sides } from '../../src/chat/dsl/event.ts';
import { keepPushKeys } from '../../src/chat/store/push-keys.ts';
import type { OrderId } from '../../src/db/ids.ts';
import { placeOrder } from '../support/placing.ts';
import { type FakeBrowser, type PushService, startPushService } from '../support/push-service.ts';
import { type Neighbour, testSeal } from '../support/village.ts';
import { MINUTE, Scene } from './scene.ts';
import { openStage, type Stage } from './stage.ts';
import { tellsIn } from './tells-in.ts';

describe('what is said to somebody whose page is closed', () => {
  const scene = new Scene('PostgreSQL');
  let service: PushService;
  let stage: Stage;

  beforeAll(async () => {
    await scene.close();
    service = await startPushService();
    const appContext = { db: scene.db, cipher: testSeal, clock: scene.clock };
    const keys = await keepPushKeys(appContext, makePushKeys);
    const parts = { appContext, keys, subject: 'https://shop.example', post: service.post };
    const push = sides.map((side) => createPushChannel({ side, ...parts }));
    const place = { databaseUrl: scene.database.url, redisUrl: undefined };
    stage = await openStage({ ...appContext, channel: scene.phones, ...place, more: push });
  });
  afterAll(async () => {
    await stage[Symbol.asyncDispose]();
    await service[Symbol.asyncDispose]();
  });

  let buyer: Neighbour;
  let seller: Neighbour;
  let order: OrderId;

  /** Somebody has ordered walnuts of a family that has only the browser. */
  beforeEach(async () => {
    service.taken.length = 0;
    service.answers.length = 0;
    const { village, db, clock } = scene;
    await village.trustsNewcomers();
    buyer = await village.person('web-buyer', 'en');
    seller = await village.person('web-seller', 'en');
    // A sweep of the process may come between: the morning's brief is no part of the story.
    await db.person.update({ where: { id: seller.person }, data: { wantsBrief: false } });
    const owner = { sellerId: village.seller, personId: seller.person, role: 'owner' };
    await db.member.create({ data: { ...owner, createdAt: clock.now() } });
    order = await placeOrder(scene, buyer, [[await village.product('walnuts', 10_000), 1_000]]);
  });

  const done = async (ms = 0): Promise<void> => {
    scene.clock.advance(ms);
    if (ms > 0) await stage.jobs.sweep();
    await stage.jobs.idle();
    await stage.engine.idle();
  };

  async function taps(channel: ChannelName, { address }: Neighbour, action: string): Promise<void> {
    const said = { channel, address, key: randomUUID(), seq: BigInt(Date.now()), at: scene.clock.now() };
    await stage.engine.accept([{ ...said, from: { name: 'x' }, body: { is: 'tap', action } }]);
    await stage.engine.idle();
    await done();
  }

  async function browserOf(who: Neighbour): Promise<FakeBrowser> {
    const browser = service.subscribe();
    await tellsIn(browser, who, scene.village.appContext);
    return browser;
  }

  it('is told to a family, by its first line alone, and leads to the message', async () => {
    const browser = await browserOf(seller);
    await taps('web-buyer', buyer, `cancel/${order}`);
    const { number } = await scene.db.order.findUniqueOrThrow({ where: { id: order } });
    const message = await scene.db.message.findFirstOrThrow({ where: { chatId: seller.chat } });
    expect(service.taken).toHaveLength(1);
    expect(service.taken[0]).toMatchObject({ ttl: '86400', urgency: 'high' });
    expect(browser.read(service.taken[0])).toEqual({
      title: expect.stringContaining(number),
      text: '',
      tag: message.id,
      open: `/seller#message-${message.id}`,
    });
  });

  it('is told to a buyer when the family has accepted', async () => {
    const browser = await browserOf(buyer);
    await taps('web-seller', seller, `accept/${order}`);
    expect(browser.read(service.taken[0])).toMatchObject({
      open: expect.stringMatching(/^\/#message-/),
      text: '',
    });
  });

  it('is told to nobody who only got an answer, or has no browser that tells them', async () => {
    await browserOf(buyer);
    await taps('web-buyer', buyer, `cancel/${order}`);
    expect(service.taken).toEqual([]);
    expect(await scene.db.outbox.count({ where: { job: 'notify-browsers' } })).toBe(0);
  });

  it('is told again to a service that was down, and once', async () => {
    const browser = await browserOf(seller);
    // After some failures in a row the pause is longer than work is handed over ahead of its time.
    await scene.db.pushSubscription.updateMany({ data: { failures: 4 } });
    service.answers.push(503);
    await taps('web-buyer', buyer, `cancel/${order}`);
    expect(service.taken).toHaveLength(1);
    for (let n = 0; n < 3; n += 1) await done(MINUTE);
    expect(service.taken).toHaveLength(2);
    expect(browser.read(service.taken[1])).toMatchObject({ text: '' });
  });
});

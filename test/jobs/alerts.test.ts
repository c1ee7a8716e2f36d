import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { batchOf, spacingOf } from '../../src/jobs/pace.ts';
import { DELIVERY_LEASE_MS } from '../../src/shop/deliveries.ts';
import { type TestClock, testClock } from '../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import type { TestRedis } from '../support/redis.ts';
import { foundVillage, type Village } from '../support/village.ts';
import { backends, startBackend } from './backends.ts';
import { openStage, Phones, type Stage } from './stage.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe.each(backends)('alerts, with queues on %s', (backend) => {
  let database: FreshDatabase;
  let redis: TestRedis | undefined;
  let clock: TestClock;
  let village: Village;
  let phones: Phones;
  let stage: Stage;

  beforeAll(async () => {
    database = await freshDatabase();
    redis = await startBackend(backend);
  });
  afterAll(async () => {
    await redis?.[Symbol.asyncDispose]();
    await database.drop();
  });
  beforeEach(async () => {
    await database.db.$executeRaw`TRUNCATE person, village, alert, subscription, outbox CASCADE`;
    clock = testClock();
    village = await foundVillage(database.db, clock);
    phones = new Phones();
    stage = await openHere();
  });
  afterEach(() => stage[Symbol.asyncDispose]());

  const openHere = (rate?: number): Promise<Stage> =>
    openStage({
      db: database.db,
      clock,
      databaseUrl: database.url,
      redisUrl: redis?.url,
      channel: phones,
      ...(rate && { rate }),
    });

  const goLive = (said: { title?: string; url?: string } = {}) =>
    village.shop((shop) => shop.streams.goLive(village.owner.person, village.seller, said));

  const plan = (plannedAt: Date) =>
    village.shop((shop) => shop.streams.plan(village.owner.person, village.seller, { plannedAt }));

  const restock = (product: string, quantity: number) =>
    village.shop((shop) => shop.offers.moveStock(village.owner.person, product, { mode: 'set', quantity }));

  /** The clock moves, what is due by then is done. */
  const later = async (ms: number): Promise<void> => {
    clock.advance(ms);
    await stage.jobs.sweep();
    await stage.jobs.idle();
  };

  const addresses = () => phones.got.map((message) => message.address);
  const states = async () =>
    Object.fromEntries(
      (await database.db.delivery.groupBy({ by: ['state'], _count: true })).map((row) => [
        row.state,
        row._count,
      ]),
    );
  const alertStates = async () => (await database.db.alert.findMany()).map((alert) => alert.state);

  describe('the start of a stream', () => {
    it('reaches every follower once, with ways to watch, buy, see more and hear no more', async () => {
      await village.product('核桃', 50_000);
      const { chat, person, address } = await village.person();
      await village.shop((shop) => shop.subscriptions.follow(person, chat, 'seller', village.seller));
      await goLive({ url: 'https://live.example.org/wang', title: 'new walnuts' });
      await stage.jobs.idle();
      expect(phones.got).toMatchObject([
        {
          address,
          text: expect.stringMatching(/Wang is live! new walnuts\n· 核桃 ¥30/),
          labels: [
            '▶️ Watch',
            expect.stringContaining('2.5 kg ¥75'),
            '👀 See all',
            expect.stringContaining('nfollow'),
          ],
        },
      ]);
      await goLive();
      await later(HOUR);
      expect(phones.got).toHaveLength(1);
      expect(await alertStates()).toEqual(['done']);
    });

    it('can be tapped away: the message is on record with its platform id', async () => {
      await village.followers(1);
      await goLive();
      await stage.jobs.idle();
      expect(await database.db.message.findMany({ where: { state: 'sent' } })).toMatchObject([
        { platformId: '1' },
      ]);
      const tap = phones.got[0]?.taps.find((action) => action.startsWith('unfollow/')) ?? '';
      await stage.engine.accept([
        {
          channel: 'telegram-buyer',
          address: phones.got[0]?.address ?? '',
          key: 'tap',
          seq: 1n,
          at: clock.now(),
          from: { name: 'x' },
          body: { is: 'tap', action: tap, message: '1' },
        },
      ]);
      await stage.engine.idle();
      expect(await database.db.subscription.count()).toBe(0);
    });

    it('is heard first by those who reserved, then buyers, then followers of the seller, then of the village', async () => {
      const planned = await plan(new Date(clock.now().getTime() + 10 * MINUTE));
      const people = { villager: await village.person(), follower: await village.person() };
      const buyer = await village.person();
      const keen = await village.person();
      await database.db.checkout.create({
        data: {
          personId: buyer.person,
          chatId: buyer.chat,
          state: 'placed',
          payment: 'delivery',
          lines: [],
          total: 1,
          createdAt: clock.now(),
          orders: {
            create: {
              number: 'A-0001',
              sellerId: village.seller,
              personId: buyer.person,
              chatId: buyer.chat,
              fulfilment: 'delivered',
              payment: 'none',
              stock: 'taken',
              total: 1,
              placedAt: clock.now(),
            },
          },
        },
      });
      await village.shop(async ({ subscriptions }) => {
        await subscriptions.follow(people.villager.person, people.villager.chat, 'village', village.id);
        await subscriptions.follow(people.follower.person, people.follower.chat, 'seller', village.seller);
        await subscriptions.follow(people.follower.person, people.follower.chat, 'village', village.id);
        await subscriptions.follow(buyer.person, buyer.chat, 'village', village.id);
        await subscriptions.reserve(keen.person, keen.chat, planned?.id ?? '');
      });
      await goLive();
      await stage.jobs.idle();
      const ranked = await database.db.delivery.findMany({ orderBy: { rank: 'asc' } });
      expect(ranked.map((row) => row.chatId)).toEqual([
        keen.chat,
        buyer.chat,
        people.follower.chat,
        people.villager.chat,
      ]);
      expect(new Set(addresses()).size).toBe(4);
      const offersToStop = phones.got.filter((message) =>
        message.taps.some((tap) => tap.startsWith('unfollow/')),
      );
      expect(offersToStop.map((message) => message.address)).toEqual([people.follower.address]);
    });

    it('is for everybody in their own language, and on the web for those who are there', async () => {
      const chinese = await village.person('telegram-buyer', 'zh');
      const web = await village.person('web-buyer');
      await village.shop(async ({ subscriptions }) => {
        await subscriptions.follow(chinese.person, chinese.chat, 'seller', village.seller);
        await subscriptions.follow(web.person, web.chat, 'seller', village.seller);
      });
      await goLive();
      await stage.jobs.idle();
      expect(phones.got.map((message) => message.text)).toEqual([expect.stringContaining('开播了')]);
      expect(await database.db.message.count({ where: { chatId: web.chat, state: 'sent' } })).toBe(1);
      expect(await states()).toEqual({ sent: 2 });
    });

    it('leaves out who blocked us, and the own people of a seller of a followed village', async () => {
      const gone = await village.person();
      await database.db.chat.update({ where: { id: gone.chat }, data: { isGone: true } });
      await village.shop(async ({ subscriptions }) => {
        await subscriptions.follow(gone.person, gone.chat, 'seller', village.seller);
        await subscriptions.follow(village.owner.person, village.owner.chat, 'village', village.id);
      });
      await goLive();
      await stage.jobs.idle();
      expect(phones.got).toEqual([]);
      expect(await alertStates()).toEqual(['done']);
    });

    it('is not told any more when the stream is over', async () => {
      await stage[Symbol.asyncDispose]();
      await village.followers(5);
      const live = await goLive();
      await village.shop((shop) => shop.streams.end(village.owner.person, live?.id ?? ''));
      stage = await openHere();
      await later(MINUTE);
      expect(phones.got).toEqual([]);
      expect(await alertStates()).toEqual(['called-off']);
    });

    it('that ends while people are being told is dropped for the rest', async () => {
      await village.followers(250);
      const live = await goLive();
      phones.answer = async () => {
        phones.answer = () => ({ is: 'sent' });
        await village.shop((shop) => shop.streams.end(village.owner.person, live?.id ?? ''));
        return { is: 'sent' };
      };
      await stage.jobs.idle();
      const { sent = 0, dropped = 0 } = await states();
      expect(sent + dropped).toBe(250);
      expect(dropped).toBeGreaterThan(0);
      expect(await alertStates()).toEqual(['done']);
    });
  });

  describe('what a channel answers', () => {
    beforeEach(async () => {
      await village.followers(3);
    });

    it('"gone" closes the chat, and nothing is said there again', async () => {
      phones.answer = () => ({ is: 'gone' });
      await goLive();
      await stage.jobs.idle();
      expect(await database.db.chat.count({ where: { isGone: true } })).toBe(3);
      expect(await states()).toEqual({ gone: 3 });
    });

    it('"moved" is told again at the new address', async () => {
      phones.answer = ({ address }) =>
        address.startsWith('new-') ? { is: 'sent' } : { is: 'moved', address: `new-${address}` };
      await goLive();
      await stage.jobs.idle();
      expect(addresses().every((address) => address.startsWith('new-'))).toBe(true);
      expect(await states()).toEqual({ sent: 3 });
    });

    it('"refused" is not tried again', async () => {
      phones.answer = () => ({ is: 'refused', why: 'too long' });
      await goLive();
      await stage.jobs.idle();
      expect(await states()).toEqual({ refused: 3 });
    });

    it('"unknown" and our own faults are tried again when the lease has lapsed, not before', async () => {
      let tries = 0;
      phones.answer = () => {
        tries += 1;
        if (tries === 1) throw new Error('a fault of ours');
        return tries === 2 ? { is: 'unknown', why: 'timed out' } : { is: 'sent' };
      };
      await goLive();
      await stage.jobs.idle();
      expect(await states()).toEqual({ sending: 2, sent: 1 });
      await later(DELIVERY_LEASE_MS - 1);
      expect(tries).toBe(3);
      await later(1);
      expect(await states()).toEqual({ sent: 3 });
      expect(await alertStates()).toEqual(['done']);
    });

    it('"later" pauses the whole queue for so long, and loses nobody', async () => {
      let saidLater = 0;
      phones.answer = () => {
        if (saidLater > 0) return { is: 'sent' };
        saidLater = Date.now();
        return { is: 'later', ms: 700 };
      };
      await goLive();
      await stage.jobs.idle();
      const after = phones.got.map((message) => message.at - saidLater);
      // Those of the same batch were on their way already.
      expect(after.filter((ms) => ms > 50 && ms < 690)).toEqual([]);
      expect(await states()).toEqual({ sent: 3 });
    });
  });

  describe('the reminder of a planned stream', () => {
    const reserved = async () => {
      const planned = await plan(new Date(clock.now().getTime() + 24 * HOUR));
      const { person, chat } = await village.person();
      await village.followers(2);
      await village.shop((shop) => shop.subscriptions.reserve(person, chat, planned?.id ?? ''));
      return planned?.id ?? '';
    };

    it('reaches those who reserved, half an hour before', async () => {
      await reserved();
      await later(23.5 * HOUR - 1);
      expect(phones.got).toEqual([]);
      await later(1);
      expect(phones.got.map((message) => message.text)).toEqual([
        expect.stringContaining('Wang goes live at'),
      ]);
      await later(HOUR);
      expect(phones.got).toHaveLength(1);
    });

    it('does not come for a plan that was called off', async () => {
      const id = await reserved();
      await village.shop((shop) => shop.streams.cancel(village.owner.person, id));
      await later(24 * HOUR);
      expect(phones.got).toEqual([]);
    });

    it('comes at the new time of a plan that was moved, and only then', async () => {
      const id = await reserved();
      const moved = new Date(clock.now().getTime() + 30 * HOUR);
      await village.shop((shop) => shop.streams.replan(village.owner.person, id, moved));
      await later(24 * HOUR);
      expect(phones.got).toEqual([]);
      await later(5.5 * HOUR);
      expect(phones.got).toHaveLength(1);
    });

    it('does not come after the stream has begun: they hear of that instead', async () => {
      await reserved();
      await later(22 * HOUR);
      await goLive();
      await later(2 * HOUR);
      expect(phones.got.map((message) => message.text)).toEqual(
        Array(3).fill(expect.stringContaining('is live!')),
      );
    });

    it('that was missed for the whole half hour is not sent late', async () => {
      await reserved();
      await later(24 * HOUR);
      expect(phones.got).toEqual([]);
      expect(await alertStates()).toEqual(['called-off']);
    });
  });

  describe('the restock notice', () => {
    const waiting = async (product: string) => {
      const { person, chat, address } = await village.person();
      await village.shop((shop) => shop.subscriptions.waitFor(person, chat, product));
      return address;
    };

    it('reaches those who wait, once; the next time they ask anew', async () => {
      const product = await village.product('核桃', 0);
      const address = await waiting(product);
      await restock(product, 10_000);
      await stage.jobs.idle();
      expect(phones.got).toMatchObject([{ address, text: expect.stringContaining('核桃 of Wang is back') }]);
      await restock(product, 0);
      clock.advance(1);
      await restock(product, 10_000);
      await stage.jobs.idle();
      expect(phones.got).toHaveLength(1);
    });

    it('is not sent while there is nothing, and they go on waiting', async () => {
      await stage[Symbol.asyncDispose]();
      const product = await village.product('核桃', 0);
      await waiting(product);
      await restock(product, 10_000);
      await restock(product, 0);
      stage = await openHere();
      await later(MINUTE);
      expect(phones.got).toEqual([]);
      await restock(product, 10_000);
      await stage.jobs.idle();
      expect(phones.got).toHaveLength(1);
    });

    it('says so when the goods are gone again by the time of somebody’s turn, and lets them wait on', async () => {
      const product = await village.product('核桃', 0);
      for (let i = 0; i < 120; i += 1) await waiting(product);
      phones.answer = async () => {
        phones.answer = () => ({ is: 'sent' });
        await restock(product, 0);
        return { is: 'sent' };
      };
      await restock(product, 10_000);
      await stage.jobs.idle();
      expect(phones.got).toHaveLength(120);
      expect(phones.got.at(-1)?.text).toContain('sold out again');
      expect(phones.got.at(-1)?.taps[0]).toMatch(/^wait\//);
    });
  });

  it('take turns: a small alert does not wait behind a large one', async () => {
    await stage[Symbol.asyncDispose]();
    await village.followers(120);
    await goLive();
    const product = await village.product('核桃', 0);
    const waits: string[] = [];
    for (let i = 0; i < 6; i += 1) {
      const { person, chat, address } = await village.person();
      await village.shop((shop) => shop.subscriptions.waitFor(person, chat, product));
      waits.push(address);
    }
    clock.advance(1);
    await restock(product, 1_000);
    stage = await openHere(100);
    await stage.jobs.idle();
    const lastOfSmall = Math.max(...waits.map((address) => addresses().indexOf(address)));
    expect(phones.got).toHaveLength(126);
    expect(lastOfSmall).toBeLessThan(60);
  });

  it('keep to the rate in every second, over two processes, however slow the line', async () => {
    await stage[Symbol.asyncDispose]();
    phones.answer = async () => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 500));
      return { is: 'sent' };
    };
    await village.followers(60);
    await goLive();
    stage = await openHere(25);
    const other = await openHere(25);
    await stage.jobs.idle();
    await other.jobs.idle();
    await other[Symbol.asyncDispose]();
    const times = phones.got.map((message) => message.at).sort((a, b) => a - b);
    expect(new Set(addresses()).size).toBe(60);
    expect(times).toHaveLength(60);
    for (const at of times)
      expect(times.filter((time) => time >= at && time < at + 1_000).length).toBeLessThanOrEqual(25);
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000;
    expect(seconds).toBeLessThan(60 / 15);
  });

  it('never hold up a person: the reply overtakes', async () => {
    await stage[Symbol.asyncDispose]();
    const { person, chat, address } = await village.person();
    await village.followers(40);
    await village.shop((shop) => shop.subscriptions.follow(person, chat, 'village', village.id));
    await goLive();
    stage = await openHere(25);
    await stage.engine.accept([
      {
        channel: 'telegram-buyer',
        address,
        key: 'help',
        seq: 1n,
        at: clock.now(),
        from: { name: 'x' },
        body: { is: 'command', name: 'help', rest: '' },
      },
    ]);
    await stage.engine.idle();
    expect(phones.got.filter((message) => message.address === address)).toHaveLength(1);
    expect(phones.got.length).toBeLessThan(40);
    await stage.jobs.idle();
    expect(phones.got).toHaveLength(42);
  });

  it('that a stop interrupts go on at the next start: nobody is missed, nobody told twice', async () => {
    await stage[Symbol.asyncDispose]();
    const everybody = await village.followers(30);
    await goLive();
    stage = await openHere(100);
    while (phones.got.length < 5) await new Promise((resolve) => setTimeout(resolve, 5));
    await stage[Symbol.asyncDispose]();
    const before = phones.got.length;
    expect(before).toBeLessThan(30);
    stage = await openHere();
    await stage.jobs.idle();
    expect(addresses().sort()).toEqual([...everybody].sort());
  });
});

it.each([
  [1, 1],
  [10, 1],
  [25, 3],
  [30, 3],
  [1_000, 100],
])('at %i a second, batches of %i never make a second of more', (rate, batch) => {
  expect(batchOf(rate)).toBe(batch);
  const startsInASecond = Math.ceil(1_000 / spacingOf(rate));
  expect(startsInASecond * batch).toBeLessThanOrEqual(rate);
  expect((1_000 / spacingOf(rate)) * batch).toBeGreaterThan(rate * 0.8);
});

import { setTimeout as pause, setInterval } from 'node:timers/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { IncomingEvent } from '../../../src/chat/dsl/event.ts';
import { MAX_LATENESS_MS, slotSpacingMs } from '../../../src/jobs/alerts/pace.ts';
import { RECIPIENT_LEASE_MS } from '../../../src/shop/notifications/alerts/recipients.ts';
import { searchTerms } from '../../../src/shop/terms/search-terms.ts';
import type { TestClock } from '../../support/clock.ts';
import { seededRandom } from '../../support/random.ts';
import { backends } from '../backends.ts';
import { Scene } from '../scene.ts';

/** Whether one more message is beyond so many in a second; those that are count for nothing. */
function limitOf(most: number): () => boolean {
  let recent: number[] = [];
  return () => {
    const now = performance.now();
    recent = recent.filter((at) => now - at < 1_000);
    if (recent.length >= most) return true;
    recent.push(now);
    return false;
  };
}

/** The clock goes as fast as time. */
function running(clock: TestClock): Disposable {
  let at = Date.now();
  const timer = globalThis.setInterval(() => {
    clock.advance(Date.now() - at);
    at = Date.now();
  }, 20);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

/** Each says something, so many a second; answers when. */
async function chatter(
  addresses: readonly string[],
  perSecond: number,
  say: (incoming: IncomingEvent) => Promise<void>,
): Promise<Map<string, number>> {
  const asked = new Map<string, number>();
  const saying: Promise<void>[] = [];
  for await (const _ of setInterval(1_000 / perSecond)) {
    const address = addresses[asked.size];
    if (address === undefined) break;
    asked.set(address, Date.now());
    saying.push(say(helpFrom(address, asked.size, new Date())));
  }
  await Promise.all(saying);
  return asked;
}

const helpFrom = (address: string, n: number, at: Date): IncomingEvent => ({
  ...{ channel: 'telegram-buyer', address, key: `help-${n}`, seq: BigInt(n), at, from: { name: 'x' } },
  body: { is: 'command', name: 'help', rest: '' },
});

describe.each(backends)('telling many people, with queues on %s', (backend) => {
  const scene = new Scene(backend);

  describe('what a channel answers', () => {
    beforeEach(async () => {
      await scene.village.followers(3);
    });

    it('"gone" closes the chat, and nothing is said there again', async () => {
      scene.phones.answer = () => ({ is: 'gone' });
      await scene.goLive();
      await scene.done();
      expect(await scene.db.chat.count({ where: { isGone: true } })).toBe(3);
      expect(await scene.deliveries()).toEqual({ gone: 3 });
    });

    it('"moved" is told again at the new address', async () => {
      scene.phones.answer = ({ address }) =>
        address.startsWith('new-') ? { is: 'sent' } : { is: 'moved', address: `new-${address}` };
      await scene.goLive();
      await scene.done();
      expect(scene.addresses().every((address) => address.startsWith('new-'))).toBe(true);
      expect(await scene.deliveries()).toEqual({ sent: 3 });
    });

    it('"refused" is not tried again', async () => {
      scene.phones.answer = () => ({ is: 'refused', why: 'too long' });
      await scene.goLive();
      await scene.done();
      expect(await scene.deliveries()).toEqual({ refused: 3 });
    });

    it('a fault of ours is tried again when the lease has lapsed, not before', async () => {
      let tries = 0;
      scene.phones.answer = () => {
        tries += 1;
        if (tries === 1) throw new Error('a fault of ours');
        return { is: 'sent' };
      };
      await scene.goLive();
      await scene.done();
      expect(await scene.deliveries()).toEqual({ sending: 1, sent: 2 });
      await scene.later(RECIPIENT_LEASE_MS - 1);
      expect(tries).toBe(3);
      await scene.later(1);
      expect(await scene.deliveries()).toEqual({ sent: 3 });
      expect(await scene.alertStates()).toEqual(['done']);
    });

    it.each([
      ['never left', false, 3],
      ['may have arrived', true, 4],
    ])(
      'trouble of the line after which it %s is tried again within five seconds',
      async (_, mayHaveArrived, got) => {
        let tries = 0;
        scene.phones.answer = () => {
          tries += 1;
          return tries === 2 ? { is: 'unwell', why: 'ECONNRESET', mayHaveArrived } : { is: 'sent' };
        };
        await scene.goLive();
        await vi.waitUntil(async () => (await scene.deliveries()).sent === 2, { timeout: 5_000 });
        scene.clock.advance(5_000);
        // By an alarm of its own: no sweep comes.
        await scene.done();
        expect(scene.phones.got).toHaveLength(got);
        expect(await scene.deliveries()).toEqual({ sent: 3 });
        expect(await scene.alertStates()).toEqual(['done']);
      },
    );

    it('a bot that is unwell is tried by one alert at a time, and everybody is told when it is well', async () => {
      let isUnwell = true;
      const failures = async () => (await scene.db.channelTrouble.findFirst())?.failures;
      const putOff = () =>
        scene.db.alertRecipient.count({ where: { state: 'due', NOT: { leaseUntil: null } } });
      let tries = 0;
      scene.phones.answer = () => {
        tries += 1;
        return isUnwell ? { is: 'unwell', why: '502', mayHaveArrived: false } : { is: 'sent' };
      };
      await scene.goLive();
      await vi.waitUntil(async () => (await failures()) === 1 && (await putOff()) >= 2, { timeout: 5_000 });
      scene.clock.advance(5_000);
      await vi.waitUntil(async () => (await failures()) === 2, { timeout: 10_000 });
      isUnwell = false;
      // All three at first at most, then one probe.
      expect(tries).toBeLessThanOrEqual(4);
      await scene.later(60_000);
      await scene.later(5_000);
      expect(await scene.deliveries()).toEqual({ sent: 3 });
      expect(scene.phones.got).toHaveLength(3);
    });

    it('"later" pauses the whole queue for so long, and loses nobody', async () => {
      let postponed = '';
      let saidLater = 0;
      scene.phones.answer = ({ address }) => {
        if (saidLater > 0) return { is: 'sent' };
        postponed = address;
        saidLater = Date.now();
        return { is: 'later', ms: 700 };
      };
      await scene.goLive();
      await expect.poll(() => scene.deliveries()).toEqual({ sent: 3 });
      // Those of the same batch were on their way already.
      const heard = scene.phones.got.find(({ address }) => address === postponed);
      expect((heard?.at ?? 0) - saidLater).toBeGreaterThanOrEqual(690);
    });
  });

  it('take turns: a small alert does not wait behind a large one', async () => {
    await scene.close();
    await scene.village.followers(60);
    await scene.goLive();
    const product = await scene.village.product('核桃', 0);
    await scene.db.product.update({ where: { id: product }, data: { search: searchTerms('核桃') } });
    const waits: string[] = [];
    for (let i = 0; i < 6; i += 1) {
      const { person, chat, address } = await scene.village.person();
      await scene.village.shop((shop) => shop.savedSearches.add(person, chat, '核桃'));
      waits.push(address);
    }
    scene.clock.advance(1);
    await scene.restock(product, 1_000);
    await scene.open(100);
    await scene.done();
    const lastOfSmall = Math.max(...waits.map((address) => scene.addresses().indexOf(address)));
    expect(scene.phones.got).toHaveLength(66);
    expect(lastOfSmall).toBeLessThan(40);
  });

  it('keep to the rate in every second, over two processes, however slow the line', async () => {
    await scene.close();
    let [onTheirWay, most] = [0, 0];
    const random = seededRandom(25);
    scene.phones.answer = async () => {
      onTheirWay += 1;
      most = Math.max(most, onTheirWay);
      await pause(random() * 500);
      onTheirWay -= 1;
      return { is: 'sent' };
    };
    await scene.village.followers(45);
    await scene.goLive();
    await scene.open(25);
    const other = await scene.another(25);
    await scene.done();
    await other.jobs.idle();
    await other[Symbol.asyncDispose]();
    const times = scene.phones.got.map((message) => message.at).sort((a, b) => a - b);
    expect(new Set(scene.addresses()).size).toBe(45);
    expect(times).toHaveLength(45);
    for (const at of times)
      expect(times.filter((time) => time >= at && time < at + 1_000).length).toBeLessThanOrEqual(25);
    // A slow line holds up the message on it, not those behind.
    expect(most).toBeGreaterThan(2);
  });

  it('never hold up a person: the reply overtakes', async () => {
    await scene.close();
    const { person, chat, address } = await scene.village.person();
    await scene.village.followers(15);
    await scene.village.shop((shop) =>
      shop.subscriptions.follow(person, chat, { kind: 'village', targetId: scene.village.id }),
    );
    await scene.goLive();
    await scene.open(25);
    await scene.stage.engine.accept([
      {
        channel: 'telegram-buyer',
        address,
        key: 'help',
        seq: 1n,
        at: scene.clock.now(),
        from: { name: 'x' },
        body: { is: 'command', name: 'help', rest: '' },
      },
    ]);
    await scene.stage.engine.idle();
    expect(scene.phones.got.filter((message) => message.address === address)).toHaveLength(1);
    expect(scene.phones.got.length).toBeLessThan(15);
    await scene.done();
    expect(scene.phones.got).toHaveLength(17);
  });

  it('leave the rate of the bot to replies: chatty followers hardly wait for it', async () => {
    await scene.close();
    using _ = running(scene.clock);
    const limited = limitOf(30);
    scene.phones.answer = () => (limited() ? { is: 'later', ms: 1_000 } : { is: 'sent' });
    const followers = await scene.village.followers(100);
    await scene.goLive();
    await scene.open(25);
    await vi.waitUntil(() => scene.phones.got.length > 10, { timeout: 5_000 });
    const alert = scene.phones.got[0]?.text;
    const asked = await chatter(followers, 27, (incoming) => scene.stage.engine.accept([incoming]));
    await scene.stage.engine.idle();
    const replies = scene.phones.got.filter(({ text }) => text !== alert);
    const waits = replies.map(({ address, at }) => at - (asked.get(address) ?? 0));
    expect(waits).toHaveLength(100);
    // Up to two of Telegram's pauses of a second, where alerts cost three.
    expect(Math.max(...waits)).toBeLessThan(3_000);
    await scene.done();
    expect(await scene.deliveries()).toEqual({ sent: 100 });
  });

  it('that a stop interrupts go on at the next start: nobody is missed, nobody told twice', async () => {
    await scene.close();
    const everybody = await scene.village.followers(30);
    await scene.goLive();
    await scene.open(100);
    await vi.waitUntil(() => scene.phones.got.length >= 5, { interval: 5, timeout: 15_000 });
    await scene.close();
    const before = scene.phones.got.length;
    expect(before).toBeLessThan(30);
    await scene.open();
    await scene.done();
    expect(scene.addresses().sort()).toEqual([...everybody].sort());
  });
});

it.each([1, 10, 25, 30, 1_000])(
  'at %i a second, slots use nearly all of the rate, and messages as late as can be make no second of more',
  (rate) => {
    expect(1_000 / slotSpacingMs(rate)).toBeGreaterThanOrEqual(rate * 0.95);
    const random = seededRandom(rate);
    const times = Array.from(
      { length: 5 * rate },
      (_, i) => i * slotSpacingMs(rate) + random() * MAX_LATENESS_MS,
    );
    times.sort((a, b) => a - b);
    let first = 0;
    for (const [last, at] of times.entries()) {
      while ((times[first] ?? at) <= at - 1_000) first += 1;
      expect(last - first + 1).toBeLessThanOrEqual(rate);
    }
  },
);

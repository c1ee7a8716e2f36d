import { expect } from 'vitest';
import { sealedAt } from '../../../src/db/crypto/sealed-columns.ts';
import type { StreamId } from '../../../src/db/ids.ts';
import { present } from '../../support/present.ts';
import { seededRandom } from '../../support/random.ts';
import type { Neighbour } from '../../support/village.ts';
import { DAY, HOUR, MINUTE, type Scene } from '../scene.ts';

/** What a stream's life is by the rules, kept beside the shop: which starts are streams of their own. */
class Rules {
  #lastSign = Number.NEGATIVE_INFINITY;
  #startedAt = Number.NEGATIVE_INFINITY;
  /** How many streams there were. */
  streams = 0;

  start(at: number, isPlanDue: boolean): void {
    const goesOn = at - this.#lastSign < 3 * HOUR && at - this.#startedAt < 24 * HOUR && !isPlanDue;
    if (!goesOn) {
      this.streams += 1;
      this.#startedAt = at;
    }
    this.#lastSign = at;
  }

  sign(at: number): void {
    this.#lastSign = at;
  }
}

/**
 * Lets a village live for so many days, with half of the ends forgotten, flaps, and plans that are moved or called off. Every
 * stream is heard once by everybody, whoever reserved hears what becomes of it, and each sentence to the seller is held
 * against what their followers hear.
 */
export async function liveThrough(scene: Scene, seed: number, days: number): Promise<void> {
  const random = seededRandom(seed);
  const chance = (p: number): boolean => random() < p;
  const between = (from: number, until: number): number => from + random() * (until - from);
  const { village } = scene;
  const { person } = village.owner;
  const now = (): number => scene.clock.now().getTime();
  const rules = new Rules();

  const followers = await village.followers(6);
  const followerChats = (
    await scene.db.chat.findMany({ where: { address: { in: followers } }, select: { id: true } })
  ).map(({ id }) => id);
  const web = await village.person('web-seller');
  await scene.db.member.create({
    data: {
      sellerId: village.seller,
      personId: web.person,
      role: 'owner',
      createdAt: scene.clock.now(),
    },
  });
  let asked = 0;

  /** Time passes, with a sweep at least every two hours. */
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 2 * HOUR) await scene.later(Math.min(left, 2 * HOUR));
  };
  const heard = (what: string) => scene.phones.got.filter(({ text }) => text.includes(what)).length;
  const lastReply = async (): Promise<string> => {
    const row = await scene.db.message.findFirstOrThrow({
      where: { chatId: web.chat, cause: { startsWith: 'turn:', not: { endsWith: ':own' } } },
      orderBy: { seq: 'desc' },
    });
    const body = village.appContext.cipher.decrypt(row.sealed, sealedAt('message.sealed', row.id));
    return typeof body === 'object' && body !== null && 'html' in body ? String(body.html) : '';
  };

  /** The seller goes live, and what they are told is held against what their followers hear. */
  const goLive = async (url: string): Promise<void> => {
    const duePlan = await scene.db.stream.findFirst({
      where: {
        state: 'planned',
        plannedAt: { gt: new Date(now() - 12 * HOUR), lte: new Date(now() + 15 * MINUTE) },
      },
    });
    const [starts, links] = [heard('is live!'), heard('has moved')];
    asked += 1;
    await scene.stage.engine.accept([
      {
        channel: 'web-seller',
        address: web.address,
        key: `live-${asked}`,
        seq: BigInt(asked),
        at: scene.clock.now(),
        from: { name: 'x' },
        body: { is: 'command', name: 'live', rest: url },
      },
    ]);
    await scene.stage.engine.idle();
    const said = await lastReply();
    rules.start(now(), duePlan !== null);
    await scene.done();
    const [newStarts, newLinks] = [heard('is live!') - starts, heard('has moved') - links];
    expect(said).toContain('You are live');
    const rest = /(?:remaining (\d+)|The one person)/.exec(said);
    const link = /The link changed: (?:(\d+)|one) pe/.exec(said);
    if (/Nobody is told again|The link changed/.test(said)) expect(newStarts).toBe(0);
    if (/Nobody is told again/.test(said)) expect(newLinks).toBe(0);
    if (rest) expect(newStarts).toBe(Number(rest[1] ?? 1));
    if (link) expect(newLinks).toBe(Number(link[1] ?? 1));
    if (/begins in a moment/.test(said)) expect(newStarts).toBeGreaterThan(0);
  };

  const current = async (): Promise<StreamId | undefined> =>
    (await village.shop((shop) => shop.streams.findLive(village.seller)))?.id;
  const end = async (): Promise<void> => {
    const id = await current();
    if (id === undefined) return;
    expect(await village.shop((shop) => shop.streams.end(person, id))).toBe(true);
    rules.sign(now());
    await scene.done();
  };

  const reservers: { readonly who: Neighbour; readonly plan: StreamId }[] = [];
  const offPlans = new Set<StreamId>();
  const keptPlans = new Set<StreamId>();

  for (let day = 0; day < days; day += 1) {
    const dayEnds = now() + 24 * HOUR;
    if (chance(0.5)) {
      const plan = await scene.plan(new Date(now() + between(6, 10) * HOUR));
      const id = present(plan?.id);
      const who = await village.person();
      await village.shop((shop) => shop.subscriptions.reserve(who.person, who.chat, id));
      reservers.push({ who, plan: id });
      if (chance(0.3)) {
        await pass(HOUR);
        await village.shop((shop) =>
          shop.streams.replan(person, id, new Date(now() + between(6, 11) * HOUR)),
        );
      }
      if (chance(0.25)) {
        await pass(HOUR);
        await village.shop((shop) => shop.streams.cancel(person, id));
        offPlans.add(id);
      }
    }
    await pass(between(8, 14) * HOUR);
    if (chance(0.85)) {
      let link = 0;
      await goLive(`https://live.example.org/${day}`);
      for (let flaps = Math.floor(between(0, 4)); flaps > 0; flaps -= 1) {
        if (chance(0.5)) await end();
        scene.clock.advance(between(1, 20 * 60) * 1_000);
        if (chance(0.3)) link += 1;
        await goLive(`https://live.example.org/${day}${link > 0 ? `/${link}` : ''}`);
      }
      await pass(between(0.5, 2.5) * HOUR);
      // Half of the ends are forgotten.
      if (chance(0.5)) await end();
    }
    await pass(Math.max(HOUR, dayEnds - now()));
  }
  await pass(24 * HOUR);

  const streams = await scene.db.stream.findMany({ where: { startedAt: { not: null } } });
  expect(streams).toHaveLength(rules.streams);
  expect(streams.length).toBeGreaterThan(days / 2);
  for (const stream of streams) {
    expect(stream.state).toBe('ended');
    keptPlans.add(stream.id);
    // Recipients are kept for thirty days.
    if (!stream.startedAt || now() - stream.startedAt.getTime() > 28 * DAY) continue;
    const told = await scene.db.alertRecipient.findMany({
      where: {
        alert: { kind: 'stream-start', targetId: stream.id },
        state: { in: ['sent', 'digest'] },
        chatId: { in: followerChats },
      },
    });
    expect(told).toHaveLength(followers.length);
  }
  for (const address of followers) {
    const starts = scene.phones.got.filter((one) => one.address === address && one.text.includes('is live!'));
    expect(starts).toHaveLength(streams.length);
  }
  for (const { who, plan } of reservers) {
    const texts = scene.phones.got.filter(({ address }) => address === who.address);
    const started = texts.filter(({ text }) => text.includes('is live!'));
    const off = texts.filter(({ text }) => text.includes(' is off.'));
    if (keptPlans.has(plan)) expect(started.length).toBeGreaterThanOrEqual(1);
    else if (offPlans.has(plan)) expect([started.length, off.length]).toEqual([0, 1]);
    else expect(started.length + off.length).toBe(1);
  }
}

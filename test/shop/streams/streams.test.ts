import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StreamId } from '../../../src/db/ids.ts';
import { nextStream } from '../../../src/shop/streams/lifecycle.ts';
import { parseLink } from '../../../src/shop/values/links.ts';
import { baseQuantity } from '../../../src/shop/values/quantity.ts';
import { testClock } from '../../support/clock.ts';
import { openVillageForEach } from '../../support/open-village.ts';
import { granted, present } from '../../support/present.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const { database, clock, village } = openVillageForEach();

const goLive = async (said: { title?: string; url?: string } = {}) =>
  granted(await village.shop((shop) => shop.streams.goLive(village.owner.person, village.seller, said)))
    .stream;

const plan = (inMs: number) =>
  village.shop((shop) =>
    shop.streams.plan(village.owner.person, village.seller, {
      title: 'walnuts',
      plannedAt: new Date(clock.now().getTime() + inMs),
    }),
  );

const act = (what: 'interrupt' | 'end' | 'cancel', id: StreamId, person = village.owner.person) =>
  village.shop((shop) => shop.streams[what](person, id));

const alerts = () => database.db.alert.findMany({ orderBy: [{ kind: 'asc' }, { dueAt: 'asc' }] });
const stateOf = async (id: string) => (await database.db.stream.findUniqueOrThrow({ where: { id } })).state;

describe('a stream', () => {
  it('that goes live is live, with one start alert', async () => {
    const live = await goLive({ url: 'https://live.example.org/wang', title: 'today: walnuts' });
    expect(live).toMatchObject({
      state: 'live',
      url: 'https://live.example.org/wang',
      title: 'today: walnuts',
    });
    expect(await alerts()).toMatchObject([{ kind: 'stream-start', targetId: live.id, state: 'planned' }]);
    expect((await village.shop((shop) => shop.streams.live())).map((one) => one.sellerName)).toEqual([
      '老王家',
    ]);
  });

  it('that flaps is one stream with one start alert', async () => {
    const first = await goLive();
    for (let i = 0; i < 4; i += 1) {
      expect(await act('interrupt', first.id)).toBe(true);
      clock.advance(5 * MINUTE);
      expect((await goLive()).id).toBe(first.id);
    }
    expect(await alerts()).toHaveLength(1);
  });

  it('that ended goes on when the seller is back within three hours, and is a new one after that', async () => {
    const first = await goLive();
    await act('end', first.id);
    clock.advance(3 * HOUR - 1);
    expect((await goLive()).id).toBe(first.id);
    await act('end', first.id);
    clock.advance(3 * HOUR);
    expect((await goLive()).id).not.toBe(first.id);
    expect(await alerts()).toHaveLength(2);
  });

  it('that was planned for about now becomes the live one', async () => {
    const planned = await plan(2 * HOUR);
    expect((await goLive()).id).toBe(planned?.id);
    expect(await village.shop((shop) => shop.streams.upcoming())).toEqual([]);
  });

  it('that was planned for next week stays planned', async () => {
    const planned = await plan(7 * 24 * HOUR);
    expect((await goLive()).id).not.toBe(planned?.id);
    expect(await stateOf(present(planned?.id))).toBe('planned');
  });

  it('is one when two members go live in the same moment', async () => {
    const lives = await Promise.all([goLive(), goLive(), goLive()]);
    expect(new Set(lives.map((live) => live.id)).size).toBe(1);
    expect(await alerts()).toHaveLength(1);
  });

  it('is not for strangers to plan, start, interrupt, end, move or cancel', async () => {
    const stranger = await village.person();
    const live = await goLive();
    const id = live.id;
    const refused = await village.shop(async (shop) => [
      await shop.streams.goLive(stranger.person, village.seller, {}),
      await shop.streams.plan(stranger.person, village.seller, { plannedAt: clock.now() }),
    ]);
    expect(refused).toEqual([{ ok: false, refusal: 'not-a-member' }, undefined]);
    for (const what of ['interrupt', 'end', 'cancel'] as const)
      expect(await act(what, id, stranger.person)).toBe(false);
    expect(await village.shop((shop) => shop.streams.replan(stranger.person, id, clock.now()))).toBe(false);
    expect(await stateOf(id)).toBe('live');
  });

  it('is not for a helper to start whom the household does not let post', async () => {
    const helper = await village.person('telegram-seller');
    await database.db.member.create({
      data: {
        sellerId: village.seller,
        personId: helper.person,
        role: 'helper',
        rights: ['pack'],
        createdAt: clock.now(),
      },
    });
    const refused = await village.shop((shop) => shop.streams.goLive(helper.person, village.seller, {}));
    expect(refused).toEqual({ ok: false, refusal: 'no-right' });
    expect(await alerts()).toEqual([]);
  });

  it('keeps to its lifecycle, whatever is tried in whatever order', async () => {
    const moves = ['goLive', 'interrupt', 'end', 'cancel', 'wait'] as const;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...moves), { maxLength: 8 }), async (tried) => {
        const planned = await plan(HOUR);
        const id = present(planned?.id);
        for (const move of tried) {
          const before = await stateOf(id);
          if (move === 'wait') clock.advance(10 * MINUTE);
          else if (move === 'goLive') await goLive();
          else await act(move, id);
          const after = await stateOf(id);
          const mayFollow: readonly string[] = nextStream[before as keyof typeof nextStream];
          expect(after === before || mayFollow.includes(after)).toBe(true);
        }
        expect((await village.shop((shop) => shop.streams.live())).length).toBeLessThanOrEqual(1);
        await database.db.stream.updateMany({ data: { state: 'cancelled' } });
      }),
      { numRuns: 15 },
    );
  });
});

describe('the reminder of a planned stream', () => {
  const reminders = async () => (await alerts()).filter((alert) => alert.kind === 'stream-reminder');

  it('is due half an hour before, and not planned for what starts sooner', async () => {
    const planned = await plan(3 * HOUR);
    await plan(20 * MINUTE);
    expect(await reminders()).toMatchObject([
      { targetId: planned?.id, dueAt: new Date(clock.now().getTime() + 2.5 * HOUR) },
    ]);
  });

  it('is called off with the stream, and when the stream starts', async () => {
    const first = await plan(24 * HOUR);
    await act('cancel', present(first?.id));
    await plan(HOUR);
    await goLive();
    expect((await reminders()).map((one) => one.state)).toEqual(['called-off', 'called-off']);
  });

  it('moves with the plan, back and forth too', async () => {
    const planned = await plan(24 * HOUR);
    const id = present(planned?.id);
    const at = (hours: number) => new Date(testClock().now().getTime() + hours * HOUR);
    for (const hours of [30, 24])
      expect(await village.shop((shop) => shop.streams.replan(village.owner.person, id, at(hours)))).toBe(
        true,
      );
    expect((await reminders()).map(({ state, dueAt }) => ({ state, dueAt }))).toEqual([
      { state: 'planned', dueAt: at(23.5) },
      { state: 'called-off', dueAt: at(29.5) },
    ]);
  });
});

describe('following and waiting', () => {
  it('counts once, however often it is asked for, and tells the chat that asked last', async () => {
    const { person, chat } = await village.person();
    const again = await database.db.chat.create({
      data: { personId: person, channel: 'web-buyer', address: 'browser', createdAt: clock.now() },
    });
    await village.shop(async ({ subscriptions }) => {
      await subscriptions.follow(person, chat, { kind: 'seller', targetId: village.seller });
      await subscriptions.follow(person, again.id, { kind: 'seller', targetId: village.seller });
      await subscriptions.waitFor(person, chat, await village.product('核桃', 0), baseQuantity(500));
    });
    expect(await database.db.subscription.findMany({ where: { kind: 'seller' } })).toMatchObject([
      { personId: person, chatId: again.id },
    ]);
    expect(await village.shop((shop) => shop.subscriptions.of(person))).toMatchObject([
      { kind: expect.any(String) },
      { kind: expect.any(String) },
    ]);
  });

  it('is ended by its owner alone', async () => {
    const { person, chat } = await village.person();
    const other = await village.person();
    await village.shop((shop) =>
      shop.subscriptions.follow(person, chat, { kind: 'seller', targetId: village.seller }),
    );
    const [mine] = await village.shop((shop) => shop.subscriptions.of(person));
    await village.shop((shop) => shop.subscriptions.remove(other.person, present(mine?.id)));
    expect(await village.shop((shop) => shop.subscriptions.follows(person, village.seller))).toBe(true);
    await village.shop((shop) => shop.subscriptions.remove(person, present(mine?.id)));
    expect(await village.shop((shop) => shop.subscriptions.follows(person, village.seller))).toBe(false);
  });
});

describe('a link', () => {
  it.each([
    ['https://live.example.org/wang?room=1', 'https://live.example.org/wang?room=1'],
    ['http://v.example.cn', 'http://v.example.cn/'],
    ['javascript:alert(1)', undefined],
    ['tg://resolve?domain=x', undefined],
    ['https://localhost/x', undefined],
    ['https://user:secret@example.org/', undefined],
    ['not a link', undefined],
    [`https://example.org/${'x'.repeat(500)}`, undefined],
  ])('%s', (said, kept) => {
    expect(parseLink(said)).toBe(kept);
  });

  it('that no phone could open is left out, and the stream goes live without', async () => {
    expect(await goLive({ url: 'https://nowhere/' })).toMatchObject({ state: 'live', url: null });
  });
});

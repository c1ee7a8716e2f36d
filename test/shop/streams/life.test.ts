import { describe, expect, it } from 'vitest';
import type { StreamId } from '../../../src/db/ids.ts';
import { closeEnded, settleEnded } from '../../../src/shop/streams/close.ts';
import { askSilent, endSilent } from '../../../src/shop/streams/end.ts';
import { askOverdue, dropOverdue } from '../../../src/shop/streams/plans.ts';
import { openVillageForEach } from '../../support/open-village.ts';
import { granted, present } from '../../support/present.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const { database, clock, village } = openVillageForEach();

const goLive = async (said: { title?: string; url?: string } = {}, plan?: StreamId) =>
  granted(
    await village.shop((shop) => shop.streams.goLive(village.owner.person, village.seller, said, plan)),
  );

const plan = async (inMs: number): Promise<StreamId> =>
  present(
    await village.shop((shop) =>
      shop.streams.plan(village.owner.person, village.seller, {
        plannedAt: new Date(clock.now().getTime() + inMs),
      }),
    ),
  ).id;

const end = (id: StreamId) => village.shop((shop) => shop.streams.end(village.owner.person, id));
const row = (id: StreamId) => database.db.stream.findUniqueOrThrow({ where: { id } });
const kinds = async () =>
  (await database.db.alert.findMany({ where: { state: 'planned' }, orderBy: { createdAt: 'asc' } })).map(
    ({ kind }) => kind,
  );

/** What the sweep does with the time. */
async function sweep(): Promise<{ asked: number; ended: number }> {
  const ended = await village.shop((_, context) => endSilent(context));
  const asked = await village.shop((_, context) => askSilent(context));
  await village.shop(async (_, context) => {
    await settleEnded(context);
    await dropOverdue(context);
    await closeEnded(context);
  });
  return { asked: asked.length, ended: ended.length };
}

describe('a stream that nobody ends', () => {
  it('is asked about after three hours without a sign, and ends half an hour later', async () => {
    const { stream } = await goLive();
    clock.advance(3 * HOUR - 1);
    expect(await sweep()).toEqual({ asked: 0, ended: 0 });
    clock.advance(1);
    expect(await sweep()).toEqual({ asked: 1, ended: 0 });
    expect(await sweep()).toEqual({ asked: 0, ended: 0 });
    clock.advance(30 * MINUTE);
    expect(await sweep()).toEqual({ asked: 0, ended: 1 });
    expect(await row(stream.id)).toMatchObject({ state: 'ended', endedAt: clock.now() });
  });

  it('goes on for three hours with each yes, and for a day at most', async () => {
    const { stream } = await goLive();
    for (let hours = 3; hours < 24; hours += 3) {
      clock.advance(3 * HOUR);
      expect((await sweep()).asked).toBe(1);
      expect(await village.shop((shop) => shop.streams.confirmOn(village.owner.person, stream.id))).toBe(
        true,
      );
    }
    clock.advance(3 * HOUR);
    expect((await sweep()).ended).toBe(1);
    expect((await goLive()).became).toBe('started');
  });

  it('on Monday does not silence Tuesday: the next one is alerted', async () => {
    const monday = await goLive();
    clock.advance(24 * HOUR);
    const tuesday = await goLive();
    expect(tuesday.stream.id).not.toBe(monday.stream.id);
    expect(tuesday.became).toBe('started');
    expect(await row(monday.stream.id)).toMatchObject({ state: 'ended' });
    expect(await kinds()).toEqual(['stream-start', 'stream-start']);
  });

  it('is not kept alive by strangers', async () => {
    const { stream } = await goLive();
    const stranger = await village.person();
    expect(await village.shop((shop) => shop.streams.confirmOn(stranger.person, stream.id))).toBe(false);
  });

  it('of a program whose picture is away for ten minutes ends', async () => {
    const { stream } = await goLive();
    await village.shop((shop) => shop.streams.interrupt(village.owner.person, stream.id));
    clock.advance(10 * MINUTE);
    expect((await sweep()).ended).toBe(1);
    expect((await goLive()).became).toBe('resumed');
  });
});

describe('the same stream', () => {
  it('goes on past midnight and with another link', async () => {
    clock.advance(13 * HOUR + 30 * MINUTE); // 23:30
    const first = await goLive({ url: 'https://live.example.org/1' });
    clock.advance(HOUR);
    const second = await goLive({ url: 'https://live.example.org/2' });
    expect(second).toMatchObject({ became: 'same', isNewLink: true });
    expect(second.stream.id).toBe(first.stream.id);
    expect(await kinds()).toEqual(['stream-start', 'stream-link']);
  });

  it('that changes its link twice in a moment sends one message about it', async () => {
    await goLive({ url: 'https://live.example.org/1' });
    for (const n of [2, 3]) {
      clock.advance(1_000);
      await goLive({ url: `https://live.example.org/${n}` });
    }
    expect(await kinds()).toEqual(['stream-start', 'stream-link']);
  });

  it('is closed for good three hours after its last sign', async () => {
    const { stream } = await goLive();
    await end(stream.id);
    clock.advance(10 * MINUTE);
    await sweep();
    expect(await row(stream.id)).toMatchObject({ settledAt: clock.now(), closedAt: null });
    clock.advance(3 * HOUR);
    await sweep();
    expect(await row(stream.id)).toMatchObject({ closedAt: clock.now() });
  });
});

describe('a plan', () => {
  it('is kept however late that evening', async () => {
    const id = await plan(10 * HOUR); // 20:00
    clock.advance(13.5 * HOUR);
    expect((await goLive()).stream.id).toBe(id);
  });

  it('goes before a stream that is on when its time has come', async () => {
    const id = await plan(6 * HOUR);
    clock.advance(2 * HOUR);
    const afternoon = await goLive();
    expect(afternoon.stream.id).not.toBe(id);
    clock.advance(4 * HOUR);
    const evening = await goLive();
    expect(evening).toMatchObject({ became: 'started', stream: { id } });
    expect(await row(afternoon.stream.id)).toMatchObject({ state: 'ended' });
  });

  it('that was not kept gives its reservations to the stream that came instead', async () => {
    const [early, late] = [await plan(4 * HOUR), await plan(10 * HOUR)];
    const { person, chat } = await village.person();
    await village.shop((shop) => shop.subscriptions.reserve(person, chat, early));
    clock.advance(10 * HOUR);
    expect((await goLive()).stream.id).toBe(late);
    expect(await database.db.subscription.findMany()).toMatchObject([{ kind: 'stream', targetId: late }]);
    expect(await row(early)).toMatchObject({ state: 'cancelled' });
    expect(await kinds()).not.toContain('stream-off');
  });

  it('is asked about half an hour late, once, and is off twelve hours late', async () => {
    const id = await plan(4 * HOUR);
    clock.advance(4.5 * HOUR);
    expect(await village.shop((_, context) => askOverdue(context))).toEqual([id]);
    expect(await village.shop((_, context) => askOverdue(context))).toEqual([]);
    clock.advance(11.5 * HOUR);
    await sweep();
    expect(await row(id)).toMatchObject({ state: 'cancelled' });
    expect(await kinds()).toContain('stream-off');
  });

  it('is told to nobody before its seller has confirmed it', async () => {
    const { person } = village.owner;
    const draft = present(
      await village.shop((shop) =>
        shop.streams.draft(person, village.seller, { plannedAt: new Date(clock.now().getTime() + HOUR) }),
      ),
    );
    expect(await village.shop((shop) => shop.streams.upcoming())).toEqual([]);
    expect(await kinds()).toEqual([]);
    expect(await village.shop((shop) => shop.streams.confirm(person, draft.id))).toBe('now');
    expect(await village.shop((shop) => shop.streams.confirm(person, draft.id))).toBeUndefined();
    expect(await kinds()).toEqual(['stream-reminder', 'stream-plan']);
  });

  it('moved and called off in a moment is one message: it is off', async () => {
    const id = await plan(24 * HOUR);
    const { person } = village.owner;
    await village.shop((shop) =>
      shop.streams.replan(person, id, new Date(clock.now().getTime() + 30 * HOUR)),
    );
    clock.advance(1_000);
    await village.shop((shop) => shop.streams.cancel(person, id));
    expect((await kinds()).filter((kind) => kind !== 'stream-plan')).toEqual(['stream-off']);
  });
});

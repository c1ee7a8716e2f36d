import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AlertId } from '../../../src/db/ids.ts';
import { inTransaction } from '../../../src/db/work.ts';
import { beginAlert } from '../../../src/shop/notifications/alerts/alerts.ts';
import { writeChunk } from '../../../src/shop/notifications/audience/audience.ts';
import { openVillageForEach } from '../../support/open-village.ts';
import { granted, present } from '../../support/present.ts';
import type { Neighbour } from '../../support/village.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const { database, clock, village } = openVillageForEach();
let follower: Neighbour;

beforeEach(async () => {
  follower = await village.person();
  await village.shop((shop) =>
    shop.subscriptions.follow(follower.person, follower.chat, { kind: 'seller', targetId: village.seller }),
  );
});

/** A stream begins, its alert is begun, and how the follower hears of it is answered. */
async function begin(): Promise<{ state: string; leaseUntil: Date | null }> {
  const { stream } = granted(
    await village.shop((shop) => shop.streams.goLive(village.owner.person, village.seller, {})),
  );
  const { id } = await database.db.alert.findFirstOrThrow({ where: { targetId: stream.id } });
  const alert = present(await village.shop((_, context) => beginAlert(context, id as AlertId)));
  await inTransaction(village.appContext, (context) => writeChunk(context, alert, ['telegram-buyer']));
  return database.db.alertRecipient.findFirstOrThrow({ where: { alertId: id } });
}

const set = (data: { quietFrom?: number; quietUntil?: number; timeZone?: string; alertsADay?: number }) =>
  database.db.person.update({ where: { id: follower.person }, data });

/** What a clock on the wall of that zone shows. */
const wall = (at: Date, timeZone: string): { minute: number; day: string } => {
  const text = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  }).format(at);
  const [day = '', time = ''] = text.split(', ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { minute: hours * 60 + minutes, day };
};

describe('quiet hours', () => {
  it('go by the clock on the person’s own wall', async () => {
    await set({ quietFrom: 22 * 60, quietUntil: 7 * 60, timeZone: 'America/New_York' });
    const { state, leaseUntil } = await begin(); // 10:00 in the village, 21:00 in New York
    expect([state, leaseUntil]).toEqual(['due', null]);
  });

  it.each([
    ['spring forward', '2027-03-28T00:30:00Z'],
    ['fall back', '2026-10-25T00:30:00Z'],
  ])('end when the clock says so in the night in which clocks %s', async (_, now) => {
    clock.advance(new Date(now).getTime() - clock.now().getTime());
    await set({ quietFrom: 22 * 60, quietUntil: 7 * 60, timeZone: 'Europe/Berlin' });
    const { state, leaseUntil } = await begin();
    expect(state).toBe('quiet');
    expect(wall(present(leaseUntil), 'Europe/Berlin').minute).toBe(7 * 60);
  });

  it('are kept at any hour, in any zone, and end at the next time that the clock shows it', async () => {
    const zones = [
      'Asia/Shanghai',
      'Europe/London',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 1_439 }),
        fc.integer({ min: 0, max: 1_439 }),
        fc.integer({ min: 1, max: 400 * 24 * 60 }),
        async (timeZone, quietFrom, quietUntil, minutes) => {
          await database.db.$executeRaw`TRUNCATE alert, stream, outbox CASCADE`;
          clock.advance(minutes * 60_000);
          await set({ quietFrom, quietUntil, timeZone });
          const here = wall(clock.now(), timeZone).minute;
          const isNight =
            quietFrom <= quietUntil
              ? here >= quietFrom && here < quietUntil
              : here >= quietFrom || here < quietUntil;
          const { state, leaseUntil } = await begin();
          expect(state).toBe(isNight ? 'quiet' : 'due');
          if (!isNight) return;
          const waits = present(leaseUntil).getTime() - clock.now().getTime();
          expect(waits).toBeGreaterThan(0);
          expect(waits).toBeLessThanOrEqual(DAY + HOUR);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the limit of a day', () => {
  it('leaves the rest to the digest, and begins anew with the person’s day', async () => {
    await set({ alertsADay: 1 });
    expect((await begin()).state).toBe('due');
    await database.db.alertRecipient.updateMany({ data: { state: 'sent', sentAt: clock.now() } });
    clock.advance(4 * HOUR);
    expect((await begin()).state).toBe('digest');
    clock.advance(DAY);
    expect((await begin()).state).toBe('due');
  });

  it('does not hold back what was reserved', async () => {
    await set({ alertsADay: 0 });
    const plan = await village.shop((shop) =>
      shop.streams.plan(village.owner.person, village.seller, {
        plannedAt: new Date(clock.now().getTime() + HOUR),
      }),
    );
    await village.shop((shop) =>
      shop.subscriptions.reserve(follower.person, follower.chat, present(plan).id),
    );
    await database.db.alert.deleteMany();
    expect((await begin()).state).toBe('due');
  });
});

it('"less of this" is a line of the digest from now on', async () => {
  const less = (person: Neighbour) =>
    village.shop((shop) =>
      shop.subscriptions.less(person.person, { kind: 'seller', targetId: village.seller }),
    );
  expect(await less(await village.person())).toBe(false);
  expect(await less(follower)).toBe(true);
  expect((await begin()).state).toBe('digest');
});

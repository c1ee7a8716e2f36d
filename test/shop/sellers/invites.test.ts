import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invite, inviteOperator } from '../../../src/shop/sellers/invites.ts';
import { type TestClock, testClock } from '../../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { foundVillage, type Neighbour, type Village } from '../../support/village.ts';

const DAY = 24 * 3_600_000;

let database: FreshDatabase;
let clock: TestClock;
let village: Village;

beforeAll(async () => {
  database = await freshDatabase();
  clock = testClock();
  village = await foundVillage(database.db, clock);
});
afterAll(() => database.drop());

const use = ({ person }: Neighbour, token: string) => village.shop((shop) => shop.invites.use(person, token));
const newcomer = () => village.person('telegram-seller');

describe('an invite', () => {
  it('lets one person in, and says to others that it has been used', async () => {
    const [first, second] = [await newcomer(), await newcomer()];
    const token = await village.shop((_, context) => invite(context, village.seller, 'helper', ['pack']));
    expect(await use(first, token)).toMatchObject({ ok: true, role: 'helper', isNew: true });
    expect(await use(first, token)).toMatchObject({ ok: true, isNew: false });
    expect(await use(second, token)).toEqual({ ok: false, refusal: 'used' });
  });

  it('says that it has expired, or that there is none of that token', async () => {
    const token = await village.shop((_, context) => invite(context, village.seller, 'helper'));
    clock.advance(8 * DAY);
    expect(await use(await newcomer(), token)).toEqual({ ok: false, refusal: 'expired' });
    expect(await use(await newcomer(), token.slice(1))).toEqual({ ok: false, refusal: 'unknown' });
  });

  it('into the office does not let a removed operator in again', async () => {
    const [stays, goes] = [await newcomer(), await newcomer()];
    for (const one of [stays, goes])
      expect(await use(one, await village.shop((_, context) => inviteOperator(context)))).toEqual({
        ok: true,
      });
    const token = await village.shop((_, context) => inviteOperator(context));
    await use(goes, token);
    await village.shop((shop) => shop.admin.removeOperator(stays.person, goes.person));
    expect(await use(goes, token)).toEqual({ ok: false, refusal: 'used' });
    expect(await village.shop((shop) => shop.admin.isOf(goes.person))).toBe(false);
  });
});

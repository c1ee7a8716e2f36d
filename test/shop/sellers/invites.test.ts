import { describe, expect, it } from 'vitest';
import { invite, inviteOperator } from '../../../src/shop/sellers/invites.ts';
import { openVillage } from '../../support/open-village.ts';
import type { Neighbour } from '../../support/village.ts';

const DAY = 24 * 3_600_000;

const { clock, village } = openVillage();

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

it('a helper who was removed cannot come back with the spent invite', async () => {
  const helper = await village.person('telegram-seller');
  const token = await village.shop((_, context) => invite(context, village.seller, 'helper', ['money']));
  await village.shop((s) => s.invites.use(helper.person, token));
  await village.shop((s) => s.members.remove(village.owner.person, village.seller, helper.person));
  clock.advance(400 * 24 * 3_600_000);
  await village.shop((s) => s.invites.use(helper.person, token));
  expect(
    await village.shop((s) => s.sellers.requireMembership(helper.person, village.seller, 'money')),
  ).toBeUndefined();
});

it('a helper who spends an owner invite is an owner', async () => {
  const helper = await village.person('telegram-seller');
  for (const role of ['helper', 'owner'] as const) {
    const token = await village.shop((_, context) => invite(context, village.seller, role));
    const joined = await village.shop((s) => s.invites.use(helper.person, token));
    expect(joined.ok && joined.seller && joined.role).toBe(role);
  }
  expect(await village.shop((s) => s.sellers.requireMembership(helper.person, village.seller))).toBe('owner');
});

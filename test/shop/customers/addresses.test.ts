import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../src/db/ids.ts';
import { UNDO_MS } from '../../../src/shop/customers/addresses.ts';
import { openVillage } from '../../support/open-village.ts';
import { recipient as near } from '../../support/placing.ts';

const { clock, village } = openVillage();

const far = { ...near, address: '新疆乌鲁木齐市天山区解放路2号' };

describe('an address', () => {
  const book = (person: PersonId) => village.shop((shop) => shop.addresses.of(person));

  it('that was taken out can be put back for five minutes', async () => {
    const { person } = await village.person();
    const first = await village.shop((shop) => shop.addresses.save(person, near));
    await village.shop((shop) => shop.addresses.save(person, far));
    await village.shop((shop) => shop.addresses.remove(person, first.id));
    expect(await book(person)).toMatchObject([{ recipient: far, isDefault: true }]);
    await village.shop((shop) => shop.addresses.restore(person, first.id));
    expect(await book(person)).toHaveLength(2);
    await village.shop((shop) => shop.addresses.remove(person, first.id));
    clock.advance(UNDO_MS + 1);
    await village.shop((shop) => shop.addresses.restore(person, first.id));
    expect(await book(person)).toHaveLength(1);
  });

  it('keeps its place on the map when it is written again', async () => {
    const { person } = await village.person();
    const place = { latitude: 37.86, longitude: 112.56 };
    await village.shop((shop) => shop.addresses.save(person, near));
    await village.shop((shop) => shop.addresses.save(person, { ...near, place }));
    await village.shop((shop) => shop.addresses.save(person, near));
    expect(await book(person)).toMatchObject([{ recipient: { ...near, place } }]);
  });

  it('is nobody else’s to see or to change', async () => {
    const [{ person }, stranger] = [await village.person(), await village.person()];
    const { id } = await village.shop((shop) => shop.addresses.save(person, near));
    await village.shop(async (shop) => {
      expect(await shop.addresses.byId(stranger.person, id)).toBeUndefined();
      expect(await shop.addresses.replace(stranger.person, id, far)).toBeUndefined();
      expect(await shop.addresses.remove(stranger.person, id)).toBeUndefined();
      await shop.addresses.makeDefault(stranger.person, id);
    });
    expect(await book(person)).toMatchObject([{ recipient: near, isDefault: true }]);
  });
});

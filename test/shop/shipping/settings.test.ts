import { describe, expect, it } from 'vitest';
import type { ShippingChange } from '../../../src/shop/shipping/settings.ts';
import { fen } from '../../../src/shop/values/money.ts';
import { baseQuantity } from '../../../src/shop/values/quantity.ts';
import { openVillage } from '../../support/open-village.ts';

const { village } = openVillage();

const apply = (...all: ShippingChange[]) =>
  village.shop((shop) => shop.shippingSettings.apply(village.owner.person, village.seller, all));

describe('delivery settings', () => {
  it('are for those who act for the seller', async () => {
    const stranger = await village.person();
    const seen = await village.shop(async (shop) => [
      await shop.shippingSettings.of(stranger.person, village.seller),
      await shop.shippingSettings.apply(stranger.person, village.seller, [{ is: 'minimum', amount: fen(1) }]),
    ]);
    expect(seen).toEqual([undefined, undefined]);
  });

  it('keep one way on, and each province in one zone', async () => {
    const kilogram = baseQuantity(1_000);
    const zone = { firstGrams: kilogram, firstFee: fen(800), stepGrams: kilogram, stepFee: fen(300) };
    const settings = await apply(
      { is: 'way', way: 'express', isOn: false },
      { is: 'zone', way: 'express', zone: { ...zone, provinces: ['新疆', '西藏'] } },
      { is: 'zone', way: 'express', zone: { ...zone, provinces: ['西藏'], firstFee: fen(900) } },
    );
    expect(settings?.ways).toEqual([
      {
        way: 'express',
        isOn: true,
        fee: 0,
        freeFrom: null,
        zones: [
          { ...zone, provinces: ['新疆'] },
          { ...zone, provinces: ['西藏'], firstFee: 900 },
        ],
      },
    ]);
  });
});

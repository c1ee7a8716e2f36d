import { describe, expect, it } from 'vitest';
import type { SellerId } from '../../../src/db/ids.ts';
import { findUndos } from '../../../src/flows/seller/shipping/setting-undo.ts';
import { plainExpress } from '../../../src/shop/shipping/rates.ts';
import type { ShippingSettings } from '../../../src/shop/shipping/settings.ts';
import { NO_FEN } from '../../../src/shop/values/money.ts';

const before: ShippingSettings = {
  sellerId: 'seller' as SellerId,
  ways: [plainExpress, { ...plainExpress, way: 'pickup' }],
  isSet: true,
  minimumOrder: NO_FEN,
  notShippedTo: [],
  shipsOn: [],
  closedOn: ['2026-12-01'],
  pickupPlace: '',
  shipTime: null,
  today: '2026-11-30',
  amounts: [],
};

describe('what takes a change of the settings back', () => {
  it('leaves a way on that was on before', () => {
    expect(findUndos(before, [{ is: 'way', way: 'pickup', isOn: true }])).toEqual([]);
  });

  it('switches a way off that was off before', () => {
    const undo = findUndos({ ...before, ways: [plainExpress] }, [{ is: 'way', way: 'pickup', isOn: true }]);
    expect(undo).toEqual([{ is: 'way', way: 'pickup', isOn: false }]);
  });

  it('opens those days alone that were open before', () => {
    const days = ['2026-12-01', '2026-12-02'];
    const undo = findUndos(before, [{ is: 'days', days, isOff: true }]);
    expect(undo).toEqual([{ is: 'days', days: ['2026-12-02'], isOff: false }]);
  });
});

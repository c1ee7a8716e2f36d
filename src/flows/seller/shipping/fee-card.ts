import { type Message, say, type Text, type Value } from '../../../chat/dsl/screen.ts';
import type { SettingAct } from '../../../nlu/acts/seller/settings/setting-act.ts';
import { plainExpress, type ShippingRule } from '../../../shop/shipping/rates.ts';
import type { ShippingChange, ShippingSettings } from '../../../shop/shipping/settings.ts';
import { fen } from '../../../shop/values/money.ts';
import { moneyValue } from '../../screens/values.ts';

type FeeChange = Extract<ShippingChange, { is: 'fee' } | { is: 'free-from' }>;

interface Shown {
  readonly text: Text;
  readonly data: { readonly changes: FeeChange[] };
}

/** A way's fee and from where on it is free, was and now: what was not said stays. */
export function feeCard(
  { ways }: ShippingSettings,
  { way, fee, freeFrom, endsFree }: Omit<Extract<SettingAct, { is: 'fee' }>, 'is'>,
): Shown {
  const was = ways.find((rule) => rule.way === way) ?? { ...plainExpress, way };
  const wanted: ShippingRule = {
    ...was,
    ...(fee !== undefined && { fee: fen(fee) }),
    ...(freeFrom !== undefined && { freeFrom: fen(freeFrom) }),
    ...(endsFree && { freeFrom: null }),
  };
  const changes: FeeChange[] = [
    ...(fee === undefined ? [] : [{ is: 'fee' as const, way, fee: wanted.fee }]),
    ...(endsFree && was.freeFrom !== null ? [{ is: 'free-from' as const, way, amount: null }] : []),
    ...(wanted.freeFrom === null || freeFrom === undefined
      ? []
      : [{ is: 'free-from' as const, way, amount: wanted.freeFrom }]),
  ];
  const text = say('setting-fee', {
    way: say(`way-${way}`),
    was: feeText(was),
    now: feeText(wanted, fee === undefined && isWeighed(was.zones)),
  });
  return { text, data: { changes } };
}

function feeText({ fee, freeFrom, zones }: ShippingRule, isByWeight = isWeighed(zones)): Message {
  const said: Value = isByWeight ? say('setting-by-weight') : fee === 0 ? say('fee-free') : moneyValue(fee);
  return freeFrom === null
    ? say('setting-fee-flat', { fee: said })
    : say('setting-fee-from', { fee: said, amount: moneyValue(freeFrom) });
}

/** A zone of no places is everywhere. */
const isWeighed = (zones: ShippingRule['zones']): boolean =>
  zones.some(({ provinces }) => provinces.length === 0);

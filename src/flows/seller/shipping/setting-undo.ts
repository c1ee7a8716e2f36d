import { z } from 'zod';
import { provinces } from '../../../shop/shipping/provinces.ts';
import { plainExpress, type ShippingRule, shippingMethods, zoneShape } from '../../../shop/shipping/rates.ts';
import type { ShippingSettings } from '../../../shop/shipping/settings.ts';
import { fenShape } from '../../../shop/values/money.ts';

// What is set by a card, and what takes it back.

const changesShape = z.array(
  z.discriminatedUnion('is', [
    z.object({ is: z.literal('fee'), way: z.enum(shippingMethods), fee: fenShape }),
    z.object({ is: z.literal('free-from'), way: z.enum(shippingMethods), amount: fenShape.nullable() }),
    z.object({ is: z.literal('minimum'), amount: fenShape }),
    z.object({ is: z.literal('way'), way: z.enum(shippingMethods), isOn: z.boolean() }),
    z.object({ is: z.literal('zone'), way: z.enum(shippingMethods), zone: zoneShape }),
    z.object({ is: z.literal('zones'), way: z.enum(shippingMethods), zones: z.array(zoneShape) }),
    z.object({ is: z.literal('areas'), provinces: z.array(z.enum(provinces)), isShipped: z.boolean() }),
    z.object({ is: z.literal('ships-on'), weekdays: z.array(z.number().int().min(1).max(7)) }),
    z.object({ is: z.literal('days'), days: z.array(z.string()), isOff: z.boolean() }),
  ]),
);

/** What a card of settings changes, as its question keeps it. */
export const cardShape = z.object({
  changes: changesShape,
  /** What was set, where the changes take it back. */
  done: changesShape.optional(),
  profile: z.object({ field: z.enum(['name', 'pickupPlace']), text: z.string() }).optional(),
});
export type SettingCard = z.infer<typeof cardShape>;

type SetChange = SettingCard['changes'][number];

/** What brings back what was before, the last change first. */
export const findUndos = (before: ShippingSettings, changes: readonly SetChange[]): SetChange[] =>
  changes.toReversed().flatMap((change) => findUndo(before, change));

function findUndo(
  { ways, minimumOrder, notShippedTo, shipsOn, closedOn }: ShippingSettings,
  change: SetChange,
): SetChange[] {
  const was = (way: ShippingRule['way']): ShippingRule =>
    ways.find((rule) => rule.way === way) ?? plainExpress;
  switch (change.is) {
    case 'fee':
    case 'zone':
    case 'zones':
      return [
        { is: 'fee', way: change.way, fee: was(change.way).fee },
        { is: 'zones', way: change.way, zones: was(change.way).zones.map(plainZone) },
      ];
    case 'free-from':
      return [{ ...change, amount: was(change.way).freeFrom }];
    case 'minimum':
      return [{ is: 'minimum', amount: minimumOrder }];
    case 'way':
      // 自提免费, with pickup on already: taking the fee back leaves it on.
      return isWayOn(ways, change.way) === change.isOn ? [] : [{ ...change, isOn: !change.isOn }];
    case 'areas':
      return [
        {
          ...change,
          provinces: change.provinces.filter((one) => notShippedTo.includes(one) === change.isShipped),
          isShipped: !change.isShipped,
        },
      ];
    case 'ships-on':
      return [{ is: 'ships-on', weekdays: [...shipsOn] }];
    case 'days':
      return changedDays(closedOn, change);
  }
}

const isWayOn = (ways: readonly ShippingRule[], way: ShippingRule['way']): boolean =>
  ways.some((rule) => rule.way === way && rule.isOn);

/** Those days alone that were not so before. */
function changedDays(closedOn: readonly string[], change: Extract<SetChange, { is: 'days' }>): SetChange[] {
  const days = change.days.filter((day) => closedOn.includes(day) !== change.isOff);
  return days.length > 0 ? [{ ...change, days, isOff: !change.isOff }] : [];
}

const plainZone = ({ provinces, ...fees }: ShippingRule['zones'][number]) => ({
  ...fees,
  provinces: [...provinces],
});

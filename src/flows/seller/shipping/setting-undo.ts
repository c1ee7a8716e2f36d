import { z } from 'zod';
import { provinces } from '../../../shop/shipping/provinces.ts';
import { plainExpress, type ShippingRule, shippingMethods, zoneShape } from '../../../shop/shipping/rates.ts';
import type { ShippingSettings } from '../../../shop/shipping/settings.ts';
import { fenShape } from '../../../shop/values/money.ts';

// What is set by a card, and what takes it back.

/** What a card of settings changes, as its question keeps it. */
export const cardShape = z.object({
  changes: z.array(
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
  ),
  profile: z.object({ field: z.enum(['name', 'pickupPlace']), text: z.string() }).optional(),
});
export type SettingCard = z.infer<typeof cardShape>;

type SetChange = SettingCard['changes'][number];

/** What brings back what was before, the last change first. */
export const findUndos = (before: ShippingSettings, changes: readonly SetChange[]): SetChange[] =>
  changes.toReversed().flatMap((change) => findUndo(before, change));

function findUndo(
  { ways, minimumOrder, notShippedTo, shipsOn }: ShippingSettings,
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
      return [{ ...change, isOn: !change.isOn }];
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
      return [{ ...change, isOff: !change.isOff }];
  }
}

const plainZone = ({ provinces, ...fees }: ShippingRule['zones'][number]) => ({
  ...fees,
  provinces: [...provinces],
});

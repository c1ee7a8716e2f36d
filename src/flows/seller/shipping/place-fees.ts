import type { Text } from '../../../chat/dsl/screen.ts';
import type { SettingAct } from '../../../nlu/acts/seller/settings/setting-act.ts';
import type { ShippingSettings } from '../../../shop/shipping/settings.ts';
import { fen } from '../../../shop/values/money.ts';
import type { Turn } from '../../flow.ts';
import { feeCard } from './fee-card.ts';
import type { SettingCard } from './setting-undo.ts';
import { areSomeNamed, dearProvinces, termCard, zoneCard } from './term-cards.ts';

// Fees of some places, as a card shows them before they count.

/** A card, and what a yes to it changes. */
export interface Shown {
  readonly text: Text;
  readonly data: SettingCard;
}

/** 发新疆运费15元: of the places that are named, and of no others; 满200包邮 beside it is of all. */
function feeOfPlaces(
  { text }: Turn,
  now: ShippingSettings,
  { way, fee: sum, freeFrom }: Fee,
): Shown | undefined {
  const zone = way === 'express' && sum !== undefined ? zoneCard(dearProvinces(text), fen(sum)) : undefined;
  if (!zone || freeFrom === undefined) return zone;
  const all = feeCard(now, { way, fee: undefined, freeFrom });
  return {
    text: [zone.text, all.text],
    data: { changes: [...zone.data.changes, ...all.data.changes] },
  };
}

/** Of the places that are named, else of all; nothing where it is of some, and nobody says which: 外省收12块. */
export function feeAnywhere(turn: Turn, now: ShippingSettings, act: Fee): Shown | undefined {
  const ofPlaces = feeOfPlaces(turn, now, act);
  if (ofPlaces || (act.fee !== undefined && areSomeNamed(turn.text))) return ofPlaces;
  return feeCard(now, act);
}

type Fee = Extract<SettingAct, { is: 'fee' }>;

/** 邮费一律6块，云南再加5块: the fee for all, and that to these places. */
export async function surchargeCard(
  turn: Turn,
  now: ShippingSettings,
  act: Extract<SettingAct, { is: 'surcharge' }>,
): Promise<Shown | undefined> {
  const more = await termCard(turn, now, act);
  if (!more || act.fee === undefined) return more;
  const all = feeCard(now, { way: 'express', fee: act.fee, freeFrom: undefined });
  return {
    text: [all.text, more.text],
    data: { changes: [...all.data.changes, ...more.data.changes] },
  };
}

import { type Reply, say } from '../../../chat/dsl/screen.ts';
import type { ShippingChange, ShippingSettings } from '../../../shop/shipping/settings.ts';
import type { Turn } from '../../flow.ts';
import { homeButton } from '../../screens/values.ts';
import { findActingSeller, notASeller } from '../acting.ts';
import { settingsScreen } from './settings-screen.ts';

// How the acting seller's goods travel now, for those who may see to it.

/** A helper whose household has not allowed it hears so. */
export async function refused(turn: Turn<string>): Promise<Reply> {
  return (await findActingSeller(turn))
    ? [{ text: say('delivery-not-allowed'), buttons: [[homeButton]] }]
    : notASeller;
}

/** The acting seller's settings; nothing for those who may not see to them. */
export async function findSettings(turn: Turn<string>): Promise<ShippingSettings | undefined> {
  const seller = await findActingSeller(turn);
  return seller && turn.shop.shippingSettings.of(turn.person.id, seller.id);
}

export async function showSettings(turn: Turn<string>): Promise<Reply> {
  const now = await findSettings(turn);
  return now ? [settingsScreen(now)] : refused(turn);
}

/** Carries the wishes out and shows what holds now. */
export async function applied(turn: Turn<string>, changes: readonly ShippingChange[]): Promise<Reply> {
  const seller = await findActingSeller(turn);
  const now = seller && (await turn.shop.shippingSettings.apply(turn.person.id, seller.id, changes));
  return now
    ? [{ toast: say('delivery-changed') }, { ...settingsScreen(now), fresh: turn.body.is === 'text' }]
    : refused(turn);
}

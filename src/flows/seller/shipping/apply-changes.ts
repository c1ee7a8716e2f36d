import { type Reply, say } from '../../../chat/dsl/screen.ts';
import type { ShippingChange, ShippingSettings } from '../../../shop/shipping/settings.ts';
import type { Turn } from '../../flow.ts';
import { homeButton } from '../../screens/values.ts';
import { findActingSeller, notASeller } from '../acting.ts';
import { settingsScreen } from './settings-screen.ts';

// Shipping settings of the acting seller, for members with the right.

/** The refusal for helpers without the right. */
export async function refused(turn: Turn<string>): Promise<Reply> {
  return (await findActingSeller(turn))
    ? [{ text: say('delivery-not-allowed'), buttons: [[homeButton]] }]
    : notASeller;
}

/** The acting seller's settings; undefined without the right. */
export async function findSettings(turn: Turn<string>): Promise<ShippingSettings | undefined> {
  const seller = await findActingSeller(turn);
  return seller && turn.shop.shippingSettings.of(turn.person.id, seller.id);
}

export async function showSettings(turn: Turn<string>): Promise<Reply> {
  const now = await findSettings(turn);
  return now ? [settingsScreen(now)] : refused(turn);
}

/** Applies the changes and shows the settings. */
export async function applied(turn: Turn<string>, changes: readonly ShippingChange[]): Promise<Reply> {
  const seller = await findActingSeller(turn);
  const now = seller && (await turn.shop.shippingSettings.apply(turn.person.id, seller.id, changes));
  return now
    ? [{ toast: say('delivery-changed') }, { ...settingsScreen(now), fresh: turn.body.is === 'text' }]
    : refused(turn);
}

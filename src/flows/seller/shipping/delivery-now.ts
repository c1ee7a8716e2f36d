import { type Reply, say } from '../../../chat/dsl/screen.ts';
import type { DeliverySettings, DeliveryWish } from '../../../shop/shipping/settings.ts';
import type { Turn } from '../../flow.ts';
import { homeButton } from '../../screens/values.ts';
import { actingFor, notASeller } from '../acting.ts';
import { settingsScreen } from './delivery-screen.ts';

// How the acting seller's goods travel now, for those who may see to it.

/** A helper whose household has not allowed it hears so. */
export async function refused(turn: Turn<string>): Promise<Reply> {
  return (await actingFor(turn))
    ? [{ text: say('delivery-not-allowed'), buttons: [[homeButton]] }]
    : notASeller;
}

/** The acting seller's settings; nothing for those who may not see to them. */
export async function settings(turn: Turn<string>): Promise<DeliverySettings | undefined> {
  const seller = await actingFor(turn);
  return seller && turn.shop.deliverySettings.of(turn.person.id, seller.id);
}

export async function showSettings(turn: Turn<string>): Promise<Reply> {
  const now = await settings(turn);
  return now ? [settingsScreen(now)] : refused(turn);
}

/** Carries the wishes out and shows what holds now. */
export async function applied(turn: Turn<string>, wishes: readonly DeliveryWish[]): Promise<Reply> {
  const seller = await actingFor(turn);
  const now = seller && (await turn.shop.deliverySettings.apply(turn.person.id, seller.id, wishes));
  return now
    ? [{ toast: say('delivery-changed') }, { ...settingsScreen(now), fresh: turn.body.is === 'text' }]
    : refused(turn);
}

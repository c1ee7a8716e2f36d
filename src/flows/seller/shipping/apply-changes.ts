import { type Button, type Message, type Reply, say } from '../../../chat/dsl/screen.ts';
import type { ShippingChange, ShippingSettings } from '../../../shop/shipping/settings.ts';
import { NO_FEN } from '../../../shop/values/money.ts';
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

/** `first` stands above the buttons of all settings. */
export async function showSettings(
  turn: Turn<string>,
  first: readonly (readonly Button[])[] = [],
): Promise<Reply> {
  const now = await findSettings(turn);
  if (!now) return refused(turn);
  const screen = settingsScreen(now);
  return [{ ...screen, buttons: [...first, ...(screen.buttons ?? [])] }];
}

/** Applies the changes and shows the settings. What would change nothing for any buyer is said and not kept. */
export async function applied(turn: Turn<string>, changes: readonly ShippingChange[]): Promise<Reply> {
  const seller = await findActingSeller(turn);
  const before = await findSettings(turn);
  if (!seller || !before) return refused(turn);
  const idle = changes.filter((change) => isIdle(change, changes, before));
  const wanted = changes.filter((change) => !idle.includes(change));
  const now =
    wanted.length === 0 ? before : await turn.shop.shippingSettings.apply(turn.person.id, seller.id, wanted);
  if (!now) return refused(turn);
  const screen = settingsScreen(now);
  const free = idle.flatMap((change) => (change.is === 'free-from' ? [alreadyFree(change)] : []));
  return [
    ...(wanted.length > 0 ? [{ toast: say('delivery-changed') }] : []),
    { ...screen, text: [...free, screen.text], fresh: turn.body.is === 'text' },
  ];
}

type FreeFrom = Extract<ShippingChange, { is: 'free-from' }>;

/** "Free from 100" of what is free anyway. */
const isIdle = (
  change: ShippingChange,
  all: readonly ShippingChange[],
  { ways }: ShippingSettings,
): boolean => {
  if (change.is !== 'free-from' || change.amount === null) return false;
  const hasFee = all.some((other) => (other.is === 'fee' || other.is === 'zone') && other.way === change.way);
  const rule = ways.find(({ way }) => way === change.way);
  return !hasFee && rule !== undefined && rule.isOn && rule.fee === 0 && rule.zones.length === 0;
};

const alreadyFree = ({ way, amount }: FreeFrom): Message =>
  say('delivery-already-free', { way: say(`way-${way}`), amount: { money: amount ?? NO_FEN } });

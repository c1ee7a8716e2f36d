import type { Side } from '../../chat/dsl/event.ts';
import { type Message, say } from '../../chat/dsl/screen.ts';

const buyer = [
  'start',
  'browse',
  'search',
  'cart',
  'orders',
  'live',
  'follows',
  'me',
  'addresses',
  'language',
  'help',
  'cancel',
  'person',
] as const;
const seller = [
  'start',
  'products',
  'orders',
  'pack',
  'sales',
  'poster',
  'delivery',
  'shop',
  'helpers',
  'live',
  'language',
  'help',
  'cancel',
  'person',
] as const;

/** The commands that a bot's menu offers, each with what it does. */
export const commandMenu = (side: Side): { readonly command: string; readonly description: Message }[] =>
  (side === 'buyer' ? buyer : seller).map((command) => ({ command, description: say(`menu-${command}`) }));

/** The answer in groups: only a link to the shop. */
export const groupText = { text: say('group-answer'), button: say('group-button') };

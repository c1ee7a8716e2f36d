import type { Side } from '../../src/chat/dsl/event.ts';
import { buyerFlows } from '../../src/flows/buyer/flows.ts';
import { sellerFlows } from '../../src/flows/seller/flows.ts';

/** Buttons that end or erase something, or change the language under a walk: it leaves them out. */
export const LEFT_OUT =
  /^(language\/|forget|device|devices-end|discard|empty|ban\/|operator-drop|member-drop|helper-drop|household-closed\/|unban-yes\/)/;

/** What a button does, without the ids in it: `order/…`. */
export const routeOf = (action: string): string => action.replace(/\/(~[\w-]{22}|\d+|[\w-]{20,})/g, '/…');

/** Commands that end, erase or begin anew, or are said with something behind them. */
const COMMANDS_LEFT_OUT = new Set(['start', 'language', 'forget', 'ban']);

/** Every command of the side that a walk may say by itself. */
export const commandsOf = (side: Side): string[] =>
  [
    ...new Set(
      (side === 'buyer' ? buyerFlows : sellerFlows).flatMap(({ commands }) => Object.keys(commands)),
    ),
  ].filter((name) => !COMMANDS_LEFT_OUT.has(name));

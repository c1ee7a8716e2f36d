import type { Side } from '../../chat/dsl/event.ts';
import { say } from '../../chat/dsl/screen.ts';
import { flow } from '../flow.ts';
import { commandMenu } from './menu.ts';

/** What a bot's menu offers, as a screen: for channels that have no menu, where 0 asks for it. */
export const numberedMenu = (side: Side) =>
  flow('menu', {
    commands: {
      menu: () => [{ text: say('digits-menu'), buttons: choices(side), fresh: true }],
    },
  });

/** Nothing is left to cancel once the menu has been asked for. */
const choices = (side: Side) =>
  commandMenu(side)
    .filter(({ command }) => command !== 'cancel')
    .map(({ command, description }) => [{ label: description, tap: `/${command}` }]);

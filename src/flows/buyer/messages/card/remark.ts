import { tap } from '../../../../chat/dsl/action.ts';
import { type Screen, say } from '../../../../chat/dsl/screen.ts';
import { homeButton } from '../../../screens/values.ts';

/** Something said back, with a way on. */
export const remark = (key: string): Screen => ({
  text: say(key),
  buttons: [[{ label: say('home-browse'), tap: tap('browse/:page', { page: 0 }) }, homeButton]],
  fresh: true,
});

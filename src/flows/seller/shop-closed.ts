import { tap } from '../../chat/action.ts';
import { type Screen, say } from '../../chat/screen.ts';
import { homeButton } from '../show.ts';

/** Why nothing can be put on sale: the office has not opened this shop yet, or has closed it. */
export const closedScreen = (state: 'waiting' | 'closed'): Screen => ({
  text: say(`shop-${state}`),
  buttons: [[{ label: say('repair-person'), tap: tap('person') }, homeButton]],
  fresh: true,
});

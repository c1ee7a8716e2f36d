import { tap } from '../../chat/dsl/action.ts';
import { type Screen, say } from '../../chat/dsl/screen.ts';
import { homeButton } from '../screens/values.ts';

/** Why nothing can be put on sale: the office has not opened this shop yet, or has closed it. */
export const closedScreen = (state: 'waiting' | 'closed'): Screen => ({
  text: say(`shop-${state}`),
  buttons: [[{ label: say('repair-person'), tap: tap('person') }, homeButton]],
  fresh: true,
});

import { type Screen, say } from '../../chat/dsl/screen.ts';

/** The last thing that is said to somebody. */
export const goodbyeNotice: Screen = { text: say('forgotten'), fresh: true };

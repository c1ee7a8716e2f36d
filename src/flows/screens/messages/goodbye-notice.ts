import { type Screen, say } from '../../../chat/dsl/screen.ts';

/** The last message to an erased person. */
export const goodbyeNotice: Screen = { text: say('forgotten'), fresh: true };

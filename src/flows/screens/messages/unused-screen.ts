import { type Screen, say } from '../../../chat/dsl/screen.ts';

/** What no part of a message used is quoted back. */
export const unusedScreen = (unused: readonly string[]): Screen => ({
  text: say('seller-unused', { words: unused.join('，') }),
  fresh: true,
  keepsQuestion: true,
});

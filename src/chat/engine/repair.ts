import { tap } from '../dsl/action.ts';
import { type Button, type Reply, type Screen, say } from '../dsl/screen.ts';

/** After this many misunderstood messages in a row the reply offers a person. */
export const MAX_MISSES = 3;

/** Answers that every flow shares, for what no flow handles. Each side has the routes `home` and `person`. */
const home: Button = { label: say('repair-home'), tap: tap('home') };
const person: Button = { label: say('repair-person'), tap: tap('person') };

const answer = (key: string, ...buttons: Button[]): Screen => ({
  text: say(key),
  buttons: [buttons],
  fresh: true,
});

/** A button of an earlier release, of a flow that has moved on, or a forged one. */
export const staleReply = (): Reply => [{ toast: say('repair-stale-toast') }, answer('repair-stale', home)];

export const unknownCommand = (): Reply => [answer('repair-unknown-command', home)];

export const notUnderstood = (): Reply => [{ ...answer('repair-not-understood', home), isMiss: true }];

/** For a number that is no current choice. It offers none itself, so that the newest choices stay valid. */
export const noSuchChoice = (): Reply => [{ ...answer('digits-no-such-choice'), isMiss: true }];

/** For a photo where a number was asked, or a sticker. */
export const wrongKind = (isAsked: boolean): Reply => [
  { ...answer(isAsked ? 'repair-wrong-kind-asked' : 'repair-wrong-kind', home), isMiss: true },
];

/** For words under a video: they were read, and it was not. */
export const onlyWordsRead = (): Reply => [{ ...answer('repair-only-words'), keepsQuestion: true }];

export const edited = (): Reply => [answer('repair-edited')];

export const flooded = (): Reply => [answer('repair-flooded', home)];

export const cancelled = (wasAsked: boolean): Reply => [
  answer(wasAsked ? 'repair-cancelled' : 'repair-nothing-to-cancel', home),
];

/** Sent when an event was parked. */
export const brokenScreen = (): Screen => answer('repair-broken', home, person);

/** Sent before the answer where what was kept of the conversation could not be opened. */
export const begunAnewScreen = (): Screen => ({ text: say('repair-begun-anew'), fresh: true });

/** The second time something was not understood: what may have been meant, beside what was asked again. */
export const guesses: Screen = {
  text: say('repair-guesses'),
  buttons: [
    [{ label: say('repair-guess-orders'), tap: tap('/orders') }],
    [{ label: say('repair-guess-help'), tap: tap('/help') }],
    [home],
  ],
  fresh: true,
};

export const personOffer = (): Screen => answer('repair-reach-a-person', person);

const cancelWords = new Set(['取消', '算了', '不要了', 'cancel', 'stop', 'never mind', 'nevermind']);

export const isCancel = (text: string): boolean => cancelWords.has(text.trim().toLowerCase());

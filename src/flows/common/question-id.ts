import { randomBytes } from 'node:crypto';

// A question that is asked by buttons has a name, so that a button of an older one does nothing.

const minuteOf = (time: Date): number => Math.floor(time.getTime() / 60_000);

/** Names a question by the minute in which it was asked, in few enough letters for a button. */
export const newQuestionId = (now: Date): string =>
  `${minuteOf(now).toString(36)}.${randomBytes(3).toString('base64url')}`;

/** An answer to an older question would undo later changes, or mean another day. */
const ANSWERED_WITHIN_MINUTES = 15;

export const isOldQuestion = (id: string, now: Date): boolean => {
  const asked = Number.parseInt(id.split('.')[0] ?? '', 36);
  return !(Math.abs(minuteOf(now) - asked) <= ANSWERED_WITHIN_MINUTES);
};

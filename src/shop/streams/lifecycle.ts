/** What may become of a stream. One that flaps is one stream; a plan is a draft until its seller has confirmed it. */
export const nextStream = {
  draft: ['planned', 'cancelled'],
  planned: ['live', 'cancelled'],
  live: ['interrupted', 'ended'],
  interrupted: ['live', 'ended'],
  ended: ['live'],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>;

export type StreamState = keyof typeof nextStream;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A stream goes on while its last sign of life (a start, a tap, an order, a hook) is younger than this. */
export const ALIVE_MS = 3 * HOUR_MS;
/** … and this long at most. */
export const LONGEST_MS = 24 * HOUR_MS;
/** How long "still on?" waits for an answer. */
export const ANSWER_MS = 30 * MINUTE_MS;
/** A picture that a streaming program took away and did not bring back in this time has ended. */
export const INTERRUPTED_MS = 10 * MINUTE_MS;
/** An end that was not taken back in this time is one: recap and summary are sent. */
export const SETTLE_MS = 10 * MINUTE_MS;

/** A seller who goes live this long before a plan is keeping it early, where nothing else of theirs is on. */
export const EARLY_MS = 3 * HOUR_MS;
/** A plan whose time is this near has come: it goes before whatever is on. */
export const AT_HAND_MS = 15 * MINUTE_MS;
/** However late that evening: a plan can be kept this long after its time, and is off after that. */
export const LATE_MS = 12 * HOUR_MS;
/** When a seller is asked about a plan that has not begun. */
export const OVERDUE_MS = 30 * MINUTE_MS;

export const before = (now: Date, ms: number): Date => new Date(now.getTime() - ms);
export const after = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

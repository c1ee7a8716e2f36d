// What the load generator is asked to do, and what it answers.

/** Where updates go: what a bot has told Telegram, or where a peer listens. */
export interface Target {
  readonly url: string;
  readonly secret?: string;
}

/** One move of every chat: words, or a tap on the newest button whose action starts with `tap`. */
export type Move = { readonly say: string } | { readonly tap: string };

export interface Plan {
  /** Asks for a webhook that the bot with this token has set; else `target` says where updates go. */
  readonly token?: string;
  readonly target?: Target;
  /** The first chat's number, and how many chats there are. */
  readonly firstChat: number;
  readonly chats: number;
  /** Each chat makes these moves one after another, each when the one before is answered. */
  readonly moves: readonly Move[];
  /** How many chats move at a time; none: all of them. */
  readonly atOnce?: number;
  /** Moves begin at this rate whatever is answered; the list of moves is then made `chats` times. */
  readonly perSecond?: number;
  /** Answers count from the update to the message that starts so; any message, if not given. */
  readonly answer?: string;
}

export interface Measured {
  readonly answered: number;
  readonly lost: number;
  readonly ms: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
}

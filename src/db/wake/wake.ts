/** A notification as the database makes it: a channel's name and a text. */
export interface Note {
  readonly channel: string;
  readonly payload: string;
}

export interface WakeHandlers {
  onNote(note: Note): void;
  /** Notifications may have been missed: whoever waits for some has to look. */
  onMissed(): void;
}

/** How the processes of a village are told at once of what any of them has written. */
export interface Wake {
  /** Resolves when every notification from now on is heard. */
  listen(handlers: WakeHandlers): Promise<Listening>;
}

export interface Listening {
  stop(): Promise<void>;
}

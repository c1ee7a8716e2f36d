/** What came of trying one thing that is configured. Holds no secrets. */
export interface Finding {
  readonly what: string;
  readonly is: 'fine' | 'off' | 'wrong';
  readonly said: string;
  /** What the one who runs the shop may do about it. */
  readonly todo?: string | undefined;
}

/** A finding as its check makes it; the doctor adds what was checked. */
export type Result = Omit<Finding, 'what'>;

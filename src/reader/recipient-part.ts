/** A part of the message, with the place that it takes, label included. */
export interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

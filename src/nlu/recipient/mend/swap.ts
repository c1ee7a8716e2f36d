/** Which part of the address goes, and where in the message stands what comes. */
export interface Swap {
  readonly at: number;
  readonly length: number;
  readonly from: { readonly start: number; readonly end: number };
}

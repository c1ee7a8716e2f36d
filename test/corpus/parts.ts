/** Of 100 writers 70 may be learned from, 15 are looked at while rules change, and 15 only judge. */
export type Part = 'train' | 'dev' | 'test';

export interface PartScore {
  readonly messages: number;
  /** Shares from 0 to 1. */
  readonly exact: number;
  /** Stated as fact, and not so. */
  readonly wrong: number;
  /** An address of which a part is missing. */
  readonly cut?: number;
  readonly misses: readonly { readonly message: string; readonly expected: unknown; readonly got: unknown }[];
}

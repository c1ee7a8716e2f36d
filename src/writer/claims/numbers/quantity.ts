/**
 * A number of a text with what it counts. `plain` has no unit; `date` is a year, month or day. A lone Chinese numeral
 * without a unit may be part of a word (五常): such a number is `loose`.
 */
export interface Quantity {
  readonly from: number;
  readonly to: number;
  readonly dimension: string;
  readonly value: number;
  /** Of its unit, in base units of the dimension. */
  readonly size?: number;
  readonly isLoose: boolean;
  /** Whether it is said to be somewhat more: 二十多个, over twenty. */
  readonly isOver?: boolean;
}

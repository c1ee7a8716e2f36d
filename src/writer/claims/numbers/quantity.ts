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
  /** Whether it is how many people a fact names: 我跟婆娘. */
  readonly isOfPeople?: boolean;
}

/** Whether a text's number may be a fact's, by what both are counted in. */
export function agree(said: string, given: string): boolean {
  if (said === given) return true;
  if (said === 'plain') return given === 'count' || given === 'date' || given === 'yuan';
  // 18块 are pieces or yuan.
  if (said === 'count' && given === 'yuan') return true;
  return (said === 'count' || said === 'date' || said === 'yuan') && given === 'plain';
}

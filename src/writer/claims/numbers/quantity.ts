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
  /** Whether it is said to be about so much: 差不多一个半礼拜, some twenty. */
  readonly isAbout?: boolean;
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

/** 22 are 二十多, 220 g are 四两多: more, and less than one more of the last place that was said. */
export function isSomewhatMore(value: number, said: number, size = 1): boolean {
  let place = 1;
  while ((said / size) % (place * 10) === 0 && place < said / size) place *= 10;
  return value > said && value < said + place * size;
}

/** How far what is said to be about so much may be from it, as a part of it. */
export const ABOUT = 0.075;

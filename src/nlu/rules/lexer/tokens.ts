import type { Text } from './text.ts';
import type { Unit } from './units.ts';

export interface Place {
  /** Where the token stands in the message, in both of its readings. */
  readonly start: number;
  readonly end: number;
}

/** One part of a message. Both readers work on these and never look at signs themselves where a token says it. */
export type Token = Place &
  (
    | {
        readonly is: 'amount';
        /** In base units of `unit.measure`; nothing for what is vague (十来斤) or no whole number of them. */
        readonly base: number | undefined;
        readonly unit: Unit;
        /** True for exactly one unit: 一斤, a bag. */
        readonly isOne: boolean;
      }
    /** A unit without a number: `/斤`, `每袋`, `per kg`. */
    | { readonly is: 'unit'; readonly unit: Unit }
    /** Nothing where it is vague or in a foreign currency. */
    | { readonly is: 'money'; readonly fen: number | undefined }
    /** In thousandths; nothing for what is vague (三四, 几十). */
    | { readonly is: 'number'; readonly value: number | undefined }
    | { readonly is: 'phone'; readonly digits: string }
    /** A date, a time, a percentage, a link, an order number: never an amount. */
    | { readonly is: 'aside' }
    /** What a stream's host calls a product: `A1`, `2号链接`. */
    | { readonly is: 'code'; readonly text: string }
    | { readonly is: 'sign'; readonly sign: string }
    | { readonly is: 'word'; readonly text: string }
  );

export interface Lexed {
  readonly text: Text;
  readonly tokens: readonly Token[];
}

/** A token before its place is known. */
export type Found = Token extends infer T ? (T extends Place ? Omit<T, 'start' | 'end'> : never) : never;

export interface Rule {
  readonly pattern: RegExp;
  make(found: RegExpExecArray): Found | undefined;
}

/** A rule that is tried at one place: `source` must fit there, and `make` may still decline. */
export const rule = (source: string, make: Rule['make']): Rule => ({
  pattern: new RegExp(source, 'yu'),
  make,
});

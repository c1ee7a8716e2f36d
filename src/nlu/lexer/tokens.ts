import type { Text } from '../text/text.ts';
import type { Unit } from './units.ts';

/** How much of something. */
export interface Amount {
  /** Base units of `unit.measure`; nothing for what is vague (十来斤) or no whole number of them. */
  readonly base: number | undefined;
  /** Where it is vague, the round number that was said: 二十来斤. */
  readonly near?: number;
  readonly unit: Unit;
  /** Exactly one unit: 一斤, a bag. */
  readonly isOne: boolean;
  /** `4x500g`, `500克*4`: what one of them holds. */
  readonly each?: number;
}

interface Place {
  /** Where the token stands, in both readings of the message. */
  readonly start: number;
  readonly end: number;
  /** As it stands in the plain reading. */
  readonly text: string;
}

/** One part of a message: a Han sign, a Latin word, or a whole amount. */
export type Token = Place &
  (
    | { readonly is: 'amount'; readonly amount: Amount }
    /** A unit without a number behind a slash or 每: `/斤`, `每袋`, `per kg`, `each`. */
    | { readonly is: 'unit'; readonly amount: Amount }
    /** `pieces` where the same words may count pieces: 3块. No `fen` where it is vague or in a foreign currency. */
    | {
        readonly is: 'money';
        readonly fen: number | undefined;
        readonly pieces?: Amount;
        readonly isForeign?: true;
      }
    /** In thousandths; `isTimes` for x2 and +2. */
    | { readonly is: 'number'; readonly value: number | undefined; readonly isTimes: boolean }
    /** `A1`, `2号链接`: what a stream's host calls a product. `item` is the number on the screen. */
    | { readonly is: 'code'; readonly item: number | undefined }
    /** A date, a time, a percentage, a link, an order number: never an amount. */
    | { readonly is: 'aside' }
    | { readonly is: 'word' }
    | { readonly is: 'sign' }
  );

/** A token before its place is known. */
export type Found = (Token extends infer T ? (T extends Place ? Omit<T, keyof Place> : never) : never) & {
  readonly end: number;
};

export interface Lexed {
  readonly text: Text;
  readonly tokens: readonly Token[];
}

export type Quantity = Extract<Token, { is: 'amount' | 'unit' | 'money' | 'number' }>;

export const isQuantity = (token: Token): token is Quantity =>
  token.is === 'amount' || token.is === 'unit' || token.is === 'money' || token.is === 'number';

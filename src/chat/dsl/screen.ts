import type { ChatId, CheckoutId, MediaId, OrderId, ProductId } from '../../db/ids.ts';
import type { BaseQuantity, Fen } from '../../db/units.ts';
import type { Locale } from './event.ts';
import type { Html } from './html.ts';

/** Words by key from the locale files, with what goes into them. */
export interface Message {
  readonly key: string;
  readonly values: Readonly<Record<string, Value>>;
}

/** A name in its owner's language, and in others where there is one. */
export interface LocalName {
  readonly own: string;
  readonly en?: string | null | undefined;
  readonly zh?: string | null | undefined;
}

/** What something is counted in beside its measure: 瓶 of 500 ml. */
export interface UnitWords {
  readonly own: string;
  readonly one: string;
  readonly many: string;
  /** Base units of one. */
  readonly size: BaseQuantity;
}

export interface MeasuredQuantity {
  readonly measure: 'MASS' | 'VOLUME' | 'COUNT';
  readonly base: BaseQuantity;
  readonly unit?: UnitWords;
}

/** What may stand in a sentence; each language writes money, quantities and times its own way. */
export type Value =
  | string
  | number
  | Html
  | Message
  | LocalName
  | { readonly money: Fen }
  | { readonly quantity: MeasuredQuantity }
  | {
      readonly price: {
        readonly fen: Fen;
        readonly per: BaseQuantity;
        readonly measure: 'MASS' | 'VOLUME' | 'COUNT';
        readonly unit?: UnitWords;
      };
    }
  | { readonly time: Date }
  /** The name of the zone whose clock a time before it is by; not said to readers who are known to live by it. */
  | { readonly zone: string; readonly at: Date };

/** Text of a screen; each item of a list is a line. */
export type Text = Message | Html | readonly Text[];

export const say = (key: string, values: Readonly<Record<string, Value>> = {}): Message => ({ key, values });

export type Tone = 'primary' | 'danger' | 'success';

/**
 * A button that does something. One that stands for a thing shows its `picture`, and below its label a `detail`, on
 * channels that can.
 */
export interface TapButton {
  readonly label: Text;
  readonly tap: string;
  readonly tone?: Tone;
  readonly picture?: MediaId | undefined;
  readonly detail?: Text | undefined;
}

/** A button carries an action, never its label. `dead` shows a state and does nothing. */
export type Button =
  | TapButton
  | { readonly label: Text; readonly url: string }
  /**
   * Passes something on: Telegram offers it in a chat of their choosing, found by the words `share`; a browser copies
   * `link`.
   */
  | { readonly label: Text; readonly share: string; readonly link: string }
  | { readonly label: Text; readonly dead: true };

/** Telegram's keys below the chat: share the own phone number, or the location. */
export type Request = 'contact' | 'location';

/** An open question: its name, and the data that reading its answer needs. */
export interface Asking {
  readonly step: string;
  readonly data: unknown;
}

/** What a screen puts on the table: what "this one", "the second" and a bare amount are said about. Ids of ours. */
export interface Focus {
  readonly product?: ProductId | undefined;
  /** In the order shown. */
  readonly products?: readonly ProductId[] | undefined;
  readonly card?: CheckoutId | undefined;
  readonly order?: OrderId | undefined;
  /** Where it was asked what bringing it costs; empty where that was asked without a place. */
  readonly feeTo?: string | undefined;
}

/** What is to be paid; the words of the screen describe it. */
export interface Invoice {
  readonly title: Text;
  /** Comes back with the payment: at most 128 bytes. */
  readonly payload: string;
  readonly currency: string;
  /** In minor units (fen). */
  readonly prices: readonly { readonly label: Text; readonly amount: Fen }[];
}

/** A file that a screen hands over: a data export, a sheet, a page to print. */
export interface NewFile {
  /** As the person will find it on their phone, with its ending. */
  readonly name: string;
  readonly type: 'text/csv' | 'text/html' | 'application/json' | 'image/png';
  readonly content: string | Uint8Array;
}

/** One message to show. After a tap the first screen takes the place of the tapped message, unless it is `fresh`. */
export interface Screen {
  readonly text: Text;
  /** An id of our media. */
  readonly photo?: MediaId | undefined;
  /** Several things that the words are about, side by side: small, or as one composed picture. For all to see. */
  readonly pictures?: readonly MediaId[] | undefined;
  /** Sent with the text as its caption, so keep that short. A screen has a photo or a file, not both. */
  readonly file?: NewFile;
  /** Asks for money through the platform, where it can: a screen with an invoice has neither photo nor buttons. */
  readonly invoice?: Invoice;
  readonly buttons?: readonly (readonly Button[])[];
  /** What is talked about from here on. */
  readonly focus?: Focus | undefined;
  /** The action that "yes" stands for, right after this screen. */
  readonly yes?: string | undefined;
  /** What was just done, for the next message to put right; flows know its form. */
  readonly lastChange?: unknown;
  /** Makes this a question: the next free text is its answer. */
  readonly asks?: Asking;
  /** Keys to share something instead of typing it, where the channel has them; shown while the question is open. */
  readonly requests?: readonly Request[];
  readonly fresh?: boolean;
  /** Keeps the open question open. */
  readonly keepsQuestion?: boolean;
  /** The message was not understood. After the third in a row the reply offers a person. */
  readonly isMiss?: boolean;
}

/** A handler's answer: screens for the person, screens for other chats, a toast for the tapped button, a new language. */
export type ReplyPart =
  | Screen
  | { readonly to: readonly ChatId[]; readonly screen: Screen }
  | { readonly toast: Text }
  | { readonly speaks: Locale };

export type Reply = readonly ReplyPart[];

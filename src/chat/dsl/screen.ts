import type { Locale } from './event.ts';
import type { Html } from './html.ts';

/** Words by key from the locale files, with what goes into them. */
export interface Message {
  readonly key: string;
  readonly values: Readonly<Record<string, Value>>;
}

/** A name in the language its owner wrote it in, and in English where somebody gave that. */
export interface LocalName {
  readonly own: string;
  readonly en?: string | null | undefined;
}

/** What may stand in a sentence; each language writes money, quantities and times its own way. */
export type Value =
  | string
  | number
  | Html
  | Message
  | LocalName
  | { readonly money: number }
  | { readonly quantity: { readonly measure: 'MASS' | 'VOLUME' | 'COUNT'; readonly base: number } }
  | {
      readonly price: {
        readonly fen: number;
        readonly per: number;
        readonly measure: 'MASS' | 'VOLUME' | 'COUNT';
      };
    }
  | { readonly time: Date };

/** Something to read; a list is read line by line. */
export type Text = Message | Html | readonly Text[];

export const say = (key: string, values: Readonly<Record<string, Value>> = {}): Message => ({ key, values });

export type Tone = 'primary' | 'danger' | 'success';

/** A button carries an action, never its label. `dead` shows a state and does nothing. */
export type Button =
  | { readonly label: Text; readonly tap: string; readonly tone?: Tone }
  | { readonly label: Text; readonly url: string }
  /** Passes something on: Telegram offers it in a chat of their choosing, found by the words `share`; a browser copies `link`. */
  | { readonly label: Text; readonly share: string; readonly link: string }
  | { readonly label: Text; readonly dead: true };

/** Telegram's keys below the chat: the person's own phone number, or where they are. */
export type Request = 'contact' | 'location';

/** What a free answer is awaited for: a step by name, with what the answer needs. */
export interface Asking {
  readonly step: string;
  readonly data: unknown;
}

/** What a screen puts on the table: what "this one", "the second" and a bare amount are said about. Ids of ours. */
export interface Focus {
  readonly product?: string | undefined;
  /** In the order shown. */
  readonly products?: readonly string[] | undefined;
  readonly card?: string | undefined;
  readonly order?: string | undefined;
}

/** What is to be paid; the words of the screen describe it. */
export interface Invoice {
  readonly title: Text;
  /** Comes back with the payment: at most 128 bytes. */
  readonly payload: string;
  readonly currency: string;
  /** In minor units (fen). */
  readonly prices: readonly { readonly label: Text; readonly amount: number }[];
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
  readonly photo?: string | undefined;
  /** Handed over with the words, which should be short then. A screen has a photo or a file. */
  readonly file?: NewFile;
  /** Asks for money through the platform, where it can: a screen with an invoice has neither photo nor buttons. */
  readonly invoice?: Invoice;
  readonly buttons?: readonly (readonly Button[])[];
  /** What is talked about from here on. */
  readonly focus?: Focus | undefined;
  /** The action that "yes" stands for, right after this screen. */
  readonly yes?: string | undefined;
  /** Makes this a question: the next free text is its answer. */
  readonly asks?: Asking;
  /** What may be shared instead of typed, where the channel has such keys: they stand there as long as the question does. */
  readonly requests?: readonly Request[];
  readonly fresh?: boolean;
  /** Said in passing: the open question stays open. */
  readonly keepsQuestion?: boolean;
  /** The person was not understood; the third time in a row they are shown how to reach a person. */
  readonly isMiss?: boolean;
}

/** What a handler answers: screens for the person, screens for other chats, a toast on the tapped button, a new language. */
export type ReplyPart =
  | Screen
  | { readonly to: readonly string[]; readonly screen: Screen }
  | { readonly toast: Text }
  | { readonly speaks: Locale };

export type Reply = readonly ReplyPart[];

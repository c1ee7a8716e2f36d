import type { FileId, MediaId } from '../../db/ids.ts';
import type { ChannelName } from './event.ts';
import type { Request, Tone } from './screen.ts';

/** A message as a channel gets it: words in the person's language, actions encoded. This is also what is kept, sealed. */
export interface MessageBody {
  /** Marked up with b, i, u, s, code and a alone; see html.ts. */
  readonly html: string;
  /** An id of our media. */
  readonly photo?: MediaId | undefined;
  /** A file kept for the person (src/chat/store/files.ts). */
  readonly file?: { readonly id: FileId; readonly name: string } | undefined;
  /** Money to be paid through the platform; the words describe it. */
  readonly invoice?: MessageInvoice | undefined;
  readonly buttons: readonly (readonly MessageButton[])[];
  /** The person's own words, kept only where the message table is what people read. */
  readonly mine?: boolean | undefined;
  /** On a channel without buttons, where this offers choices or asks something. */
  readonly choices?: NumberedChoices | undefined;
  /** Keys below the chat, with what is said where they need a message of their own; no keys: they are taken away. */
  readonly requests?: RequestKeys | undefined;
  /** Set where this takes the place of an earlier message. */
  readonly edit?: { readonly hadPhoto: boolean } | undefined;
}

export type MessageButton =
  | { readonly label: string; readonly tap: string; readonly tone?: Tone | undefined }
  | { readonly label: string; readonly url: string }
  | { readonly label: string; readonly share: string; readonly link: string }
  | { readonly label: string; readonly dead: true };

export interface MessageInvoice {
  readonly title: string;
  readonly description: string;
  readonly payload: string;
  readonly currency: string;
  readonly prices: readonly { readonly label: string; readonly amount: number }[];
}

export interface RequestKeys {
  readonly keys: readonly { readonly is: Request; readonly label: string }[];
  readonly prompt: string;
}

/** How the choices of a message are numbered; meaningOf in choices.ts has the rule. */
export interface NumberedChoices {
  /** It came by itself; what answers a person is none. */
  readonly isNotice: boolean;
  /** The first choice's number; a notice gets it when it is said. */
  readonly first?: number | undefined;
  /** In the person's language, what they can reply. */
  readonly hint: string;
  /** When it was said, in ms since 1970. */
  readonly saidAt?: number | undefined;
}

/** How a delivery ended, in our words. */
export type DeliveryResult =
  /** `platformId` is the platform's id of the message, which taps and edits name. */
  | { readonly is: 'sent'; readonly platformId?: string }
  /** The person blocked us or is deleted: nothing more goes to this chat until they come back. */
  | { readonly is: 'gone' }
  /** The chat has a new address. */
  | { readonly is: 'moved'; readonly address: string }
  /** Not now, for a reason of this message or its chat: the platform's limit, or a picture that is still coming. */
  | { readonly is: 'later'; readonly ms: number }
  /** The platform does not take this message, ever. */
  | { readonly is: 'refused'; readonly why: string }
  /**
   * The platform, or the way to it, is in trouble; nothing is tried for at least `atLeastMs`. `mayHaveArrived`: the request
   * left and no answer came, so that what is sent again may be said twice.
   */
  | {
      readonly is: 'unwell';
      readonly why: string;
      readonly mayHaveArrived: boolean;
      readonly atLeastMs?: number;
    };

/** A message on its way out. */
export interface OutgoingMessage {
  readonly address: string;
  readonly body: MessageBody;
  /** With an edit: the platform's id of the message whose place it takes. */
  readonly platformId: string | null;
  /** One of many alike, to many people: some platforms take more of these for money. */
  readonly isAlert?: boolean;
}

/** A way out to people. Decoding what comes in is each bot's own. */
export interface Channel {
  readonly name: ChannelName;
  readonly can: {
    /** True: the message table itself is what people read; nothing is delivered. */
    readonly readsTable: boolean;
    /**
     * False: it shows words alone. Buttons come as a numbered list within the text, a number said is a tap, toasts are
     * lines, and nothing said is changed afterwards.
     */
    readonly buttons: boolean;
  };
  deliver(message: OutgoingMessage): Promise<DeliveryResult>;
  /** Ends the waiting sign on a tapped button. At most once, never repeated; failures are nobody's business. */
  answerTap?(query: string, toast: string | undefined): Promise<void>;
  /** Fetches what a person sent. Throws a Fault when it is gone or too large. */
  fetchFile?(fileId: string): Promise<Uint8Array>;
}

import type { FileId, MediaId } from '../../db/ids.ts';
import type { ChannelName } from './event.ts';
import type { Request, Tone } from './screen.ts';

/** A message as a channel gets it: text in the person's language, actions encoded. Stored encrypted in this form. */
export interface MessageBody {
  /** Marked up with b, i, u, s, code, a and time alone; see html.ts. */
  readonly html: string;
  /** An id of our media. */
  readonly photo?: MediaId | undefined;
  /** Public pictures of what the words are about, shown side by side. */
  readonly pictures?: readonly MediaId[] | undefined;
  /** A file kept for the person (src/chat/store/files.ts). */
  readonly file?: { readonly id: FileId; readonly name: string } | undefined;
  /** Money to be paid through the platform; the words describe it. */
  readonly invoice?: MessageInvoice | undefined;
  readonly buttons: readonly (readonly MessageButton[])[];
  /** The person's own text; stored only where people read the message table. */
  readonly mine?: boolean | undefined;
  /** On a channel without buttons, where this offers choices or asks something. */
  readonly choices?: NumberedChoices | undefined;
  /** Keys below the chat, with a text for where they need a message of their own. An empty list removes them. */
  readonly requests?: RequestKeys | undefined;
  /** Set where this replaces an earlier message. */
  readonly edit?: { readonly hadPhoto: boolean } | undefined;
}

export type MessageButton =
  | {
      readonly label: string;
      readonly tap: string;
      readonly tone?: Tone | undefined;
      readonly picture?: MediaId | undefined;
      readonly detail?: string | undefined;
    }
  | { readonly label: string; readonly url: string }
  | { readonly label: string; readonly share: string; readonly link: string }
  | { readonly label: string; readonly dead: true };

/** The pictures that a channel without small ones composes into one: its own, else those of the buttons. */
export function sidePictures({
  photo,
  pictures,
  buttons,
}: Pick<MessageBody, 'photo' | 'pictures' | 'buttons'>): readonly MediaId[] {
  if (photo !== undefined) return [];
  const ofButtons = buttons.flat().flatMap((button) => ('picture' in button && button.picture) || []);
  return pictures && pictures.length > 0 ? pictures : ofButtons;
}

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

/** How the choices of a message are numbered; the rule stands at `resolveChoice` in choices.ts. */
export interface NumberedChoices {
  /** A message that came by itself, in contrast to an answer. */
  readonly isNotice: boolean;
  /** The first choice's number; a notice gets it when it is sent. */
  readonly first?: number | undefined;
  /** In the person's language, what they can reply. */
  readonly hint: string;
  /** When it was sent, in ms since 1970. */
  readonly saidAt?: number | undefined;
}

/** How a delivery ended. */
export type DeliveryResult =
  /** `platformId` is the platform's id of the message, which taps and edits name. */
  | { readonly is: 'sent'; readonly platformId?: string }
  /** The person blocked us or was deleted. Nothing is sent to this chat until they come back. */
  | { readonly is: 'gone' }
  /** The chat has a new address. */
  | { readonly is: 'moved'; readonly address: string }
  /**
   * Try again after `ms`: the platform's rate limit, or a picture that is still being fetched. Alerts of the whole channel
   * wait, unless it is `ofChat` alone that is not ready.
   */
  | { readonly is: 'later'; readonly ms: number; readonly ofChat?: true }
  /** The platform will never take this message. */
  | { readonly is: 'refused'; readonly why: string }
  /**
   * The platform, or the network to it, fails; nothing is tried for at least `atLeastMs`. `mayHaveArrived`: the
   * request left and no answer came, so that sending it again may show the message twice.
   */
  | {
      readonly is: 'unwell';
      readonly why: string;
      readonly mayHaveArrived: boolean;
      readonly atLeastMs?: number;
    };

/** A message to deliver. */
export interface OutgoingMessage {
  readonly address: string;
  readonly body: MessageBody;
  /** With an edit: the platform's id of the message whose place it takes. */
  readonly platformId: string | null;
  /** Part of an alert: some platforms take more of these for money. */
  readonly isAlert?: boolean;
  /** Where it is only to be told that the message stands in the chat. */
  readonly notice?: DeviceNotice | undefined;
}

/** What a device that shows no message is told of one in its chat. */
export interface DeviceNotice {
  /** The message's cause and its place among those of that cause. */
  readonly cause: string;
  readonly index: number;
  /** Said to one person: a locked screen, which anybody may read, shows its first line alone. */
  readonly isPersonal: boolean;
  /** For how long it is worth telling. */
  readonly ttlSeconds: number;
  readonly urgency: 'low' | 'normal' | 'high';
  /** A later notice of the same topic takes the place of one that was not told yet. */
  readonly topic: string;
  /** A later notice of the same tag takes the place of one that is shown. */
  readonly tag: string;
}

/** Delivers messages to people. Decoding events is each channel's own. */
export interface Channel {
  readonly name: ChannelName;
  readonly can: {
    /** True: people read the message table itself; nothing is delivered. */
    readonly readsTable: boolean;
    /**
     * False: it shows text alone. Buttons become a numbered list in the text, a number is a tap, toasts are lines, and no
     * message is edited.
     */
    readonly buttons: boolean;
  };
  /**
   * Set where it has no chats of its own, and only tells devices of messages in the chats of another channel, which are
   * recorded there before.
   */
  readonly tellsOf?: ChannelName;
  deliver(message: OutgoingMessage): Promise<DeliveryResult>;
  /** Ends the platform's progress sign on a tapped button. Called at most once; a failure is ignored. */
  answerTap?(query: string, toast: string | undefined): Promise<void>;
  /**
   * Shows a text that is still being written; the next one with the same number takes its place. It is no message: nothing
   * relies on it. False where the platform has no such thing.
   */
  preview?(address: string, number: number, html: string): Promise<boolean>;
  /** Fetches what a person sent. Throws a Fault when it is gone or too large. */
  fetchFile?(fileId: string): Promise<Uint8Array>;
  /** Deletes what a person sent once it is written down, where the channel itself keeps it. */
  forgetFile?(fileId: string): Promise<void>;
}

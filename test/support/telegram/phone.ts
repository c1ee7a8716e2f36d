import type { Message, MessageEntity, ShippingAddress } from 'grammy/types';

export type Wanted = string | RegExp | ((message: SeenMessage) => boolean);

export interface PayOptions {
  readonly name?: string;
  readonly phone?: string;
  readonly address?: ShippingAddress;
  /** The id of a shipping option; default: the first. */
  readonly shipping?: string;
  readonly within?: number;
}

export type Payment =
  | { readonly is: 'paid'; readonly message: SeenMessage; readonly total: number }
  | { readonly is: 'refused'; readonly why: string };

export interface TapOptions {
  readonly on?: SeenMessage;
  readonly within?: number;
}

/** What a tap did on the phone; all empty when the spinner only stopped. */
export interface Tapped {
  /** The bot's line at the top of the screen. */
  readonly toast?: string;
  /** The bot's words in a box with OK. */
  readonly alert?: string;
  /** What opened: the button's URL or the answer's. */
  readonly opened?: string;
  /** What went to the clipboard. */
  readonly copied?: string;
  /** What went into the box to type in. */
  readonly typed?: string;
}

/** A picture to send; without bytes, one is drawn. */
export interface Sent {
  readonly bytes?: Uint8Array;
  readonly caption?: string;
}

/** A message as a phone shows it. It does not change: ask the chat again for its newer state. */
export interface SeenMessage {
  readonly id: number;
  /** The sender's first name. */
  readonly from: string;
  readonly isMine: boolean;
  /** What is read: the text or the caption, without tags. */
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly photo?: SeenPhoto;
  readonly album?: string;
  readonly buttons: readonly (readonly SeenButton[])[];
  readonly isEdited: boolean;
  readonly date: Date;
  readonly replyTo?: number;
  /** Grows with everything that comes or changes in the chat. */
  readonly revision: number;
  /** As the Bot API gives it to the bot of the chat (in a group: to its first bot). */
  readonly raw: Message;
}

export interface SeenPhoto {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

export interface SeenButton {
  readonly label: string;
  readonly does: 'tap' | 'link' | 'copy' | 'pay' | 'inline' | 'nothing';
  readonly style?: 'primary' | 'success' | 'danger';
  /** The data, URL or text behind it. */
  readonly value: string;
}

import type { InlineKeyboardButton, MessageEntity, ReplyKeyboardMarkup, User } from 'grammy/types';
import type { Account } from './account.ts';
import type { Files, Picture, StoredFile } from './files.ts';
import type { Call, TelegramOptions } from './interface.ts';
import type { Signal } from './signal.ts';
import type { Trouble } from './trouble.ts';

/** All that is behind one loopback Telegram. */
export interface World {
  readonly options: TelegramOptions;
  readonly now: () => Date;
  readonly files: Files;
  readonly trouble: Trouble;
  /** By token. */
  readonly accounts: Map<string, Account>;
  readonly people: Map<number, Resident>;
  /** Groups, also those that became another. Private chats belong to their bots. */
  readonly groups: Map<number, Room>;
  readonly calls: Call[];
  /** Fires when a call comes or is answered. */
  readonly traffic: Signal;
}

/** A person as Telegram knows them. */
export interface Resident {
  readonly user: User;
  readonly phone: string;
  isDeleted: boolean;
}

/** A chat: who is in it and what was said. */
export interface Room {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup';
  readonly title: string;
  readonly people: readonly Resident[];
  readonly bots: Account[];
  /** In the order of their ids; deleted ones are gone. */
  readonly log: Stored[];
  readonly changes: Signal;
  /** The reply keyboard on each person's phone. */
  readonly keyboards: Map<number, ReplyKeyboardMarkup>;
  nextId: number;
  revision: number;
  /** In a private chat: the person has said something, so the bot may. */
  isStarted: boolean;
  isBlocked: boolean;
  isTyping: boolean;
  upgradedTo?: number;
}

export interface Stored {
  readonly id: number;
  readonly room: Room;
  readonly from: User;
  /** Seconds since 1970. */
  readonly date: number;
  readonly album?: string;
  readonly replyTo?: Stored;
  readonly viaBot?: User;
  /** It brought a reply keyboard, or asked for a reply: nobody can edit it any more. */
  readonly hasKeyboard?: true;
  content: Content;
  buttons: InlineKeyboardButton[][];
  editDate?: number;
  revision: number;
}

interface Worded {
  /** A text, or what stands under a photo. */
  readonly text: string;
  readonly entities: MessageEntity[];
}

export type Content =
  | ({ readonly is: 'text' } & Worded)
  | ({ readonly is: 'photo'; readonly picture: Picture } & Worded)
  | ({
      readonly is: 'document';
      readonly file: StoredFile;
      readonly name: string;
      readonly type: string;
    } & Worded)
  | ({ readonly is: 'voice'; readonly file: StoredFile; readonly seconds: number } & Worded)
  | { readonly is: 'sticker'; readonly file: StoredFile; readonly emoji: string }
  | { readonly is: 'contact'; readonly phone: string; readonly firstName: string; readonly userId?: number }
  | { readonly is: 'location'; readonly latitude: number; readonly longitude: number }
  | { readonly is: 'invoice'; readonly invoice: StoredInvoice }
  | { readonly is: 'payment'; readonly payment: StoredPayment }
  | { readonly is: 'joined' | 'left'; readonly who: User }
  | { readonly is: 'upgraded'; readonly to?: number; readonly from?: number };

export interface StoredInvoice {
  readonly title: string;
  readonly description: string;
  readonly payload: string;
  readonly currency: string;
  readonly total: number;
  readonly asks: { readonly name: boolean; readonly phone: boolean; readonly address: boolean };
  readonly isFlexible: boolean;
}

export interface StoredPayment {
  readonly currency: string;
  readonly total: number;
  readonly payload: string;
  readonly shipping?: string;
  readonly charge: string;
}

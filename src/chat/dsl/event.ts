import type { MediaId } from '../../db/ids.ts';
/** What people come to do. */
export type Side = 'buyer' | 'seller';
/** A way people reach the shop, on one side: `telegram-buyer`, `web-seller`. */
export type ChannelName = `${string}-${Side}`;

export const channelSide = (channel: ChannelName): Side => (channel.endsWith('seller') ? 'seller' : 'buyer');

export const locales = ['zh', 'en'] as const;
export type Locale = (typeof locales)[number];

/** The shop's language for a client's language tag (`zh-hans`, `en-GB`); the fallback for all it does not speak. */
export const parseLocale = (tag: string | undefined, fallback: Locale): Locale =>
  locales.find((locale) => tag?.toLowerCase().startsWith(locale)) ?? (tag ? 'en' : fallback);

/** A picture or recording that came in: still with the platform under its file id, or already among our media. */
export type FileRef = { readonly fileId: string } | { readonly media: MediaId };

/** Who may look at a photo: everybody who is shown it, or only those whom it concerns (money, damage, letters). */
export type PhotoAudience = 'everybody' | 'few';

/** What a person did. */
export type EventBody =
  | { readonly is: 'command'; readonly name: string; readonly rest: string }
  | { readonly is: 'text'; readonly text: string }
  /** `message` is the platform's id of the tapped message, `query` what the platform wants answered. */
  | { readonly is: 'tap'; readonly action: string; readonly message?: string; readonly query?: string }
  /** Albums come one photo at a time; `album` is what they share. */
  | {
      readonly is: 'photos';
      readonly files: readonly FileRef[];
      readonly caption: string;
      readonly album?: string;
    }
  | { readonly is: 'voice'; readonly file: FileRef; readonly seconds: number }
  | { readonly is: 'contact'; readonly name: string; readonly phone: string }
  | { readonly is: 'location'; readonly latitude: number; readonly longitude: number }
  /** Money came through the platform for the invoice with this payload; `charge` is the provider's own id of it. */
  | {
      readonly is: 'paid';
      readonly payload: string;
      /** In minor units (fen). */
      readonly amount: number;
      readonly currency: string;
      readonly charge: string;
      readonly platformCharge: string;
    }
  /** An earlier message was changed. */
  | { readonly is: 'edited'; readonly text: string }
  /** Blocked the bot, or came back. */
  | { readonly is: 'left' }
  | { readonly is: 'returned' }
  /** More came than anybody can answer; what came after the twentieth waiting event was dropped. */
  | { readonly is: 'flooded' }
  /** On a channel without buttons: a number that stands for no choice, or no longer. */
  | { readonly is: 'no-choice' }
  | { readonly is: 'unsupported'; readonly what: string };

/** Who speaks, as the platform says. Only the first event of a chat needs it. */
export interface Sender {
  readonly name: string;
  readonly language?: string;
  /** Telegram's user id in decimal: one person in both bots. */
  readonly telegramId?: string;
}

/** An event as a channel hands it over. `key` is unique in the channel: the same key twice is the same event. */
export interface IncomingEvent {
  readonly channel: ChannelName;
  /** The channel's own id of the chat. */
  readonly address: string;
  readonly key: string;
  /** The platform's own order within the chat; events are answered in it. */
  readonly seq: bigint;
  /** When the person did it; on a channel without buttons by our own clock, for it tells what they had read. */
  readonly at: Date;
  readonly from: Sender;
  readonly body: EventBody;
}

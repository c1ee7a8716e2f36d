import type { MediaId } from '../../db/ids.ts';

/** The two sides of the shop. */
export const sides = ['buyer', 'seller'] as const;
export type Side = (typeof sides)[number];
/** A way people reach the shop, on one side: `telegram-buyer`, `web-seller`. */
export type ChannelName = `${string}-${Side}`;

export const channelSide = (channel: ChannelName): Side => (channel.endsWith('seller') ? 'seller' : 'buyer');

export const locales = ['zh', 'en'] as const;
export type Locale = (typeof locales)[number];

/** The locale for a client's language tag: `zh-hans` → zh, `fr` → en, none → the fallback. */
export const parseLocale = (tag: string | undefined, fallback: Locale): Locale =>
  locales.find((locale) => tag?.toLowerCase().startsWith(locale)) ?? (tag ? 'en' : fallback);

/** A picture or recording that came in: on the platform under its file id, or in our media table. */
export type FileRef = { readonly fileId: string } | { readonly media: MediaId };

/** Who may see a photo: everybody, or only the people it concerns (payments, damage, conversations). */
export type PhotoAudience = 'everybody' | 'few';

/** What a person did. */
export type EventBody =
  | { readonly is: 'command'; readonly name: string; readonly rest: string }
  /**
   * `isShown`: its sender has been shown it, the transcript of what they said. `under`: it stands under a video, a file or the
   * like, which nobody here can read.
   */
  | { readonly is: 'text'; readonly text: string; readonly isShown?: true; readonly under?: string }
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
  /** The platform's payment for the invoice with this payload; `charge` is the provider's id of it. */
  | {
      readonly is: 'paid';
      readonly payload: string;
      /** In minor units (fen). */
      readonly amount: number;
      readonly currency: string;
      readonly charge: string;
      readonly platformCharge: string;
    }
  /** The person edited an earlier message. */
  | { readonly is: 'edited'; readonly text: string }
  /** The person blocked the bot, or came back. */
  | { readonly is: 'left' }
  | { readonly is: 'returned' }
  /** More than 20 events waited; those beyond were dropped. */
  | { readonly is: 'flooded' }
  /** On a channel without buttons: a number that is no current choice. */
  | { readonly is: 'no-choice' }
  | { readonly is: 'unsupported'; readonly what: string };

/** The sender as the platform names them. Used for the first event of a chat. */
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
  /** The platform's order within the chat; events are handled in it. */
  readonly seq: bigint;
  /** When the person did it. On a channel without buttons by our clock: it decides which messages they had read. */
  readonly at: Date;
  readonly from: Sender;
  readonly body: EventBody;
}

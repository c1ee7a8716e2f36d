import type { BotCommand, InlineQueryResult, Update } from 'grammy/types';
import type { Payment, PayOptions, SeenMessage, Sent, TapOptions, Tapped, Wanted } from './phone.ts';

/**
 * A Bot API on 127.0.0.1 for tests of bots, with people in it. `startTelegram` in telegram.ts starts one.
 *
 *     const telegram = await startTelegram({ now: clock.now });
 *     const buyer = telegram.bot({ username: 'walnut_bot' });
 *     startBuyerBot({ token: buyer.token, apiRoot: telegram.root, … });
 *     const wang = telegram.person({ first_name: 'Wang', language_code: 'zh' });
 *     const chat = wang.chatWith(buyer);
 *     chat.starts();
 *     chat.says('核桃5斤');
 *     await chat.waitsFor(/5 ?斤/);
 *     const { toast } = await chat.taps('确认');
 */
export interface Telegram extends AsyncDisposable {
  /** What a bot takes as its `apiRoot`. */
  readonly root: string;
  /** Registers a bot. Several live on one server, each with its own updates, files and view of a group. */
  bot(options?: BotOptions): BotAccount;
  person(options?: PersonOptions): Person;
  /** A group with these people and bots in it. */
  group(options: GroupOptions): Group;
  /** What bots called, oldest first: of all methods or one. */
  calls(method?: string): readonly Call[];
  /** Resolves once a call that fits was answered, at once if one was already. Throws when none comes within `within` ms (10,000). */
  called(method: string, fits?: (call: Call) => boolean, within?: number): Promise<Call>;

  /** Answers 429 with `retry_after` to messages beyond these rates, from now on. `undefined` lifts the limit. */
  limit(rates: Rates | undefined): void;
  /** The next call of `method` (`*`: of any but getUpdates) fails so; nothing is done. */
  failNext(method: string, refusal: Refusal, which?: Which): void;
  /** The next call of `method` loses its connection `before` anything is done, or `after` it is done but unanswered. */
  dropNext(method: string, when: 'before' | 'after', which?: Which): void;
  /** From now on every call but getUpdates fails so, of one bot or of all: `drop` cuts the line undone. `undefined`: all is well. */
  setUnwell(how: Refusal | 'drop' | undefined, bot?: BotAccount): void;
  /** The next call of `method` waits until it is released; then it is done as usual. */
  holdNext(method: string, which?: Which): Held;

  /** Ends long polls and webhooks, closes every connection. */
  stop(): Promise<void>;
}

export interface TelegramOptions {
  /** Dates of messages, and the expiry of taps. Rates, time-outs and `Call.at` are real time. Default: the machine's clock. */
  readonly now?: () => Date;
  /** How long a tap, an inline query and a pre-checkout query may be answered, on `now`. Telegram's figures: 15, 15 and 10 s. */
  readonly answerWithinMs?: {
    readonly tap?: number;
    readonly inline?: number;
    readonly preCheckout?: number;
  };
  /** Everything comes twice: after it was confirmed (offset, or 2xx) it comes once more with the same update_id. */
  readonly deliverTwice?: boolean;
  readonly webhook?: WebhookOptions;
}

export interface WebhookOptions {
  /** `false` posts updates of one chat side by side, as no Telegram would: for storms. */
  readonly strictSequence?: boolean;
  /** An answer that takes longer is no answer, and the same update comes again. Default 5,000. */
  readonly timeoutMs?: number;
  /** The pause before an update is posted again, doubled up to `longestRetryMs`. Default 20 and 500. */
  readonly firstRetryMs?: number;
  readonly longestRetryMs?: number;
  /** After so many posts an update is given up, as Telegram does after some hours. Default: never. */
  readonly attempts?: number;
}

export interface BotOptions {
  /** `<id>:<secret>`; made up if not given. */
  readonly token?: string;
  readonly username?: string;
  readonly first_name?: string;
  /** Sees all messages of groups, not only commands, mentions and replies to it. */
  readonly can_read_all_group_messages?: boolean;
}

/** A bot as its owner sees it at Telegram. */
export interface BotAccount {
  readonly id: number;
  readonly token: string;
  readonly username: string;
  readonly first_name: string;
  /** Every update made for this bot, oldest first, delivered or not. */
  updates(): readonly Update[];
  calls(method?: string): readonly Call[];
  /** The updates that the bot has not confirmed yet. */
  pending(): readonly Update[];
  /** Resolves when every update is confirmed. Throws after `within` ms (10,000). */
  idle(within?: number): Promise<void>;
  /** Delivers an update once more, with the same update_id. */
  redeliver(update: Update): void;
  /** The command menu that a person with this language sees in a private chat. */
  menu(language?: string): readonly BotCommand[];
  /** The webhook's URL, or nothing while the bot polls. */
  webhookUrl(): string | undefined;
}

/** One call of the Bot API. */
export interface Call {
  readonly bot: BotAccount;
  readonly method: string;
  /** As they came, before any check; files are told by name and size. */
  readonly params: Readonly<Record<string, unknown>>;
  /** When it arrived, in real milliseconds (performance.now()). */
  readonly at: number;
  /** When and with what it was answered; nothing as long as it is not. */
  readonly response?: Response;
}

export type Response =
  | { readonly ok: true; readonly result: unknown; readonly at: number }
  | ({ readonly ok: false; readonly at: number } & Refusal)
  | { readonly ok: 'dropped'; readonly at: number };

/** An answer with which Telegram says no; the usual ones are in failure.ts. */
export interface Refusal {
  readonly error_code: number;
  readonly description: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

/** Which calls are meant, and how many of them (1). */
export interface Which {
  readonly bot?: BotAccount;
  readonly chat?: number;
  readonly times?: number;
}

export interface Held {
  /** The call, as soon as it is there. */
  readonly arrived: Promise<Call>;
  release(): void;
}

/** Messages per real second that go through; those beyond are refused with `retryAfter` seconds (1). */
export interface Rates {
  readonly perBot?: number;
  readonly perChat?: number;
  readonly retryAfter?: number;
}

export interface PersonOptions {
  readonly id?: number;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly username?: string;
  readonly language_code?: string;
  readonly phone?: string;
}

/** Somebody with a phone. */
export interface Person {
  readonly id: number;
  readonly first_name: string;
  /** The private chat with a bot: the same one each time. Nothing happens in it until the person says something. */
  chatWith(bot: BotAccount): PrivateChat;
  /** Types `@bot query` somewhere, and resolves with what the bot offers. Throws when it offers nothing in time. */
  types(bot: BotAccount, query: string): Promise<readonly Offer[]>;
  /** No bot can write to this person any more. */
  deletesAccount(): void;
}

/** One result of an inline query. */
export interface Offer {
  readonly title: string;
  readonly result: InlineQueryResult;
  /** Sends it into a chat, as the person. */
  sendTo(chat: Chat): SeenMessage;
}

/** A chat on one person's phone: what they do there, and what they see. */
export interface Chat {
  readonly id: number;

  /** Types a text; `/commands`, links and `@mentions` in it are marked as Telegram marks them. */
  says(text: string, options?: { readonly replyTo?: SeenMessage }): SeenMessage;
  /**
   * Taps the button with this label: the newest message that has it, or `on`. Where no label is just that, the one that
   * contains it is meant. Resolves when the bot has answered the tap. Throws when no such button, or more than one, is to be
   * seen there, or the bot leaves the tap unanswered for `within` ms (10,000).
   */
  taps(label: string, options?: TapOptions): Promise<Tapped>;
  /** The same without waiting for an answer: for storms. */
  tapsQuickly(label: string, options?: Pick<TapOptions, 'on'>): void;
  /** A tap whose data no button carries now: an old release's button, or a forged one. */
  tapsForged(data: string, on: SeenMessage, within?: number): Promise<Tapped>;
  /** Taps a button of the reply keyboard below the chat: sends its label, contact or location. */
  tapsReply(label: string): SeenMessage;
  sendsPhoto(photo?: Sent): Promise<SeenMessage>;
  /** Photos as one album: separate updates with one media_group_id. `order` says in which order they arrive: [2, 0, 1]. */
  sendsAlbum(
    photos: readonly Sent[],
    caption?: string,
    options?: { readonly order?: readonly number[] },
  ): Promise<readonly SeenMessage[]>;
  sendsDocument(
    bytes: Uint8Array,
    name: string,
    options?: { readonly caption?: string; readonly type?: string },
  ): SeenMessage;
  sendsVoice(voice?: { readonly bytes?: Uint8Array; readonly seconds?: number }): SeenMessage;
  sendsSticker(emoji?: string): SeenMessage;
  sharesContact(contact?: { readonly phone_number?: string; readonly first_name?: string }): SeenMessage;
  sharesLocation(place?: { readonly latitude: number; readonly longitude: number }): SeenMessage;
  /** Changes the text, or the caption, of an own message. */
  edits(message: SeenMessage, text: string): SeenMessage;
  /** Deletes a message on this phone and everywhere else. Bots are not told. */
  deletes(message: SeenMessage): void;

  /** What is there to see, oldest first. */
  messages(): readonly SeenMessage[];
  /** The newest message; throws in an empty chat. */
  last(): SeenMessage;
  /** The messages of others than this person. */
  heard(): readonly SeenMessage[];
  /** Whether a message says this: part of its text, or a match. Own words do not count. */
  sees(words: string | RegExp): boolean;
  /** The labels of the buttons under the newest message that has any, row by row. */
  buttons(): readonly (readonly string[])[];
  /** The labels of the reply keyboard. */
  keyboard(): readonly (readonly string[])[];
  /** Whether "typing…" is shown. */
  isTyping(): boolean;
  /**
   * Resolves with the newest message that fits, as soon as there is one; with `after`, only one that came or changed after
   * that message. Throws with a drawing of the screen after `within` ms (10,000).
   */
  waitsFor(
    wanted: Wanted,
    options?: { readonly within?: number; readonly after?: SeenMessage },
  ): Promise<SeenMessage>;
  /** Resolves when the bots here have confirmed everything and then said nothing for `quietMs` (100). */
  settles(options?: { readonly quietMs?: number; readonly within?: number }): Promise<void>;
  /** A drawing of the last messages, for failure messages. */
  screen(): string;
}

export interface PrivateChat extends Chat {
  readonly bot: BotAccount;
  /** Presses Start, perhaps after a deep link (`t.me/bot?start=payload`): sends `/start payload`. Unblocks the bot. */
  starts(payload?: string): SeenMessage;
  /** Opens what a button or a link leads to; a deep link to a bot presses Start there. */
  follows(url: string): SeenMessage;
  /** The person has written to the bot before anybody looked: it may write to them, and hears nothing of it now. */
  wroteLongAgo(): void;
  blocks(): void;
  unblocks(): void;
  /** Pays an invoice: address and shipping if asked, the bot's word on the pre-checkout, then the payment. */
  pays(invoice: SeenMessage, options?: PayOptions): Promise<Payment>;
}

export interface GroupOptions {
  readonly title?: string;
  readonly people: readonly Person[];
  readonly bots?: readonly BotAccount[];
  /** A basic group can still be upgraded. Default: a supergroup. */
  readonly type?: 'group' | 'supergroup';
}

export interface Group {
  readonly id: number;
  /** The group on a member's phone. Ask again after an upgrade: that is another chat. */
  as(person: Person): Chat;
  adds(bot: BotAccount): void;
  removes(bot: BotAccount): void;
  /** Becomes a supergroup with a new id; calls to the old one are refused with `migrate_to_chat_id`. Answers the new id. */
  upgrades(): number;
}

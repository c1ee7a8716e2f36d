import type {
  AlertId,
  ChatId,
  MediaId,
  MessageId,
  OrderId,
  PersonId,
  ProductId,
  SellerId,
  StreamId,
  WriterDraftId,
} from '../ids.ts';

/**
 * Every kind of later work, with what it works on: ids and small numbers, never words; whatever else it needs it
 * looks up when it runs. Names are stored with the work: a release that spells one anew leaves the old work undone.
 */
export interface JobPayloads {
  readonly alert: { readonly alert: AlertId };
  readonly 'draw-poster': { readonly product: ProductId; readonly person: PersonId; readonly chat: ChatId };
  readonly 'draw-sales': {
    readonly person: PersonId;
    readonly seller: SellerId;
    readonly chat: ChatId;
    readonly period: 'today' | 'yesterday' | 'week' | 'last-week' | 'month' | 'last-month' | 'season';
  };
  /** `ask` distinguishes one request for the picture from the next. */
  readonly 'draw-shop-code': { readonly seller: SellerId; readonly chat: ChatId; readonly ask: string };
  readonly 'draw-sticker': { readonly order: OrderId; readonly person: PersonId; readonly chat: ChatId };
  /** `chat` is told when the file is not a photo; jobs of earlier releases name none. */
  readonly 'fetch-photo': { readonly media: MediaId; readonly chat?: ChatId | undefined };
  readonly 'draw-stream': { readonly stream: StreamId; readonly person: PersonId; readonly chat: ChatId };
  readonly 'draw-stream-poster': {
    readonly stream: StreamId;
    readonly person: PersonId;
    readonly chat: ChatId;
  };
  /** `file` is the channel's own id of a recording. */
  readonly 'hear-voice': { readonly chat: ChatId; readonly file: string };
  /** `media`: the first photo of a draft without a name. */
  readonly 'name-photo': { readonly media: MediaId; readonly chat: ChatId };
  /** A message in the web chat of somebody who may have closed the page. */
  readonly 'notify-browsers': { readonly message: MessageId };
  /** Offers what came back to those who wait, and ends offers whose time is over. */
  readonly 'serve-waiting': { readonly product: ProductId };
  /** `photos`: show the draft only if it has no more photos than these; without it, always. */
  readonly 'show-draft': {
    readonly product: ProductId;
    readonly chat: ChatId;
    readonly photos?: number | undefined;
  };
  /** Edits the start alert's messages, so many at a time: `after` is the rank of the last one. */
  readonly 'stream-over': { readonly stream: StreamId; readonly after: string };
  readonly 'stream-panel': { readonly stream: StreamId };
  /** `message`: the number of a message between a buyer and a seller; for whom reads another language. */
  readonly 'translate-message': { readonly message: string; readonly chat: ChatId };
  /** Its words, for those who read the language that its seller does not write. */
  readonly 'translate-product': { readonly product: ProductId };
  /** `draft`: the request; jobs of earlier releases name none, and are dropped: their sellers ask again. */
  readonly 'write-blurb': {
    readonly product: ProductId;
    readonly chat: ChatId;
    readonly draft?: WriterDraftId | undefined;
  };
}

export type JobName = keyof JobPayloads;

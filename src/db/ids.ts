import { z } from 'zod';

declare const brand: unique symbol;

/** A type of its own, made of another: an `OrderId` is a string, and no other string is an `OrderId`. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type AddressId = Brand<string, 'AddressId'>;
export type AlertId = Brand<string, 'AlertId'>;
export type ChatId = Brand<string, 'ChatId'>;
export type CheckoutId = Brand<string, 'CheckoutId'>;
export type ClaimId = Brand<string, 'ClaimId'>;
export type ConversationId = Brand<string, 'ConversationId'>;
/** A file made for one person. */
export type FileId = Brand<string, 'FileId'>;
/** A picture of ours; a platform's own id of a file is a plain string. */
export type MediaId = Brand<string, 'MediaId'>;
export type MessageId = Brand<string, 'MessageId'>;
/** Goods kept for somebody who waited. */
export type OfferId = Brand<string, 'OfferId'>;
export type OrderId = Brand<string, 'OrderId'>;
export type PaymentId = Brand<string, 'PaymentId'>;
export type PersonId = Brand<string, 'PersonId'>;
/** An answer in the answer book. */
export type ProductAnswerId = Brand<string, 'ProductAnswerId'>;
export type ProductId = Brand<string, 'ProductId'>;
export type ProofId = Brand<string, 'ProofId'>;
/** A browser that is told of alerts also when the page is closed. */
export type PushSubscriptionId = Brand<string, 'PushSubscriptionId'>;
/** What somebody said in the web chat, until it is written down. */
export type RecordingId = Brand<string, 'RecordingId'>;
export type RefundId = Brand<string, 'RefundId'>;
export type SavedSearchId = Brand<string, 'SavedSearchId'>;
export type SellerId = Brand<string, 'SellerId'>;
/** A category of goods, as it is followed. */
export type ShelfId = Brand<string, 'ShelfId'>;
/** A seller's address for their streaming program. */
export type StreamHookId = Brand<string, 'StreamHookId'>;
export type StreamId = Brand<string, 'StreamId'>;
export type StreamItemId = Brand<string, 'StreamItemId'>;
export type SubscriptionId = Brand<string, 'SubscriptionId'>;
export type VillageId = Brand<string, 'VillageId'>;
/** A request to the writer. */
export type WriterDraftId = Brand<string, 'WriterDraftId'>;

/** Every kind of id. */
export type Id =
  | (
      | AddressId
      | AlertId
      | ChatId
      | CheckoutId
      | ClaimId
      | ConversationId
      | FileId
      | MediaId
      | MessageId
      | OfferId
      | OrderId
    )
  | (PaymentId | PersonId | ProductId | ProofId | RefundId | SavedSearchId | SellerId | StreamId)
  | (PushSubscriptionId | ShelfId | StreamHookId | StreamItemId | SubscriptionId | VillageId)
  | (ProductAnswerId | RecordingId | WriterDraftId);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text has the form of an id. Other texts are never looked up in the database. */
export const isId = (text: string): boolean => UUID.test(text);

/** Reads an id that came from outside; `undefined` where it is none. The caller says which kind it must be. */
export const parseId = <T extends Id>(text: string | undefined): T | undefined =>
  text !== undefined && isId(text) ? (text as T) : undefined;

/** A new id. */
export const newId = <T extends Id>(): T => crypto.randomUUID() as string as T;

/** Checks an id within a larger shape: a job's payload, a kept question, a stored card. */
export const idShape = <T extends Id>(): z.ZodType<T> => z.uuid() as unknown as z.ZodType<T>;

declare global {
  /** The types that prisma/schema.prisma names above its columns. */
  namespace PrismaIds {
    type AddressId = import('./ids.ts').AddressId;
    type AlertId = import('./ids.ts').AlertId;
    type ChatId = import('./ids.ts').ChatId;
    type CheckoutId = import('./ids.ts').CheckoutId;
    type ClaimId = import('./ids.ts').ClaimId;
    type ConversationId = import('./ids.ts').ConversationId;
    type FileId = import('./ids.ts').FileId;
    type MediaId = import('./ids.ts').MediaId;
    type MessageId = import('./ids.ts').MessageId;
    type OrderId = import('./ids.ts').OrderId;
    type PaymentId = import('./ids.ts').PaymentId;
    type PersonId = import('./ids.ts').PersonId;
    type ProductAnswerId = import('./ids.ts').ProductAnswerId;
    type ProductId = import('./ids.ts').ProductId;
    type ProofId = import('./ids.ts').ProofId;
    type PushSubscriptionId = import('./ids.ts').PushSubscriptionId;
    type RefundId = import('./ids.ts').RefundId;
    type SavedSearchId = import('./ids.ts').SavedSearchId;
    type SellerId = import('./ids.ts').SellerId;
    type StreamHookId = import('./ids.ts').StreamHookId;
    type StreamId = import('./ids.ts').StreamId;
    type StreamItemId = import('./ids.ts').StreamItemId;
    type SubscriptionId = import('./ids.ts').SubscriptionId;
    type VillageId = import('./ids.ts').VillageId;
    type WriterDraftId = import('./ids.ts').WriterDraftId;
  }
}

import type { Brand } from '../ids.ts';

/**
 * Every encrypted column, and the columns by which its row is known before it is written. They are the associated data
 * of the envelope: a value that is copied to another row, or to another column, does not open there.
 */
export const sealedColumns = {
  'address.sealed': ['id'],
  'checkout.note': ['id'],
  'checkout.recipient': ['id'],
  'claim.words': ['id'],
  'conversation_message.sealed': ['conversation_id', 'person_id', 'at'],
  'download.sealed': ['id'],
  'inbox.sealed': ['channel', 'key'],
  'media.bytes': ['id'],
  'message.sealed': ['id'],
  'orders.note': ['id'],
  'orders.recipient': ['id'],
  'orders.sealed_tracking': ['id'],
  'payment_code.sealed': ['seller_id', 'kind'],
  'person.sealed_name': ['id'],
  'product_answer.sealed': ['id'],
  'push_key.sealed': ['id'],
  'push_subscription.sealed': ['id'],
  'product_words.sealed': ['product_id', 'person_id', 'at'],
  'rating.words': ['order_id'],
  'recording.sealed': ['id'],
  'saved_search.sealed_words': ['id'],
  'secret_key.check_value': ['id'],
  'secret_key.lasting': ['id'],
  'session.sealed': ['chat_id'],
  'stream_question.sealed': ['stream_id', 'person_id', 'at'],
  'writer_draft.sealed': ['id'],
} as const;

export type SealedColumn = keyof typeof sealedColumns;

/** Which row's which column an envelope belongs to. */
export type SealedPlace = Brand<string, 'SealedPlace'>;

/** A value that identifies a row. */
type Identity = string | number | Date;

type Identities<Names extends readonly string[]> = { readonly [K in keyof Names]: Identity };

/** The place of a value: the row's identity in the order of the table above. */
export const sealedAt = <C extends SealedColumn>(
  column: C,
  ...row: Identities<(typeof sealedColumns)[C]>
): SealedPlace => createPlace(column, row);

/** Only here and in `sealedAt` is a place made. */
export const createPlace = (column: string, row: readonly Identity[]): SealedPlace =>
  [column, ...row.map((value) => (value instanceof Date ? value.getTime() : value))].join(
    '\u0000',
  ) as SealedPlace;

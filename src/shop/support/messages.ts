import { z } from 'zod';
import { nameColumns, openName } from '../../db/crypto/person-name.ts';
import type { MediaId, PersonId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { conversationPlace } from '../customers/conversation-place.ts';
import { type Page, pageRange } from '../values/pages.ts';
import type { Conversation } from './conversation.ts';

export interface ConversationMessage {
  readonly words: string;
  readonly mediaId: MediaId | null;
  /** True: by the person who asked; false: by the seller or the office. */
  readonly isAskers: boolean;
  readonly name: string;
  readonly at: Date;
}

const PAGE_SIZE = 8;
/** Fits into one message of any channel, with its heading. */
export const MESSAGE_CHARS = 1_500;
const wordsShape = z.object({ words: z.string() });

/** Stores a text, encrypted. A closed call for help is opened again when its person writes on. */
export async function addMessage(
  { tx, cipher, now }: TxContext,
  conversation: Conversation,
  personId: PersonId,
  text: string,
  mediaId?: MediaId,
): Promise<bigint> {
  const place = conversationPlace({ conversationId: conversation.id, personId, at: now });
  const sealed = cipher.encrypt({ words: text.slice(0, MESSAGE_CHARS) }, place);
  const { id } = await tx.conversationMessage.create({
    data: { conversationId: conversation.id, personId, sealed, at: now, ...(mediaId && { mediaId }) },
  });
  return id;
}

/** The newest page first, each page in the order in which things were said. */
export async function findMessages(
  { tx, cipher }: TxContext,
  conversation: Conversation,
  wanted: number,
): Promise<Page<ConversationMessage>> {
  const where = conversation.orderId
    ? { conversation: { orderId: conversation.orderId } }
    : { conversationId: conversation.id };
  const { page, pages, skip } = pageRange(await tx.conversationMessage.count({ where }), wanted, PAGE_SIZE);
  const rows = await tx.conversationMessage.findMany({
    where,
    orderBy: { id: 'desc' },
    skip,
    take: PAGE_SIZE,
  });
  const people = await tx.person.findMany({
    where: { id: { in: rows.map((row) => row.personId) } },
    select: nameColumns,
  });
  const names = new Map(people.map((row) => [row.id, openName(cipher, row)]));
  const items = rows.reverse().map((row) => ({
    words: wordsShape.parse(cipher.decrypt(row.sealed, conversationPlace(row))).words,
    mediaId: row.mediaId,
    isAskers: row.personId === conversation.personId,
    name: names.get(row.personId) ?? '',
    at: row.at,
  }));
  return { items, page, pages };
}

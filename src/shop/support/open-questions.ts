import type { ConversationId, PersonId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { requireMembership } from '../sellers/sellers.ts';
import { type Page, pageRange } from '../values/pages.ts';
import { type Conversation, isOperator, readable, withNames } from './conversation.ts';
import { findMessages } from './messages.ts';

const PAGE_SIZE = 8;

/** Calls for help that nobody has closed, the longest waiting first: for operators. */
export async function callsForHelp(
  context: TxContext,
  personId: PersonId,
  wanted: number,
): Promise<Page<Conversation> | undefined> {
  if (!(await isOperator(context, personId))) return undefined;
  const where = { kind: 'help', state: 'open' };
  const { page, pages, skip } = pageRange(await context.tx.conversation.count({ where }), wanted, PAGE_SIZE);
  const rows = await context.tx.conversation.findMany({
    where,
    orderBy: { createdAt: 'asc' },
    skip,
    take: PAGE_SIZE,
  });
  const items: Conversation[] = [];
  for (const row of rows) items.push(await withNames(context, row));
  return { items, page, pages };
}

/** A question that waits for its seller, with its last words. */
export interface OpenQuestion {
  readonly conversation: Conversation;
  readonly words: string;
  readonly askedAt: Date;
}

/** How many wait in all, and a page of them, newest first; nothing for whoever may not answer. */
export async function unanswered(
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  wanted: number,
): Promise<(Page<OpenQuestion> & { readonly count: number }) | undefined> {
  if (!(await requireMembership(context.tx, personId, sellerId, 'pack'))) return undefined;
  const found = await context.tx.$queryRaw<{ id: ConversationId }[]>`
    SELECT c.id FROM conversation c JOIN LATERAL (
      SELECT id, person_id FROM conversation_message WHERE conversation_id = c.id ORDER BY id DESC LIMIT 1
    ) last ON last.person_id = c.person_id
    WHERE c.state = 'open' AND (c.order_id IN (SELECT id FROM orders WHERE seller_id = ${sellerId}::uuid)
      OR c.product_id IN (SELECT id FROM product WHERE seller_id = ${sellerId}::uuid))
    ORDER BY last.id DESC`;
  const { page, pages, skip } = pageRange(found.length, wanted, PAGE_SIZE);
  const items: OpenQuestion[] = [];
  for (const { id } of found.slice(skip, skip + PAGE_SIZE)) {
    const conversation = await readable(context, personId, id);
    if (!conversation) continue;
    const { items: messages } = await findMessages(context, conversation, 0);
    const last = messages.at(-1);
    if (last) items.push({ conversation, words: last.words, askedAt: last.at });
  }
  return { items, page, pages, count: found.length };
}

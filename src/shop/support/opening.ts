import type { ChatId, OrderId, PersonId, ProductId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { requireMembership } from '../sellers/sellers.ts';
import { type Conversation, withNames } from './conversation.ts';

/** The open conversation about an order: for its buyer and its seller's people. */
export async function aboutOrder(
  context: TxContext,
  personId: PersonId,
  orderId: OrderId,
): Promise<Conversation | undefined> {
  const order = await context.tx.order.findUnique({
    where: { id: orderId },
    select: { personId: true, chatId: true, sellerId: true },
  });
  const canWrite =
    order &&
    (order.personId === personId ||
      (await requireMembership(context.tx, personId, order.sellerId, 'pack')) !== undefined);
  return canWrite ? opened(context, { kind: 'order', orderId, productId: null, ...order }) : undefined;
}

/** The open conversation of a buyer with a product's seller, before any order. */
export async function aboutProduct(
  context: TxContext,
  personId: PersonId,
  chatId: ChatId,
  productId: ProductId,
): Promise<Conversation | undefined> {
  const isThere =
    (await context.tx.product.count({ where: { id: productId, status: { not: 'draft' } } })) > 0;
  return isThere
    ? opened(context, { kind: 'product', orderId: null, productId, personId, chatId })
    : undefined;
}

/** The open call for help of a person, answered in `chatId`. */
export const forHelp = (
  context: TxContext,
  personId: PersonId,
  chatId: ChatId,
): Promise<Conversation | undefined> =>
  opened(context, { kind: 'help', orderId: null, productId: null, personId, chatId });

/** The one open conversation of its kind, made if there is none: a partial unique index lets only one be. */
async function opened(
  context: TxContext,
  {
    kind,
    orderId,
    productId,
    personId,
    chatId,
  }: Pick<Conversation, 'kind' | 'orderId' | 'productId' | 'personId' | 'chatId'>,
): Promise<Conversation | undefined> {
  const { tx, now } = context;
  const data = { kind, orderId, productId, personId, chatId, state: 'open', createdAt: now };
  await tx.conversation.createMany({ data: [data], skipDuplicates: true });
  const row = await tx.conversation.findFirst({
    where: { kind, orderId, productId, personId, state: 'open' },
  });
  return row ? withNames(context, row) : undefined;
}

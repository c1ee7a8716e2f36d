import { nameColumns, openName } from '../../db/crypto/person-name.ts';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import type { ChatId, ConversationId, OrderId, PersonId, ProductId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { recipientShape } from '../customers/addresses.ts';
import { findOperatorChats, findSellerChats, requireMembership } from '../sellers/sellers.ts';

/** A conversation with the seller of an order, or with the village office. */
type ConversationKind = 'order' | 'help' | 'product';

export interface Conversation {
  readonly id: ConversationId;
  readonly kind: ConversationKind;
  readonly orderId: OrderId | null;
  readonly productId: ProductId | null;
  /** The buyer or the person who asked for help, and the chat for answers. */
  readonly personId: PersonId;
  readonly chatId: ChatId;
  readonly state: 'open' | 'closed';
  /** Set for conversations about an order. */
  readonly order: {
    readonly number: string;
    readonly sellerId: SellerId;
  } | null;
  /** Set for questions about a product. */
  readonly product: { readonly title: string; readonly titleEn: string | null } | null;
  /** The household that takes part; none in calls for help. */
  readonly seller: { readonly id: SellerId; readonly name: string; readonly nameEn: string | null } | null;
  readonly personName: string;
}

const sellerCard = { select: { id: true, name: true, nameEn: true } } as const;

interface Row {
  id: ConversationId;
  kind: string;
  orderId: OrderId | null;
  productId: ProductId | null;
  personId: PersonId;
  chatId: ChatId;
  state: string;
}

/** The buyer of an order goes by the name on the parcel: a browser's person has none but "Guest 5101". */
export async function withNames(context: TxContext, { kind, state, ...row }: Row): Promise<Conversation> {
  const { tx, cipher } = context;
  const person = await tx.person.findUnique({ where: { id: row.personId }, select: nameColumns });
  const order = row.orderId
    ? await tx.order.findUnique({
        where: { id: row.orderId },
        select: { id: true, number: true, sellerId: true, recipient: true, seller: sellerCard },
      })
    : null;
  const product = row.productId
    ? await tx.product.findUnique({
        where: { id: row.productId },
        select: { title: true, titleEn: true, seller: sellerCard },
      })
    : null;
  return {
    ...row,
    kind: kind === 'help' || kind === 'product' ? kind : 'order',
    state: state === 'open' ? 'open' : 'closed',
    personName: recipientName(cipher, order) ?? (person ? openName(cipher, person) : ''),
    order: order && { number: order.number, sellerId: order.sellerId },
    product: product && { title: product.title, titleEn: product.titleEn },
    seller: order?.seller ?? product?.seller ?? null,
  };
}

function recipientName(
  cipher: TxContext['cipher'],
  order: { readonly id: string; readonly recipient: Uint8Array | null } | null,
): string | undefined {
  if (!order?.recipient) return undefined;
  const opened = cipher.decrypt(order.recipient, sealedAt('orders.recipient', order.id));
  return recipientShape.parse(opened).name || undefined;
}

/** A conversation, for those who take part in it. */
export async function readable(
  context: TxContext,
  personId: PersonId,
  id: ConversationId,
): Promise<Conversation | undefined> {
  const row = await context.tx.conversation.findUnique({ where: { id } });
  const conversation = row ? await withNames(context, row) : undefined;
  return conversation && (await takesPart(context, conversation, personId)) ? conversation : undefined;
}

async function takesPart(
  context: TxContext,
  conversation: Conversation,
  personId: PersonId,
): Promise<boolean> {
  if (conversation.personId === personId) return true;
  return conversation.seller
    ? (await requireMembership(context.tx, personId, conversation.seller.id, 'pack')) !== undefined
    : isOperator(context, personId);
}

export const isOperator = async ({ tx }: TxContext, personId: PersonId): Promise<boolean> =>
  (await tx.person.count({ where: { id: personId, isOperator: true } })) > 0;

/** The chats that get what `personId` writes in it. */
export async function listeners(
  { tx }: TxContext,
  conversation: Conversation,
  personId: PersonId,
): Promise<ChatId[]> {
  if (conversation.personId !== personId) return [conversation.chatId];
  return conversation.seller ? findSellerChats(tx, conversation.seller.id) : findOperatorChats(tx);
}

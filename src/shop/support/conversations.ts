import { z } from 'zod';
import { nameColumns, openName } from '../../db/crypto/person-name.ts';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import type {
  ChatId,
  ConversationId,
  MediaId,
  OrderId,
  PersonId,
  ProductId,
  SellerId,
} from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { recipientShape } from '../customers/addresses.ts';
import { conversationPlace } from '../customers/conversation-place.ts';
import { findOperatorChats, findSellerChats, requireMembership } from '../sellers/sellers.ts';
import { type Page, pageRange } from '../values/pages.ts';
import { translateFor } from './translated.ts';

/** A conversation with the seller of an order, or with the village office. */
export type ConversationKind = 'order' | 'help' | 'product';

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

/** Relays texts between buyers, sellers and the office without showing phone numbers, and stores them with the order. */
export const conversations = (context: TxContext) => ({
  /** The open conversation about an order: for its buyer and its seller's people. */
  aboutOrder: (personId: PersonId, orderId: OrderId) => aboutOrder(context, personId, orderId),
  /** The open conversation of a buyer with a product's seller, before any order. */
  aboutProduct: (personId: PersonId, chatId: ChatId, productId: ProductId) =>
    aboutProduct(context, personId, chatId, productId),
  /** The open call for help of a person, answered in `chatId`. */
  forHelp: (personId: PersonId, chatId: ChatId) => forHelp(context, personId, chatId),
  /** A conversation, for those who take part in it. */
  byId: (personId: PersonId, id: ConversationId) => readable(context, personId, id),
  say: (conversation: Conversation, personId: PersonId, text: string, mediaId?: MediaId) =>
    add(context, conversation, personId, text, mediaId),
  /** Has a message translated for those of `chats` who read another language than its own. */
  translate: (message: bigint, language: string, chats: readonly ChatId[]) =>
    translateFor(context, message, language, chats),
  /** The chats that get what `personId` writes in it. */
  listeners: (conversation: Conversation, personId: PersonId) => listeners(context, conversation, personId),
  messages: (conversation: Conversation, page: number) => findMessages(context, conversation, page),
  count: (orderId: OrderId) => context.tx.conversationMessage.count({ where: { conversation: { orderId } } }),
  /** Calls for help that nobody has closed, the longest waiting first: for operators. */
  waiting: (personId: PersonId, page: number) => waiting(context, personId, page),
  /** Questions of buyers to a household that nobody has answered, the newest first. */
  unanswered: (personId: PersonId, sellerId: SellerId, page: number) =>
    unanswered(context, personId, sellerId, page),
  close: (personId: PersonId, id: ConversationId) => close(context, personId, id),
});

async function aboutOrder(
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

async function aboutProduct(
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

const forHelp = (context: TxContext, personId: PersonId, chatId: ChatId): Promise<Conversation | undefined> =>
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

const sellerCard = { select: { id: true, name: true, nameEn: true } } as const;

type Row = {
  id: ConversationId;
  kind: string;
  orderId: OrderId | null;
  productId: ProductId | null;
  personId: PersonId;
  chatId: ChatId;
  state: string;
};

/** The buyer of an order goes by the name on the parcel: a browser's person has none but "Guest 5101". */
async function withNames(context: TxContext, { kind, state, ...row }: Row): Promise<Conversation> {
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

async function readable(
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

const isOperator = async ({ tx }: TxContext, personId: PersonId): Promise<boolean> =>
  (await tx.person.count({ where: { id: personId, isOperator: true } })) > 0;

/** Stores a text, encrypted. A closed call for help is opened again when its person writes on. */
async function add(
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

async function listeners(
  { tx }: TxContext,
  conversation: Conversation,
  personId: PersonId,
): Promise<ChatId[]> {
  if (conversation.personId !== personId) return [conversation.chatId];
  return conversation.seller ? findSellerChats(tx, conversation.seller.id) : findOperatorChats(tx);
}

/** The newest page first, each page in the order in which things were said. */
async function findMessages(
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

async function waiting(
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
}

/** How many wait in all, and a page of them, newest first; nothing for whoever may not answer. */
async function unanswered(
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
    items.push({ conversation, words: messages.at(-1)?.words ?? '' });
  }
  return { items, page, pages, count: found.length };
}

/** Closes a call for help; true for the call that closed it. */
async function close(context: TxContext, personId: PersonId, id: ConversationId): Promise<boolean> {
  const conversation = await readable(context, personId, id);
  if (conversation?.kind !== 'help') return false;
  const closed = await context.tx.conversation.updateMany({
    where: { id, state: 'open' },
    data: { state: 'closed', closedAt: context.now },
  });
  return closed.count === 1;
}

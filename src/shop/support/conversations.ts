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
import { type Conversation, listeners, readable } from './conversation.ts';
import { addMessage, findMessages } from './messages.ts';
import { callsForHelp, unanswered } from './open-questions.ts';
import { aboutOrder, aboutProduct, forHelp } from './opening.ts';
import { translateFor } from './translated.ts';

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
    addMessage(context, conversation, personId, text, mediaId),
  /** Has a message translated for those of `chats` who read another language than its own. */
  translate: (message: bigint, language: string, chats: readonly ChatId[]) =>
    translateFor(context, message, language, chats),
  /** The chats that get what `personId` writes in it. */
  listeners: (conversation: Conversation, personId: PersonId) => listeners(context, conversation, personId),
  messages: (conversation: Conversation, page: number) => findMessages(context, conversation, page),
  count: (orderId: OrderId) => context.tx.conversationMessage.count({ where: { conversation: { orderId } } }),
  /** Calls for help that nobody has closed, the longest waiting first: for operators. */
  waiting: (personId: PersonId, page: number) => callsForHelp(context, personId, page),
  /** Questions of buyers to a household that nobody has answered, the newest first. */
  unanswered: (personId: PersonId, sellerId: SellerId, page: number) =>
    unanswered(context, personId, sellerId, page),
  close: (personId: PersonId, id: ConversationId) => close(context, personId, id),
});

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

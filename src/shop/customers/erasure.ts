import type { ChatId, PersonId, ProductId } from '../../db/ids.ts';
import { enqueue } from '../../db/outbox/outbox.ts';
import type { TxContext } from '../../db/work.ts';
import { eraseCopies } from './copies.ts';
import { findPictures } from './pictures.ts';
import { findTraces } from './traces.ts';

/** Time between the goodbye and the deletion of the chat: enough to deliver it. */
export const GOODBYE_MS = 60_000;

/** What keeps a person from being erased now. */
export interface Unfinished {
  /** Numbers of orders that are under way, unpaid, or have a refund or claim open. */
  readonly orders: readonly string[];
  /** Households that would have no owner. */
  readonly households: readonly string[];
}

export const erasure = (context: TxContext) => ({
  unfinished: (personId: PersonId) => unfinished(context, personId),
  /** Erases a person who has nothing open; their chat ends a minute later. False when something is. */
  eraseWhenClosed: (personId: PersonId) => eraseWhenClosed(context, personId),
  /** Erases them as soon as nothing is open. */
  eraseLater: async (personId: PersonId): Promise<void> => {
    const asked = { forgetAskedAt: context.now, erasedAt: null };
    await context.tx.person.update({ where: { id: personId }, data: asked });
  },
  /** Cancels an erasure that was asked for later. */
  stay: async (personId: PersonId): Promise<void> => {
    const where = { id: personId, erasedAt: null };
    await context.tx.person.updateMany({ where, data: { forgetAskedAt: null } });
  },
  /** Erases people who asked for it and have nothing open; returns the chats to say goodbye in. */
  eraseDue: () => eraseDue(context),
});

async function unfinished({ tx }: TxContext, personId: PersonId): Promise<Unfinished> {
  const orders = await tx.order.findMany({
    where: {
      personId,
      OR: [
        { fulfilment: { in: ['placed', 'accepted', 'shipped'] } },
        { payment: { in: ['proof-sent', 'refund-due'] } },
        { refunds: { some: { state: 'due' } } },
        { claims: { some: { state: 'open' } } },
      ],
    },
    orderBy: { placedAt: 'asc' },
    select: { number: true },
  });
  const owned = await tx.member.findMany({
    where: {
      personId,
      role: 'owner',
      seller: { members: { none: { role: 'owner', personId: { not: personId } } } },
    },
    select: { seller: { select: { name: true } } },
  });
  return { orders: orders.map(({ number }) => number), households: owned.map(({ seller }) => seller.name) };
}

const isFinished = ({ orders, households }: Unfinished): boolean => orders.length + households.length === 0;

/**
 * Locks what decides whether somebody can be erased: a card that is being confirmed, orders, and the members of sellers
 * that they own.
 */
async function lockOpen({ tx }: TxContext, personIds: readonly PersonId[]): Promise<void> {
  const ids = [...personIds];
  await tx.$executeRaw`
    SELECT 1 FROM checkout WHERE person_id = ANY(${ids}::uuid[]) AND state = 'open' ORDER BY id FOR UPDATE`;
  await tx.$executeRaw`SELECT 1 FROM orders WHERE person_id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  await tx.$executeRaw`
    SELECT 1 FROM member WHERE role = 'owner' AND seller_id IN (
      SELECT seller_id FROM member WHERE person_id = ANY(${ids}::uuid[]) AND role = 'owner')
    ORDER BY seller_id, person_id FOR UPDATE`;
}

async function eraseWhenClosed(context: TxContext, personId: PersonId): Promise<boolean> {
  await lockOpen(context, [personId]);
  if (!isFinished(await unfinished(context, personId))) return false;
  await erase(context, personId);
  const gone = { forgetAskedAt: context.now, erasedAt: context.now, name: '', sealedName: null };
  await context.tx.person.update({ where: { id: personId }, data: gone });
  return true;
}

/** Deletes all texts and places, also in messages to others. Orders keep lines, amounts, dates and province. */
async function erase(context: TxContext, personId: PersonId): Promise<void> {
  const { tx } = context;
  const traces = await findTraces(context, personId);
  const chats = await tx.chat.findMany({
    where: { personId },
    select: { id: true, channel: true, address: true },
  });
  const chatIds = chats.map(({ id }) => id);
  const orders = { order: { personId } };
  await tx.address.deleteMany({ where: { personId } });
  await tx.cartLine.deleteMany({ where: { personId } });
  await tx.subscription.deleteMany({ where: { personId } });
  await forgetOffers(context, personId);
  await tx.savedSearch.deleteMany({ where: { personId } });
  await tx.streamViewer.deleteMany({ where: { personId } });
  await tx.streamQuestion.deleteMany({ where: { personId } });
  await tx.streamHook.deleteMany({ where: { personId } });
  await tx.download.deleteMany({ where: { personId } });
  await tx.recording.deleteMany({ where: { personId } });
  await tx.productWords.deleteMany({ where: { personId } });
  await tx.writerDraft.deleteMany({ where: { personId } });
  await tx.productAnswer.deleteMany({ where: { personId } });
  await tx.pushSubscription.deleteMany({ where: { personId } });
  await tx.webSession.deleteMany({ where: { personId } });
  await tx.member.deleteMany({ where: { personId } });
  await tx.alertRecipient.deleteMany({ where: { chatId: { in: chatIds } } });
  await eraseCopies(context, traces, await erasePictures(context, personId));
  await tx.proof.deleteMany({ where: orders });
  // Why it was declined is the seller's own sentence to this person.
  await tx.orderEvent.updateMany({ where: { ...orders, change: 'declined' }, data: { note: '' } });
  await tx.claim.updateMany({ where: orders, data: { words: null } });
  await tx.rating.updateMany({ where: orders, data: { words: null } });
  await tx.conversation.deleteMany({ where: { personId } });
  await tx.conversationMessage.deleteMany({ where: { personId } });
  await tx.order.updateMany({
    where: { personId },
    data: {
      recipient: null,
      note: null,
      trackingNumber: null,
      sealedTracking: null,
      phoneKey: null,
      addressKey: null,
    },
  });
  await tx.checkout.updateMany({ where: { personId, state: 'open' }, data: { state: 'stale' } });
  await tx.checkout.updateMany({ where: { personId }, data: { recipient: null, note: null } });
  await tx.message.deleteMany({ where: { chatId: { in: chatIds } } });
  await tx.session.updateMany({ where: { chatId: { in: chatIds } }, data: { sealed: null } });
  for (const { channel, address } of chats)
    await tx.inbox.deleteMany({ where: { channel, address, state: { not: 'waiting' } } });
}

/** What was kept for the person is there for others. */
async function forgetOffers(context: TxContext, personId: PersonId): Promise<void> {
  const { tx } = context;
  const freed = await tx.$queryRaw<{ id: ProductId }[]>`
    UPDATE product SET held = held - offer.quantity FROM stock_offer offer
    WHERE offer.person_id = ${personId}::uuid AND offer.state = 'open' AND product.id = offer.product_id
    RETURNING product.id`;
  await tx.stockOffer.deleteMany({ where: { personId } });
  for (const { id } of freed) await enqueue(context, 'serve-waiting', { product: id });
}

/** Deletes the bytes of pictures, also where the row must stay. */
async function erasePictures({ tx }: TxContext, personId: PersonId): Promise<string[]> {
  const ids = await findPictures({ tx }, personId);
  await tx.mediaFile.deleteMany({ where: { mediaId: { in: ids } } });
  await tx.media.updateMany({
    where: { id: { in: ids } },
    data: { bytes: null, object: null, fingerprint: null, state: 'failed', source: {} },
  });
  return ids;
}

/** The most people in one transaction. */
const BATCH = 20;

async function eraseDue(context: TxContext): Promise<ChatId[]> {
  const { tx, now } = context;
  const asked = await tx.person.findMany({
    where: { forgetAskedAt: { not: null } },
    orderBy: { forgetAskedAt: 'asc' },
    take: BATCH,
    select: { id: true, erasedAt: true, chats: { select: { id: true } } },
  });
  // Locks the orders of all of them together, so that they are locked in one order.
  await lockOpen(
    context,
    asked.map(({ id }) => id),
  );
  const goodbyeChats: ChatId[] = [];
  for (const { id, erasedAt, chats } of asked) {
    if (erasedAt === null) {
      if (await eraseWhenClosed(context, id)) goodbyeChats.push(...chats.map((chat) => chat.id));
      // A person with something open goes to the end of the queue.
      else await tx.person.update({ where: { id }, data: { forgetAskedAt: now } });
    } else if (erasedAt.getTime() + GOODBYE_MS <= now.getTime()) {
      // A person who came back and ordered in that minute is kept.
      if (isFinished(await unfinished(context, id))) await end(context, id);
      else await tx.person.update({ where: { id }, data: { forgetAskedAt: null, erasedAt: null } });
    }
  }
  return goodbyeChats;
}

/** Deletes the person with their chats and last messages. */
async function end(context: TxContext, personId: PersonId): Promise<void> {
  await erase(context, personId);
  await context.tx.person.delete({ where: { id: personId } });
}

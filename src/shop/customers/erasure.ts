import type { TxContext } from '../../db/work.ts';
import { eraseCopies } from './copies.ts';
import { findPictures } from './pictures.ts';
import { findTraces } from './traces.ts';

/** Between the last word to somebody and the end of their chat: long enough to deliver it. */
export const GOODBYE_MS = 60_000;

/** What keeps a person from being forgotten now. */
export interface Unfinished {
  /** Numbers of orders that are under way, unpaid, or have a refund or claim open. */
  readonly orders: readonly string[];
  /** Households that would have no owner. */
  readonly households: readonly string[];
}

export const erasure = (context: TxContext) => ({
  unfinished: (personId: string) => unfinished(context, personId),
  /** Erases a person who has nothing open; their chat ends a minute later. False when something is. */
  eraseWhenClosed: (personId: string) => eraseWhenClosed(context, personId),
  /** Erases them as soon as nothing is open. */
  eraseLater: async (personId: string): Promise<void> => {
    const asked = { forgetAskedAt: context.now, erasedAt: null };
    await context.tx.person.update({ where: { id: personId }, data: asked });
  },
  /** Takes back what was asked for later. */
  stay: async (personId: string): Promise<void> => {
    const where = { id: personId, erasedAt: null };
    await context.tx.person.updateMany({ where, data: { forgetAskedAt: null } });
  },
  /** Erases whoever asked for it and has nothing open any more; answers the chats in which to say so. */
  eraseDue: () => eraseDue(context),
});

async function unfinished({ tx }: TxContext, personId: string): Promise<Unfinished> {
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

async function eraseWhenClosed(context: TxContext, personId: string): Promise<boolean> {
  if (!isFinished(await unfinished(context, personId))) return false;
  await erase(context, personId);
  const gone = { forgetAskedAt: context.now, erasedAt: context.now, name: '' };
  await context.tx.person.update({ where: { id: personId }, data: gone });
  return true;
}

/** Takes away every word and place, also where others were told them; orders keep their lines, amounts, dates and province. */
async function erase(context: TxContext, personId: string): Promise<void> {
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
  await tx.savedSearch.deleteMany({ where: { personId } });
  await tx.download.deleteMany({ where: { personId } });
  await tx.webSession.deleteMany({ where: { personId } });
  await tx.member.deleteMany({ where: { personId } });
  await tx.alertRecipient.deleteMany({ where: { chatId: { in: chatIds } } });
  await eraseCopies(context, traces, await erasePictures(context, personId));
  await tx.proof.deleteMany({ where: orders });
  await tx.claim.updateMany({ where: orders, data: { words: null } });
  await tx.rating.updateMany({ where: orders, data: { words: null } });
  await tx.conversation.deleteMany({ where: { personId } });
  await tx.conversationMessage.deleteMany({ where: { personId } });
  await tx.order.updateMany({
    where: { personId },
    data: { recipient: null, note: null, trackingNumber: null },
  });
  await tx.checkout.updateMany({ where: { personId, state: 'open' }, data: { state: 'stale' } });
  await tx.checkout.updateMany({ where: { personId }, data: { recipient: null, note: null } });
  await tx.message.deleteMany({ where: { chatId: { in: chatIds } } });
  await tx.session.updateMany({ where: { chatId: { in: chatIds } }, data: { sealed: null } });
  for (const { channel, address } of chats)
    await tx.inbox.deleteMany({ where: { channel, address, state: { not: 'waiting' } } });
}

/** The bytes of pictures go, also where a row must stay. */
async function erasePictures({ tx }: TxContext, personId: string): Promise<string[]> {
  const ids = await findPictures({ tx }, personId);
  await tx.mediaFile.deleteMany({ where: { mediaId: { in: ids } } });
  await tx.media.updateMany({
    where: { id: { in: ids } },
    data: { bytes: null, fingerprint: null, state: 'failed', source: {} },
  });
  return ids;
}

/** At most so many in one transaction. */
const BATCH = 20;

async function eraseDue(context: TxContext): Promise<string[]> {
  const { tx, now } = context;
  const asked = await tx.person.findMany({
    where: { forgetAskedAt: { not: null } },
    orderBy: { forgetAskedAt: 'asc' },
    take: BATCH,
    select: { id: true, erasedAt: true, chats: { select: { id: true } } },
  });
  const goodbyeChats: string[] = [];
  for (const { id, erasedAt, chats } of asked) {
    if (erasedAt === null) {
      if (await eraseWhenClosed(context, id)) goodbyeChats.push(...chats.map((chat) => chat.id));
      // Who has something open goes to the end of the queue, so that nobody waits behind them.
      else await tx.person.update({ where: { id }, data: { forgetAskedAt: now } });
    } else if (erasedAt.getTime() + GOODBYE_MS <= now.getTime()) {
      // Whoever came back and ordered in that minute is no longer somebody to forget.
      if (isFinished(await unfinished(context, id))) await end(context, id);
      else await tx.person.update({ where: { id }, data: { forgetAskedAt: null, erasedAt: null } });
    }
  }
  return goodbyeChats;
}

/** The chat ends with its person; what they said last goes too. */
async function end(context: TxContext, personId: string): Promise<void> {
  await erase(context, personId);
  await context.tx.person.delete({ where: { id: personId } });
}

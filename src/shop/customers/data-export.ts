import { z } from 'zod';
import { nameColumns, openName } from '../../db/crypto/person-name.ts';
import { type SealedPlace, sealedAt } from '../../db/crypto/sealed-columns.ts';
import type { PersonId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { recipientShape } from './addresses.ts';
import { conversationPlace } from './conversation-place.ts';
import { listInClear } from './personal-columns.ts';
import { findPictures } from './pictures.ts';
import { exportProductWords } from './product-words.ts';
import { openSearch } from './saved-words.ts';
import { openTracking } from './tracking.ts';
import { exportAnswers, exportTexts } from './writer-rows.ts';

// Everything the shop stores of one person, decrypted for them. What is added to the data model is declared in
// data/personal-columns.yaml, to which this and src/shop/customers/erasure.ts are held.

const saidShape = z.object({ html: z.string(), mine: z.boolean().optional() });
const wordsShape = z.object({ words: z.string() });
const pushShape = z.object({ endpoint: z.string() });

/** The data for a person's export: plain JSON, times in UTC, money in fen, quantities in base units. */
export async function personalData(context: TxContext, personId: PersonId) {
  const { tx } = context;
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      ...nameColumns,
      locale: true,
      createdAt: true,
      quietFrom: true,
      quietUntil: true,
      timeZone: true,
      alertsADay: true,
      telegramId: true,
    },
  });
  const { id: _id, name: _name, sealedName: _sealed, ...settings } = person;
  return {
    person: {
      ...settings,
      name: openName(context.cipher, person),
      telegramId: person.telegramId === null ? null : String(person.telegramId),
    },
    chats: await tx.chat.findMany({ where: { personId }, select: { channel: true, createdAt: true } }),
    browsers: await tx.webSession.findMany({
      where: { personId },
      select: { createdAt: true, expiresAt: true },
    }),
    pushes: await exportPushes(context, personId),
    addresses: await exportAddresses(context, personId),
    cart: await tx.cartLine.findMany({
      where: { personId },
      select: { quantity: true, addedAt: true, product: { select: { title: true } } },
    }),
    orders: await exportOrders(context, personId),
    follows: await tx.subscription.findMany({
      where: { personId },
      select: { kind: true, targetId: true, quantity: true, createdAt: true },
    }),
    offers: await tx.stockOffer.findMany({
      where: { personId },
      select: {
        quantity: true,
        wanted: true,
        state: true,
        createdAt: true,
        product: { select: { title: true } },
      },
    }),
    wishes: await exportSearches(context, personId),
    streams: await tx.streamViewer.findMany({
      where: { personId },
      select: { lastAt: true, stream: { select: { title: true, startedAt: true } } },
    }),
    streamQuestions: await exportQuestions(context, personId),
    streamHooks: await tx.streamHook.findMany({
      where: { personId },
      select: { createdAt: true, usedAt: true, revokedAt: true },
    }),
    households: await tx.member.findMany({
      where: { personId },
      select: { role: true, createdAt: true, seller: { select: { name: true } } },
    }),
    products: await exportProductWords(context, personId),
    texts: await exportTexts(context, personId),
    answers: await exportAnswers(context, personId),
    talks: await exportConversations(context, personId),
    photos: await exportPhotos(context, personId),
    files: await tx.download.findMany({
      where: { personId },
      select: { id: true, name: true, type: true, createdAt: true, expiresAt: true },
    }),
    recordings: await tx.recording.findMany({ where: { personId }, select: { createdAt: true } }),
    said: await saidTo(context, personId),
    notEncrypted: listInClear(),
  };
}

const exportQuestions = async ({ tx, cipher }: TxContext, personId: PersonId) =>
  (await tx.streamQuestion.findMany({ where: { personId }, orderBy: { id: 'asc' } })).map((row) => ({
    at: row.at,
    words: wordsShape.parse(
      cipher.decrypt(row.sealed, sealedAt('stream_question.sealed', row.streamId, row.personId, row.at)),
    ).words,
  }));

const exportSearches = async ({ tx, cipher }: TxContext, personId: PersonId) =>
  (await tx.savedSearch.findMany({ where: { personId } })).map((row) => ({
    words: openSearch(cipher, row),
    createdAt: row.createdAt,
  }));

/** The browsers that are told when the page is closed, and the address that each has at its push service. */
const exportPushes = async ({ tx, cipher }: TxContext, personId: PersonId) =>
  (await tx.pushSubscription.findMany({ where: { personId } })).map(({ id, sealed, createdAt }) => ({
    endpoint: pushShape.parse(cipher.decrypt(sealed, sealedAt('push_subscription.sealed', id))).endpoint,
    createdAt,
  }));

const exportAddresses = async ({ tx, cipher }: TxContext, personId: PersonId) =>
  (await tx.address.findMany({ where: { personId } })).map(({ id, sealed, isDefault, lastUsedAt }) => ({
    ...recipientShape.parse(cipher.decrypt(sealed, sealedAt('address.sealed', id))),
    isDefault,
    lastUsedAt,
  }));

async function exportOrders({ tx, cipher }: TxContext, personId: PersonId) {
  const orders = await tx.order.findMany({
    where: { personId },
    orderBy: { placedAt: 'asc' },
    include: {
      seller: { select: { name: true } },
      lines: { select: { title: true, quantity: true, measure: true, total: true } },
      events: { select: { change: true, at: true }, orderBy: { id: 'asc' } },
      payments: { select: { kind: true, amount: true, at: true } },
      refunds: { select: { amount: true, reason: true, state: true, createdAt: true } },
      claims: {
        select: { id: true, quantity: true, proposed: true, state: true, words: true, createdAt: true },
      },
      rating: { select: { stars: true, words: true, at: true } },
    },
  });
  const opened = (sealed: Uint8Array | null, place: SealedPlace) =>
    sealed ? cipher.decrypt(sealed, place) : null;
  return orders.map((order) => ({
    number: order.number,
    seller: order.seller.name,
    fulfilment: order.fulfilment,
    payment: order.payment,
    total: order.total,
    placedAt: order.placedAt,
    recipient: opened(order.recipient, sealedAt('orders.recipient', order.id)),
    note: opened(order.note, sealedAt('orders.note', order.id)),
    trackingNumber: openTracking(cipher, order),
    lines: order.lines,
    steps: order.events,
    payments: order.payments,
    refunds: order.refunds,
    claims: order.claims.map(({ id, ...claim }) => ({
      ...claim,
      words: opened(claim.words, sealedAt('claim.words', id)),
    })),
    rating: order.rating && {
      ...order.rating,
      words: opened(order.rating.words, sealedAt('rating.words', order.id)),
    },
  }));
}

const exportConversations = async ({ tx, cipher }: TxContext, personId: PersonId) =>
  (
    await tx.conversationMessage.findMany({
      where: { OR: [{ personId }, { conversation: { personId } }] },
      orderBy: { id: 'asc' },
    })
  ).map((row) => ({
    at: row.at,
    isMine: row.personId === personId,
    words: wordsShape.parse(cipher.decrypt(row.sealed, conversationPlace(row))).words,
  }));

/** Pictures sent by them or about their goods, and those made for them: when, and by which id they are fetched. */
const exportPhotos = async ({ tx }: TxContext, personId: PersonId) => {
  const ids = await findPictures({ tx }, personId);
  return tx.media.findMany({
    where: { id: { in: ids }, OR: [{ bytes: { not: null } }, { object: { not: null } }] },
    orderBy: { createdAt: 'asc' },
    select: { id: true, width: true, height: true, createdAt: true },
  });
};

/** What stands in the person's chats: we keep Telegram's for 30 days and the web chat's for 90. */
const saidTo = async ({ tx, cipher }: TxContext, personId: PersonId) =>
  (
    await tx.message.findMany({
      where: { chat: { personId }, isReplaced: false },
      orderBy: { seq: 'asc' },
      select: { id: true, sealed: true, createdAt: true },
    })
  ).map(({ id, sealed, createdAt }) => {
    const { html, mine } = saidShape.parse(cipher.decrypt(sealed, sealedAt('message.sealed', id)));
    return { at: createdAt, isMine: mine === true, html };
  });

import { nameColumns, openName } from '../../db/crypto/person-name.ts';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import type { PersonId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { recipientShape } from './addresses.ts';
import { conversationPlace } from './conversation-place.ts';
import { type PersonMarks, wordsShape } from './redaction.ts';
import { openTracking } from './tracking.ts';

/** What identifies a person in messages to others, and where such messages may be. */
export interface Traces extends PersonMarks {
  /** People who may have received such messages: members of sellers they bought from or wrote to, operators. */
  readonly readers: readonly string[];
}

/** Reads the traces before anything is erased, because erasing deletes their sources. */
export async function findTraces(context: TxContext, personId: PersonId): Promise<Traces> {
  const { tx } = context;
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: nameColumns });
  const orders = await tx.order.findMany({
    where: { personId },
    select: {
      id: true,
      number: true,
      sellerId: true,
      trackingNumber: true,
      sealedTracking: true,
      lines: { select: { title: true } },
    },
  });
  const talks = await tx.conversation.findMany({
    where: { OR: [{ personId }, { messages: { some: { personId } } }] },
    select: { id: true, personId: true },
  });
  const places = await findPlaces(context, personId);
  const tracking = orders.map((order) => openTracking(context.cipher, order) ?? '');
  const titles = new Set(orders.flatMap(({ lines }) => lines.map(({ title }) => title)));
  const words = [openName(context.cipher, person), ...places.words, ...(await findWords(context, personId))];
  return {
    exact: longestFirst([...places.exact, ...tracking]),
    // Names of goods belong to the order, even where a person has the same name.
    words: longestFirst(words.filter((word) => !titles.has(word))),
    numbers: orders.map(({ number }) => number),
    ids: [...orders, ...talks].map(({ id }) => id),
    causes: await findCauses(context, personId),
    readers: await findReaders(
      context,
      personId,
      orders.map(({ sellerId }) => sellerId),
      talks,
    ),
  };
}

/** A single character identifies nobody and occurs everywhere. */
const longestFirst = (words: readonly string[]): string[] =>
  [...new Set(words.map((word) => word.trim()))]
    .filter((word) => [...word].length > 1)
    .sort((one, other) => other.length - one.length);

/** Names, phones and places to which goods went or were to go. */
async function findPlaces({ tx, cipher }: TxContext, personId: PersonId) {
  const rows = await Promise.all([
    tx.address.findMany({ where: { personId }, select: { id: true, sealed: true } }),
    tx.order.findMany({ where: { personId }, select: { id: true, recipient: true } }),
    tx.checkout.findMany({ where: { personId }, select: { id: true, recipient: true } }),
  ]);
  const [ofAddresses, ofOrders, ofCards] = rows;
  const sealed = [
    ...ofAddresses.map((row) => ({ value: row.sealed, place: sealedAt('address.sealed', row.id) })),
    ...ofOrders.map((row) => ({ value: row.recipient, place: sealedAt('orders.recipient', row.id) })),
    ...ofCards.map((row) => ({ value: row.recipient, place: sealedAt('checkout.recipient', row.id) })),
  ];
  const recipients = sealed
    .map(({ value, place }) => value && recipientShape.safeParse(cipher.decrypt(value, place)).data)
    .filter((one) => one !== null)
    .filter((one) => one !== undefined);
  const points = recipients.map(({ place }) => (place ? `${place.longitude},${place.latitude}` : ''));
  return {
    exact: [...recipients.map(({ phone }) => phone), ...points],
    words: recipients.flatMap(({ name, address }) => [name, address]),
  };
}

/** Texts that they wrote to others: notes, claims, ratings, conversations. */
async function findWords({ tx, cipher }: TxContext, personId: PersonId): Promise<string[]> {
  const order = { personId };
  const [orders, cards, claims, ratings, said] = await Promise.all([
    tx.order.findMany({ where: order, select: { id: true, note: true } }),
    tx.checkout.findMany({ where: order, select: { id: true, note: true } }),
    tx.claim.findMany({ where: { order }, select: { id: true, words: true } }),
    tx.rating.findMany({ where: { order }, select: { orderId: true, words: true } }),
    tx.conversationMessage.findMany({ where: order }),
  ]);
  const sealed = [
    ...orders.map(({ id, note }) => ({ value: note, place: sealedAt('orders.note', id) })),
    ...cards.map(({ id, note }) => ({ value: note, place: sealedAt('checkout.note', id) })),
    ...claims.map(({ id, words }) => ({ value: words, place: sealedAt('claim.words', id) })),
    ...ratings.map(({ orderId, words }) => ({ value: words, place: sealedAt('rating.words', orderId) })),
    ...said.map((row) => ({ value: row.sealed, place: conversationPlace(row) })),
  ];
  return sealed.flatMap(({ value, place }) =>
    value ? [wordsShape.parse(cipher.decrypt(value, place))] : [],
  );
}

/** Their own events caused messages to others in the same turns. */
async function findCauses({ tx }: TxContext, personId: PersonId): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: bigint }[]>`
    SELECT inbox.id FROM inbox JOIN chat ON chat.channel = inbox.channel AND chat.address = inbox.address
    WHERE chat.person_id = ${personId}::uuid`;
  return rows.flatMap(({ id }) => [`turn:${id}:`, `parked:${id}:`]);
}

/** Includes former members: an invite keeps who used it. */
async function findReaders(
  { tx }: TxContext,
  personId: PersonId,
  bought: readonly string[],
  talks: readonly { readonly personId: string }[],
): Promise<string[]> {
  const own = await tx.member.findMany({ where: { personId }, select: { sellerId: true } });
  const sellerIds = [...new Set([...bought, ...own.map(({ sellerId }) => sellerId)])];
  const people = await Promise.all([
    tx.member.findMany({ where: { sellerId: { in: sellerIds } }, select: { personId: true } }),
    tx.person.findMany({ where: { isOperator: true }, select: { id: true } }),
    tx.invite.findMany({
      where: { usedBy: { not: null }, OR: [{ sellerId: { in: sellerIds } }, { sellerId: null }] },
      select: { usedBy: true },
    }),
  ]);
  const ids = people
    .flat()
    .map((row) => ('personId' in row ? row.personId : 'id' in row ? row.id : row.usedBy))
    .filter((id) => id !== null);
  return [...new Set([...ids, ...talks.map((talk) => talk.personId)])].filter((id) => id !== personId);
}

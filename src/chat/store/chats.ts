import type { Tx } from '../../db/client/client.ts';
import { bool, bytes, list, nullable, statement, text, uuid } from '../../db/connection/statement.ts';
import type { Cipher } from '../../db/crypto/cipher.ts';
import { type NamedRow, nameColumns, openName, sealName } from '../../db/crypto/person-name.ts';
import { type ChatId, newId, type PersonId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { type ChannelName, type Locale, parseLocale } from '../dsl/event.ts';
import type { Actor } from '../dsl/flow.ts';
import type { ChatKey, WaitingEvent } from './inbox.ts';

type Reader = Pick<TxContext, 'tx' | 'cipher'>;

export interface ChatRow {
  readonly id: ChatId;
  readonly channel: ChannelName;
  readonly address: string;
  readonly isGone: boolean;
  readonly person: Actor;
}

interface Joined {
  id: ChatId;
  channel: string;
  address: string;
  isGone: boolean;
  person: NamedRow & { locale: string; isOperator: boolean };
}

const withPerson = { person: { select: { ...nameColumns, locale: true, isOperator: true } } } as const;

/** We write only known channel names and locales. */
const asChat = (cipher: Cipher, { id, channel, address, isGone, person }: Joined): ChatRow => ({
  id,
  channel: channel as ChannelName,
  address,
  isGone,
  person: asActor(cipher, { ...person, locale: person.locale as Locale }),
});

const asActor = (
  cipher: Cipher,
  { locale, isOperator, ...row }: NamedRow & Pick<Actor, 'locale' | 'isOperator'>,
): Actor => ({ id: row.id, name: openName(cipher, row), locale, isOperator });

export async function findChat({ tx, cipher }: Reader, id: ChatId): Promise<ChatRow | undefined> {
  const row = await tx.chat.findUnique({ where: { id }, include: withPerson });
  return row ? asChat(cipher, row) : undefined;
}

const findChatRows = statement(
  'find-chats',
  [list(uuid<ChatId>())],
  {
    ...{ id: uuid<ChatId>(), channel: text<ChannelName>(), address: text(), isGone: bool() },
    ...{ personId: uuid<PersonId>(), name: text(), sealedName: nullable(bytes()) },
    ...{ locale: text<Locale>(), isOperator: bool() },
  },
  `SELECT chat.id, channel, address, is_gone AS "isGone", person.id AS "personId", name,
     sealed_name AS "sealedName", locale, is_operator AS "isOperator"
   FROM chat JOIN person ON person.id = person_id WHERE chat.id = ANY($1)`,
);

/** The chats with these ids, by id. */
export async function findChats(
  { tx, cipher }: Reader,
  ids: readonly ChatId[],
): Promise<ReadonlyMap<ChatId, ChatRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$prepared(findChatRows, ids);
  return new Map(
    rows.map(({ id, channel, address, isGone, personId, ...person }) => [
      id,
      { id, channel, address, isGone, person: asActor(cipher, { id: personId, ...person }) },
    ]),
  );
}

export async function findChatByKey(
  { tx, cipher }: Reader,
  { channel, address }: ChatKey,
): Promise<ChatRow | undefined> {
  const row = await tx.chat.findUnique({
    where: { channel_address: { channel, address } },
    include: withPerson,
  });
  return row ? asChat(cipher, row) : undefined;
}

/** Creates the chat of a first event, and its person unless another bot knows them. Of two processes one wins. */
export async function findOrCreateChat(
  context: TxContext,
  key: ChatKey,
  { from }: WaitingEvent,
  fallback: Locale,
): Promise<ChatRow> {
  const { tx, now } = context;
  const personId = from.telegramId
    ? await findOrCreatePerson(context, BigInt(from.telegramId), from, fallback)
    : await newPerson(context, from, fallback);
  await tx.chat.createMany({ data: [{ ...key, personId, createdAt: now }], skipDuplicates: true });
  const chat = await findChatByKey(context, key);
  if (!chat) throw new Error('a chat that was just made is gone');
  await tx.session.createMany({ data: [{ chatId: chat.id, updatedAt: now }], skipDuplicates: true });
  return chat;
}

async function findOrCreatePerson(
  context: TxContext,
  telegramId: bigint,
  from: WaitingEvent['from'],
  fallback: Locale,
): Promise<PersonId> {
  const { tx, cipher, now } = context;
  const locale = parseLocale(from.language, fallback);
  const id = newId<PersonId>();
  await tx.person.createMany({
    data: [{ id, telegramId, ...sealName(cipher, id, from.name), locale, createdAt: now }],
    skipDuplicates: true,
  });
  return (await tx.person.findUniqueOrThrow({ where: { telegramId }, select: { id: true } })).id;
}

async function newPerson(
  { tx, cipher, now }: TxContext,
  from: WaitingEvent['from'],
  fallback: Locale,
): Promise<PersonId> {
  const id = newId<PersonId>();
  const locale = parseLocale(from.language, fallback);
  await tx.person.create({ data: { id, ...sealName(cipher, id, from.name), locale, createdAt: now } });
  return id;
}

/** Nothing is sent to a blocked chat until an event comes from it. */
export async function setBlocked(tx: Tx, id: ChatId, isGone: boolean): Promise<void> {
  await tx.chat.update({ where: { id }, data: { isGone } });
}

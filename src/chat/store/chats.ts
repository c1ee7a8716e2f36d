import type { Tx } from '../../db/client/client.ts';
import { bool, list, statement, text, uuid } from '../../db/connection/statement.ts';
import type { ChatId, PersonId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { type ChannelName, type Locale, parseLocale } from '../dsl/event.ts';
import type { Actor } from '../dsl/flow.ts';
import type { ChatKey, WaitingEvent } from './inbox.ts';

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
  person: { id: PersonId; name: string; locale: string; isOperator: boolean };
}

const withPerson = { person: { select: { id: true, name: true, locale: true, isOperator: true } } } as const;

/** We write only known channel names and locales. */
const asChat = ({ id, channel, address, isGone, person }: Joined): ChatRow => ({
  id,
  channel: channel as ChannelName,
  address,
  isGone,
  person: { ...person, locale: person.locale as Locale },
});

export async function findChat(tx: Tx, id: ChatId): Promise<ChatRow | undefined> {
  const row = await tx.chat.findUnique({ where: { id }, include: withPerson });
  return row ? asChat(row) : undefined;
}

const findChatRows = statement(
  'find-chats',
  [list(uuid<ChatId>())],
  {
    ...{ id: uuid<ChatId>(), channel: text<ChannelName>(), address: text(), isGone: bool() },
    ...{ personId: uuid<PersonId>(), name: text(), locale: text<Locale>(), isOperator: bool() },
  },
  `SELECT chat.id, channel, address, is_gone AS "isGone", person.id AS "personId", name, locale, is_operator AS "isOperator"
   FROM chat JOIN person ON person.id = person_id WHERE chat.id = ANY($1)`,
);

/** The chats with these ids, by id. */
export async function findChats(tx: Tx, ids: readonly ChatId[]): Promise<ReadonlyMap<ChatId, ChatRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$prepared(findChatRows, ids);
  return new Map(
    rows.map(({ id, channel, address, isGone, personId, name, locale, isOperator }) => [
      id,
      { id, channel, address, isGone, person: { id: personId, name, locale, isOperator } },
    ]),
  );
}

export async function findChatByKey(tx: Tx, { channel, address }: ChatKey): Promise<ChatRow | undefined> {
  const row = await tx.chat.findUnique({
    where: { channel_address: { channel, address } },
    include: withPerson,
  });
  return row ? asChat(row) : undefined;
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
  const chat = await findChatByKey(tx, key);
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
  const { tx, now } = context;
  const locale = parseLocale(from.language, fallback);
  await tx.person.createMany({
    data: [{ telegramId, name: from.name, locale, createdAt: now }],
    skipDuplicates: true,
  });
  return (await tx.person.findUniqueOrThrow({ where: { telegramId }, select: { id: true } })).id;
}

async function newPerson(
  { tx, now }: TxContext,
  from: WaitingEvent['from'],
  fallback: Locale,
): Promise<PersonId> {
  const data = { name: from.name, locale: parseLocale(from.language, fallback), createdAt: now };
  return (await tx.person.create({ data, select: { id: true } })).id;
}

/** Nothing is sent to a blocked chat until an event comes from it. */
export async function setBlocked(tx: Tx, id: ChatId, isGone: boolean): Promise<void> {
  await tx.chat.update({ where: { id }, data: { isGone } });
}

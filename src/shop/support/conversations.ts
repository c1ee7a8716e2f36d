import { z } from 'zod';
import type { Work } from '../../db/work.ts';
import type { Page } from '../catalogue/catalogue.ts';
import { actsFor, chatsOfOperators, chatsOfSeller } from '../sellers/sellers.ts';

/** Who speaks with a buyer: the seller of an order, or the village's office. */
export type TalkKind = 'order' | 'help';

export interface Talk {
  readonly id: string;
  readonly kind: TalkKind;
  readonly orderId: string | null;
  /** The buyer, or whoever asked for help, and where they hear answers. */
  readonly personId: string;
  readonly chatId: string;
  readonly state: 'open' | 'closed';
  /** Set for talks about an order. */
  readonly order: {
    readonly number: string;
    readonly sellerId: string;
    readonly sellerName: string;
    readonly sellerNameEn: string | null;
  } | null;
  readonly personName: string;
}

export interface TalkMessage {
  readonly words: string;
  readonly mediaId: string | null;
  /** Said by the one who asked; else by the seller or the office. */
  readonly isAskers: boolean;
  readonly name: string;
  readonly at: Date;
}

const PAGE_SIZE = 8;
/** As much as one message of any channel holds with its heading. */
export const TALK_CHARS = 1_500;
const wordsShape = z.object({ words: z.string() });

/** Words relayed between buyers, sellers and the office; nobody is shown a number, and everything stays with the order. */
export const talks = (work: Work) => ({
  /** The open talk about an order: for its buyer and its seller's people. */
  aboutOrder: (personId: string, orderId: string) => aboutOrder(work, personId, orderId),
  /** The open call for help of a person, answered in `chatId`. */
  forHelp: (personId: string, chatId: string) => forHelp(work, personId, chatId),
  /** A talk, for those who take part in it. */
  byId: (personId: string, id: string) => readable(work, personId, id),
  say: (talk: Talk, personId: string, words: string, mediaId?: string) =>
    add(work, talk, personId, words, mediaId),
  /** The chats that hear what `personId` says in it. */
  hearers: (talk: Talk, personId: string) => hearers(work, talk, personId),
  messages: (talk: Talk, page: number) => messagesOf(work, talk, page),
  count: (orderId: string) => work.tx.talkMessage.count({ where: { talk: { orderId } } }),
  /** Calls for help that nobody has closed, the longest waiting first: for operators. */
  waiting: (personId: string, page: number) => waiting(work, personId, page),
  close: (personId: string, id: string) => close(work, personId, id),
});

async function aboutOrder(work: Work, personId: string, orderId: string): Promise<Talk | undefined> {
  const order = await work.tx.order.findUnique({
    where: { id: orderId },
    select: { personId: true, chatId: true, sellerId: true },
  });
  const mayTalk =
    order &&
    (order.personId === personId || (await actsFor(work.tx, personId, order.sellerId, 'pack')) !== undefined);
  return mayTalk ? opened(work, { kind: 'order', orderId, ...order }) : undefined;
}

const forHelp = (work: Work, personId: string, chatId: string): Promise<Talk | undefined> =>
  opened(work, { kind: 'help', orderId: null, personId, chatId });

/** The one open talk of its kind, made if there is none: a partial unique index lets only one be. */
async function opened(
  work: Work,
  { kind, orderId, personId, chatId }: Pick<Talk, 'kind' | 'orderId' | 'personId' | 'chatId'>,
): Promise<Talk | undefined> {
  const { tx, now } = work;
  const data = { kind, orderId, personId, chatId, state: 'open', createdAt: now };
  await tx.talk.createMany({ data: [data], skipDuplicates: true });
  const row = await tx.talk.findFirst({ where: { kind, orderId, personId, state: 'open' } });
  return row ? withNames(work, row) : undefined;
}

type Row = {
  id: string;
  kind: string;
  orderId: string | null;
  personId: string;
  chatId: string;
  state: string;
};

async function withNames({ tx }: Work, { kind, state, ...row }: Row): Promise<Talk> {
  const person = await tx.person.findUnique({ where: { id: row.personId }, select: { name: true } });
  const order = row.orderId
    ? await tx.order.findUnique({
        where: { id: row.orderId },
        select: { number: true, sellerId: true, seller: { select: { name: true, nameEn: true } } },
      })
    : null;
  return {
    ...row,
    kind: kind === 'help' ? 'help' : 'order',
    state: state === 'open' ? 'open' : 'closed',
    personName: person?.name ?? '',
    order: order && {
      number: order.number,
      sellerId: order.sellerId,
      sellerName: order.seller.name,
      sellerNameEn: order.seller.nameEn,
    },
  };
}

async function readable(work: Work, personId: string, id: string): Promise<Talk | undefined> {
  const row = await work.tx.talk.findUnique({ where: { id } });
  const talk = row ? await withNames(work, row) : undefined;
  return talk && (await takesPart(work, talk, personId)) ? talk : undefined;
}

async function takesPart(work: Work, talk: Talk, personId: string): Promise<boolean> {
  if (talk.personId === personId) return true;
  return talk.order
    ? (await actsFor(work.tx, personId, talk.order.sellerId, 'pack')) !== undefined
    : isOperator(work, personId);
}

const isOperator = async ({ tx }: Work, personId: string): Promise<boolean> =>
  (await tx.person.count({ where: { id: personId, isOperator: true } })) > 0;

/** Keeps what was said, sealed. A closed call for help is open again when its asker goes on. */
async function add(
  { tx, seal, now }: Work,
  talk: Talk,
  personId: string,
  words: string,
  mediaId?: string,
): Promise<void> {
  const sealed = seal.seal({ words: words.slice(0, TALK_CHARS) });
  await tx.talkMessage.create({
    data: { talkId: talk.id, personId, sealed, at: now, ...(mediaId && { mediaId }) },
  });
}

async function hearers({ tx }: Work, talk: Talk, personId: string): Promise<string[]> {
  if (talk.personId !== personId) return [talk.chatId];
  return talk.order ? chatsOfSeller(tx, talk.order.sellerId) : chatsOfOperators(tx);
}

/** The newest page first, each page in the order in which things were said. */
async function messagesOf({ tx, seal }: Work, talk: Talk, wanted: number): Promise<Page<TalkMessage>> {
  const where = talk.orderId ? { talk: { orderId: talk.orderId } } : { talkId: talk.id };
  const pages = Math.max(1, Math.ceil((await tx.talkMessage.count({ where })) / PAGE_SIZE));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const rows = await tx.talkMessage.findMany({
    where,
    orderBy: { id: 'desc' },
    skip: page * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  const names = await tx.person.findMany({
    where: { id: { in: rows.map((row) => row.personId) } },
    select: { id: true, name: true },
  });
  const items = rows.reverse().map((row) => ({
    words: wordsShape.parse(seal.open(row.sealed)).words,
    mediaId: row.mediaId,
    isAskers: row.personId === talk.personId,
    name: names.find(({ id }) => id === row.personId)?.name ?? '',
    at: row.at,
  }));
  return { items, page, pages };
}

async function waiting(work: Work, personId: string, wanted: number): Promise<Page<Talk> | undefined> {
  if (!(await isOperator(work, personId))) return undefined;
  const where = { kind: 'help', state: 'open' };
  const pages = Math.max(1, Math.ceil((await work.tx.talk.count({ where })) / PAGE_SIZE));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const rows = await work.tx.talk.findMany({
    where,
    orderBy: { createdAt: 'asc' },
    skip: page * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  const items: Talk[] = [];
  for (const row of rows) items.push(await withNames(work, row));
  return { items, page, pages };
}

/** Ends a call for help; true for whoever ended it. */
async function close(work: Work, personId: string, id: string): Promise<boolean> {
  const talk = await readable(work, personId, id);
  if (talk?.kind !== 'help') return false;
  const closed = await work.tx.talk.updateMany({
    where: { id, state: 'open' },
    data: { state: 'closed', closedAt: work.now },
  });
  return closed.count === 1;
}

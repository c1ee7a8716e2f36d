import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { endStreams } from '../../db/client/end-streams.ts';
import { nameColumns, openName, sealName } from '../../db/crypto/person-name.ts';
import { type ChatId, newId, type PersonId } from '../../db/ids.ts';
import { type AppContext, inTransaction, type TxContext } from '../../db/work.ts';
import type { Locale, Side } from '../dsl/event.ts';
import { carryPushSubscription } from './push-subscriptions.ts';

export type { AppContext } from '../../db/work.ts';

/** How long a browser's session lasts after its last visit. */
export const WEB_SESSION_MS = 30 * 24 * 60 * 60 * 1_000;
/** A visit extends the session only after this time. */
const RENEW_AFTER_MS = 24 * 60 * 60 * 1_000;

/** The person behind a browser, with their chat of one side. */
export interface Visitor {
  readonly person: PersonId;
  readonly name: string;
  readonly locale: Locale;
  readonly chat: ChatId;
  /** The chat's address on its channel. */
  readonly address: string;
}

/** A banned person has no session and gets no new one for the same cookie; HTTP answers with 403. */
class Banned extends Error {
  readonly statusCode = 403;
}

/** Only this is kept of the token in a browser's cookie. */
const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

const newToken = (): string => randomBytes(32).toString('base64url');

const webChannelName = (side: Side) => `web-${side}` as const;

/** The visitor of a browser's token; creates their chat on that side if there is none. */
export async function findVisitor(
  appContext: AppContext,
  token: string,
  side: Side,
): Promise<Visitor | undefined> {
  const session = await appContext.db.webSession.findUnique({
    where: { tokenHash: hashToken(token), expiresAt: { gt: appContext.clock.now() } },
    select: { person: { select: { ...nameColumns, locale: true, bannedAt: true } } },
  });
  if (!session) return undefined;
  const { id, locale, bannedAt } = session.person;
  const name = openName(appContext.cipher, session.person);
  if (bannedAt) throw new Banned('banned');
  const chat =
    (await findChat(appContext.db, id, side)) ??
    (await inTransaction(appContext, (context) => makeChat(context, id, side)));
  return { person: id, name, locale: locale as Locale, chat: chat.id, address: chat.address };
}

/** Creates person, chat and cookie token for a new browser. */
export async function createVisitor(
  appContext: AppContext,
  side: Side,
  locale: Locale,
): Promise<{ token: string; visitor: Visitor }> {
  const token = newToken();
  const visitor = await inTransaction(appContext, async (context) => {
    const name = guestName(locale);
    const person = newId<PersonId>();
    const named = sealName(context.cipher, person, name);
    await context.tx.person.create({ data: { id: person, ...named, locale, createdAt: context.now } });
    await keepToken(context, token, person);
    const chat = await makeChat(context, person, side);
    return { person, name, locale, chat: chat.id, address: chat.address };
  });
  return { token, visitor };
}

/** Extends a session; writes at most once a day. */
export async function renewSession({ db, clock }: AppContext, token: string): Promise<void> {
  const now = clock.now().getTime();
  await db.webSession.updateMany({
    where: {
      tokenHash: hashToken(token),
      expiresAt: { lt: new Date(now + WEB_SESSION_MS - RENEW_AFTER_MS) },
    },
    data: { expiresAt: new Date(now + WEB_SESSION_MS) },
  });
}

/** Replaces the token before a person gets more rights, so that an old, known token does not get them. */
export async function exchangeToken(
  appContext: AppContext,
  token: string,
  person: PersonId,
): Promise<string> {
  const fresh = newToken();
  await inTransaction(appContext, async (context) => {
    await keepToken(context, fresh, person);
    await carryPushSubscription(context, token, fresh);
    await context.tx.webSession.deleteMany({ where: { tokenHash: hashToken(token) } });
    await endStreams(context.tx, person);
  });
  return fresh;
}

/** Ends the session of a browser that logs out, and closes its event streams. */
export async function endSession(appContext: AppContext, token: string): Promise<void> {
  await inTransaction(appContext, async (context) => {
    const where = { tokenHash: hashToken(token) };
    const session = await context.tx.webSession.findUnique({ where, select: { personId: true } });
    if (!session) return;
    await context.tx.webSession.deleteMany({ where });
    await endStreams(context.tx, session.personId);
  });
}

async function keepToken({ tx, now }: TxContext, token: string, personId: PersonId): Promise<void> {
  const expiresAt = new Date(now.getTime() + WEB_SESSION_MS);
  await tx.webSession.create({ data: { tokenHash: hashToken(token), personId, createdAt: now, expiresAt } });
}

const findChat = (tx: TxContext['tx'], personId: PersonId, side: Side) =>
  tx.chat.findFirst({
    where: { personId, channel: webChannelName(side) },
    orderBy: { createdAt: 'asc' },
    select: { id: true, address: true },
  });

/** Two tabs may open at the same time: the lock lets one create the chat. */
async function makeChat(
  { tx, now }: TxContext,
  personId: PersonId,
  side: Side,
): Promise<{ id: ChatId; address: string }> {
  await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
  const found = await findChat(tx, personId, side);
  if (found) return found;
  const session = { create: { updatedAt: now } };
  return tx.chat.create({
    data: { personId, channel: webChannelName(side), address: randomUUID(), createdAt: now, session },
    select: { id: true, address: true },
  });
}

/** A name for a visitor who has given none. */
function guestName(locale: Locale): string {
  const number = String(randomBytes(2).readUInt16BE() % 10_000).padStart(4, '0');
  return locale === 'zh' ? `访客${number}` : `Guest ${number}`;
}

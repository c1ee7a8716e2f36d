import { createHash, randomBytes } from 'node:crypto';
import type { PersonId, SellerId, StreamHookId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { requireMembership } from '../sellers/sellers.ts';
import { findLiveStreams } from './cards.ts';
import { turnStream } from './end.ts';
import { giveSign } from './signs.ts';
import { goLive } from './start.ts';
import type { StreamText } from './text.ts';

/** How often in an hour a streaming program may begin or go on with a stream. */
export const STARTS_AN_HOUR = 10;
const HOUR_MS = 3_600_000;
/** A seller has a few programs at most. */
const MOST_HOOKS = 5;
const TOKEN_BYTES = 24;

/** A seller's address for a streaming program; the token itself is shown once. */
export interface StreamHook {
  readonly id: StreamHookId;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}

/** What a program says: the picture is there, or it is gone. */
export type HookEvent = ({ readonly is: 'start' } & StreamText) | { readonly is: 'stop' };

/** `unknown`: no such token, or whoever made it may not post any more. */
export type HookAnswer = 'started' | 'on' | 'stopped' | 'not-on' | 'too-many' | 'unknown';

export const streamHooks = (context: TxContext) => ({
  of: (personId: PersonId, sellerId: SellerId) => findHooks(context, personId, sellerId),
  create: (personId: PersonId, sellerId: SellerId) => createHook(context, personId, sellerId),
  revoke: (personId: PersonId, id: StreamHookId) => revokeHook(context, personId, id),
  receive: (token: string, event: HookEvent) => receiveHook(context, token, event),
});

/** The form of a token: anything else is never asked of the database. */
export const isHookToken = (text: string): boolean => /^[A-Za-z0-9_-]{32}$/.test(text);

const hashToken = (token: string): string =>
  createHash('sha256').update(`stream hook ${token}`).digest('base64url');

async function findHooks({ tx }: TxContext, personId: PersonId, sellerId: SellerId): Promise<StreamHook[]> {
  if (!(await requireMembership(tx, personId, sellerId, 'post'))) return [];
  return tx.streamHook.findMany({
    where: { sellerId, revokedAt: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true, createdAt: true, usedAt: true },
  });
}

/** Makes an address; answers its token, nothing for strangers, `too-many` where the seller has enough of them. */
async function createHook(
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
): Promise<{ readonly token: string } | 'too-many' | undefined> {
  const { tx, now } = context;
  if (!(await requireMembership(tx, personId, sellerId, 'post'))) return undefined;
  if ((await tx.streamHook.count({ where: { sellerId, revokedAt: null } })) >= MOST_HOOKS) return 'too-many';
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await tx.streamHook.create({ data: { sellerId, personId, tokenHash: hashToken(token), createdAt: now } });
  return { token };
}

/** Takes an address back; false for strangers, and the second time. */
async function revokeHook({ tx, now }: TxContext, personId: PersonId, id: StreamHookId): Promise<boolean> {
  const row = await tx.streamHook.findUnique({ where: { id }, select: { sellerId: true } });
  if (!row || !(await requireMembership(tx, personId, row.sellerId, 'post'))) return false;
  const revoked = await tx.streamHook.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: now },
  });
  return revoked.count === 1;
}

interface Owner {
  readonly id: StreamHookId;
  readonly sellerId: SellerId;
  readonly personId: PersonId;
}

/** A program speaks with the rights of whoever made its address: a removed helper's is dead. */
async function receiveHook(context: TxContext, token: string, event: HookEvent): Promise<HookAnswer> {
  const { tx, now } = context;
  if (!isHookToken(token)) return 'unknown';
  const hook = await tx.streamHook.findUnique({
    where: { tokenHash: hashToken(token), revokedAt: null, person: { bannedAt: null } },
    select: { id: true, sellerId: true, personId: true },
  });
  if (!hook || !(await requireMembership(tx, hook.personId, hook.sellerId, 'post'))) return 'unknown';
  await tx.streamHook.update({ where: { id: hook.id }, data: { usedAt: now }, select: { id: true } });
  return event.is === 'start' ? start(context, hook, event) : stop(context, hook);
}

/** On while it is on, it is a sign of life alone; beginning or going on is counted. */
async function start(context: TxContext, hook: Owner, { title, url }: StreamText): Promise<HookAnswer> {
  const [on] = await findLiveStreams(context, hook.sellerId);
  const isSameLink = url === undefined || url === on?.url;
  if (on?.state === 'live' && isSameLink && (await giveSign(context, on.id))) return 'on';
  if (!(await countStart(context, hook.id))) return 'too-many';
  const said = { ...(title && { title }), ...(url && { url }) };
  const live = await goLive(context, hook.personId, hook.sellerId, said);
  if (!live.ok) return 'unknown';
  return live.became === 'same' ? 'on' : 'started';
}

/** The picture is gone: the stream waits for it a while, then it is over. */
async function stop(context: TxContext, hook: Owner): Promise<HookAnswer> {
  const [on] = await findLiveStreams(context, hook.sellerId);
  return on && (await turnStream(context, hook.personId, on.id, 'interrupted')) ? 'stopped' : 'not-on';
}

/** One statement decides and counts: false beyond so many in an hour. */
async function countStart({ tx, now }: TxContext, id: StreamHookId): Promise<boolean> {
  const hourAgo = new Date(now.getTime() - HOUR_MS);
  const counted = await tx.$executeRaw`
    UPDATE stream_hook SET
      starts = CASE WHEN hour_at > ${hourAgo} THEN starts + 1 ELSE 1 END,
      hour_at = CASE WHEN hour_at > ${hourAgo} THEN hour_at ELSE ${now}::timestamptz END
    WHERE id = ${id}::uuid AND (hour_at IS NULL OR hour_at <= ${hourAgo} OR starts < ${STARTS_AN_HOUR})`;
  return counted === 1;
}

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import { type MessageId, newId, type PersonId, type PushSubscriptionId } from '../../db/ids.ts';
import { type AppContext, inTransaction, type TxContext } from '../../db/work.ts';

const endpointShape = z.object({ endpoint: z.string(), p256dh: z.string(), auth: z.string() });

/** Where a browser is told, and the keys that only it can read with. */
export type PushEndpoint = z.infer<typeof endpointShape>;

/** A browser that tells its person also when the page is closed. */
export interface PushSubscription extends PushEndpoint {
  readonly id: PushSubscriptionId;
  /** Pushes in a row that its service did not take. */
  readonly failures: number;
  /** The cause of the last message it was told of. */
  readonly toldCause: string | null;
}

/** A person has at most so many; a new one takes the place of the oldest. */
const MOST = 10;

interface Subscriber {
  readonly person: PersonId;
  /** Of the browser's session, whose end ends the subscription. */
  readonly token: string;
}

const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Keeps a browser's subscription. A browser that was somebody else's before is this person's now. */
export async function addPushSubscription(
  appContext: AppContext,
  { person, token }: Subscriber,
  { endpoint, p256dh, auth }: PushEndpoint,
): Promise<void> {
  await inTransaction(appContext, async ({ tx, cipher, now }) => {
    const id = newId<PushSubscriptionId>();
    const endpointKey = cipher.lastingFingerprint(`push ${endpoint}`);
    const sealed = cipher.encrypt({ endpoint, p256dh, auth }, sealedAt('push_subscription.sealed', id));
    await tx.pushSubscription.deleteMany({ where: { endpointKey } });
    await tx.$executeRaw`
      INSERT INTO push_subscription (id, person_id, token_hash, endpoint_key, sealed, created_at)
      VALUES (${id}::uuid, ${person}::uuid, ${hashToken(token)}, ${endpointKey}, ${sealed}, ${now})
      ON CONFLICT DO NOTHING`;
    await tx.$executeRaw`
      DELETE FROM push_subscription WHERE person_id = ${person}::uuid AND id IN (
        SELECT id FROM push_subscription WHERE person_id = ${person}::uuid ORDER BY created_at DESC, id OFFSET ${MOST})`;
  });
}

/** Ends the subscription of the session's browser. */
export async function removePushSubscription({ db }: AppContext, token: string): Promise<void> {
  await db.pushSubscription.deleteMany({ where: { tokenHash: hashToken(token) } });
}

/** Whether the session's browser is told when the page is closed. */
export const hasPushSubscription = async ({ db }: AppContext, token: string): Promise<boolean> =>
  (await db.pushSubscription.count({ where: { tokenHash: hashToken(token) } })) > 0;

/** The browser keeps its subscription when its session gets another token. */
export async function carryPushSubscription({ tx }: TxContext, from: string, to: string): Promise<void> {
  await tx.pushSubscription.updateMany({
    where: { tokenHash: hashToken(from) },
    data: { tokenHash: hashToken(to) },
  });
}

/** The browsers of whoever the chat with this address is, and the message in it that they are told of. */
export async function findPushTargets(
  { db, cipher }: AppContext,
  channel: string,
  address: string,
  { cause, index }: { readonly cause: string; readonly index: number },
): Promise<{ readonly messageId: MessageId | null; readonly subscriptions: readonly PushSubscription[] }> {
  const rows = await db.$queryRaw<
    {
      id: PushSubscriptionId;
      sealed: Uint8Array;
      failures: number;
      toldCause: string | null;
      messageId: MessageId | null;
    }[]
  >`
    SELECT p.id, p.sealed, p.failures, p.told_cause AS "toldCause", m.id AS "messageId"
    FROM chat JOIN push_subscription p ON p.person_id = chat.person_id
      LEFT JOIN message m ON m.cause = ${cause} AND m.index = ${index}
    WHERE chat.channel = ${channel} AND chat.address = ${address}`;
  const subscriptions = rows.map(({ id, sealed, failures, toldCause }) => ({
    ...endpointShape.parse(cipher.decrypt(sealed, sealedAt('push_subscription.sealed', id))),
    ...{ id, failures, toldCause },
  }));
  return { messageId: rows[0]?.messageId ?? null, subscriptions };
}

/** What became of a push: told, not taken now, or the browser no longer wants any. */
export type PushEnd = 'told' | 'failed' | 'gone';

/** Records how a push ended. */
export async function settlePush(
  { db }: AppContext,
  id: PushSubscriptionId,
  end: PushEnd,
  cause: string,
): Promise<void> {
  if (end === 'gone') await db.pushSubscription.deleteMany({ where: { id } });
  if (end === 'failed')
    await db.pushSubscription.updateMany({ where: { id }, data: { failures: { increment: 1 } } });
  if (end === 'told')
    await db.pushSubscription.updateMany({ where: { id }, data: { failures: 0, toldCause: cause } });
}

/** Those of these people who have a browser that tells them. */
export async function findPushed({ tx }: TxContext, people: readonly PersonId[]): Promise<Set<PersonId>> {
  const rows = await tx.pushSubscription.findMany({
    where: { personId: { in: [...people] } },
    select: { personId: true },
    distinct: ['personId'],
  });
  return new Set(rows.map(({ personId }) => personId));
}

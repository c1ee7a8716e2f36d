import type { Logger } from 'pino';
import type { Tx } from '../../db/client/client.ts';
import type { PassingFaults } from '../../db/client/passing-faults.ts';
import { bigint, bytes, list, statement, text, time } from '../../db/connection/statement.ts';
import { type Cipher, openIfAble } from '../../db/crypto/cipher.ts';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import type { AppContext, TxContext } from '../../db/work.ts';
import type { ChannelName, EventBody, IncomingEvent, Sender } from '../dsl/event.ts';

/** After this many failed turns an event is parked, and the next one is handled. */
export const MAX_TRIES = 3;

/** An event that waits for its turn. */
export interface WaitingEvent {
  readonly id: bigint;
  readonly key: string;
  readonly at: Date;
  readonly from: Sender;
  readonly body: EventBody;
}

export interface ChatKey {
  readonly channel: ChannelName;
  readonly address: string;
}

/** What became of events that came in: the chats of new ones, in no order, and what kept others from being stored. */
export interface Stored {
  readonly chats: readonly ChatKey[];
  /** Set while the database is away, or refuses what it would take another time: the platform brings those again. */
  readonly fault?: unknown;
}

/**
 * Stores the events in one statement. One that cannot be stored is parked, or dropped where even that fails; the others
 * are stored.
 */
export async function storeEvents(
  appContext: AppContext,
  incoming: readonly IncomingEvent[],
  passing: PassingFaults,
  log: Logger,
): Promise<Stored> {
  try {
    return { chats: await stored(appContext, incoming) };
  } catch {
    const chats: ChatKey[] = [];
    for (const event of incoming)
      try {
        chats.push(...(await storedAlone(appContext, event, passing, log)));
      } catch (fault) {
        return { chats, fault };
      }
    return { chats };
  }
}

const storeInbox = statement(
  'store-inbox',
  [list(text()), list(text()), list(text()), list(bigint()), list(time()), list(bytes())],
  { channel: text<ChannelName>(), address: text() },
  `INSERT INTO inbox (channel, address, key, seq, at, sealed)
   SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::timestamptz[], $6::bytea[])
   ON CONFLICT DO NOTHING RETURNING channel, address`,
);

async function stored({ db, cipher }: AppContext, incoming: readonly IncomingEvent[]): Promise<ChatKey[]> {
  const all = <T>(pick: (event: IncomingEvent) => T): T[] => incoming.map(pick);
  return db.$prepared(
    storeInbox,
    all(({ channel }) => channel),
    all(({ address }) => address),
    all(({ key }) => key),
    all(({ seq }) => seq),
    all(({ at }) => validTime(at)),
    all(({ channel, key, from, body }) =>
      cipher.encrypt({ from, body }, sealedAt('inbox.sealed', channel, key)),
    ),
  );
}

/** Throws for a time that is none: only its own event is then parked. */
function validTime(at: Date): Date {
  if (Number.isNaN(at.getTime())) throw new RangeError('an event with a time that is none');
  return at;
}

async function storedAlone(
  appContext: AppContext,
  event: IncomingEvent,
  passing: PassingFaults,
  log: Logger,
): Promise<ChatKey[]> {
  const name = `${event.channel} ${event.key}`;
  try {
    const keys = await stored(appContext, [event]);
    passing.forget(name);
    return keys;
  } catch (error) {
    if (passing.pause(name, error) !== undefined) throw error;
    // Throws while the database is away.
    await appContext.db.$queryRaw`SELECT 1`;
    const again = await stored(appContext, [event]).catch(() => undefined);
    if (again) return again;
    const fate = (await parkUnread(appContext, event, passing)) ? 'was parked' : 'was dropped';
    const { channel, address, key } = event;
    log.error({ err: error, channel, address, key }, `an event that could not be stored ${fate}`);
    return [];
  }
}

/** Parks an event with the current time: mostly its own time is what no table can hold. */
async function parkUnread(
  { db, cipher, clock }: AppContext,
  event: IncomingEvent,
  passing: PassingFaults,
): Promise<boolean> {
  const { channel, address, key, seq, from, body } = event;
  try {
    const sealed = cipher.encrypt({ from, body }, sealedAt('inbox.sealed', channel, key));
    const row = { channel, address, key, seq, at: clock.now(), sealed };
    await db.inbox.createMany({ data: [{ ...row, state: 'parked' }], skipDuplicates: true });
    return true;
  } catch (error) {
    if (passing.pause(`parking ${channel} ${key}`, error) !== undefined) throw error;
    return false;
  }
}

/** The oldest event that waits in a chat: opened, or only named where no key opens it. */
export interface OldestEvent {
  readonly event: WaitingEvent | undefined;
  readonly unreadable: EventName | undefined;
}

export type EventName = Pick<WaitingEvent, 'id' | 'key'>;

export const noEvent: OldestEvent = { event: undefined, unreadable: undefined };

export function toOldest(
  cipher: Cipher,
  channel: ChannelName,
  { id, key, at, sealed }: EventName & { readonly at: Date; readonly sealed: Uint8Array },
): OldestEvent {
  const opened = openIfAble(cipher, sealed, sealedAt('inbox.sealed', channel, key));
  if (opened === undefined) return { event: undefined, unreadable: { id, key } };
  // Only this file encrypts inbox rows, from this type.
  return { event: { id, key, at, ...(opened as Opened) }, unreadable: undefined };
}

type Opened = Pick<WaitingEvent, 'from' | 'body'>;

/** The oldest waiting event of a chat that nobody has spoken in before. */
export async function findOldestWaiting(
  { tx, cipher }: TxContext,
  { channel, address }: ChatKey,
): Promise<OldestEvent> {
  const [row] = await tx.$queryRaw<{ id: bigint; key: string; at: Date; sealed: Uint8Array }[]>`
    SELECT id, key, at, sealed FROM inbox
    WHERE channel = ${channel} AND address = ${address} AND state = 'waiting' ORDER BY seq, id LIMIT 1`;
  return row ? toOldest(cipher, channel, row) : noEvent;
}

export async function markHandled(tx: Tx, id: bigint): Promise<void> {
  await tx.$executeRaw`UPDATE inbox SET state = 'handled' WHERE id = ${id}`;
}

/** Counts a failed turn; returns true when the event must be parked. */
export async function countFailure({ db }: AppContext, id: bigint): Promise<boolean> {
  const { tries } = await db.inbox.update({ where: { id }, data: { tries: { increment: 1 } } });
  return tries >= MAX_TRIES;
}

export async function parkEvent(tx: Tx, id: bigint): Promise<void> {
  await tx.inbox.update({ where: { id }, data: { state: 'parked' } });
}

/** All chats with waiting events. */
export async function findWaitingChats({ db }: AppContext): Promise<ChatKey[]> {
  const rows = await db.inbox.findMany({
    where: { state: 'waiting' },
    distinct: ['channel', 'address'],
    select: { channel: true, address: true },
  });
  return rows.map(asKey);
}

/** We write only known channel names. */
const asKey = (row: { channel: string; address: string }): ChatKey => ({
  channel: row.channel as ChannelName,
  address: row.address,
});

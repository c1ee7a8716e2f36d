import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatNotification } from '../../../src/chat/outbound/messages.ts';
import { notifyChat } from '../../../src/chat/outbound/messages.ts';
import {
  listenAt,
  type NotifyListener,
  openNotifyListener,
} from '../../../src/chat/outbound/notify-listener.ts';
import { type ChatId, newId } from '../../../src/db/ids.ts';
import { inTransaction } from '../../../src/db/work.ts';
import { testClock } from '../../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { startTcpProxy, type TcpProxy } from '../../support/tcp-proxy.ts';
import { testSeal } from '../../support/village.ts';

/** How long the database is away: the time in which a client that does not wait shows itself. */
const OUTAGE_MS = 1_000;
const chat = newId<ChatId>();

describe('the listening connection', () => {
  let database: FreshDatabase;
  let proxy: TcpProxy;
  let wake: NotifyListener;
  let lines: string[];
  let notes: ChatNotification[];
  let works: number;

  beforeEach(async () => {
    database = await freshDatabase();
    proxy = await startTcpProxy(database.url);
    lines = [];
    notes = [];
    works = 0;
    const log = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line).msg) });
    wake = await openNotifyListener(listenAt(proxy.url, log));
    wake.watch(chat, (note) => notes.push(note));
    wake.onOutboxWork(() => {
      works += 1;
    });
  });
  afterEach(async () => {
    await wake.stop();
    await proxy[Symbol.asyncDispose]();
    await database.drop();
  });

  const say = () =>
    inTransaction({ db: database.db, cipher: testSeal, clock: testClock() }, ({ tx }) =>
      notifyChat(tx, chat, { is: 'messages' }),
    );

  const listening = async (): Promise<number> => {
    const [row] = await database.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE application_name = 'walnut wake' AND datname = current_database()`;
    return row?.count ?? 0;
  };

  it('knocks a few times in a second without the database, and is one connection again', async () => {
    const before = proxy.attempts();
    proxy.cut();
    await pause(OUTAGE_MS);
    expect(proxy.attempts() - before).toBeGreaterThan(0);
    expect(proxy.attempts() - before).toBeLessThanOrEqual(6);
    proxy.restore();
    // Whatever was written meanwhile is looked up: nobody was told of it.
    await expect.poll(() => [notes.length, works]).toEqual([1, 1]);
    await say();
    await expect.poll(() => notes.length).toBe(2);
    expect(await listening()).toBe(1);
    expect(proxy.open()).toBe(1);
    expect(lines).toEqual([
      'the listening connection broke; it is made again',
      'the listening connection is back',
    ]);
  });

  it('is one connection after every one of five breaks', async () => {
    for (let breaks = 1; breaks <= 5; breaks += 1) {
      proxy.cut();
      proxy.restore();
      await expect.poll(() => works).toBe(breaks);
    }
    expect(await listening()).toBe(1);
    await say();
    await expect.poll(() => notes.length).toBe(6);
  });

  it('knocks no more once it is stopped, though the database was away', async () => {
    proxy.cut();
    await expect.poll(() => proxy.attempts()).toBeGreaterThan(1);
    await wake.stop();
    const knocks = proxy.attempts();
    proxy.restore();
    await pause(OUTAGE_MS);
    expect(proxy.attempts()).toBe(knocks);
    expect(await listening()).toBe(0);
  });
});

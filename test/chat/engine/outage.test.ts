import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, DeliveryResult, OutgoingMessage } from '../../../src/chat/dsl/channel.ts';
import type { IncomingEvent } from '../../../src/chat/dsl/event.ts';
import { createFlowBuilder } from '../../../src/chat/dsl/flow.ts';
import { html, plainText } from '../../../src/chat/dsl/html.ts';
import { loadI18n } from '../../../src/chat/dsl/i18n.ts';
import { createEngine, type Engine } from '../../../src/chat/engine/engine.ts';
import { LEASE_MS } from '../../../src/chat/outbound/outgoing.ts';
import { type Database, openDatabase } from '../../../src/db/client/client.ts';
import type { TxContext } from '../../../src/db/work.ts';
import { type TestClock, testClock } from '../../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { testDoors } from '../../support/doors.ts';
import { startTcpProxy, type TcpProxy } from '../../support/tcp-proxy.ts';
import { testSeal } from '../../support/village.ts';

/** How long the database is away: several tries of a turn, as many as an event has. */
const OUTAGE_MS = 2_500;

/** Something that a test lets go on when it likes. */
function gate(): { arrived: Promise<void>; pass(): Promise<void>; open(): void } {
  const came = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  return {
    arrived: came.promise,
    pass() {
      came.resolve();
      return opened.promise;
    },
    open: () => opened.resolve(),
  };
}

describe('a conversation whose database goes away', () => {
  let database: FreshDatabase;
  let proxy: TcpProxy;
  let db: Database;
  let clock: TestClock;
  let engine: Engine;
  let said: string[];
  let lines: string[];
  let inTurn: ReturnType<typeof gate> | undefined;
  let atPhone: ReturnType<typeof gate> | undefined;

  const flow = createFlowBuilder<TxContext>();
  const parrot = flow('parrot', {
    taps: { home: () => [{ text: html`home` }], person: () => [{ text: html`person` }] },
    onMessage: {
      async text({ text }) {
        await inTurn?.pass();
        return [{ text: html`you said ${text}` }];
      },
    },
  });
  const phone: Channel = {
    name: 'telegram-buyer',
    can: { readsTable: false, buttons: true },
    async deliver({ body }: OutgoingMessage): Promise<DeliveryResult> {
      await atPhone?.pass();
      said.push(plainText(body.html));
      return { is: 'sent', platformId: String(said.length) };
    },
  };

  beforeEach(async () => {
    database = await freshDatabase();
    proxy = await startTcpProxy(database.url);
    db = await openDatabase(proxy.url, { poolSize: 4 });
    clock = testClock();
    said = [];
    lines = [];
    inTurn = undefined;
    atPhone = undefined;
    engine = createEngine({
      entryLinks: testDoors,
      appContext: { db, cipher: testSeal, clock },
      i18n: loadI18n('Asia/Shanghai'),
      channels: [phone],
      flows: { buyer: [parrot], seller: [parrot] },
      shop: (context) => context,
      onParked: async () => undefined,
      locale: 'en',
      maxConcurrentTurns: 4,
      log: pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line).msg) }),
    });
  });
  afterEach(async () => {
    await engine.stop();
    await db.$disconnect();
    await proxy[Symbol.asyncDispose]();
    await database.drop();
  });

  let seq = 0;
  const text = (words: string, address: string): IncomingEvent => {
    seq += 1;
    const from = { name: address, language: 'en' };
    const body = { is: 'text', text: words } as const;
    return {
      channel: 'telegram-buyer',
      address,
      key: `${seq}`,
      seq: BigInt(seq),
      at: clock.now(),
      from,
      body,
    };
  };
  const tries = async () => (await database.db.inbox.findMany()).map((row) => [row.state, row.tries]);

  it('answers everybody who was in the middle of a turn, counts no failure, and says so in two lines', async () => {
    inTurn = gate();
    await engine.accept(['li', 'wu', 'sun'].map((who) => text('hello', who)));
    await inTurn.arrived;
    proxy.cut();
    inTurn.open();
    await pause(OUTAGE_MS);
    proxy.restore();
    await engine.idle();
    expect(said).toEqual(['you said hello', 'you said hello', 'you said hello']);
    expect(await tries()).toEqual(Array.from({ length: 3 }, () => ['handled', 0]));
    expect(lines).toEqual(['turns wait for the database', 'turns go on']);
  });

  it('counts no failure when the connections broke and the database was back at once', async () => {
    inTurn = gate();
    await engine.accept([text('hello', 'li')]);
    await inTurn.arrived;
    proxy.cut();
    proxy.restore();
    inTurn.open();
    await engine.idle();
    expect(said).toEqual(['you said hello']);
    expect(await tries()).toEqual([['handled', 0]]);
  });

  it('says nothing twice that was on its way, and goes on with what waits behind it', async () => {
    atPhone = gate();
    await engine.accept([text('one', 'li'), text('two', 'li')]);
    await atPhone.arrived;
    await expect.poll(tries).toEqual([
      ['handled', 0],
      ['handled', 0],
    ]);
    proxy.cut();
    atPhone.open();
    await expect.poll(() => said.length).toBe(1);
    await pause(OUTAGE_MS);
    proxy.restore();
    await engine.idle();
    clock.advance(LEASE_MS);
    await engine.sweep();
    await engine.idle();
    expect(said).toEqual(['you said one', 'you said two']);
  });

  it('takes nothing in that it cannot store, so that the platform brings it again', async () => {
    proxy.cut();
    for (const who of ['li', 'wu', 'li']) await expect(engine.accept([text('hello', who)])).rejects.toThrow();
    proxy.restore();
    await engine.accept([text('hello', 'li')]);
    await engine.idle();
    expect(said).toEqual(['you said hello']);
    expect(lines).toEqual(['turns wait for the database', 'turns go on']);
  });

  it('stops in the middle of an outage', async () => {
    inTurn = gate();
    await engine.accept([text('hello', 'li')]);
    await inTurn.arrived;
    proxy.cut();
    inTurn.open();
    await expect.poll(() => lines).toContain('turns wait for the database');
    await engine.stop();
    expect(said).toEqual([]);
  });
});

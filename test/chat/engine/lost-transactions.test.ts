import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, OutgoingMessage } from '../../../src/chat/dsl/channel.ts';
import { createFlowBuilder } from '../../../src/chat/dsl/flow.ts';
import { html, plainText } from '../../../src/chat/dsl/html.ts';
import { loadI18n } from '../../../src/chat/dsl/i18n.ts';
import { createEngine, type Engine } from '../../../src/chat/engine/engine.ts';
import { type Database, openDatabase, type Tx } from '../../../src/db/client/client.ts';
import { createPassingFaults } from '../../../src/db/client/passing-faults.ts';
import type { TxContext } from '../../../src/db/work.ts';
import { testClock } from '../../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { testDoors } from '../../support/doors.ts';
import { testSeal } from '../../support/village.ts';

/** The longest transaction here; a turn that is not slow takes less, also beside much other work. */
const TRANSACTION_MS = 400;

describe('a turn whose transaction is ended while it goes on', () => {
  let database: FreshDatabase;
  let db: Database;
  let engine: Engine;
  let said: string[];
  /** So many turns are too slow. */
  let slow: number;

  const untilOver = async (tx: Tx): Promise<unknown> => {
    for (;;)
      try {
        await tx.person.count();
      } catch (error) {
        return error;
      }
  };
  const isSlow = (): boolean => {
    slow -= 1;
    return slow >= 0;
  };
  const flow = createFlowBuilder<TxContext>();
  const parrot = flow('parrot', {
    taps: { home: () => [{ text: html`home` }], person: () => [{ text: html`person` }] },
    onMessage: {
      async text({ text, shop, person }) {
        await shop.tx.person.update({ where: { id: person.id }, data: { name: text } });
        if (!isSlow()) return [{ text: html`you said ${text}` }];
        const over = await untilOver(shop.tx);
        if (text === 'notices') throw over;
        return [{ text: html`you said ${text}, slowly` }];
      },
    },
  });
  const phone: Channel = {
    name: 'telegram-buyer',
    can: { readsTable: false, buttons: true },
    async deliver({ body }: OutgoingMessage) {
      said.push(plainText(body.html));
      return { is: 'sent', platformId: String(said.length) };
    },
  };
  const hears = async (text: string): Promise<void> => {
    const [from, at] = [{ name: 'li', language: 'en' }, new Date()];
    const body = { is: 'text', text } as const;
    await engine.accept([{ channel: 'telegram-buyer', address: text, key: text, seq: 1n, at, from, body }]);
    await engine.idle();
  };

  beforeAll(async () => {
    database = await freshDatabase();
    db = await openDatabase(database.url, { poolSize: 4, transactionMs: TRANSACTION_MS });
  });
  afterAll(async () => {
    await db.$disconnect();
    await database.drop();
  });
  beforeEach(() => {
    said = [];
    engine = createEngine({
      entryLinks: testDoors,
      appContext: { db, cipher: testSeal, clock: testClock() },
      i18n: loadI18n('Asia/Shanghai'),
      channels: [phone],
      flows: { buyer: [parrot], seller: [parrot] },
      shop: (context) => context,
      onParked: async () => undefined,
      locale: 'en',
      maxConcurrentTurns: 4,
      log: pino({ level: 'silent' }),
    });
  });
  afterEach(() => engine.stop());

  it('counts as no failure of its event, however often, and the event is answered', async () => {
    slow = 3;
    await hears('notices');
    expect(said).toEqual(['you said notices']);
    const row = await database.db.inbox.findFirstOrThrow({ where: { key: 'notices' } });
    expect(row).toMatchObject({ state: 'handled', tries: 0 });
  });

  it('says and writes nothing of that turn, also where it never noticed', async () => {
    slow = 1;
    await hears('hurries on');
    expect(said).toEqual(['you said hurries on']);
    expect(await database.db.person.count({ where: { name: 'hurries on' } })).toBe(1);
  });
});

describe('an event whose turns lose their transactions again and again', () => {
  const lost = Object.assign(new Error('Transaction already closed'), { code: 'P2028' });

  it('is tried at growing pauses, and counted in the end: it may be what breaks them', () => {
    const clock = testClock();
    const faults = createPassingFaults(clock);
    const pauses = Array.from({ length: 20 }, () => faults.pause('1', lost) ?? 0);
    expect(pauses.slice(0, 3)).toEqual([100, 200, 400]);
    expect(Math.max(...pauses)).toBe(15_000);
    expect(faults.pause('1', lost)).toBe(15_000);
    clock.advance(10 * 60_000);
    expect(faults.pause('1', lost)).toBeUndefined();
    expect(faults.pause('2', lost)).toBe(100);
  });

  it('is not counted after an hour in which there was no database to try it on', () => {
    const clock = testClock();
    const faults = createPassingFaults(clock);
    faults.pause('1', lost);
    clock.advance(3_600_000);
    expect(faults.pause('1', lost)).toBe(200);
  });

  it('counts where the fault is its own', () => {
    expect(createPassingFaults(testClock()).pause('1', new Error('boom'))).toBeUndefined();
  });
});

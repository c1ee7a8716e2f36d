import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Channel, DeliveryResult, OutgoingMessage } from '../../../src/chat/dsl/channel.ts';
import type { EventBody, IncomingEvent } from '../../../src/chat/dsl/event.ts';
import { plainText } from '../../../src/chat/dsl/html.ts';
import { loadI18n } from '../../../src/chat/dsl/i18n.ts';
import { createEngine, type Engine } from '../../../src/chat/engine/engine.ts';
import type { Database } from '../../../src/db/client/client.ts';
import { type TestClock, testClock } from '../../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { testDoors } from '../../support/doors.ts';
import { testSeal } from '../../support/village.ts';
import { whatIsNow } from '../../support/what-is-now.ts';
import { parrot } from './parrot.ts';

/** Telegram as the engine sees it: takes messages, and answers as the test wants. */
class Phone implements Channel {
  readonly name = 'telegram-buyer';
  readonly can = { readsTable: false, buttons: true };
  readonly got: { address: string; text: string; platformId: string | null }[] = [];
  readonly answered: string[] = [];
  answers: DeliveryResult[] = [];

  reset(): void {
    for (const all of [this.got, this.answered, this.answers]) all.length = 0;
  }

  async deliver({ address, body, platformId }: OutgoingMessage): Promise<DeliveryResult> {
    const end = this.answers.shift() ?? { is: 'sent', platformId: platformId ?? String(this.got.length + 1) };
    if (end.is === 'sent' || (end.is === 'unwell' && end.mayHaveArrived))
      this.got.push({ address, text: plainText(body.html), platformId });
    return end;
  }

  async answerTap(query: string): Promise<void> {
    this.answered.push(query);
  }

  texts(address = 'wang'): string[] {
    return this.got.filter((message) => message.address === address).map((message) => message.text);
  }
}

/** An engine with the parrot's conversation, on a database for all tests of a file; each test finds it new. */
export function openParrot() {
  const phone = new Phone();
  const lines: string[] = [];
  let database: FreshDatabase;
  let clock: TestClock;
  let engine: Engine;

  const newEngine = (db: Database = database.db): Engine =>
    createEngine({
      entryLinks: testDoors,
      appContext: { db, cipher: testSeal, clock },
      i18n: loadI18n('Asia/Shanghai'),
      channels: [phone],
      flows: { buyer: [parrot], seller: [parrot] },
      shop: (context) => context,
      onParked: async () => undefined,
      locale: 'en',
      maxConcurrentTurns: 4,
      log: pino({ level: 'error' }, { write: (line: string) => void lines.push(line) }),
    });
  const restart = (): void => {
    engine = newEngine();
  };

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await database.db.$executeRaw`TRUNCATE person, inbox CASCADE`;
    clock = testClock();
    phone.reset();
    lines.length = 0;
    restart();
  });
  afterEach(() => engine.stop());

  const event = eventsAt(() => clock.now());
  return {
    ...{ phone, lines, newEngine, restart, event },
    database: whatIsNow(() => database),
    clock: whatIsNow(() => clock),
    engine: whatIsNow(() => engine),
    text: (words: string, address?: string) => event({ is: 'text', text: words }, address),
    /** The engine takes these in one batch and is done with them. */
    async hears(...events: IncomingEvent[]): Promise<void> {
      await engine.accept(events);
      await engine.idle();
    },
  };
}

/** Makes events of Wang's or somebody else's, each later in Telegram's order than the one before. */
function eventsAt(now: () => Date) {
  let seq = 0;
  return (body: EventBody, address = 'wang', key: string = randomUUID()): IncomingEvent => {
    seq += 1;
    const from = { name: address, language: 'en' };
    return { channel: 'telegram-buyer', address, key, seq: BigInt(seq), at: now(), from, body };
  };
}

import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { tap } from '../../../src/chat/dsl/action.ts';
import type { Channel, DeliveryResult, OutgoingMessage } from '../../../src/chat/dsl/channel.ts';
import type { EventBody, IncomingEvent } from '../../../src/chat/dsl/event.ts';
import { ask, createFlowBuilder, type Turn } from '../../../src/chat/dsl/flow.ts';
import { html, plainText } from '../../../src/chat/dsl/html.ts';
import { loadI18n } from '../../../src/chat/dsl/i18n.ts';
import type { Reply } from '../../../src/chat/dsl/screen.ts';
import { createEngine, type Engine } from '../../../src/chat/engine/engine.ts';
import { createCipher } from '../../../src/db/crypto/cipher.ts';
import { openName } from '../../../src/db/crypto/person-name.ts';
import type { TxContext } from '../../../src/db/work.ts';
import { type TestClock, testClock } from '../../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { testDoors } from '../../support/doors.ts';

const flow = createFlowBuilder<TxContext>();

/** A conversation small enough to test the engine with. */
const parrot = flow('parrot', {
  commands: {
    start: () => [
      { text: html`welcome`, buttons: [[{ label: html`count`, tap: tap('count/:n', { n: 1 }) }]] },
    ],
    age: askAge,
  },
  taps: {
    home: () => [{ text: html`home` }],
    person: () => [{ text: html`person` }],
    'count/:n': ({ params }) => [
      {
        text: html`counted ${params.n}`,
        buttons: [[{ label: html`count`, tap: tap('count/:n', { n: Number(params.n) + 1 }) }]],
      },
    ],
  },
  answers: { age: { data: z.object({ of: z.string() }), read: readAge } },
  onMessage: { text: echo },
});

function askAge(): Reply {
  return [{ text: html`how old?`, asks: ask('age', { of: 'the walnut tree' }) }];
}

function readAge({ text }: Turn<TxContext, never>, { of }: { of: string }): Reply {
  if (!/^\d+$/.test(text)) return [{ text: html`a number please`, isMiss: true }];
  return [{ text: html`${of} is ${text}` }];
}

async function echo({ text, shop, person }: Turn<TxContext, never>): Promise<Reply> {
  if (text === 'boom') {
    await shop.tx.person.update({
      where: { id: person.id },
      data: { name: 'written by a turn that failed' },
    });
    throw new Error('boom');
  }
  return [{ text: html`you said ${text}` }];
}

/** Telegram as the engine sees it: takes messages, and answers as the test wants. */
class Phone implements Channel {
  readonly name = 'telegram-buyer';
  readonly can = { readsTable: false, buttons: true };
  readonly got: { address: string; text: string; platformId: string | null }[] = [];
  readonly answered: string[] = [];
  answers: DeliveryResult[] = [];

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

const appCipher = createCipher(Buffer.alloc(32, 7));
let database: FreshDatabase;
let clock: TestClock;
let phone: Phone;
let engine: Engine;
let lines: string[];

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.$executeRaw`TRUNCATE person, inbox CASCADE`;
  clock = testClock();
  phone = new Phone();
  lines = [];
  engine = newEngine();
});

afterEach(async () => {
  await engine.stop();
});

function newEngine(db = database.db): Engine {
  return createEngine({
    entryLinks: testDoors,
    appContext: { db, cipher: appCipher, clock },
    i18n: loadI18n('Asia/Shanghai'),
    channels: [phone],
    flows: { buyer: [parrot], seller: [parrot] },
    shop: (context) => context,
    onParked: async () => undefined,
    locale: 'en',
    maxConcurrentTurns: 4,
    log: pino({ level: 'error' }, { write: (line: string) => void lines.push(line) }),
  });
}

let seq = 0;

function event(body: EventBody, address = 'wang', key: string = randomUUID()): IncomingEvent {
  seq += 1;
  const from = { name: address, language: 'en' };
  return { channel: 'telegram-buyer', address, key, seq: BigInt(seq), at: clock.now(), from, body };
}

const text = (words: string, address?: string): IncomingEvent => event({ is: 'text', text: words }, address);

async function hears(...events: IncomingEvent[]): Promise<void> {
  await engine.accept(events);
  await engine.idle();
}

describe('answering', () => {
  it('answers a command and a text', async () => {
    await hears(event({ is: 'command', name: 'start', rest: '' }), text('hello'));
    expect(phone.texts()).toEqual(['welcome', 'you said hello']);
  });

  it('answers five quick messages in the order they were sent, whatever order they came in', async () => {
    const five = ['1', '2', '3', '4', '5'].map((words) => text(words));
    await hears(...[3, 0, 4, 1, 2].flatMap((i) => five[i] ?? []));
    expect(phone.texts()).toEqual(['1', '2', '3', '4', '5'].map((words) => `you said ${words}`));
  });

  it('answers an event once, however often it is delivered', async () => {
    const once = text('hello');
    await hears(once, once);
    await hears(once);
    expect(phone.texts()).toEqual(['you said hello']);
  });

  it('puts the answer to a tap in the place of the tapped message', async () => {
    await hears(event({ is: 'command', name: 'start', rest: '' }));
    await hears(event({ is: 'tap', action: 'count/1', message: '1', query: 'q1' }));
    await hears(event({ is: 'tap', action: 'count/2', message: '1', query: 'q2' }));
    expect(phone.got.map(({ platformId }) => platformId)).toEqual([null, '1', '1']);
    expect(phone.answered).toEqual(['q1', 'q2']);
  });

  it('never lets markup in through what people say', async () => {
    await hears(text('<b>bold</b> & "quoted"'));
    expect(phone.texts()).toEqual(['you said <b>bold</b> & "quoted"']);
  });
});

describe('questions', () => {
  it('keeps a question open until its answer is understood', async () => {
    await hears(event({ is: 'command', name: 'age', rest: '' }), text('very'), text('300'));
    expect(phone.texts()).toEqual(['how old?', 'a number please', 'the walnut tree is 300']);
  });

  it('forgets the question when it is cancelled', async () => {
    await hears(event({ is: 'command', name: 'age', rest: '' }), text('cancel'), text('300'));
    expect(phone.texts().at(-1)).toBe('you said 300');
  });

  it('shows how to reach a person after three misses', async () => {
    await hears(event({ is: 'command', name: 'age', rest: '' }), text('a'), text('b'), text('c'));
    expect(phone.texts().at(-1)).toContain('somebody from the village');
  });
});

describe('repair', () => {
  it('meets a stale or forged button kindly', async () => {
    await hears(event({ is: 'tap', action: 'sell-the-village/1', message: '1', query: 'q' }));
    expect(phone.texts()[0]).toContain('no longer works');
    expect(phone.answered).toEqual(['q']);
  });

  it('refuses a photo where words are wanted', async () => {
    await hears(event({ is: 'photos', files: [{ fileId: 'x' }], caption: '' }));
    expect(phone.texts()[0]).toContain('tell me in words');
  });
});

describe('faults', () => {
  it('parks an event after three failed turns, undoes what it wrote, tells the person, and goes on', async () => {
    await hears(text('boom'), text('after'));
    expect(phone.texts()).toHaveLength(2);
    expect(phone.texts()[0]).toContain('Nothing was ordered');
    expect(phone.texts()[1]).toBe('you said after');
    const [person] = await database.db.person.findMany();
    expect(person && openName(appCipher, person)).toBe('wang');
    expect((await database.db.inbox.findFirst({ where: { state: 'parked' } }))?.tries).toBe(3);
  });

  it('parks by itself an event that cannot be stored, and answers the rest of its batch', async () => {
    const timeless = { ...text('never'), at: new Date(Number.NaN) };
    await hears(text('before'), timeless, text('after'), timeless);
    expect(phone.texts()).toEqual(['you said before', 'you said after']);
    expect(await database.db.inbox.count({ where: { state: 'parked', key: timeless.key } })).toBe(1);
    expect(lines.filter((line) => line.includes('could not be stored'))).not.toEqual([]);
  });

  it('drops an event that cannot even be parked, with a line in the log', async () => {
    await hears(text('before'), { ...text('never'), key: 'a\0b' }, text('after'));
    expect(phone.texts()).toEqual(['you said before', 'you said after']);
    expect(lines.filter((line) => line.includes('dropped') && line.includes('"level":50'))).toHaveLength(1);
  });

  it('keeps everything for later while the database is away', async () => {
    await using away = await freshDatabase();
    const stranded = newEngine(away.db);
    await away.drop();
    await expect(stranded.accept([text('later')])).rejects.toThrow();
    expect(lines.filter((line) => line.includes('dropped') || line.includes('parked'))).toEqual([]);
    await stranded.stop();
  });

  it('handles after a restart what was accepted before it', async () => {
    await engine.stop();
    await engine.accept([text('hello')]);
    expect(phone.texts()).toEqual([]);
    engine = newEngine();
    await engine.sweep();
    await engine.idle();
    expect(phone.texts()).toEqual(['you said hello']);
  });
});

describe('saying', () => {
  it('holds back later messages of a chat while an earlier one may not be sent', async () => {
    phone.answers = [{ is: 'later', ms: 5 }];
    await hears(text('1'), text('2'));
    expect(phone.texts()).toEqual([]);
    clock.advance(10);
    await engine.sweep();
    await engine.idle();
    expect(phone.texts()).toEqual(['you said 1', 'you said 2']);
  });

  it('says a message again within five seconds whose answer never came: twice at most', async () => {
    phone.answers = [{ is: 'unwell', why: 'the line broke', mayHaveArrived: true }];
    await hears(text('1'));
    await engine.sweep();
    await engine.idle();
    expect(phone.texts()).toEqual(['you said 1']);
    clock.advance(5_000);
    await engine.sweep();
    await engine.idle();
    expect(phone.texts()).toEqual(['you said 1', 'you said 1']);
  });

  it('says nothing more to a person who has blocked us, until they come back', async () => {
    phone.answers = [{ is: 'gone' }];
    await hears(text('1'));
    await hears(event({ is: 'left' }));
    await hears(event({ is: 'returned' }), text('2'));
    expect(phone.texts()).toEqual(['you said 2']);
  });

  it('follows a chat that has moved', async () => {
    phone.answers = [{ is: 'moved', address: 'wang-2' }];
    await hears(text('1'));
    expect(phone.texts('wang-2')).toEqual(['you said 1']);
  });
});

describe('floods', () => {
  it('answers one flooding chat kindly once and everybody else as if it were not there', async () => {
    const flood = Array.from({ length: 1000 }, (_, i) => text(`flood ${i}`));
    const others = Array.from({ length: 50 }, (_, i) => text('hello', `neighbour ${i}`));
    await hears(...flood, ...others);
    expect(
      phone.got.filter(({ address, text }) => address !== 'wang' && text === 'you said hello'),
    ).toHaveLength(50);
    expect(phone.texts()).toHaveLength(21);
    expect(phone.texts().at(-1)).toContain('You are quick');
  });
});

describe('at rest', () => {
  it('keeps what people say unreadable', async () => {
    await hears(text('my secret walnut tree'));
    const rows = await database.db.$queryRaw<{ row: string }[]>`
      SELECT i::text AS row FROM inbox i UNION ALL SELECT m::text FROM message m UNION ALL SELECT s::text FROM session s`;
    const hex = Buffer.from('secret walnut').toString('hex');
    expect(rows.filter(({ row }) => row.includes('secret walnut') || row.includes(hex))).toEqual([]);
  });
});

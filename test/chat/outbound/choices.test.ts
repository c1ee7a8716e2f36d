import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { tap } from '../../../src/chat/dsl/action.ts';
import { ask, createFlowBuilder, type Turn } from '../../../src/chat/dsl/flow.ts';
import { html } from '../../../src/chat/dsl/html.ts';
import { loadI18n } from '../../../src/chat/dsl/i18n.ts';
import type { Button, Reply, Screen } from '../../../src/chat/dsl/screen.ts';
import { createEngine, type Engine } from '../../../src/chat/engine/engine.ts';
import { READING_MS } from '../../../src/chat/outbound/choices/choices.ts';
import type { ReplacedMessage } from '../../../src/chat/outbound/messages.ts';
import { type AppContext, inTransaction, type TxContext } from '../../../src/db/work.ts';
import { type TestClock, testClock } from '../../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { type DigitsChannel, digitsChannel, type Phone } from '../../support/digits.ts';
import { testSeal } from '../../support/village.ts';

const flow = createFlowBuilder<TxContext>();

const button = (label: string, action: string): Button => ({ label: html`${label}`, tap: action });
const pick = (what: string): Button => button(what, tap('pick/:what', { what }));
const list = (title: string, ...whats: string[]): Screen => ({
  text: html`${title}`,
  buttons: whats.map((what) => [pick(what)]),
});

/** A stall with a fruit list, an order to confirm, and questions of each kind. */
const stall = flow('stall', {
  commands: {
    start: () => [list('fruit', 'apples', 'pears', 'plums')],
    two: () => [list('first', 'a', 'b'), list('second', 'c')],
    many: () => [list('many', ...Array.from({ length: 12 }, (_, i) => `item ${i + 1}`))],
    age: () => [{ text: html`how old?`, asks: ask('age') }],
    note: () => [
      {
        text: html`a note?`,
        buttons: [[button('no note', 'none'), button('later', 'later')]],
        asks: ask('note'),
      },
    ],
    menu: () => [{ text: html`the menu`, buttons: [[button('many', '/many'), button('age', '/age')]] }],
  },
  taps: {
    home: () => [{ text: html`home` }],
    person: () => [{ text: html`person` }],
    none: () => [{ toast: html`noted` }, { text: html`without a note` }],
    later: () => [{ toast: html`some other time` }],
    'pick/:what': picked,
    confirm: () => [{ text: html`ordered`, buttons: [[pick('apples')]] }],
  },
  answers: {
    age: { data: z.object({}), read: ({ text }) => [{ text: html`you are ${text}` }] },
    note: { data: z.object({}), read: ({ text }) => [{ text: html`noted: ${text}` }] },
  },
  onMessage: { text: ({ text }) => [{ text: html`you said ${text}` }] },
});

function picked({ params }: Turn<TxContext, 'what'>): Reply {
  return [{ text: html`picked ${params.what}`, buttons: [[button('confirm', 'confirm')]] }];
}

let database: FreshDatabase;
let clock: TestClock;
let channel: DigitsChannel;
let appContext: AppContext;
let engine: Engine;
let phone: Phone;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

beforeEach(() => {
  clock = testClock();
  channel = digitsChannel('buyer', clock);
  appContext = { db: database.db, cipher: testSeal, clock };
  engine = newEngine();
  phone = channel.phone(() => engine);
});
afterEach(() => engine.stop());

const newEngine = (): Engine =>
  createEngine({
    appContext,
    i18n: loadI18n('Asia/Shanghai'),
    channels: [channel],
    flows: { buyer: [stall], seller: [stall] },
    shop: (context) => context,
    onParked: async () => undefined,
    entryLinks: { to: () => [], toSend: () => [] },
    locale: 'en',
    maxConcurrentTurns: 4,
    log: pino({ level: 'silent' }),
  });

let notices = 0;

/** Something that nobody asked for comes into the chat. */
async function comes(screen: Screen, replaced?: ReplacedMessage): Promise<void> {
  notices += 1;
  const { id } = await database.db.chat.findFirstOrThrow({ where: { address: phone.address } });
  await inTransaction(appContext, (context) =>
    engine.enqueue(context, id, `notice:${notices}`, screen, replaced),
  );
  engine.wakeSender(id);
  await engine.idle();
}

const newest = (): string => phone.heard().at(-1) ?? '';

describe('choices without buttons', () => {
  it('are a numbered list under the text, and a number is a tap', async () => {
    await phone.says('/start');
    expect(newest()).toBe('fruit\n\n1 apples\n2 pears\n3 plums\nReply with a number; 0 for the menu.');
    await phone.says('２。');
    expect(newest()).toContain('picked pears');
  });

  it('go through all messages of an answer, and past nine', async () => {
    await phone.says('/two');
    expect(newest()).toContain('3 c');
    await phone.says('一');
    expect(newest()).toContain('picked a');
    await phone.says('/many');
    await phone.says('十二');
    expect(newest()).toContain('picked item 12');
  });

  it('say what an answer to a tap has to say beside its screen', async () => {
    await phone.says('/note');
    await phone.says('1');
    expect(newest()).toBe('noted\nwithout a note');
    await phone.says('/note');
    await phone.says('2');
    expect(newest()).toBe('some other time');
  });

  it('show the menu for 0, whose commands have numbers too', async () => {
    await phone.says('/age');
    await phone.says('0');
    expect(newest()).toContain('the menu\n\n1 many\n2 age');
    await phone.says('1');
    expect(newest()).toContain('12 item 12');
  });

  it('still count in another process', async () => {
    await phone.says('/start');
    await engine.stop();
    engine = newEngine();
    await phone.says('3');
    expect(newest()).toContain('picked plums');
  });
});

describe('a number of an older screen', () => {
  it('is answered kindly, and leaves the newest choices as they are', async () => {
    await phone.says('/start');
    await phone.says('2');
    await phone.says('3');
    expect(newest()).toContain('That number stands for nothing now');
    await phone.says('1');
    expect(newest()).toContain('ordered');
  });

  it('is never a choice of a screen that was not there when it was written', async () => {
    await phone.says('/start');
    clock.advance(READING_MS);
    await phone.blurts('1', '1', '1');
    expect(phone.heard().filter((text) => text.includes('picked apples'))).toHaveLength(3);
    expect(phone.heard().filter((text) => text.includes('ordered'))).toEqual([]);
  });

  it('is never a choice of a screen that has not been said yet', async () => {
    await phone.says('/start');
    channel.isDown = true;
    await phone.says('1');
    await phone.says('1');
    channel.isDown = false;
    clock.advance(60_000);
    await engine.sweep();
    await engine.idle();
    expect(phone.heard().filter((text) => text.includes('ordered'))).toEqual([]);
  });

  it('is answered kindly where nothing was ever offered, and reaches a person after three misses', async () => {
    await phone.says('1');
    expect(newest()).toContain('0 for the menu');
    await phone.says('2');
    await phone.says('3');
    expect(newest()).toContain('somebody from the village');
    await phone.says('1');
    expect(newest()).toBe('person');
  });
});

describe('notices', () => {
  it('have numbers of their own, so that nothing meant for the screen before hits them', async () => {
    await phone.says('/start');
    await comes(list('a new order', 'accept', 'decline'));
    await comes(list('another order', 'accept it', 'decline it'));
    const [one, other] = phone.heard().slice(-2);
    expect(one).toContain('101 accept\n102 decline');
    expect(other).toContain('103 accept it\n104 decline it');
    await phone.says('2');
    expect(newest()).toContain('picked pears');
    await phone.says('103');
    expect(newest()).toContain('picked accept it');
    await phone.says('102');
    expect(newest()).toContain('picked decline');
  });

  it('keep the same numbers when they have to be said again', async () => {
    await phone.says('/start');
    channel.isDown = true;
    await comes(list('a new order', 'accept'));
    await comes(list('another order', 'accept it'));
    channel.isDown = false;
    for (let round = 0; round < 2; round += 1) {
      clock.advance(60_000);
      await engine.sweep();
      await engine.idle();
    }
    await phone.says('101');
    expect(newest()).toContain('picked accept');
    await phone.says('102');
    expect(newest()).toContain('picked accept it');
  });

  it('are said anew where a button would change, and the numbers of what they replace mean nothing', async () => {
    await phone.says('/start');
    await comes(list('a draft', 'publish'));
    const { id, place } = await database.db.message.findFirstOrThrow({
      where: { chat: { address: phone.address } },
      orderBy: { seq: 'desc' },
    });
    await comes(list('the draft with a photo', 'publish it'), {
      id,
      place,
      platformId: null,
      hadPhoto: false,
    });
    expect(newest()).toContain('the draft with a photo\n\n102 publish it');
    await phone.says('101');
    expect(newest()).toContain('stands for nothing now');
    await phone.says('102');
    expect(newest()).toContain('picked publish it');
  });

  it('come in their turn when they are announced, and are recorded together with their message', async () => {
    await phone.says('/start');
    const { id } = await database.db.chat.findFirstOrThrow({ where: { address: phone.address } });
    let isRecorded = false;
    const content = engine.direct.compose(channel, 'en', list('live now', 'watch'));
    const end = await engine.direct.deliver(channel, { chatId: id, address: phone.address }, content);
    await engine.direct.record(channel, [{ ...content, chatId: id, cause: 'alert:1' }], async () => {
      isRecorded = true;
    });
    await engine.idle();
    expect({ end, isRecorded }).toEqual({ end: { is: 'sent' }, isRecorded: true });
    await phone.says('101');
    expect(newest()).toContain('picked watch');
  });
});

describe('an open question', () => {
  it('has numbers for its answer', async () => {
    await phone.says('/start');
    await phone.says('/age');
    await phone.says('2');
    expect(newest()).toBe('you are 2');
  });

  it('gives its own choices first, and everything else is the answer', async () => {
    await phone.says('/note');
    expect(newest()).toContain('1 no note\n2 later\nReply with a number, or just answer; 0 for the menu.');
    await phone.says('7');
    expect(newest()).toBe('noted: 7');
    await phone.says('/note');
    await phone.says('1号');
    expect(newest()).toContain('without a note');
  });

  it('is not disturbed by a notice from before it, and lets one that came since be answered', async () => {
    await phone.says('/start');
    await comes(list('a new order', 'accept'));
    await phone.says('/age');
    await phone.says('101');
    expect(newest()).toBe('you are 101');
    await phone.says('/age');
    await comes(list('another order', 'accept it'));
    await phone.says('102');
    expect(newest()).toContain('picked accept it');
  });
});

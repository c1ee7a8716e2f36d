import { describe, expect, it } from 'vitest';
import { openParrot } from './scene.ts';

const { clock, database, engine, event, hears, phone, text } = openParrot();

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

describe('saying', () => {
  it('lets whoever asked go before what is sent to many, and holds that up no longer than it may', async () => {
    let hasPassed = false;
    const passing = await database.db.$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE message IN EXCLUSIVE MODE`;
      await engine.accept([text('hi')]);
      const all = engine.direct.letRepliesPass(10_000).then(() => {
        hasPassed = true;
      });
      await engine.direct.letRepliesPass(20);
      expect(hasPassed).toBe(false);
      return { all };
    });
    await passing.all;
    expect(await database.db.message.count()).toBe(1);
  });

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

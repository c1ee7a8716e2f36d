import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusals } from '../support/telegram/failure.ts';
import { type Listener, type OutboundScene, openOutboundScene } from './outbound-scene.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** The longest pause between two probes. */
const LONGEST_PAUSE = MINUTE;

let scene: OutboundScene;

beforeEach(async () => {
  scene = await openOutboundScene();
});
afterEach(() => scene[Symbol.asyncDispose]());

const texts = ({ chat }: Listener): string[] => chat.heard().map(({ text }) => text);
const sends = () => scene.telegram.calls('sendMessage').length;

/** Says `perStep` messages a step of `stepMs` for `steps` steps, to everybody in turn; answers what each should have read. */
async function talk(people: readonly Listener[], steps: number, stepMs: number, perStep: number) {
  const expected = new Map(people.map((one) => [one, [] as string[]]));
  for (let n = 0; n < steps * perStep; n += 1) {
    const one = people[n % people.length];
    if (!one) continue;
    expected.get(one)?.push(`n${n}`);
    await scene.say(one, `n${n}`);
    if (n % perStep === perStep - 1) await scene.later(stepMs);
  }
  return expected;
}

async function untilAllIsSaid(): Promise<number> {
  let tookMs = 0;
  for (; (await scene.waiting()) > 0 && tookMs < HOUR; tookMs += SECOND) await scene.later(SECOND);
  return tookMs;
}

describe('while Telegram is unwell', () => {
  it.each([
    ['20 s', 20, SECOND, 4, 'refuses (502)', refusals.badGateway],
    ['60 s', 60, SECOND, 4, 'cuts the line', 'drop'],
    ['2 hours', 60, 2 * MINUTE, 4, 'is down (500)', refusals.internal],
  ] as const)(
    'for %s, everything waits and is then said in order, once',
    async (_, steps, stepMs, perStep, __, how) => {
      const people = await scene.listeners(160);
      scene.telegram.setUnwell(how);
      const expected = await talk(people, steps, stepMs, perStep);
      expect(people.flatMap(texts)).toEqual([]);
      const probes = sends();
      scene.telegram.setUnwell(undefined);
      const tookMs = await untilAllIsSaid();
      for (const one of people) expect(texts(one)).toEqual(expected.get(one));
      expect(tookMs).toBeLessThanOrEqual(LONGEST_PAUSE);
      // Those on their way at the first moment, then one at a time.
      expect(probes).toBeLessThan(12 + (steps * stepMs) / (LONGEST_PAUSE / 2));
    },
  );

  it('a message is given up after a day, and the log says so', async () => {
    const [wang] = await scene.listeners(1);
    if (!wang) return;
    scene.telegram.setUnwell(refusals.badGateway);
    await scene.say(wang, 'old');
    await scene.later(23 * HOUR);
    await scene.say(wang, 'young');
    expect(await scene.waiting()).toBe(2);
    await scene.later(HOUR + 1);
    expect(await scene.waiting()).toBe(1);
    expect(scene.log.filter((line) => line.includes('given up') && line.includes('"level":50'))).toHaveLength(
      1,
    );
    scene.telegram.setUnwell(undefined);
    await untilAllIsSaid();
    expect(texts(wang)).toEqual(['young']);
  });

  it('one bot does not delay the other', async () => {
    const [buyer] = await scene.listeners(1);
    const sellers = await scene.listeners(3, 'seller');
    scene.telegram.setUnwell(refusals.badGateway, scene.bots.seller);
    for (const one of sellers) await scene.say(one, 'waits');
    await scene.engine.idle();
    if (buyer) await scene.say(buyer, 'at once');
    await scene.engine.idle();
    expect(buyer && texts(buyer)).toEqual(['at once']);
    expect(sellers.flatMap(texts)).toEqual([]);
  });

  it('what can never be said ends at once and does not hold up the next', async () => {
    const [wang, li] = await scene.listeners(2);
    if (!wang || !li) return;
    li.chat.blocks();
    scene.telegram.failNext(
      'sendMessage',
      { error_code: 400, description: 'Bad Request: no' },
      { chat: wang.chat.id },
    );
    for (const one of [wang, li]) for (const words of ['a', 'b']) await scene.say(one, words);
    await scene.engine.idle();
    expect(texts(wang)).toEqual(['b']);
    expect(await scene.waiting()).toBe(0);
  });

  it('one chat that Telegram cannot serve holds up nobody else', async () => {
    const [wang, li] = await scene.listeners(2);
    if (!wang || !li) return;
    scene.telegram.failNext('sendMessage', refusals.internal, { chat: wang.chat.id, times: 1_000 });
    await scene.say(wang, 'cannot');
    for (let n = 0; n < 3; n += 1) await scene.later(MINUTE);
    await scene.say(li, 'at once');
    await scene.engine.idle();
    expect(texts(li)).toEqual(['at once']);
  });

  it('of one screen that changed and changed again only the newest is said', async () => {
    const [wang, li] = await scene.listeners(2);
    if (!wang || !li) return;
    await scene.say(wang, 'first');
    await scene.engine.idle();
    scene.telegram.setUnwell(refusals.badGateway);
    for (const words of ['second', 'third']) {
      const row = await scene.database.db.message.findFirstOrThrow({ where: { isReplaced: false } });
      await scene.say(wang, words, { ...row, hadPhoto: false });
      await scene.later(SECOND);
    }
    const edits = scene.telegram.calls('editMessageText').length;
    scene.telegram.setUnwell(undefined);
    await untilAllIsSaid();
    expect(texts(wang)).toEqual(['third']);
    expect(scene.telegram.calls('editMessageText').slice(edits)).toHaveLength(1);
  });

  it('two processes share the waiting: one probe at a time, and nothing twice', async () => {
    const people = await scene.listeners(20);
    const other = scene.another();
    scene.telegram.setUnwell(refusals.badGateway);
    for (const one of people) await scene.say(one, 'once');
    await scene.engine.idle();
    const before = sends();
    scene.clock.advance(10 * SECOND);
    await Promise.all([scene.engine.sweep(), other.sweep()]);
    await Promise.all([scene.engine.idle(), other.idle()]);
    expect(sends() - before).toBe(1);
    scene.telegram.setUnwell(undefined);
    scene.clock.advance(MINUTE);
    await Promise.all([scene.engine.sweep(), other.sweep()]);
    await Promise.all([scene.engine.idle(), other.idle()]);
    expect(people.flatMap(texts)).toEqual(people.map(() => 'once'));
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sealedAt } from '../../../src/db/crypto/sealed-columns.ts';
import { type PersonId, parseId, type SellerId } from '../../../src/db/ids.ts';
import { inTransaction } from '../../../src/db/work.ts';
import { beginAlert } from '../../../src/shop/notifications/alerts/alerts.ts';
import { type NearStart, shareMessage } from '../../../src/shop/notifications/alerts/shared-starts.ts';
import { writeChunk } from '../../../src/shop/notifications/audience/audience.ts';
import { granted, present } from '../../support/present.ts';
import type { Neighbour } from '../../support/village.ts';
import { HOUR, MINUTE, Scene } from '../scene.ts';

const SECOND = 1_000;

interface Household {
  readonly seller: SellerId;
  readonly person: PersonId;
}

describe('streams of a village that start within two minutes', () => {
  const scene = new Scene('PostgreSQL');
  let wang: Household;
  let li: Household;
  let zhao: Household;
  let villager: Neighbour;

  const household = async (name: string, nameEn: string): Promise<Household> => {
    const { village, db, clock } = scene;
    const createdAt = clock.now();
    const seller = await db.seller.create({ data: { villageId: village.id, name, nameEn, createdAt } });
    const { person } = await village.person('telegram-seller');
    await db.member.create({ data: { sellerId: seller.id, personId: person, role: 'owner', createdAt } });
    return { seller: seller.id, person };
  };
  const goLive = async ({ seller, person }: Household, title: string) => {
    const url = `https://live.example.org/${seller}`;
    return granted(await scene.village.shop((shop) => shop.streams.goLive(person, seller, { title, url })))
      .stream;
  };
  /** Their alerts begin, and nothing is sent until a process comes. */
  const begin = async () => {
    for (const { id } of await scene.db.alert.findMany())
      await inTransaction(scene.village.appContext, async (context) => {
        const alert = present(await beginAlert(context, id));
        await writeChunk(context, alert, ['telegram-buyer']);
      });
  };
  const end = ({ person }: Household, id: Parameters<typeof scene.endStream>[0]) =>
    scene.village.shop((shop) => shop.streams.end(person, present(id)));
  const follower = async (channel?: 'telegram-buyer' | 'web-buyer', locale?: 'en' | 'zh') => {
    const one = await scene.village.person(channel, locale);
    await scene.village.shop((shop) =>
      shop.subscriptions.follow(one.person, one.chat, { kind: 'village', targetId: scene.village.id }),
    );
    return one;
  };
  const heardBy = ({ address }: Neighbour) => scene.phones.got.filter((one) => one.address === address);
  const counts = ({ id }: Awaited<ReturnType<typeof goLive>>) =>
    scene.village.shop((shop) => shop.streams.alertCounts(id));

  beforeEach(async () => {
    wang = { seller: scene.village.seller, person: scene.village.owner.person };
    li = await household('老李家', 'Li');
    zhao = await household('老赵家', 'Zhao');
    villager = await follower();
  });

  it('are one message where they are told at the same time: a line and a link each, and a way out', async () => {
    await scene.close();
    const streams = [await goLive(wang, 'walnuts')];
    scene.clock.advance(30 * SECOND);
    streams.push(await goLive(li, 'eggs'));
    await begin();
    await scene.open();
    await scene.later(0);
    expect(heardBy(villager)).toMatchObject([
      {
        text: '🔴 2 streams are on in Lingtou\n· Wang: walnuts\n· Li: eggs',
        labels: ['▶️ Wang', '👀 Look', '▶️ Li', '👀 Look', '🔕 Less of this', '✖️ Unfollow'],
        edits: null,
      },
    ]);
    for (const stream of streams)
      expect(await counts(stream)).toMatchObject({ people: 1, sent: 1, waiting: 0 });
    expect(await scene.alertStates()).toEqual(['done', 'done']);
  });

  it('are lines more of the first message, which does not wait for them; a later stream is another message', async () => {
    await goLive(wang, 'walnuts');
    await scene.done();
    expect(heardBy(villager)).toMatchObject([{ text: expect.stringContaining('Wang is live! walnuts') }]);
    scene.clock.advance(60 * SECOND);
    await goLive(li, 'eggs');
    await scene.done();
    scene.clock.advance(59 * SECOND);
    await goLive(zhao, '');
    await scene.done();
    expect(heardBy(villager).slice(1)).toMatchObject([
      { edits: '1', text: '🔴 2 streams are on in Lingtou\n· Wang: walnuts\n· Li: eggs' },
      { edits: '1', text: expect.stringMatching(/^🔴 3 streams .*\n· Wang: walnuts\n· Li: eggs\n· Zhao:/) },
    ]);
    scene.clock.advance(2 * SECOND);
    await goLive(await household('老孙家', 'Sun'), 'honey');
    await scene.done();
    expect(heardBy(villager).at(-1)).toMatchObject({
      edits: null,
      text: expect.stringContaining('Sun is live! honey'),
    });
    // A cap on alerts counts messages.
    expect(await scene.db.alertRecipient.count({ where: { saidIn: null } })).toBe(2);
  });

  it('in Chinese, too', async () => {
    const chinese = await follower('telegram-buyer', 'zh');
    await goLive(wang, '核桃新货');
    scene.clock.advance(SECOND);
    await goLive(li, '土鸡蛋');
    await scene.done();
    await scene.later(4 * SECOND);
    expect(heardBy(chinese).at(-1)?.text).toBe('🔴 岭头 有 2 场直播\n· 老王家：核桃新货\n· 老李家：土鸡蛋');
  });

  it('are told apart to whoever has gone on in the chat since: an old message is not looked at again', async () => {
    await goLive(wang, 'walnuts');
    await scene.done();
    await scene.stage.engine.accept([
      {
        ...{ channel: 'telegram-buyer', address: villager.address, key: 'help', seq: 1n },
        ...{ at: scene.clock.now(), from: { name: 'x' }, body: { is: 'command', name: 'help', rest: '' } },
      },
    ]);
    await scene.stage.engine.idle();
    await goLive(li, 'eggs');
    await scene.done();
    expect(heardBy(villager).at(-1)).toMatchObject({
      edits: null,
      text: expect.stringContaining('Li is live! eggs'),
    });
  });

  it("leave a seller's own followers that seller's own alert, once", async () => {
    const { person, chat, address } = await follower();
    await scene.village.shop((shop) =>
      shop.subscriptions.follow(person, chat, { kind: 'seller', targetId: wang.seller }),
    );
    await goLive(wang, 'walnuts');
    await goLive(li, 'eggs');
    await goLive(zhao, 'dates');
    await scene.done();
    await scene.later(4 * SECOND);
    const texts = scene.phones.got.filter((one) => one.address === address).map(({ text }) => text);
    expect(texts.filter((text) => text.includes('Wang'))).toEqual([
      expect.stringContaining('Wang is live! walnuts'),
    ]);
    expect(texts.filter((text) => text.includes('Li'))).not.toEqual([]);
    expect(await scene.deliveries()).toEqual({ sent: 6 });
  });

  it('are over in one edit, when the last of them is', async () => {
    const first = await goLive(wang, 'walnuts');
    scene.clock.advance(SECOND);
    const second = await goLive(li, 'eggs');
    await scene.done();
    await scene.later(4 * SECOND);
    const before = scene.phones.got.length;
    await end(wang, first.id);
    await scene.later(11 * MINUTE);
    await scene.later(2 * HOUR);
    await scene.village.shop((shop) => shop.streams.confirmOn(li.person, second.id));
    await scene.later(2 * HOUR);
    expect(scene.phones.got).toHaveLength(before);
    await end(li, second.id);
    await scene.later(11 * MINUTE);
    await scene.later(3 * HOUR);
    expect(scene.phones.got.slice(before)).toMatchObject([
      {
        edits: '1',
        text: '⚪️ The stream of Wang is over. walnuts\n⚪️ The stream of Li is over. eggs',
        labels: ['👀 Wang', '👀 Li'],
      },
    ]);
  });

  it('stand as one message in the web chat', async () => {
    const web = await follower('web-buyer');
    await goLive(wang, 'walnuts');
    await scene.done();
    await goLive(li, 'eggs');
    await scene.done();
    const messages = await scene.db.message.findMany({ where: { chatId: web.chat, isReplaced: false } });
    expect(messages).toHaveLength(1);
    expect(await scene.db.message.count({ where: { chatId: web.chat } })).toBe(2);
  });

  it('are said once to everybody, whichever of two processes sends which, while the others begin', async () => {
    const followers = await Promise.all(Array.from({ length: 30 }, () => follower()));
    await using other = await scene.another(300);
    await goLive(wang, 'walnuts');
    await vi.waitUntil(() => scene.phones.got.length > 3, { interval: 2, timeout: 10_000 });
    scene.clock.advance(SECOND);
    await Promise.all([goLive(li, 'eggs'), goLive(zhao, 'dates')]);
    await scene.done();
    await other.jobs.idle();
    // Whoever was put off comes again, second by second: the earlier start first.
    for (let second = 0; second < 8; second += 1) {
      await scene.later(SECOND);
      await other.jobs.idle();
    }
    expect(await scene.deliveries()).toEqual({ sent: 3 * 31 });
    for (const one of [villager, ...followers]) {
      const rows = await scene.db.message.findMany({ where: { chatId: one.chat, isReplaced: false } });
      const texts = rows.map(({ id, sealed }) =>
        JSON.stringify(scene.village.appContext.cipher.decrypt(sealed, sealedAt('message.sealed', id))),
      );
      expect(texts).toHaveLength(1);
      for (const name of ['Wang', 'Li', 'Zhao'])
        expect(texts.filter((text) => text.includes(`<b>${name}`))).toHaveLength(1);
    }
  });

  it('wait for an earlier one that another process takes up at that very moment', async () => {
    await scene.close();
    const first = await goLive(wang, 'walnuts');
    scene.clock.advance(30 * SECOND);
    const second = await goLive(li, 'eggs');
    await begin();
    const stateOf = async ({ id }: typeof second) => {
      const where = { alert: { targetId: id }, personId: villager.person };
      const { state, leaseUntil } = await scene.db.alertRecipient.findFirstOrThrow({ where });
      return state === 'due' && leaseUntil ? 'put off' : state;
    };
    await scene.db.$transaction(async (otherProcess) => {
      await otherProcess.$queryRaw`
        SELECT FROM alert_recipient r JOIN alert ON alert.id = r.alert_id
        WHERE alert.target_id = ${first.id}::uuid FOR UPDATE OF r`;
      await scene.open();
      await expect.poll(() => stateOf(second), { timeout: 10_000 }).toBe('put off');
    });
    await scene.later(4 * SECOND);
    expect(heardBy(villager)[0]?.text).toContain('Wang');
    expect(heardBy(villager).at(-1)?.text).toBe(
      '🔴 2 streams are on in Lingtou\n· Wang: walnuts\n· Li: eggs',
    );
    expect(heardBy(villager).filter(({ edits }) => edits === null)).toHaveLength(1);
  });

  it('go to nobody twice where the message could not be sent at first', async () => {
    await scene.close();
    await goLive(wang, 'walnuts');
    await goLive(li, 'eggs');
    let tries = 0;
    scene.phones.answer = () => {
      tries += 1;
      return tries === 1 ? { is: 'later', ms: 5, ofChat: true } : { is: 'sent', platformId: '1' };
    };
    await begin();
    await scene.open();
    await scene.later(0);
    await scene.later(5 * SECOND);
    expect(heardBy(villager)).toMatchObject([{ text: expect.stringContaining('2 streams'), edits: null }]);
    expect(await scene.deliveries()).toEqual({ sent: 2 });
  });
});

describe('what goes into one message', () => {
  const at = (seconds: number) => new Date(seconds * SECOND);
  const id = (n: number) =>
    present(parseId<NearStart['streamId']>(`00000000-0000-4000-8000-00000000000${n}`));
  const near = (n: number, seconds: number, more: Partial<NearStart> = {}): NearStart => ({
    ...{
      personId: present(parseId<PersonId>(id(9))),
      alertId: present(parseId<NearStart['alertId']>(id(n))),
    },
    ...{ streamId: id(n), startedAt: at(seconds), isOn: true, is: 'sent' },
    ...{ messageOf: present(parseId<NearStart['alertId']>(id(n))), ...more },
  });
  const own = { streamId: id(5), startedAt: at(220) };

  it('is no chain: two minutes are counted from the first of them', () => {
    const lines = [near(1, 0), near(2, 110, { messageOf: near(1, 0).alertId })];
    expect(shareMessage(own, lines)).toEqual({ again: [], together: [] });
    expect(shareMessage({ ...own, startedAt: at(120) }, lines)).toMatchObject({ again: lines });
  });

  it('waits for what began before and is on its way or will be', () => {
    for (const is of ['sending', 'put-off'] as const)
      expect(shareMessage(own, [near(1, 200, { is })])).toBe('first');
  });

  it('waits for what began later only where that is on its way, and for no other evening', () => {
    expect(shareMessage(own, [near(1, 240, { is: 'sending' })])).toBe('on-its-way');
    for (const other of [near(1, 240, { is: 'put-off' }), near(1, 90, { is: 'sending' })])
      expect(shareMessage(own, [other])).toEqual({ again: [], together: [] });
  });

  it('is not what is over', () => {
    const over = [near(1, 200, { isOn: false }), near(2, 210, { is: 'due', isOn: false })];
    expect(shareMessage(own, over)).toEqual({ again: [], together: [] });
  });
});

import { describe, expect, it } from 'vitest';
import type { ChatId, StreamId } from '../../../src/db/ids.ts';
import { beginAlert } from '../../../src/shop/notifications/alerts/alerts.ts';
import {
  findDigestChats,
  findDigestLines,
  settleDigestLines,
} from '../../../src/shop/notifications/digest-lines.ts';
import { present } from '../../support/present.ts';
import { DAY, HOUR, MINUTE, Scene } from '../scene.ts';

describe('alerts of an everyday evening', () => {
  const scene = new Scene('PostgreSQL');

  const shop = <T>(act: Parameters<typeof scene.village.shop<T>>[0]) => scene.village.shop(act);
  const owner = () => scene.village.owner.person;
  const reserve = async (id: StreamId | undefined) => {
    const one = await scene.village.person();
    await shop(({ subscriptions }) => subscriptions.reserve(one.person, one.chat, present(id)));
    return one;
  };
  const counts = (id: StreamId) => shop(({ streams }) => streams.alertCounts(id));
  /** Of the village's day. */
  const minute = (): number => Math.floor((scene.clock.now().getTime() + 8 * HOUR) / MINUTE) % 1_440;
  const inHours = (hours: number) => new Date(scene.clock.now().getTime() + hours * HOUR);

  describe('"End" tapped by mistake', () => {
    it('and live again: the rest of the alert goes on, and everybody hears once', async () => {
      const everybody = await scene.village.followers(250);
      const live = await scene.goLive();
      scene.phones.answer = async () => {
        scene.phones.answer = () => ({ is: 'sent' });
        await scene.endStream(live.id);
        return { is: 'sent' };
      };
      await scene.done();
      expect(scene.phones.got.length).toBeLessThan(250);
      scene.clock.advance(3_000);
      expect((await scene.goLive()).id).toBe(live.id);
      await scene.done();
      expect(scene.addresses().sort()).toEqual([...everybody].sort());
      expect(await counts(live.id)).toMatchObject({ people: 250, sent: 250, waiting: 0 });
    });

    it('fifty times, then live for good: all hear, once', async () => {
      const everybody = await scene.village.followers(18);
      for (let i = 0; i < 50; i += 1) {
        const live = await scene.goLive();
        await scene.endStream(live.id);
        scene.clock.advance(1_000);
      }
      await scene.goLive();
      await scene.later(MINUTE);
      expect(scene.addresses().sort()).toEqual([...everybody].sort());
    });
  });

  it('that has begun, with nobody recorded yet, is not said to reach nobody', async () => {
    await scene.close();
    await scene.village.followers(1);
    const live = await scene.goLive();
    const { id } = await scene.db.alert.findFirstOrThrow({ where: { kind: 'stream-start' } });
    await shop((_, context) => beginAlert(context, id));
    expect(await counts(live.id)).toMatchObject({ state: 'planned', people: 0 });
    await scene.open();
    await scene.later(MINUTE);
    expect(await counts(live.id)).toMatchObject({ state: 'done', people: 1, sent: 1 });
  });

  it('a forgotten end does not silence the next day', async () => {
    const everybody = await scene.village.followers(3);
    await scene.goLive();
    await scene.done();
    await scene.later(DAY);
    await scene.goLive();
    await scene.done();
    for (const address of everybody)
      expect(scene.addresses().filter((one) => one === address)).toHaveLength(2);
  });

  it('whoever reserved for 20:00 hears the start at 23:30, at night too', async () => {
    const plan = await scene.plan(inHours(10));
    const { person, address } = await reserve(plan?.id);
    await shop(({ people }) =>
      people.setQuiet(person, { from: minute() + 12 * 60, until: minute() + 20 * 60 }),
    );
    await scene.later(13.5 * HOUR);
    const live = await scene.goLive();
    await scene.done();
    expect(live.id).toBe(plan?.id);
    expect(scene.phones.got.filter((one) => one.address === address).at(-1)?.text).toContain('is live!');
    expect(await counts(live.id)).toMatchObject({ people: 1, reserved: 1 });
  });

  it('who has switched that off sleeps through it, and gets the recap in the morning, and no second line of it', async () => {
    const plan = await scene.plan(inHours(10));
    const { person, chat, address } = await reserve(plan?.id);
    await shop(async ({ people, reminders }) => {
      await people.setQuiet(person, { from: minute() + 9 * 60, until: minute() + 20 * 60 });
      await reminders.set(person, { atNight: false });
    });
    await scene.later(10 * HOUR);
    const live = await scene.goLive();
    await scene.later(HOUR);
    await scene.endStream(live.id);
    await scene.later(11 * MINUTE);
    await scene.later(4 * HOUR);
    const heard = () => scene.phones.got.filter((one) => one.address === address).map(({ text }) => text);
    expect(heard()).toEqual([]);
    await scene.later(6 * HOUR);
    expect(heard()).toEqual([expect.stringContaining('that you reserved is over')]);
    expect(await shop((_, context) => findDigestLines(context, chat))).toEqual([]);
  });

  it('whoever reserved is told in one message when it is moved twice and called off', async () => {
    await scene.close();
    const plan = await scene.plan(inHours(30));
    await reserve(plan?.id);
    for (const hours of [40, 50]) {
      scene.clock.advance(1_000);
      await shop(({ streams }) => streams.replan(owner(), present(plan?.id), inHours(hours)));
    }
    scene.clock.advance(1_000);
    await shop(({ streams }) => streams.cancel(owner(), present(plan?.id)));
    await scene.open();
    await scene.later(MINUTE);
    expect(scene.texts()).toEqual([expect.stringContaining('is off')]);
  });

  it('another link is one message for those who have the old one', async () => {
    await scene.village.followers(4);
    const live = await scene.goLive({ url: 'https://live.example.org/old' });
    await scene.done();
    scene.clock.advance(MINUTE);
    await scene.goLive({ url: 'https://live.example.org/new' });
    await scene.done();
    const news = scene.phones.got.slice(4);
    expect(news).toHaveLength(4);
    expect(news[0]?.text).toContain('has moved');
    expect(await counts(live.id)).toMatchObject({ sent: 4 });
  });

  describe('a plan', () => {
    it('within three hours is told at once, with Reserve, once', async () => {
      const everybody = await scene.village.followers(3);
      await scene.plan(inHours(2));
      await scene.later(HOUR);
      expect(scene.addresses().sort()).toEqual([...everybody].sort());
      expect(scene.phones.got[0]?.labels[0]).toBe('🔔 Remind me');
    });

    it('that is days ahead is a line of the next digest, and no message', async () => {
      await scene.village.followers(3);
      const plan = await scene.plan(inHours(30));
      await scene.later(HOUR);
      expect(scene.phones.got).toEqual([]);
      const [first, ...others] = await shop((_, context) => findDigestChats(context, 10));
      expect(others).toHaveLength(2);
      const { chatId } = present(first);
      const lines = await shop((_, context) => findDigestLines(context, chatId));
      expect(lines).toMatchObject([{ kind: 'stream-plan', targetId: plan?.id }]);
      await shop((_, context) =>
        settleDigestLines(
          context,
          chatId,
          lines.map(({ id }) => id),
        ),
      );
      expect(await shop((_, context) => findDigestLines(context, chatId))).toEqual([]);
      expect(await shop((_, context) => findDigestChats(context, 10))).toHaveLength(2);
    });
  });

  it('who sleeps through a stream finds it in the digest', async () => {
    const { person, chat } = await scene.village.person();
    await shop(async (all) => {
      await all.subscriptions.follow(person, chat, { kind: 'seller', targetId: scene.village.seller });
      await all.people.setQuiet(person, { from: minute() - 60, until: minute() + 120 });
    });
    const live = await scene.goLive();
    await scene.done();
    expect(await scene.deliveries()).toEqual({ quiet: 1 });
    await scene.endStream(live.id);
    await scene.later(10 * MINUTE);
    // A day has one morning, whatever the hour is now.
    for (let hour = 0; hour < 24; hour += 1) await scene.later(HOUR);
    expect(scene.phones.got.map(({ text }) => text)).toEqual([
      expect.stringContaining('While you were away'),
    ]);
    expect(scene.phones.got[0]?.text).toContain('Wang was live');
    expect(await shop((_, context) => findDigestLines(context, chat))).toEqual([]);
  });

  describe('after the end', () => {
    it('who reserved and did not come gets a recap; the messages of the start are edited once, at last', async () => {
      const walnuts = await scene.village.product('核桃', 50_000);
      const plan = await scene.plan(inHours(1));
      const id = present(plan?.id);
      await shop(({ streams }) => streams.addItem(owner(), id, { productId: walnuts }));
      const [absent, there] = [await reserve(id), await reserve(id)];
      await scene.later(HOUR);
      await scene.goLive({ url: 'https://live.example.org/wang' });
      await scene.done();
      await shop(({ streams }) => streams.visit(there.person, id));
      scene.clock.advance(12 * MINUTE + 40_000);
      await shop(async ({ streams }) => {
        const [item] = await streams.items(id);
        await streams.showNow(owner(), present(item).id);
      });
      await scene.endStream(id);
      await shop(({ streams }) => streams.setReplay(owner(), id, 'https://live.example.org/again'));
      const before = scene.phones.got.length;
      await scene.later(10 * MINUTE);
      const recap = scene.phones.got.slice(before).filter(({ text }) => text.includes('reserved is over'));
      expect(recap).toMatchObject([{ address: absent.address }]);
      expect(recap[0]?.text).toMatch(/1 · 核桃 ¥30\/kg, 50 kg left 12:40/);
      expect(recap[0]?.labels[0]).toBe('▶️ Watch the replay');

      const told = scene.phones.got.length;
      await scene.later(3 * HOUR);
      const edits = scene.phones.got.slice(told).filter(({ text }) => text.startsWith('⚪️'));
      expect(edits.map(({ address }) => address).sort()).toEqual([absent.address, there.address].sort());
      await scene.later(DAY);
      expect(scene.phones.got.filter(({ text }) => text.startsWith('⚪️'))).toHaveLength(2);
    });

    it('nobody is told of an end that was taken back', async () => {
      const plan = await scene.plan(inHours(1));
      await reserve(plan?.id);
      await scene.later(HOUR);
      const live = await scene.goLive();
      await scene.done();
      const before = scene.phones.got.length;
      await scene.endStream(live.id);
      await scene.later(9 * MINUTE);
      await scene.goLive();
      await scene.later(20 * MINUTE);
      expect(scene.phones.got).toHaveLength(before);
    });
  });

  it('who asked to be called for an item hears when it is shown, once', async () => {
    const walnuts = await scene.village.product('核桃', 50_000);
    const plan = await scene.plan(inHours(1));
    const id = present(plan?.id);
    await shop(({ streams }) => streams.addItem(owner(), id, { productId: walnuts }));
    const { person, chat, address } = await scene.village.person();
    const item = present(await shop(async ({ streams }) => (await streams.items(id))[0]));
    await shop(({ subscriptions }) => subscriptions.callFor(person, chat, item.id));
    await scene.goLive();
    await scene.done();
    for (let i = 0; i < 2; i += 1) {
      scene.clock.advance(MINUTE);
      await shop(({ streams }) => streams.showNow(owner(), item.id));
      await scene.done();
    }
    const calls = scene.phones.got.filter((one) => one.address === address);
    expect(calls).toMatchObject([{ text: expect.stringContaining('is showing number 1: 核桃') }]);
  });

  describe('the panel', () => {
    let panelChat: ChatId;
    const panels = () =>
      scene.db.message.findMany({
        where: { chatId: panelChat, cause: { startsWith: 'stream-panel:' } },
        orderBy: { seq: 'asc' },
      });

    it('is one message, edited in place at most every three seconds', async () => {
      const web = await scene.village.person('web-seller');
      await scene.db.member.create({
        data: {
          sellerId: scene.village.seller,
          personId: web.person,
          role: 'owner',
          createdAt: scene.clock.now(),
        },
      });
      panelChat = web.chat;
      await scene.goLive();
      await scene.done();
      const [first] = await panels();
      for (let i = 0; i < 30; i += 1) {
        scene.clock.advance(500);
        await scene.goLive({ url: `https://live.example.org/${i}` });
        await scene.stage.jobs.sweep();
        await scene.done();
      }
      const all = await panels();
      expect(all.length).toBeGreaterThan(3);
      expect(all.length).toBeLessThanOrEqual(7);
      expect(new Set(all.map(({ place }) => place))).toEqual(new Set([present(first).place]));
    });
  });
});

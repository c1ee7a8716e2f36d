import { describe, expect, it } from 'vitest';
import { fen } from '../../../src/shop/values/money.ts';
import { present } from '../../support/present.ts';
import { countStatements } from '../../support/statements.ts';
import { backends } from '../backends.ts';
import { HOUR, MINUTE, Scene } from '../scene.ts';

describe.each(backends)('alerts, with queues on %s', (backend) => {
  const scene = new Scene(backend);

  describe('the start of a stream', () => {
    it('reaches every follower once, with ways to watch, buy, see more and hear no more', async () => {
      await scene.village.product('核桃', 50_000);
      const { chat, person, address } = await scene.village.person();
      await scene.village.shop((shop) =>
        shop.subscriptions.follow(person, chat, { kind: 'seller', targetId: scene.village.seller }),
      );
      await scene.goLive({ url: 'https://live.example.org/wang', title: 'new walnuts' });
      await scene.done();
      expect(scene.phones.got).toMatchObject([
        {
          address,
          text: expect.stringMatching(/Wang is live! new walnuts\n· 核桃 ¥30/),
          labels: [
            '▶️ Watch',
            expect.stringContaining('2.5 kg ¥75'),
            '👀 See all',
            '🔕 Less of this',
            expect.stringContaining('nfollow'),
          ],
        },
      ]);
      await scene.goLive();
      await scene.later(HOUR);
      expect(scene.phones.got).toHaveLength(1);
      expect(await scene.alertStates()).toEqual(['done']);
    });

    it('costs the database a fifth of a statement for each follower at most', async () => {
      const followers = 400;
      await scene.village.followers(followers);
      const { statements } = await countStatements(async () => {
        await scene.goLive();
        await scene.done();
      });
      expect(scene.phones.got).toHaveLength(followers);
      // Claims, slots of the rate, and what is written of each; not the sweep, nor this test's looking.
      const ofAlert = statements.filter((one) => /alert|INTO message|channel_rate/.test(one));
      expect(ofAlert.length / followers).toBeLessThanOrEqual(0.2);
    });

    it('can be tapped away: the message is on record with its platform id', async () => {
      await scene.village.followers(1);
      await scene.goLive();
      await scene.done();
      expect(await scene.db.message.findMany({ where: { state: 'sent' } })).toMatchObject([
        { platformId: '1' },
      ]);
      const tap = scene.phones.got[0]?.taps.find((action) => action.startsWith('unfollow/')) ?? '';
      await scene.stage.engine.accept([
        {
          channel: 'telegram-buyer',
          address: scene.phones.got[0]?.address ?? '',
          key: 'tap',
          seq: 1n,
          at: scene.clock.now(),
          from: { name: 'x' },
          body: { is: 'tap', action: tap, message: '1' },
        },
      ]);
      await scene.stage.engine.idle();
      expect(await scene.db.subscription.count()).toBe(0);
    });

    it('is heard first by those who reserved, then buyers, then followers of the seller, then of the village', async () => {
      const planned = await scene.plan(new Date(scene.clock.now().getTime() + 10 * MINUTE));
      const people = { villager: await scene.village.person(), follower: await scene.village.person() };
      const buyer = await scene.village.person();
      const keen = await scene.village.person();
      await scene.db.checkout.create({
        data: {
          personId: buyer.person,
          chatId: buyer.chat,
          state: 'placed',
          payment: 'delivery',
          lines: [],
          total: fen(1),
          createdAt: scene.clock.now(),
          orders: {
            create: {
              number: 'A-0001',
              sellerId: scene.village.seller,
              personId: buyer.person,
              chatId: buyer.chat,
              fulfilment: 'delivered',
              payment: 'none',
              stock: 'taken',
              total: fen(1),
              placedAt: scene.clock.now(),
            },
          },
        },
      });
      await scene.village.shop(async ({ subscriptions }) => {
        await subscriptions.follow(people.villager.person, people.villager.chat, {
          kind: 'village',
          targetId: scene.village.id,
        });
        await subscriptions.follow(people.follower.person, people.follower.chat, {
          kind: 'seller',
          targetId: scene.village.seller,
        });
        await subscriptions.follow(people.follower.person, people.follower.chat, {
          kind: 'village',
          targetId: scene.village.id,
        });
        await subscriptions.follow(buyer.person, buyer.chat, { kind: 'village', targetId: scene.village.id });
        await subscriptions.reserve(keen.person, keen.chat, present(planned?.id));
      });
      await scene.goLive();
      await scene.done();
      const ranked = await scene.db.alertRecipient.findMany({ orderBy: { rank: 'asc' } });
      expect(ranked.map((row) => row.chatId)).toEqual([
        keen.chat,
        buyer.chat,
        people.follower.chat,
        people.villager.chat,
      ]);
      expect(new Set(scene.addresses()).size).toBe(4);
      const offersToStop = scene.phones.got.filter((message) =>
        message.taps.some((tap) => tap.startsWith('unfollow/')),
      );
      expect(offersToStop.map((message) => message.address)).toEqual([people.follower.address]);
    });

    it('is for everybody in their own language, and on the web for those who are there', async () => {
      const chinese = await scene.village.person('telegram-buyer', 'zh');
      const web = await scene.village.person('web-buyer');
      await scene.village.shop(async ({ subscriptions }) => {
        await subscriptions.follow(chinese.person, chinese.chat, {
          kind: 'seller',
          targetId: scene.village.seller,
        });
        await subscriptions.follow(web.person, web.chat, { kind: 'seller', targetId: scene.village.seller });
      });
      await scene.goLive();
      await scene.done();
      expect(scene.texts()).toEqual([expect.stringContaining('开播了')]);
      expect(await scene.db.message.count({ where: { chatId: web.chat, state: 'sent' } })).toBe(1);
      expect(await scene.deliveries()).toEqual({ sent: 2 });
    });

    it('leaves out who blocked us, and the own people of a seller of a followed village', async () => {
      const gone = await scene.village.person();
      await scene.db.chat.update({ where: { id: gone.chat }, data: { isGone: true } });
      await scene.village.shop(async ({ subscriptions }) => {
        await subscriptions.follow(gone.person, gone.chat, {
          kind: 'seller',
          targetId: scene.village.seller,
        });
        await subscriptions.follow(scene.village.owner.person, scene.village.owner.chat, {
          kind: 'village',
          targetId: scene.village.id,
        });
      });
      await scene.goLive();
      await scene.done();
      expect(scene.phones.got).toEqual([]);
      expect(await scene.alertStates()).toEqual(['done']);
    });

    it('is not told any more when the stream is over', async () => {
      await scene.close();
      await scene.village.followers(5);
      const live = await scene.goLive();
      await scene.endStream(live.id);
      await scene.open();
      await scene.later(MINUTE);
      expect(scene.phones.got).toEqual([]);
      expect(await scene.alertStates()).toEqual(['called-off']);
    });

    it('that ends while people are being told is dropped for the rest', async () => {
      await scene.village.followers(250);
      const live = await scene.goLive();
      scene.phones.answer = async () => {
        scene.phones.answer = () => ({ is: 'sent' });
        await scene.endStream(live.id);
        return { is: 'sent' };
      };
      await scene.done();
      const { sent = 0, dropped = 0 } = await scene.deliveries();
      expect(sent + dropped).toBe(250);
      expect(dropped).toBeGreaterThan(0);
      expect(await scene.alertStates()).toEqual(['done']);
    });
  });

  describe('the reminder of a planned stream', () => {
    const reserved = async () => {
      const planned = await scene.plan(new Date(scene.clock.now().getTime() + 24 * HOUR));
      const { person, chat } = await scene.village.person();
      await scene.village.followers(2);
      await scene.village.shop((shop) => shop.subscriptions.reserve(person, chat, present(planned?.id)));
      return present(planned?.id);
    };

    it('reaches those who reserved, half an hour before', async () => {
      await reserved();
      await scene.later(23.5 * HOUR - 1);
      expect(scene.phones.got).toEqual([]);
      await scene.later(1);
      expect(scene.texts()).toEqual([expect.stringContaining('Wang goes live on')]);
      await scene.later(HOUR);
      expect(scene.phones.got).toHaveLength(1);
    });

    it('does not come for a plan that was called off', async () => {
      const id = await reserved();
      await scene.village.shop((shop) => shop.streams.cancel(scene.village.owner.person, id));
      await scene.later(24 * HOUR);
      expect(scene.texts()).toEqual([expect.stringContaining('is off')]);
    });

    it('comes at the new time of a plan that was moved, and only then', async () => {
      const id = await reserved();
      const moved = new Date(scene.clock.now().getTime() + 30 * HOUR);
      await scene.village.shop((shop) => shop.streams.replan(scene.village.owner.person, id, moved));
      await scene.later(24 * HOUR);
      expect(scene.texts()).toEqual([expect.stringContaining('moved to')]);
      await scene.later(5.5 * HOUR);
      expect(scene.texts().slice(1)).toEqual([expect.stringContaining('goes live on')]);
    });

    it('does not come after the stream has begun: they hear of that instead', async () => {
      await reserved();
      await scene.later(22 * HOUR);
      await scene.goLive();
      await scene.later(2 * HOUR);
      expect(scene.texts()).toEqual(Array(3).fill(expect.stringContaining('is live!')));
    });

    it('that was missed for the whole half hour is not sent late', async () => {
      await reserved();
      await scene.later(24 * HOUR);
      expect(scene.phones.got).toEqual([]);
      expect(await scene.db.alert.findMany({ where: { kind: 'stream-reminder' } })).toMatchObject([
        { state: 'called-off' },
      ]);
    });
  });
});

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { ProductId } from '../../src/db/ids.ts';
import { schedule } from '../../src/jobs/schedule.ts';
import { fen } from '../../src/shop/values/money.ts';
import { baseQuantity } from '../../src/shop/values/quantity.ts';
import type { Neighbour } from '../support/village.ts';
import { DAY, HOUR, Scene } from './scene.ts';

it('the page for operators names all that comes by itself', async () => {
  const page = await readFile('docs/operating/scheduled-work.md', 'utf8');
  const named = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
  expect(named).toEqual(schedule.map(({ name }) => name));
});

describe('what comes by itself', () => {
  const scene = new Scene('PostgreSQL');

  const heard = ({ address }: Neighbour): string[] =>
    scene.phones.got.filter((message) => message.address === address).map(({ text }) => text);

  /** The clock goes on to the next time at which it shows this hour in Shanxi. */
  const until = (hour: number): Promise<void> => {
    const now = (((scene.clock.now().getTime() / HOUR + 8) % 24) + 24) % 24;
    return scene.later(((hour - now + 24) % 24 || 24) * HOUR);
  };

  /** An order of this person in some state, a day old. */
  const order = (who: Neighbour, fulfilment: string, shippedAgoMs?: number) => {
    const now = scene.clock.now();
    const placedAt = new Date(now.getTime() - DAY);
    const shipped =
      shippedAgoMs === undefined ? [] : [{ change: 'shipped', at: new Date(now.getTime() - shippedAgoMs) }];
    return scene.db.checkout.create({
      data: {
        ...{
          personId: who.person,
          chatId: who.chat,
          state: 'placed',
          payment: 'delivery',
          lines: [],
          total: fen(1),
          createdAt: placedAt,
        },
        orders: {
          create: {
            ...{
              number: `A-${1_000 + Math.floor(Math.random() * 9_000)}`,
              sellerId: scene.village.seller,
              personId: who.person,
            },
            ...{
              chatId: who.chat,
              fulfilment,
              payment: 'none',
              stock: 'taken',
              total: fen(1),
              placedAt,
              nudgedAt: placedAt,
            },
            events: { create: shipped },
          },
        },
      },
    });
  };

  /** Alerts of one planned stream that could not be said to this person. */
  const missed = async (who: Neighbour, inMs: number, kinds: readonly string[]): Promise<void> => {
    const now = scene.clock.now();
    const { id: targetId } = await scene.db.stream.create({
      data: {
        ...{ sellerId: scene.village.seller, title: '', state: 'planned', createdAt: now },
        plannedAt: new Date(now.getTime() + inMs),
      },
    });
    for (const kind of kinds) {
      const { id } = await scene.db.alert.create({
        data: { kind, targetId, state: 'done', hasAll: true, dueAt: now, createdAt: now },
      });
      const { person: personId, chat: chatId } = who;
      await scene.db.alertRecipient.create({
        data: { alertId: id, personId, chatId, channel: 'telegram-buyer', state: 'digest' },
      });
    }
  };

  it('tells in the morning, in one message, what quiet hours kept back', async () => {
    await until(23);
    const owl = await scene.village.person();
    await missed(owl, 9 * DAY, ['stream-plan', 'stream-moved']);
    await until(7);
    expect(heard(owl)).toEqual([]);
    await until(8);
    expect(heard(owl)).toEqual([expect.stringMatching(/While you were away:\n· 🗓 Wang goes live on/)]);
    await scene.later(DAY);
    expect(heard(owl)).toHaveLength(1);
  });

  it('tells weekly whom that is enough, on Sunday', async () => {
    await until(7);
    const owl = await scene.village.person();
    await scene.village.shop((shop) => shop.reminders.set(owl.person, { digest: 'weekly' }));
    await missed(owl, 30 * DAY, ['stream-plan']);
    const heardOn: number[] = [];
    for (let day = 0; day < 7; day += 1) {
      await until(8);
      if (heard(owl).length > heardOn.length) heardOn.push(scene.clock.now().getUTCDay());
    }
    expect(heardOn).toEqual([0]);
  });

  it('tells a seller in the morning what is to be done, from what is there, and nobody else', async () => {
    await until(5);
    const buyer = await scene.village.person();
    await order(buyer, 'placed');
    await order(buyer, 'accepted');
    await order(buyer, 'accepted');
    await scene.db.seller.updateMany({ data: { briefedOn: null } });
    const briefs = () => scene.db.message.findMany({ where: { cause: { startsWith: 'brief:' } } });
    await until(7);
    expect(await briefs()).toEqual([]);
    await until(8);
    await until(9);
    expect((await briefs()).map(({ chatId }) => chatId)).toEqual([scene.village.owner.chat]);
    await scene.village.shop((shop) => shop.reminders.set(scene.village.owner.person, { brief: false }));
    await until(8);
    expect(await briefs()).toHaveLength(1);
  });

  it('asks once whether a parcel has come, unless that is switched off', async () => {
    await until(9);
    const [asked, silent, early] = [
      await scene.village.person(),
      await scene.village.person(),
      await scene.village.person(),
    ];
    await order(asked, 'shipped', 8 * DAY);
    await order(silent, 'shipped', 8 * DAY);
    await order(early, 'shipped', 2 * DAY);
    await scene.village.shop((shop) => shop.reminders.set(silent.person, { parcel: false }));
    await scene.later(HOUR);
    await scene.later(2 * HOUR);
    expect(heard(asked)).toEqual([expect.stringContaining('Has it arrived?')]);
    expect([heard(silent), heard(early)]).toEqual([[], []]);
  });

  it('reminds of a cart left behind once, and only whoever wants it', async () => {
    await until(9);
    const product = await scene.village.product('核桃', 50_000);
    const [wants, other] = [await scene.village.person(), await scene.village.person()];
    await scene.village.shop((shop) => shop.reminders.set(wants.person, { cart: true }));
    for (const { person } of [wants, other])
      await scene.village.shop((shop) => shop.cart.add(person, product, baseQuantity(500)));
    await until(8);
    await until(10);
    await until(12);
    expect(heard(wants)).toEqual([expect.stringContaining('There is one product')]);
    expect(heard(other)).toEqual([]);
  });

  it('reminds of the day for which a harvest was promised: its seller and who waits, once, unless switched off', async () => {
    await until(8);
    const [waits, silent, later] = [
      await scene.village.person(),
      await scene.village.person('telegram-buyer', 'zh'),
      await scene.village.person('telegram-buyer', 'zh'),
    ];
    const owner = scene.village.owner.person;
    const day = (ms: number) =>
      new Date(Math.floor((scene.clock.now().getTime() + 8 * HOUR + ms) / DAY) * DAY);
    const product = await scene.village.product('鲜核桃', 50_000);
    const other = await scene.village.product('鲜枣', 50_000);
    await scene.db.product.update({ where: { id: product }, data: { expectedOn: day(0) } });
    await scene.db.product.update({ where: { id: other }, data: { expectedOn: day(DAY) } });
    const preorder = async (who: Neighbour, productId: ProductId) => {
      await order(who, 'accepted');
      const { id: orderId } = await scene.db.order.findFirstOrThrow({ where: { personId: who.person } });
      await scene.db.orderLine.create({
        data: {
          ...{ orderId, position: 0, productId, title: '鲜核桃', isPreorder: true, measure: 'MASS' },
          ...{
            quantity: baseQuantity(2_500),
            price: fen(1_500),
            priceQuantity: baseQuantity(500),
            total: fen(7_500),
          },
        },
      });
    };
    await preorder(waits, product);
    await preorder(silent, product);
    await preorder(later, other);
    await scene.village.shop((shop) => shop.reminders.set(silent.person, { harvest: false }));
    const toSeller = () =>
      scene.db.message.findMany({
        where: { chatId: scene.village.owner.chat, cause: { startsWith: 'harvest:' } },
      });
    await until(10);
    await until(11);
    expect(heard(waits)).toEqual([
      expect.stringMatching(/^🌾 Wang named today as the day for picking 鲜核桃 \(order A-\d+, 2.5 kg\)/),
    ]);
    expect([heard(silent), heard(later)]).toEqual([[], []]);
    expect(await toSeller()).toHaveLength(1);
    await scene.village.shop((shop) => shop.reminders.set(owner, { harvest: false }));
    await until(10);
    expect(heard(later)).toEqual([expect.stringContaining('说好今天采')]);
    expect(heard(waits)).toHaveLength(1);
    expect(await toSeller()).toHaveLength(1);
  });

  it('puts goods that rested until today on sale again, and tells their seller once', async () => {
    await until(8);
    const product = await scene.village.product('核桃', 50_000);
    const owner = scene.village.owner.person;
    const today = Math.floor((scene.clock.now().getTime() + 8 * HOUR) / DAY) * DAY;
    const back = new Date(today + 2 * DAY);
    await scene.village.shop((shop) => shop.listings.restUntil(owner, product, back));
    const status = async () => (await scene.db.product.findUniqueOrThrow({ where: { id: product } })).status;
    await until(20);
    await until(20);
    expect(await status()).toBe('paused');
    await until(1);
    await until(2);
    expect(await status()).toBe('on-sale');
    const told = await scene.db.message.findMany({ where: { cause: { startsWith: 'rest:' } } });
    expect(told.map(({ chatId }) => chatId)).toEqual([scene.village.owner.chat]);
  });

  it('tells the operators at night of stock that differs from its ledger, once', async () => {
    await until(1);
    const product = await scene.village.product('核桃', 50_000);
    await scene.village.product('小米', 10_000);
    await scene.db.person.update({ where: { id: scene.village.owner.person }, data: { isOperator: true } });
    await scene.db.product.update({ where: { id: product }, data: { held: baseQuantity(500) } });
    await until(4);
    await until(5);
    const told = await scene.db.message.findMany({ where: { cause: { startsWith: 'stock-audit:' } } });
    expect(told.map(({ chatId }) => chatId)).toEqual([scene.village.owner.chat]);
  });
});

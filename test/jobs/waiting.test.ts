import { beforeEach, describe, expect, it } from 'vitest';
import type { IncomingEvent } from '../../src/chat/dsl/event.ts';
import type { ProductId } from '../../src/db/ids.ts';
import { OFFER_MS } from '../../src/shop/notifications/waiting/offers.ts';
import { searchTerms } from '../../src/shop/terms/search-terms.ts';
import { baseQuantity } from '../../src/shop/values/quantity.ts';
import type { Neighbour } from '../support/village.ts';
import { backends } from './backends.ts';
import { HOUR, Scene } from './scene.ts';

const JIN = 500;

describe.each(backends)('those who wait for a product, with queues on %s', (backend) => {
  const scene = new Scene(backend);
  let product: ProductId;
  let said = 0;

  beforeEach(async () => {
    product = await scene.village.product('核桃', 0);
  });

  const waiters = async (count: number, jin: number): Promise<Neighbour[]> => {
    const all: Neighbour[] = [];
    for (let n = 0; n < count; n += 1) {
      const one = await scene.village.person();
      await scene.village.shop((shop) =>
        shop.subscriptions.waitFor(one.person, one.chat, product, baseQuantity(jin * JIN)),
      );
      scene.clock.advance(1);
      all.push(one);
    }
    return all;
  };

  const heard = ({ address }: Neighbour): string[] =>
    scene.phones.got.filter((message) => message.address === address).map(({ text }) => text);

  /** Taps the button of this person's last message whose action begins so. */
  const tapsOn = (who: Neighbour, action: string): Promise<void> => {
    const last = scene.phones.got.findLast((message) => message.address === who.address);
    return does(who, { is: 'tap', action: last?.taps.find((tap) => tap.startsWith(action)) ?? '' });
  };

  const does = async ({ address }: Neighbour, body: IncomingEvent['body']): Promise<void> => {
    said += 1;
    await scene.stage.engine.accept([
      {
        ...{
          channel: 'telegram-buyer',
          address,
          key: `said-${said}`,
          seq: BigInt(said),
          at: scene.clock.now(),
        },
        from: { name: 'x' },
        body,
      },
    ]);
    await scene.done();
    await scene.done();
  };

  const stock = () =>
    scene.db.product.findUniqueOrThrow({ where: { id: product }, select: { onHand: true, held: true } });

  it('hear once of goods that they wait for and have searched for, too', async () => {
    const [both] = await waiters(1, 5);
    if (!both) return;
    const only = await scene.village.person();
    for (const one of [both, only])
      await scene.village.shop((shop) => shop.savedSearches.add(one.person, one.chat, '核桃'));
    await scene.db.product.update({ where: { id: product }, data: { search: searchTerms('核桃') } });
    await scene.restock(product, 50 * JIN);
    await scene.done();
    expect(heard(both)).toHaveLength(1);
    expect(heard(both)[0]).toMatch(/kept for you|5 jin|2\.5 kg/);
    expect(heard(only)).toHaveLength(1);
  });

  it('are offered 35 斤 in their order: the first 20, the second 15, the others hear their place', async () => {
    const all = await waiters(10, 20);
    await scene.restock(product, 35 * JIN);
    await scene.done();
    const [first, second, third] = all.map(heard);
    expect(first).toEqual([expect.stringMatching(/10 kg you wait for are kept for you until/)]);
    expect(second).toEqual([expect.stringMatching(/You wait for 10 kg; 7\.5 kg are there/)]);
    expect(third).toEqual([expect.stringContaining('as number 1')]);
    expect(all.map(heard).every((texts) => texts.length === 1)).toBe(true);
    expect(await stock()).toEqual({ onHand: 35 * JIN, held: 35 * JIN });
    await scene.later(HOUR / 4);
    expect(all.map(heard).every((texts) => texts.length === 1)).toBe(true);
  });

  it('pass on what they do not want, or let lapse; whoever waits for all keeps the first place', async () => {
    const [first, second, third, fourth] = await waiters(4, 20);
    if (!first || !second || !third || !fourth) return;
    await scene.restock(product, 35 * JIN);
    await scene.done();
    await tapsOn(second, 'offer-wait/');
    expect(heard(second).at(-1)).toContain('keep your place');
    expect(heard(third).at(-1)).toMatch(/7\.5 kg are there/);
    await tapsOn(first, 'offer-no/');
    expect(heard(second).at(-1)).toContain('10 kg you wait for are kept');
    await scene.later(OFFER_MS);
    expect(heard(second).at(-1)).toContain('went to the next');
    expect(heard(third).at(-1)).toContain('went to the next');
    expect(heard(fourth).at(-1)).toContain('10 kg you wait for are kept');
    expect(await scene.db.stockOffer.count({ where: { state: 'open' } })).toBe(1);
    expect(await stock()).toEqual({ onHand: 35 * JIN, held: 20 * JIN });
  });

  it('take what is kept for them to the card, while others find it sold out', async () => {
    const [first] = await waiters(1, 20);
    const other = await scene.village.person();
    if (!first) return;
    await scene.restock(product, 20 * JIN);
    await scene.done();
    await tapsOn(first, 'offer-take/');
    const lines = await scene.village.shop((shop) => shop.cart.lines(first.person));
    expect(lines).toMatchObject([{ quantity: 20 * JIN, available: 20 * JIN }]);
    await scene.village.shop((shop) => shop.cart.set(other.person, product, baseQuantity(JIN)));
    const theirs = await scene.village.shop((shop) => shop.cart.lines(other.person));
    expect(theirs).toMatchObject([{ available: 0 }]);
  });

  it('order what is kept for them in words, too, and are told how much that is where they want more', async () => {
    const [first] = await waiters(1, 20);
    const other = await scene.village.person();
    await scene.db.product.update({ where: { id: product }, data: { search: searchTerms('核桃') } });
    if (!first) return;
    await scene.restock(product, 20 * JIN);
    await scene.done();
    await does(first, { is: 'text', text: '核桃30斤' });
    expect(heard(first).at(-1)).toMatch(/10 kg.*15 kg/);
    await does(first, { is: 'text', text: '核桃20斤' });
    expect(await scene.village.shop((shop) => shop.cart.lines(first.person))).toMatchObject([
      { quantity: 20 * JIN },
    ]);
    await does(other, { is: 'text', text: '核桃20斤' });
    expect(await scene.village.shop((shop) => shop.cart.lines(other.person))).toEqual([]);
  });

  it('lose nothing by the seller’s count: those first in line keep what there is', async () => {
    const [first, second] = await waiters(2, 20);
    if (!first || !second) return;
    await scene.restock(product, 40 * JIN);
    await scene.done();
    await scene.restock(product, 25 * JIN);
    await scene.done();
    expect(heard(first)).toHaveLength(1);
    expect(heard(second).slice(-2)).toEqual([
      expect.stringContaining('counted anew'),
      expect.stringMatching(/2\.5 kg are there/),
    ]);
    expect(await stock()).toEqual({ onHand: 25 * JIN, held: 25 * JIN });
  });

  it('are not woken: what is there when their quiet hours end is offered then', async () => {
    const [owl] = await waiters(1, 20);
    if (!owl) return;
    await scene.village.shop((shop) => shop.people.setQuiet(owl.person, { from: 540, until: 660 }));
    await scene.restock(product, 35 * JIN);
    await scene.done();
    expect(heard(owl)).toEqual([]);
    expect((await stock()).held).toBe(0);
    await scene.later(HOUR);
    expect(heard(owl)).toEqual([expect.stringContaining('are kept for you')]);
  });

  it('in a long queue are served in waves', async () => {
    const all = await waiters(30, 1);
    await scene.restock(product, 30 * JIN);
    await scene.done();
    expect(scene.phones.got.length).toBeLessThanOrEqual(20);
    await expect.poll(() => scene.phones.got.length).toBe(30);
    expect(all.map(heard).map((texts) => texts.length)).toEqual(Array(30).fill(1));
  });
});

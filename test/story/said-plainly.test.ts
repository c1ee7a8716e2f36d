import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, withCard } from '../support/stall.ts';

// A message of a shape that nobody has written rules for is understood as the plain sentence that it stands for.

const clock = testClock();
const { walnut } = openHousehold({ clock });
const db = () => walnut.database.db;

describe('with a card open', () => {
  it.each([
    ['my cousin will drop by with his van, no courier needed', 'Pick up'],
    ['let me settle up with the courier man when it comes', 'Pay on delivery'],
  ])('it changes what is meant, and the card shows it: %s', async (said, words) => {
    const buyer = await withCard(await newBuyer(walnut));
    await hears(buyer, said, words);
    expect(await db().order.count()).toBe(0);
  });

  it('an order in words of one’s own is placed after a yes, and not before', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    const asked = await hears(buyer, 'all good by me, book it in', 'Do you mean');
    expect(asked.text).toContain('place the order');
    expect(await db().order.count()).toBe(0);
    await hears(buyer, 'yes', 'Ordered');
    expect(await db().order.count()).toBe(1);
  });

  it('… and after a no nothing is', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    const asked = await hears(buyer, 'all good by me, book it in', 'place the order');
    await buyer.taps('No', { on: asked });
    await buyer.waitsFor('say it another way');
    expect(await db().order.count()).toBe(0);
  });

  it('… and a button of an older question places none', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    const older = await hears(buyer, 'all good by me, book it in', 'place the order');
    await hears(buyer, 'all good by me, so book it in', 'place the order');
    await buyer.taps('✅ Yes', { on: older });
    await buyer.waitsFor('asked a while ago');
    expect(await db().order.count()).toBe(0);
  });

  it('… and a yes that comes much later neither', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    await hears(buyer, 'all good by me, book it in', 'place the order');
    clock.advance(20 * 60_000);
    await hears(buyer, 'yes', 'asked a while ago');
    expect(await db().order.count()).toBe(0);
  });

  it('what hangs on something changes nothing', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    await hears(buyer, '要是核桃降到5块我就再添上2斤', /./u);
    const [line] = await db().cartLine.findMany();
    expect(line?.quantity).toBe(500);
  });
});

describe('without a card', () => {
  it('says in one line how it was understood where that is not certain, and answers', async () => {
    const buyer = await newBuyer(walnut);
    const answer = await hears(buyer, '凑到多少钱你们就不收邮费了呀', 'Shipping');
    expect(answer.text).toMatch(/Shipping/u);
  });

  it('nothing of a card is proposed', async () => {
    const buyer = await newBuyer(walnut);
    const answer = await hears(buyer, 'all good by me, book it in', /./u);
    expect(answer.text).not.toContain('place the order');
  });
});

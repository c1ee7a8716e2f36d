import { beforeEach, describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, putsOnSale, withCard } from '../support/stall.ts';

// Goods that are only told of are not ordered, and what is said of a parcel stands on its card.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

beforeEach(async () => {
  await putsOnSale(walnut, seller, '红枣 16元一斤 有100斤');
});

const cartLines = () => walnut.database.db.cartLine.count();

describe('goods that somebody does not like', () => {
  it.each(['红枣不好吃，来三斤', '我妈不吃红枣，来三斤', '红枣家里还有不少，给我来三斤'])(
    'are not what is wanted: %s',
    async (said) => {
      const before = await cartLines();
      const asked = await hears(await newBuyer(walnut), said, 'What would you like?');
      expect(asked.text).not.toContain('Jujube 1.5 kg');
      expect(await cartLines()).toBe(before);
    },
  );

  it('leave the amount to what is looked at', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃', '¥15');
    expect((await hears(buyer, '我妈不吃红枣，来三斤', 'name, phone and address')).text).toContain('Walnut');
    const other = await newBuyer(walnut);
    await hears(other, '核桃', '¥15');
    expect((await hears(other, '我上次买了红枣，这回来五斤这个', 'name, phone and address')).text).toContain(
      'Walnut 2.5 kg',
    );
  });
});

it.each(['红枣给我爸拿了，5斤，他就爱吃', 'I got the jujubes, 2 kg, more than we needed'])(
  'what somebody had is asked about first: %s',
  async (said) => {
    const before = await cartLines();
    await hears(await newBuyer(walnut), said, 'Do you mean');
    expect(await cartLines()).toBe(before);
  },
);

it.each(['到了打声招呼', '快到了捎个信', 'let me know once it ships', "ping me if there's a problem"])(
  'what is said of the parcel stands on the card: %s',
  async (said) => {
    const card = await hears(await withCard(await newBuyer(walnut)), said, 'Please check');
    expect(card.text).toContain(`💬 ${said}`);
  },
);

it('an address that comes with a question buys nothing', async () => {
  const buyer = await newBuyer(walnut);
  await hears(buyer, '3斤核桃寄到广州一共多少钱', '¥45');
  const before = await cartLines();
  await hears(buyer, '那寄到北京呢，北京市朝阳区建国路88号', 'Beijing');
  expect(await cartLines()).toBe(before);
});

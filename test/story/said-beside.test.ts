import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, putsOnSale, withCard } from '../support/stall.ts';

// What buyers say beside an order: why, how it is paid, and what it hangs on.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
const db = () => walnut.database.db;

describe('a wish stands in the note with its reason', () => {
  it.each([
    ['再来1斤核桃，孩子牙不好，帮我备注要薄皮的', '孩子牙不好，要薄皮的'],
    ['再来1斤核桃，麻烦备注一下：周末公司没人，请安排周一到周五派送', '周末公司没人，请安排周一到周五派送'],
    [
      "another kg of walnuts. They're a birthday present, so please don't put the price in the parcel",
      "They're a birthday present",
    ],
  ])('beside an order: %s', async (said, note) => {
    const buyer = await withCard(await newBuyer(walnut));
    const card = await hears(buyer, said, 'Please check');
    expect(card.text).toContain(`💬 ${note}`);
    expect(card.text).toMatch(/500 g → (?:1|1.5) kg/u);
  });

  it.each(['闺女你给记上，俺牙口不好，要软和些的', 'nobody home in the mornings, afternoons only'])(
    'alone, with the card in sight: %s',
    async (said) => {
      const buyer = await withCard(await newBuyer(walnut));
      const card = await hears(buyer, said, '💬');
      expect(card.text).toContain('Total ¥15');
    },
  );

  it('and praise of the goods is none', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    const answer = await hears(buyer, '孩子吃得可香了', /./u);
    expect(answer.text).not.toContain('💬');
  });
});

describe('how it is paid', () => {
  it.each([
    ['我微信转给你要得不，莫搞啥子货到付款', 'by transfer now'],
    ['no cash on me, bank transfer please', 'by transfer now'],
    ['不想转账，货来了给现钱', 'it is pay on delivery'],
  ])('is said with the card: %s', async (said, words) => {
    const buyer = await withCard(await newBuyer(walnut));
    const card = await hears(buyer, said, words);
    expect(card.text).toContain('Total ¥15');
  });

  it('is said too where it is not offered, also beside an order', async () => {
    await db().paymentCode.deleteMany();
    const buyer = await withCard(await newBuyer(walnut));
    await hears(buyer, '我用微信转给你', 'no account to transfer to');
    await hears(buyer, "another kg of walnuts, I'll wire you the money", 'no account to transfer to');
  });
});

describe('what hangs on something', () => {
  it.each(['要是能包邮，就改成5斤', '要是今天能发，就再加2斤吧'])(
    'leaves the card alone: %s',
    async (said) => {
      const buyer = await withCard(await newBuyer(walnut));
      const asked = buyer.says(said);
      await buyer.waitsFor('I changed nothing', { after: asked });
      expect((await buyer.waitsFor('Please check', { after: asked })).text).toContain('Walnut 500 g · ¥15');
    },
  );

  it.each(['核桃现在什么价？如果還有的話我要一斤半', 'if you still have any walnuts I want 750 g'])(
    'is an order where it hangs on goods that are there: %s',
    async (said) => {
      const buyer = await newBuyer(walnut);
      await hears(buyer, said, 'Walnut 750 g');
    },
  );

  it('… and to be told of it stays a wish', async () => {
    const buyer = await newBuyer(walnut);
    const answer = await hears(buyer, '核桃有货的话告诉我一声', /./u);
    expect(answer.text).not.toContain('Please check');
  });
});

describe('a story before an order', () => {
  it.each([
    'We finished the last of our marmalade, could I get 1 kg of your walnuts?',
    '邻居家买的核桃不错，给我也来两斤',
    '上回那核桃我家老头子爱吃得很，再给称两斤',
  ])('is no order: %s', async (said) => {
    const buyer = await newBuyer(walnut);
    const card = await hears(buyer, said, 'Walnut 1 kg · ¥30');
    expect(card.text).not.toContain('Nobody sells');
  });
});

it('a unit that is said once is that of every amount', async () => {
  const buyer = await newBuyer(walnut);
  await hears(buyer, '核桃4，单位都是斤', 'Walnut 2 kg · ¥60');
});

describe('what somebody had before, or looks at', () => {
  it.each([
    '邻居上周买了核桃，5斤，吃完了',
    'Last week I bought walnuts from you, 3 kg, they were great',
    '我姐在你家买了核桃，五斤，全家都爱吃',
  ])('is no order: %s', async (said) => {
    const buyer = await newBuyer(walnut);
    const answer = await hears(buyer, said, /./u);
    expect(answer.text).not.toMatch(/Walnut \d.*¥|Where to/u);
    expect(await db().cartLine.count()).toBe(0);
  });

  it.each(['我妈不吃核桃，来三斤', '跟核桃比哪个甜？来5斤'])('is what is ordered: %s', async (said) => {
    await putsOnSale(walnut, seller, '红枣 16元一斤 有100斤');
    const buyer = await withCard(await newBuyer(walnut));
    await hears(buyer, '红枣', 'left');
    const card = await hears(buyer, said, 'Please check');
    expect(card.text).toMatch(/Jujube (?:1\.5|2\.5) kg/u);
    expect(card.text).toContain('Walnut 500 g');
  });
});

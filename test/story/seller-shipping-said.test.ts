import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, withCard } from '../support/stall.ts';

// When and where a household sends, as it says it, and what its buyers read of it.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);
const household = () => walnut.database.db.seller.findFirstOrThrow();

describe('days of the week on which a household sends', () => {
  it('are kept after a yes, stand in its settings, and are told to who asks', async () => {
    await says('我只有礼拜一跟礼拜四去镇上寄东西', /周一、周四/);
    expect((await household()).shipsOn).toEqual([]);
    await says('是的', '发货日：周一、周四');
    expect((await household()).shipsOn).toEqual([1, 4]);
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃', '¥15');
    await hears(buyer, 'when do you ship?', 'packed and shipped on Monday, Thursday');
  });

  it('are read on every card on another day', async () => {
    const today = new Date(clock.now().getTime() + 8 * 3_600_000).getUTCDay() || 7;
    await walnut.database.db.seller.updateMany({ data: { shipsOn: [(today % 7) + 1] } });
    const buyer = await withCard(await newBuyer(walnut));
    expect(buyer.last().text).toContain('packs again on');
  });

  it('may be one that is always off, by a button below the one day that was understood', async () => {
    await says('周日不发货', '改好了');
    await seller.taps('📦 每个周日都不发', { on: await seller.waitsFor('改好了') });
    await seller.taps('✅ 确认修改', { on: await seller.waitsFor('我这样理解') });
    await seller.waitsFor('发货日：周一、周二、周三、周四、周五、周六');
    expect((await household()).shipsOn).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('where a household sends', () => {
  it('is its own province alone', async () => {
    await says('我们只发省内', '只发：山西');
    await says('是的', '只发：山西');
    const { notShippedTo } = await household();
    expect(notShippedTo).toContain('新疆');
    expect(notShippedTo).not.toContain('山西');
  });
});

describe('what a parcel costs', () => {
  it('is one fee for all, and more to some places', async () => {
    const card = await says('邮费一律6块，云南贵州那边再加5块', /云南/);
    expect(card.text).toMatch(/¥6[\s\S]*贵州[\s\S]*¥11/);
  });

  it('is free from a lower limit on, and the fee stays', async () => {
    await says('快递12元，满120包邮', '¥120');
    await says('Actually, make it free from 100 yuan.', /¥12.*¥100/);
  });

  it('is said in Cantonese', async () => {
    await says('满一百五十蚊包邮，唔够就收10蚊', /¥10.*¥150/);
  });
});

describe('a place that is sent to again', () => {
  it.each(['Tibet is ok again btw', '西藏嗰边又寄得返喇'])(
    'is no longer one of those that are not: %s',
    async (words) => {
      await says('新疆西藏不发', '新疆、西藏');
      await says(words, '恢复发货：西藏');
      await says('对', '不发');
      expect((await household()).notShippedTo).toEqual(['新疆']);
    },
  );

  it('is not meant where goods are named after it', async () => {
    const after = seller.says('新疆大枣又能发了');
    expect((await seller.waitsFor(/./s, { after })).text).not.toContain('恢复发货');
  });
});

describe('a day off that is none after all', () => {
  it('is a day like any other, and the shop was never shut', async () => {
    const soon = new Date(clock.now().getTime() + 3 * 86_400_000);
    await walnut.database.db.seller.updateMany({ data: { closedOn: [soon] } });
    const card = await says('不去了闺女要回来那天照常发货', '这天照常发货');
    await seller.taps('🟢 照常发货', { on: card });
    await seller.waitsFor('好，照常发货');
    expect((await household()).closedOn).toEqual([]);
  });
});

describe('what cannot be set', () => {
  it.each([
    ['满两单一起发', '每一单各算各的'],
    ['5斤起送', '整单起送按钱数设'],
    ['货到付款不做了', '还关不掉'],
  ])('%s is answered with what can', async (words, answer) => {
    await says(words, answer);
    expect(await walnut.database.db.sellerFact.count()).toBe(0);
  });
});

describe('a fee for some places', () => {
  it('is never taken for the fee of all', async () => {
    const card = await says('发新疆运费15元', '寄到新疆：¥15');
    await seller.taps('✅ 确认修改', { on: card });
    await seller.waitsFor('新疆', { after: card });
    const [rule] = await walnut.database.db.shippingMethod.findMany();
    expect(rule?.fee ?? 0).toBe(0);
  });
});

describe('one fee for some places, and another for the rest', () => {
  it.each([
    '往山西发收5块，旁的地方一律10块',
    '外省都收10块，山西只收5块，寄快递的',
    'shipping to Shanxi is 5 yuan, everywhere else 10',
  ])('are on one card: %s', async (words) => {
    const card = await hears(seller, words, '寄到山西');
    expect(card.text).toMatch(/寄到山西：¥5[\s\S]*别的地方：¥10/);
  });
});

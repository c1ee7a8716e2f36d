import { describe, expect, it } from 'vitest';
import { readSeller } from '../../src/nlu/read.ts';

// What sellers say that was once stated wrongly, or asked although it was clear.

const mass = (mode: string, quantity: number) => ({ measure: 'MASS', stock: { mode, quantity } });

describe('containers and what they hold', () => {
  it.each([
    ['黄豆又收了一麻袋，一百二十斤', { ...mass('add', 60_000) }],
    ['绿豆还剩一袋子，五十斤', { ...mass('set', 25_000) }],
    ['咸菜又腌好俩缸，一缸有八十斤', { ...mass('add', 80_000), packs: [40_000] }],
    ['rice have 6 bag, one bag 25 kg', { ...mass('set', 150_000), packs: [25_000] }],
    ['香醋 500ml一瓶 12瓶一箱 一箱96元 有40箱', { price: 9_600, priceQuantity: 6_000 }],
    ['核桃一袋两斤，五袋一箱，箱220，还有18箱', { price: 22_000, priceQuantity: 5_000 }],
    ['糯米酒2斤一瓶28 4瓶一箱100 有50箱', { price: 2_800, priceQuantity: 1_000 }],
  ])('%s', (message, reading) => {
    expect(readSeller(message)).toMatchObject(reading);
  });
});

describe('pounds and ounces are whole grams', () => {
  it.each([
    ['dried apples 2 lb bag 30 yuan, 40 bags', { priceQuantity: 907, ...mass('set', 36_280), packs: [907] }],
    ['cherries 25 yuan per pound', { price: 2_500, priceQuantity: 454 }],
    ['beef jerky 8 oz pack 55 yuan', { priceQuantity: 227, packs: [227] }],
    ['sold 5 lbs of butter', mass('sub', 2_268)],
    ['蓝莓一磅45块，有20磅', { priceQuantity: 454, ...mass('set', 9_072) }],
  ])('%s', (message, reading) => {
    expect(readSeller(message)).toMatchObject(reading);
  });
});

describe('two goods with a price each are no one offer', () => {
  const open = { title: null, price: null, priceQuantity: null, stock: null, packs: [] };

  it.each([
    '黑芝麻15一斤，白芝麻13一斤',
    'honey 60 a jar, jam 25 a jar',
    '桃子5块一斤，李子4块一斤，杏子6块一斤，都是今早摘的',
    '黄米8块，小米7块，各剩五十斤',
  ])('%s', (message) => {
    const reading = readSeller(message);
    expect(reading).toMatchObject(open);
    expect(reading.ambiguous).toEqual(expect.arrayContaining(['title', 'price', 'priceQuantity']));
  });

  it.each([
    ['核桃15元/斤，10斤以上13元/斤', 1_500],
    ['苹果 大的5块一斤，小的3块一斤', 500],
    ['rice 5 kilo 45, rice 10 kilo 85', 4_500],
  ])('but sizes and amounts of one thing are: %s', (message, price) => {
    expect(readSeller(message).price).toBe(price);
  });
});

describe('what is no stock and no price', () => {
  const nothing = { price: null, stock: null, packs: [] };

  it.each([
    ['我们村海拔1800米，苹果甜', { kind: 'other', ...nothing }],
    ['老王订的2吨玉米装车走了，车牌晋M3K82', { kind: 'other', ...nothing }],
    ['李姐那5箱苹果已经发了，单号尾号8832', { kind: 'other', ...nothing }],
    ['还有16单没打包，今晚加班', { kind: 'other', ...nothing }],
    ['今天停电，直播取消', { kind: 'other', ...nothing }],
    ['no live tonight, my phone is broken', { kind: 'other', ...nothing }],
    ['陈皮起咗20蚊', { kind: 'price', ...nothing }],
    ['i have forty something kilo rice', { kind: 'stock', ...nothing, ambiguous: ['stock'] }],
    ['tea now 90 per jin, minimum 2 jin', { kind: 'price', price: 9_000, stock: null }],
    ['tea $20 per bag, 12 bags left', { price: null, priceQuantity: 1, ambiguous: ['price'] }],
  ])('%s', (message, reading) => {
    expect(readSeller(message)).toMatchObject(reading);
  });
});

describe('what somebody takes off', () => {
  const titles = ['Dried apricots', '糜子面'];
  const taken = { kind: 'stock', stock: { mode: 'sub', quantity: 4_000 } };

  it.each([
    'Good morning! The mice got into the shed, please take 4 kg off the stock of dried apricots.',
    'please take 4 kg off dried apricots',
    'dried apricots: knock 4 kg off the stock',
    'deduct 4 kg from dried apricots please, the goat got in',
  ])('is no stock that there is, and of the goods that are named: %s', (said) => {
    const { title, ...reading } = readSeller(said, { titles });
    expect(title?.toLowerCase()).toBe('dried apricots');
    expect(reading).toMatchObject(taken);
  });

  it('is no price either, where it was said to be the old one', () => {
    const said = '那个糜子面啊不是六块了啊现在成了六块五了你给我改一改';
    expect(readSeller(said, { titles })).toMatchObject({ title: '糜子面', price: 650 });
  });
});

describe('what was done with the goods before they are sold is no part of their name', () => {
  it.each([
    ['刨下山药蛋咧，一块八一斤，有三百斤', '山药蛋'],
    ['今日收咗霸王花干，55蚊一斤，有25斤', '霸王花干'],
    ['掰了嫩玉米，2块一个，有200个', '嫩玉米'],
    ['屋里头晒好的萝卜干，18一斤，有30斤', '萝卜干'],
  ])('%s', (said, title) => {
    expect(readSeller(said).title).toBe(title);
  });
});

describe('what came and what went', () => {
  it.each([
    ['腊肉返货30斤', mass('add', 15_000)],
    ['raisins come again 15 kilo', mass('add', 15_000)],
    ['咸鱼200蚊斤，得返5斤', { price: 20_000, priceQuantity: 500, ...mass('set', 2_500) }],
    [
      'last week sell 20 bag rice, this week 12 bag, now have 40 bag',
      { stock: { mode: 'set', quantity: 40 } },
    ],
  ])('%s', (message, reading) => {
    expect(readSeller(message)).toMatchObject({ ...reading, ambiguous: [] });
  });

  it('is asked of what a bare number with a sign is', () => {
    expect(readSeller('olive oil -5')).toMatchObject({
      measure: null,
      stock: { mode: 'sub', quantity: 5 },
      ambiguous: ['measure'],
    });
  });
});

describe('words that say for certain whether an amount came or went', () => {
  it.each([
    ['狗把鸡蛋踢翻咧,打咧三十个', 'sub', 30],
    ['有五个锅盔烙糊咧,卖不成,扣掉', 'sub', 5],
    ['茶饼给亲戚5饼了,除掉', 'sub', 5],
    ['香醋漏了2斤', 'sub', 1000],
    ['Mustard oil ten bottles came back from customer, kindly add', 'add', 10],
    ['饭店退回3箱梨', 'add', 3],
    ['5 jars of honey broken, please deduct', 'sub', 5],
    ['12.5 kg of walnuts became wet and must be deducted', 'sub', 12_500],
    ['核桃卖了30斤还剩70斤', 'set', 35_000],
    ['红枣还有20斤', 'set', 10_000],
  ] as const)('%s', (message, mode, quantity) => {
    expect(readSeller(message).stock).toEqual({ mode, quantity });
  });
});

describe('how many one pack holds is said with 入 too', () => {
  it.each([
    [
      '鳳梨酥十入一盒320元，共60盒',
      { priceQuantity: 10, stock: { mode: 'set', quantity: 600 }, packs: [10] },
    ],
    ['红枣入库200斤', { ...mass('add', 100_000) }],
  ])('%s', (message, reading) => {
    expect(readSeller(message)).toMatchObject(reading);
  });
});

describe('a price that others ask', () => {
  it.each([
    '聽講街市啲蝦醬賣到五十蚊一樽喎',
    '听说隔壁核桃卖30一斤',
    '侬讲醉蟹三十块一只贵伐',
    '你说小米15块一斤贵吗',
    'i heard walnuts go for 30 yuan a jin at the market',
    'people say their honey sells at 60 yuan a jar',
  ])('is none of the shop’s: %s', (message) => {
    expect(readSeller(message).price).toBeNull();
  });

  it.each([
    ['听人说蜂蜜要涨，我们蜂蜜改成68一瓶', 6800],
    ['小米改成15块一斤', 1500],
  ])('takes nothing from the price beside it: %s', (message, price) => {
    expect(readSeller(message).price).toBe(price);
  });

  it.each(['核桃那价儿您给我往下落一块钱', '核桃往上涨两块', '核桃往下降3块'])(
    'is not by how much it moves: %s',
    (message) => {
      expect(readSeller(message)).toMatchObject({ kind: 'price', price: null });
    },
  );
});

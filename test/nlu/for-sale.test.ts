import { describe, expect, it } from 'vitest';
import { withPlainFigures } from '../../src/nlu/acts/offers/spoken.ts';
import { readOffers } from '../../src/nlu/acts/parts.ts';
import { readSeller } from '../../src/nlu/read.ts';

const offered = (message: string) => {
  const { kind, title, price, priceQuantity, stock } = readSeller(message);
  return [kind, title, price, priceQuantity, stock?.mode === 'set' ? stock.quantity : undefined];
};

describe('goods that are put on sale in a sentence', () => {
  it.each([
    ['娃，给奶把那醋泡蒜摆出去，一罐子十八，做了三十罐', '醋泡蒜', 1_800, 1, 30],
    ['我屋里头的洋芋粉多得很，想往出卖些，一斤十二，拢共八十斤', '洋芋粉', 1_200, 500, 40_000],
    ['阿婆屋里厢醉枣好卖了，卅五块一瓶，总共十六瓶', '醉枣', 3_500, 1, 16],
    ['老妹儿，给姐把粘豆包上了，一袋二十个卖二十五，冻了六十袋', '粘豆包', 2_500, 20, 1_200],
    ['我们家那口子做的炸酱，您给卖卖，二十二一瓶儿，一瓶儿一斤，得了二十瓶', '炸酱', 2_200, 500, 10_000],
    ['这个小米呢今年新打的一斤七块我这儿有三百斤都能卖', '小米', 700, 500, 150_000],
    ['就是我做的那个千层底布鞋嘛一双八十现在做好了九双', '千层底布鞋', 8_000, 2, 18],
    ['那个啥就是我家那个乌骨鸡养了六十只现在能卖了嘛一只一百二嗯都给宰好的', '乌骨鸡', 12_000, 1, 60],
    ['嗯那个我家的核桃油榨出来了就是一瓶八十八然后有十五瓶你看着给弄上去', '核桃油', 8_800, 1, 15],
    ['俺家嘞芝麻叶晒干了，恁给俺卖卖呗，二十一斤，有三十斤', '芝麻叶', 2_000, 500, 15_000],
    ['我家荠菜饺子要买 二十五一袋 有四十带', '荠菜饺子', 2_500, 1, 40],
    ['仲有啲十年陳皮 38蚊一兩 得返三斤咋 幫我放上去啦', '十年陳皮', 3_800, 50, 1_500],
    ['Sir kindly list jaggery, 24 yuan per kg, we are having 50 kgs', 'jaggery', 2_400, 1_000, 50_000],
    ['I have lotus seed. 1 kg 70 yuan. Today harvest 18 kg.', 'lotus seed', 7_000, 1_000, 18_000],
    ['Please put my dried fish. 1 bag 40 yuan. In house 16 bag.', 'dried fish', 4_000, 1, 16],
    [
      'Hi! My mother-in-law has put up about 40 jars of pickled radish and would like 15 yuan a jar for them. Could you get that up?',
      ...['pickled radish', 1_500, 1, 40],
    ],
    [
      'My wife knitted nine pairs of wool socks, she wants 45 yuan for a pair. can u put it on',
      ...['wool socks', 4_500, 2, 18],
    ],
  ])('%s', (message, title, price, priceQuantity, stock) => {
    expect(offered(message as string)).toEqual(['product', title, price, priceQuantity, stock]);
  });

  it('has an amount that nobody knows for sure asked', () => {
    const reading = readSeller('娃，咱家冻下的那个沙棘果能给卖了不，一斤要九块，冰柜里头拢共四十来斤');
    expect(reading).toMatchObject({ title: '沙棘果', price: 900, priceQuantity: 500, ambiguous: ['stock'] });
  });

  it.each([
    '妈说红枣不要卖，一斤20块10斤',
    '红枣别上架一斤20块30斤',
    '明天红枣上架，一斤20块30斤',
    '王姐核桃一斤20有3斤没付',
    'I sell apples to Wang for 5 yuan a jin',
    'my wife is selling apples 5 yuan a jin in town',
    'no one can beat 5 yuan a jin walnuts',
    '当年大白菜两分钱一斤，一买就是三百斤，码一院子',
    '老南瓜能卖十块一颗不？',
    '去年红萝卜两毛一斤都没人要，烂地里好几千斤',
    '听说隔壁村的核桃卖三十一斤，存了二百斤',
    'my neighbour sells walnuts at 40 a kilo, he has 30 kilos',
  ])('is none in what is asked, or told of others: %s', (message) => {
    expect(readSeller(message)).toMatchObject({ kind: 'other', price: null, stock: null });
  });
});

describe('several goods in a sentence', () => {
  const parts = (message: string) =>
    readOffers(message)?.parts.map(({ reading: { title, price, priceQuantity, stock } }) => [
      title,
      price,
      priceQuantity,
      stock?.quantity,
    ]);

  it.each([
    [
      '伙计，我屋里挂面跟辣子面都要往出卖，空心挂面六块五一斤有一百五十斤，辣子面十八，就二十斤',
      ['空心挂面', 650, 500, 75_000],
      ['辣子面', 1_800, 500, 10_000],
    ],
    [
      '單叢有兩隻，鴨屎香180一斤得15斤，蜜蘭香150一斤有22斤',
      ['鴨屎香', 18_000, 500, 7_500],
      ['蜜蘭香', 15_000, 500, 11_000],
    ],
    [
      '今儿上俩货：豆腐干十五一斤三十斤，豆腐皮二十，四十斤',
      ['豆腐干', 1_500, 500, 15_000],
      ['豆腐皮', 2_000, 500, 20_000],
    ],
    [
      '黑木耳88一斤有10斤，另外还有黄花菜也卖，35，20斤，榛蘑70也是20斤',
      ['黑木耳', 8_800, 500, 5_000],
      ['黄花菜', 3_500, 500, 10_000],
      ['榛蘑', 7_000, 500, 10_000],
    ],
    [
      "so we've got walnuts at 40 a kilo, 30 kilos of those, and almonds at 60, 15 kilos",
      ['walnuts', 4_000, 1_000, 30_000],
      ['almonds', 6_000, 1_000, 15_000],
    ],
  ])('%s', (message, ...goods) => {
    expect(parts(message)).toEqual(goods);
  });
});

describe('what there is of them', () => {
  it.each([
    ['刚拿秤过了一遍，沙棘果没有四十，三十六斤', '沙棘果', 18_000],
    ['辣子面我给我妹子留五斤，挂十五斤就对了', '辣子面', 7_500],
  ])('is what is said beside what is not, or is kept: %s', (message, title, quantity) => {
    expect(readSeller(message)).toMatchObject({ kind: 'stock', title, stock: { mode: 'set', quantity } });
  });

  it('is told with money of which the unit is asked', () => {
    expect(readSeller('九孔藕 7块 300斤 5斤起')).toMatchObject({
      ...{ kind: 'product', title: '九孔藕', price: 700, priceQuantity: null },
      ...{ stock: { mode: 'set', quantity: 150_000 }, ambiguous: ['priceQuantity'] },
    });
  });
});

describe('figures that only sound like others', () => {
  const heard = (message: string) => readSeller(withPlainFigures(message));

  it.each([
    '米酒一瓶五百毫升，有20瓶',
    '布鞋一双四十二码',
    '酒一瓶二十年陈',
    '鸡蛋一斤二十出头',
    '核桃送了二十一斤，卖了三十斤',
    '核桃上午卖了二十一斤，下午三十斤',
    '王姐要二十一斤，李姐要三十斤',
    '核桃坏二十一斤，卖三十斤',
  ])('are no price: %s', (message) => {
    expect(heard(message).price).toBeNull();
  });

  it.each([
    ['核桃给老人留十斤，卖五斤', 'sub', 2_500],
    ['没有四十斤，三十六斤核桃卖了', 'sub', 18_000],
    ['鸡蛋卖了30近两天', 'sub', 30],
  ])('leave what went: %s', (message, mode, quantity) => {
    expect(heard(message).stock).toEqual({ mode, quantity });
  });

  it.each([
    ['鸡蛋一个一块二散卖', 120],
    ['洋芋一斤一块八吃不完', 180],
  ])('keep what is behind the yuan: %s', (message, price) => {
    expect(heard(message).price).toBe(price);
  });

  it('make no bags of what comes on top', () => {
    expect(withPlainFigures('红枣3带1')).toBe('红枣3带1');
  });
});

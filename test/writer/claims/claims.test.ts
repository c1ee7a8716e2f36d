import { describe, expect, it } from 'vitest';
import { unsupportedClaims } from '../../../src/writer/claims/check.ts';

const walnuts = [
  '商品:核桃',
  '产地:山西省汾阳市',
  '卖家说:壳薄,房顶晒的,没熏硫',
  '规格:4袋,每袋500克',
  '采收:2026年9月20日',
];
const open = (text: string, facts: readonly string[] = walnuts): string[] =>
  unsupportedClaims(text, facts, 2026);

describe('a text may say what its facts say', () => {
  it.each([
    '汾阳的核桃,壳薄。',
    '在房顶晒干,没用硫磺熏。',
    '今年9月20号收的,四袋,每袋一斤,共四斤。',
    'Walnuts from Fenyang, Shanxi, dried on the roof, not smoked with sulphur.',
    'Four bags of half a kilo, harvested on 20 September 2026.',
    '大家好,欢迎下单,谢谢。',
  ])('%s', (text) => {
    expect(open(text)).toEqual([]);
  });
});

describe('a text may not say', () => {
  it.each([
    ['where it does not come from', '阿克苏的核桃', ['阿克苏']],
    ['what it tastes of', '汾阳核桃,香甜', ['香甜']],
    ['how it was not made', 'Walnuts, hand-peeled.', ['hand-peeled']],
    ['another number', '四袋,每袋600克', ['600克']],
    ['another number of the same thing', '5袋装', ['5袋']],
    ['a number without its unit', '四十年老树', ['四十年老树']],
    ['another date', '9月21日采收', ['21日']],
    ['what is denied', '壳薄,熏硫', ['熏硫']],
    ['no to what is so', '壳不薄', ['壳不薄']],
    ['an award', 'Walnuts with an award of the ministry', ['award of the ministry']],
    ['a grade of two plain words', 'Walnuts, shipped every day.', ['shipped every day']],
  ])('%s: %s', (_name, text, pieces) => {
    expect(open(text)).toEqual(pieces);
  });
});

it('a stronger word does not follow from a weaker one', () => {
  expect(open('微甜', ['卖家说:微甜'])).toEqual([]);
  expect(open('甜', ['卖家说:微甜'])).toEqual(['甜']);
  expect(open('sweet', ['seller: a little sweet'])).toEqual(['sweet']);
});

it('what a name is made of says nothing', () => {
  expect(open('红色,大', ['商品:红薯', '商品:大米'])).toEqual(['红色', '大']);
});

it('names go across scripts by their sound', () => {
  expect(open('攸县茶油', ['title: Tea oil', 'origin: Youxian'])).toEqual([]);
  expect(open('Tea oil from Youxian, Hunan', ['商品:茶油', '产地:湖南省攸县'])).toEqual([]);
});

it('this year is the year of the harvest, or is not said', () => {
  expect(unsupportedClaims('今年收的核桃', walnuts, 2026)).toEqual([]);
  expect(unsupportedClaims('今年收的核桃', walnuts, 2027)).toEqual(['今年']);
});

it('a number counts what its fact counts', () => {
  const facts = [
    '商品:核桃',
    '卖家说:树种了三年,晒了两天',
    'seller says: from 40 hives, kept bees for 20 years',
  ];
  expect(open('种了三年的核桃,晒两天。', facts)).toEqual([]);
  expect(open('核桃,晒了三年。', facts)).toEqual(['三年']);
  expect(open('From 20 hives.', facts)).toEqual(['20']);
});

describe('who does what is as the facts have it', () => {
  const tea = ['商品:绿茶', '卖家说:婆婆炒的,我负责包装', '规格:一罐100克'];
  const flour = ['product: Buckwheat flour', 'seller says: my brother grows it, I mill it on a stone mill'];
  it('in other words', () => {
    expect(open('炒茶的是婆婆', tea)).toEqual([]);
    expect(open('婆婆炒的绿茶', ['商品:绿茶', '卖家说:我和婆婆两个人炒的'])).toEqual([]);
    expect(open('My brother grows the buckwheat', flour)).toEqual([]);
  });
  it('and not the other way round', () => {
    expect(open('婆婆包装、我来炒的', tea)).toEqual(['婆婆包装', '我来炒的']);
    expect(open('I grow the buckwheat', flour)).toEqual(['I grow']);
  });
  it('nor alone where there were two', () => {
    expect(open('婆婆一个人炒的', ['商品:绿茶', '卖家说:我和婆婆两个人炒的'])).not.toEqual([]);
  });
});

describe('numbers stay with their words', () => {
  it.each([
    ['percent in words', '15 per cent alcohol', ['seller says: 15 % alcohol'], []],
    ['a range before a month', 'picked between 3 and 12 April', ['采摘:2026年4月3日至12日'], []],
    ['as the fact has them', '白芝麻七成黑芝麻三成', ['卖家说:白芝麻七成黑芝麻三成'], []],
  ])('%s: %s', (_name, text, facts, pieces) => {
    expect(open(text, facts)).toEqual(pieces);
  });
  it.each([
    ['swapped', '白芝麻三成黑芝麻七成', '卖家说:白芝麻七成黑芝麻三成'],
    ['a better prize', '县农展会一等奖', '获奖:县农展会二等奖'],
  ])('%s: %s', (_name, text, fact) => {
    expect(open(text, [fact])).not.toEqual([]);
  });
});

it('what grazes eats grass, what only runs about need not', () => {
  expect(open('吃草', ['卖家说:放羊'])).toEqual([]);
  expect(open('吃青草长大', ['卖家说:鹅在河滩上放养'])).not.toEqual([]);
});

it('sent the same day does not arrive the same day', () => {
  expect(open('当天到', ['卖家说:顺丰当天发'])).not.toEqual([]);
});

it('reads words that a program has names for', () => {
  expect(open('constructor', ['title: Walnuts'])).toEqual(['constructor']);
});

describe('words that no list knows', () => {
  it('pass where a dictionary has them for what a fact says', () => {
    expect(open('Kyoho grapes from Yongji', ['商品:葡萄', '品种:巨峰', '产地:山西省永济市'])).toEqual([]);
  });
  it.each([
    ['where nothing of the facts is left to say', 'Walnuts from Fenyang, with a hint of vanilla', walnuts],
    ['in a number', '存放90天', walnuts],
    ['denied by the facts', '含花生', ['no peanuts']],
  ])('do not pass %s: %s', (_name, text, facts) => {
    expect(open(text, facts)).not.toEqual([]);
  });
});

describe('turns of phrase that claim nothing', () => {
  const yams = ['商品:红薯', '卖家说:有的歪', '规格:9斤一箱'];
  it.each([
    '想要的话留个言,有啥问题随时问我。',
    '丑话说在前头:有的歪。',
    'Fair warning: some are crooked. Any questions, just ask.',
  ])('%s', (text) => {
    expect(open(text, yams)).toEqual([]);
  });
  it.each(['别犹豫,假一赔十', '喜欢的朋友别错过,明天就涨价', 'Just so you know, they sell out every week'])(
    'and what goes with them: %s',
    (text) => {
      expect(open(text, yams)).not.toEqual([]);
    },
  );
});

describe('a claim is no weaker, earlier or elsewhere than its fact', () => {
  it.each([
    ['weaker', 'Only slightly hot.', ['商品:剁椒', '卖家说:很辣']],
    ['still to be done', '买回去煮熟再吃', ['title: Duck eggs, salted', 'seller says: already boiled']],
    ['in another part of the day', '上午发', ['商品:黄桃', '卖家说:早上摘,下午发']],
    ['to another place', '东北也包邮', ['邮费:江浙沪包邮,东北加8元']],
    ['in another season', 'Soft in winter.', ['商品:麦芽糖', '卖家说:冬天硬夏天软']],
    ['after what it comes before', '伞开了才采', ['seller says: picked before the caps open']],
    ['of what a word of the facts rules out', '葛根是种的', ['商品:野生葛根粉']],
    ['of a better grade', '一级', ['title: Dried shiitake', 'grade: second']],
  ])('%s: %s', (_name, text, facts) => {
    expect(open(text, facts)).not.toEqual([]);
  });
  it('but may be the same in other words', () => {
    expect(open('Very hot.', ['商品:剁椒', '卖家说:很辣'])).toEqual([]);
    expect(open('下午寄出', ['商品:黄桃', '卖家说:早上摘,下午发'])).toEqual([]);
    expect(open('矾是没有的', ['商品:粉条', '卖家说:没加明矾'])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { unsupportedClaims } from '../../../src/writer/claims/check.ts';

const open = (text: string, facts: readonly string[]): string[] => unsupportedClaims(text, facts, 2026);

const pomelos = ['商品:柚子', '规格:10斤一箱,6个', '价格:48元一箱'];
const juice = ['title: Apple juice', 'bottle: 250 ml, 12 in a case', 'price: 84 yuan a case'];
const honey = ['商品:蜂蜜', '规格:500克一瓶,4瓶一箱', '价格:每瓶45元,一箱170元'];
const sausage = ['商品:腊肠', '卖家说:晒了三天,熏了两周', '截单:每天下午四点', '保质:冷冻三十天'];

describe('prices and weights follow from those of a pack', () => {
  it.each([
    ['of a piece', '算下来一个才八块钱', pomelos],
    ['of a jin', '合4块8一斤', pomelos],
    ['of several packs', '两箱96元', pomelos],
    ['in another language', 'That is 8 yuan apiece, 9.6 yuan per kilo.', pomelos],
    ['of a bottle in a case', '7 yuan a bottle, three litres to the case.', juice],
    ['of all that a pack holds, in another clause', '一箱十二瓶,合起来3升,七块钱一瓶', juice],
    ['where packs of two sizes have prices of their own', '四瓶一起拿170元', honey],
  ])('%s: %s', (_name, text, facts) => {
    expect(open(text, facts)).toEqual([]);
  });
  it.each([
    ['a lower price of a piece', '一个六块钱', pomelos],
    ['a lower price of several', '两箱90元', pomelos],
    ["a piece's price for a pack", '8元一箱', pomelos],
    ['a part of the price of a larger pack', '两瓶85元', honey],
    ['more than a pack holds', 'Four litres to the case.', juice],
    ['another count of the same thing', '三种口味', ['规格:8个一袋,两种口味', '配料:糯米、五花肉、蛋黄']],
    ["another size's price", '小果56元', ['价格:大果56元,小果45元']],
    ['the least of every one for what they weigh together', '每个都不低于一斤二两', ['规格:4个,约5斤']],
    ['trees as pieces in a box', '一箱三十六个', ['规格:10斤一箱', '卖家说:树有三十六棵']],
  ])('but not %s: %s', (_name, text, facts) => {
    expect(open(text, facts)).not.toEqual([]);
  });
});

describe('times are the same in other units', () => {
  it.each([
    ['days and hours', '晒了72小时'],
    ['weeks and days', 'Smoked for fourteen days.'],
    ['a month and thirty days', '冷冻能放一个月'],
    ['the time of day', '16点截单'],
    ['the time of day in English', 'Order before 4 p.m. every day.'],
  ])('%s: %s', (_name, text) => {
    expect(open(text, sausage)).toEqual([]);
  });
  it.each(['15点截单', '熏了一个月', '晒了48小时', '冷冻能放一个多月'])('no other: %s', (text) => {
    expect(open(text, sausage)).not.toEqual([]);
  });
  it('a time goes with what lasts so long', () => {
    const facts = ['seller says: sour after 30 days in the jar, eat within two weeks of opening'];
    expect(open('Finish it within fourteen days of opening.', facts)).toEqual([]);
    expect(open('Finish it within thirty days.', facts)).not.toEqual([]);
  });
});

describe('a round number with more to it', () => {
  const apples = ['规格:10斤一箱,约22个', '重量:每个230克左右'];
  it.each(['一箱二十多个', '每个四两多'])('%s', (text) => {
    expect(open(text, apples)).toEqual([]);
  });
  it.each(['一箱三十多个', '每个半斤多'])('not %s', (text) => {
    expect(open(text, apples)).not.toEqual([]);
  });
});

describe('a date has a season, and a name for its year', () => {
  const tea = ['title: Green tea', 'picked: 28 March 2026'];
  const walnuts = ['商品:核桃', '采收:2025年9月'];
  it.each([
    ['今年春天采的', tea],
    ["This year's tea, picked at the end of March.", tea],
    ['去年秋天收的', walnuts],
    ['Picked last autumn.', walnuts],
  ])('%s', (text, facts) => {
    expect(open(text, facts)).toEqual([]);
  });
  it.each([
    ['今年秋天采的', tea],
    ['Picked in early March.', tea],
    ['前年收的', walnuts],
    ['Picked this autumn.', walnuts],
    ['Picked this September.', walnuts],
  ])('not %s', (text, facts) => {
    expect(open(text, facts)).not.toEqual([]);
  });
});

describe('what a fact multiplies without a label is a pack', () => {
  it.each([
    ['its number', '四包,含小麦', ['title: Noodles', '4 x 250 g', 'contains wheat']],
    ['its weight in all', '四包正好一公斤', ['title: Noodles', '4 x 250 g']],
    [
      'what sachets weigh together',
      'Twenty sachets, half a kilo in all.',
      ['title: Powder', '20 sachets of 25 g'],
    ],
    ['two bottles by their label', '两瓶一共一升', ['商品:香油', '容量:500ml×2']],
    ['a bare number of fruits', '一箱12个', ['title: Peaches', '12 fruits']],
  ])('%s: %s', (_name, text, facts) => {
    expect(open(text, facts)).toEqual([]);
  });
  it('but four times 250 g are not 250 g times five', () => {
    expect(open('五包', ['title: Noodles', '4 x 250 g'])).not.toEqual([]);
    expect(open('一共1.25公斤', ['title: Noodles', '4 x 250 g'])).not.toEqual([]);
  });
});

describe('numbers said in full', () => {
  const sugar = ['商品:红糖', '卖家说:柴火熬了三个小时,晾两周'];
  it.each(['足足熬了三个钟头', '熬满三个小时', 'Boiled for three full hours.', '晾满十四天'])(
    '%s',
    (text) => {
      expect(open(text, sugar)).toEqual([]);
    },
  );
  it('a quarter of an hour and a fortnight are spans of time', () => {
    expect(open('蒸一刻钟', ['商品:南瓜', '卖家说:蒸15分钟'])).toEqual([]);
    expect(open('Left for a fortnight.', ['title: Sugar', 'seller says: left for two weeks'])).toEqual([]);
    expect(open('蒸两刻钟', ['商品:南瓜', '卖家说:蒸15分钟'])).not.toEqual([]);
  });
});

describe('what happens on some days of the week happens so often a week', () => {
  const cake = ['title: Honey cake', 'baked Tuesdays and Fridays'];
  it.each(['We bake twice a week.', '周二和周五烤'])('%s', (text) => {
    expect(open(text, cake)).toEqual([]);
  });
  it('no oftener, and a range of days is not counted by its ends', () => {
    expect(open('We bake three times a week.', cake)).not.toEqual([]);
    expect(open('We bake twice a week.', ['title: Cake', 'baked Monday to Friday'])).not.toEqual([]);
  });
});

describe('a number goes with one, with all, or with about so much', () => {
  it.each([
    ['all for each', 'Eight pieces, 640 g each.', ['title: Smoked tofu', '8 pieces, 640 g'], ['640 g']],
    ['all for each bottle', '一瓶一升', ['商品:香油', '规格:500毫升×2'], ['一升']],
    ['each for all', '两把共二斤', ['商品:挂面', '规格:2斤×2把'], ['二斤']],
    ['about for exactly', '去壳后正好两斤', ['商品:笋', '卖家说:去壳后大概剩两斤'], ['两斤']],
    ['the end of a range for exactly', '五斤刚好十二根', ['商品:紫薯', '规格:5斤,7到12根'], ['十二根']],
    ['lean for fat', '肥七瘦三', ['商品:腊肠', '卖家说:肥三瘦七'], ['七', '三']],
  ])('not %s: %s', (_name, text, facts, wrong) => {
    const [piece = ''] = open(text, facts);
    expect(wrong.some((one) => piece.includes(one))).toBe(true);
  });
  it.each([
    ['一共一公斤', ['商品:红薯粉', '规格:250克×4袋']],
    ['每袋半斤', ['商品:红薯粉', '规格:250克四袋']],
    ['Eight pieces, 640 g in all.', ['title: Smoked tofu', '8 pieces, 640 g']],
    ['肥三瘦七', ['商品:腊肠', '卖家说:肥三瘦七']],
    ['一箱正好十斤', ['商品:苹果', '规格:10斤一箱']],
  ])('but as the facts have it: %s', (text, facts) => {
    expect(open(text, facts)).toEqual([]);
  });
});

it('facts and texts are compared in whichever characters each is written', () => {
  const facts = ['商品：臘腸', '產地：廣東中山', '規格：一斤裝', '曬製：北風天曬五日'];
  expect(open('廣東中山臘腸，曬五日，五百克。', facts)).toEqual([]);
  expect(open('广东中山腊肠,晒五日,五百克。', facts)).toEqual([]);
  expect(open('廣東中山臘腸，曬六日。', facts)).toEqual(['六日']);
});

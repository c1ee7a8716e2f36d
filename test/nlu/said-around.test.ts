import { describe, expect, it } from 'vitest';
import { splitAsked } from '../../src/nlu/acts/orders/asked-beside.ts';
import { readReaddress } from '../../src/nlu/acts/orders/delivery/readdress.ts';
import { readOtherAmount } from '../../src/nlu/acts/question-topic.ts';
import { readBuyer } from '../../src/nlu/read.ts';
import { parseRecipient } from '../../src/nlu/recipient/parse.ts';

const namesOf = (message: string): string[] => readBuyer(message).lines.map(({ product }) => product);

describe('what a later clause takes back is not ordered', () => {
  it.each([
    ['先要苹果5斤🍎 嗯…还是10斤吧，红枣也来2斤，啊红枣算了家里还有😅', ['苹果']],
    ['来3斤苹果，2斤绿豆，哦绿豆不用了家里有', ['苹果']],
    ['要5斤小米和2斤黄豆，黄豆算了吧', ['小米']],
    ['核桃5斤，核桃仁2斤，核桃仁不要了', ['核桃']],
    ['2 kg apples, 1 kg dates, oh scratch the dates', ['apples']],
  ])('%s', (message, names) => {
    expect(namesOf(message)).toEqual(names);
  });
});

describe('what goods are for, and what somebody has, is no goods', () => {
  it.each([
    ['黄豆十来斤吧，打豆浆用', ['黄豆']],
    ['有没有糜子面，蒸糕用的', ['糜子面']],
    ['鸡蛋10个行不行，宿舍就一个小锅', ['鸡蛋']],
    ['红枣来两斤，熬粥喝', ['红枣']],
    ['来2斤糯米，包粽子用，再来1斤红枣', ['糯米', '红枣']],
  ])('%s', (message, names) => {
    expect(namesOf(message)).toEqual(names);
  });
});

it('half of one kind and half of another is asked', () => {
  const { lines, ambiguous } = readBuyer('芝麻一斤二两，黑白各半，即各六两。');
  expect(lines.map(({ quantity }) => quantity)).toEqual([null]);
  expect(ambiguous).toContain('quantity');
});

it('what is not to be sent any more is cancelled; beside something that is, it is ordered', () => {
  expect(readBuyer('前日那两瓶醋不必寄了，儿子已买来。').kind).toBe('cancel');
  expect(readBuyer('红枣照旧3斤,核桃就别寄了')).toMatchObject({
    kind: 'order',
    lines: [{ product: '红枣' }],
  });
});

it('goods are sought in dialect', () => {
  expect(readBuyer('想搵啲新鮮淮山')).toMatchObject({ kind: 'search', lines: [{ product: '新鮮淮山' }] });
});

describe('whose parcel it is', () => {
  it('stands behind 她叫, in one breath', () => {
    expect(parseRecipient('寄给俺闺女她叫赵玉梅电话13900002468住在北京市朝阳区望京街10号')).toMatchObject({
      name: '赵玉梅',
      phone: '13900002468',
      address: '北京市朝阳区望京街10号',
    });
  });

  it('and its address ends before what was bought', () => {
    const { address } = parseRecipient(
      '收件人：孙仲文。电话：13993107258。地址：兰州市城关区东岗西路199号。所购：百合干一斤半。',
    );
    expect(address).toBe('兰州市城关区东岗西路199号');
  });

  it('beside a phone one of something is no goods, and a weight is', () => {
    expect(readBuyer('电话换一个换成13900001111').lines).toEqual([]);
    expect(readBuyer('来一斤核桃 13900001111').lines).toHaveLength(1);
  });
});

it.each([
  ['那5斤捏', '5斤'],
  ['n for 5kgs?', '5kgs'],
  ['要是10斤咧', '10斤'],
  ['what about 1 kg', '1 kg'],
  ['来5斤嘞', undefined],
  ['那就5斤', undefined],
  ['要5斤', undefined],
])('the same is asked of another amount, or it is not: %s', (message, amount) => {
  expect(readOtherAmount(message)).toBe(amount);
});

it('no goods of an order go to a question behind it', () => {
  const context = { titles: ['Lima beans', 'Fava beans'] };
  expect(splitAsked('Could I order 2 kg of lima beans and 1 kg of fava beans?', context)).toBeUndefined();
});

it.each([
  ['哎呀妈呀地址整错了，应该送 黑龙江省哈尔滨市道里区中央大街89号', '黑龙江省哈尔滨市道里区中央大街89号'],
  ['寄错了寄错了 要寄到太原市小店区平阳路12号才对', '太原市小店区平阳路12号'],
  ['寄错了，这是别人的核桃', undefined],
])('a wrong address is put right, and wrong goods are another matter: %s', (message, address) => {
  expect(readReaddress(message)).toBe(address);
});

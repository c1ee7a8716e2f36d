import { describe, expect, it } from 'vitest';
import { deniesAddressPart } from '../../src/nlu/acts/orders/delivery/address-part.ts';
import { readAddressFix } from '../../src/nlu/recipient/mend/address-fix.ts';

// One part of a known address is put right, and the rest stays as it is.

const fixed = (message: string, address: string) => readAddressFix(message, address)?.address;

describe('one part of an address', () => {
  it.each([
    ['哎呀门牌打错哒，98号才对，不是88号', '长沙市岳麓区麓山路88号', '长沙市岳麓区麓山路98号'],
    ['我住三单元，你写成二单元了嘛', '桃园路1号2号楼二单元501', '桃园路1号2号楼三单元501'],
    ['街名唔啱呀，係上海街，唔係上海路', '油麻地上海路12号', '油麻地上海街12号'],
    ['我住的是麓山南路不是麓山路', '长沙市麓山路88号', '长沙市麓山南路88号'],
    ['不是王家庄，俺是汪家庄的，三点水那个', '某县王家庄3号', '某县汪家庄3号'],
    ['its flat 5 not flat 3, rest is fine', 'Flat 3, 12 Garden Road', 'Flat 5, 12 Garden Road'],
    ['house number 22 wrong, correct is 27', '22 Park Lane', '27 Park Lane'],
    ["there's no Ashford Street, it's Ashton Street", '12 Ashford Street', '12 Ashton Street'],
    ['98号才对，不是88号', '和平路88号', '和平路98号'],
    ['不是88号，是98号', '和平路88号', '和平路98号'],
    ['和平路88号不对，应该是和平路98号', '和平路88号', '和平路98号'],
    ['地址里5单元写成3单元了', '桃园路1号3单元', '桃园路1号5单元'],
    ['it should be flat 5 instead of flat 3', 'Flat 3, 12 Garden Road', 'Flat 5, 12 Garden Road'],
    ['门牌应该是28号', '桃园路1号3单元', '桃园路28号3单元'],
  ])('%s', (message, address, now) => {
    expect(fixed(message, address)).toBe(now);
  });

  it.each([
    ['another address is no slip', '地址写错了，改成小店区长治路200号', '迎泽区桃园路1号'],
    ['nor is another one in English', 'it should be 21 Garden Road, Jinan', '5 Zhongshan Road, Harbin'],
    ['what it counts must be alike', '是1单元不是1号', '桃园路1号3单元'],
    ['which of two it is must be certain', '应该是9号', '桃园路1号 幸福路2号'],
    ['what holds stays: it is said first', '是88号，不是98号', '和平路88号'],
    ['what holds stays, with its word behind it', '88号才对，不是98号', '和平路88号'],
    ['what holds stays, with its door', '门牌是88号，不是98号', '和平路88号'],
    ['what holds stays, in English', 'its flat 2 not flat 5', 'Flat 2, 12 Garden Road'],
    [
      'what holds stays, whatever the other is',
      'the address is flat 2 instead of flat 5',
      'Flat 2, 12 Garden Road',
    ],
    ['a slip that is mended stays mended', '98号才对，不是88号', '和平路98号'],
    ['a street that holds stays', '是桃园南路，不是桃园北路', '桃园南路12号'],
    ['a street that holds stays, in English', "it's Ashton Street, not Ashford Street", '12 Ashton Street'],
    ['what it is not tells nothing new', '门牌不是28号', '桃园路1号3单元'],
    ['nor is what it would be', '门牌要是28号', '桃园路1号3单元'],
    ['a bare number may be of anything', '不是3，是5', '和平路88号3单元502室'],
    ['portions are no units', '不是3份，5份', '和平路88号3单元502室'],
    ['a stream has numbers too', '不对，我要的是5号', '和平路88号'],
    ['so has what is sold', '编号错了，应该是12号', '和平路88号'],
    ['so have the goods, beside others', '苹果12号不对，是13号', '和平路12号'],
    ['hours are no houses', '不是9点送，是10点送', '幸福路9号'],
    ['days are no houses', 'not today, the 12th or 14 please', '12 Garden Road'],
    ['something new must be said', '1号不对', '桃园路1号3单元'],
  ])('%s', (_why, message, address) => {
    expect(fixed(message, address)).toBeUndefined();
  });
});

describe('a part of the address is put right', () => {
  it.each([
    '98号才对，不是88号',
    '我住三单元，你写成二单元了嘛',
    'its flat 5 not flat 3, rest is fine',
    'the house number is wrong, 21 not 12',
  ])('by %s', (message) => {
    expect(deniesAddressPart(message)).toBe(true);
  });

  it.each([
    '电话尾号不是88，是98号',
    '手机号写错了，最后是66不是88',
    '编号错了，应该是12号',
    '不是12号发货吗',
    '不是3个单元，是5斤',
    '不是明天3号楼的，是5号',
    'the last digit of my phone is 3 not 2',
    'not today, the 12th or 14 please',
  ])('not by %s', (message) => {
    expect(deniesAddressPart(message)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
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
    ['门牌应该是28号', '桃园路1号3单元', '桃园路28号3单元'],
  ])('%s', (message, address, now) => {
    expect(fixed(message, address)).toBe(now);
  });

  it.each([
    ['another address is no slip', '地址写错了，改成小店区长治路200号', '迎泽区桃园路1号'],
    ['nor is another one in English', 'it should be 21 Garden Road, Jinan', '5 Zhongshan Road, Harbin'],
    ['what it counts must be alike', '是1单元不是1号', '桃园路1号3单元'],
    ['which of two it is must be certain', '应该是9号', '桃园路1号 幸福路2号'],
    ['something new must be said', '1号不对', '桃园路1号3单元'],
  ])('%s', (_why, message, address) => {
    expect(fixed(message, address)).toBeUndefined();
  });
});

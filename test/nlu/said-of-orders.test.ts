import { describe, expect, it } from 'vitest';
import { readAct, saysReceived } from '../../src/nlu/acts/act.ts';
import { readReaddress } from '../../src/nlu/acts/orders/delivery/readdress.ts';
import { parseRecipient } from '../../src/nlu/recipient/parse.ts';
import { cpuMs } from '../support/cpu.ts';

describe('what is said of an order that was placed', () => {
  it.each([
    ['订单A-0010收货地址更正为天津市和平区南京路128号，收件人及电话不变。', '天津市和平区南京路128号'],
    ['A-0010地址变更为：西安市雁塔区小寨路5号3单元201，电话照旧', '西安市雁塔区小寨路5号3单元201'],
    ['更改收货地址到成都市武侯区人民南路四段9号', '成都市武侯区人民南路四段9号'],
  ])('is where it goes instead, without what stays: %s', (said, address) => {
    expect(readReaddress(said)).toBe(address);
  });

  it('reads a long row of numbers at once', async () => {
    const numbers = Array.from({ length: 400 }, (_, i) => i).join(',');
    const ms = await cpuMs(() => expect(readReaddress(`typo, it should be ${numbers} ok`)).toBeUndefined());
    expect(ms).toBeLessThan(1_000);
  });

  it.each([
    '我跑车不在家 那单货到的时候打我媳妇电话13103551208',
    'please call my wife on 13103551208 when it comes',
    '货到了打我媳妇电话',
    '月底再发 我现在不在包头',
    'please send it next week',
  ])('is a wish for whoever packs and brings it: %s', (said) => {
    expect(readAct(said)).toMatchObject({ is: 'wish', text: said });
    expect(saysReceived(said)).toBe(false);
  });

  it.each([
    '东西今儿到了 好着了 谢谢你们啊娃娃',
    '货到咧，美得很',
    '收着了收着了',
    'it all arrived safely, thanks',
  ])('is that it has come: %s', (said) => {
    expect(saysReceived(said)).toBe(true);
  });
});

describe('a shop that is talked to', () => {
  it.each([
    ['现在先不用，您忙', { is: 'bye' }],
    ['暂时不用了，你忙吧', { is: 'bye' }],
    ['这阵儿播着了没有', { is: 'topic', topic: 'stream' }],
    ['还播着了不', { is: 'topic', topic: 'stream' }],
    ['ok what else is good then', { is: 'topic', topic: 'recommend' }],
    ['那还有啥好的', { is: 'topic', topic: 'recommend' }],
  ])('knows what is meant: %s', (said, act) => {
    expect(readAct(said)).toMatchObject(act);
  });
});

describe('a phone that is spoken', () => {
  it.each([
    '寄到山西省临汾市尧都区鼓楼北大街十五号张建军收电话是幺三五九三幺八八六六二',
    '张建军，幺三五 九三幺八 八六六二，山西省临汾市尧都区鼓楼北大街十五号',
  ])('is that number, and no part of the address: %s', (said) => {
    expect(parseRecipient(said)).toMatchObject({
      name: '张建军',
      phone: '13593188662',
      address: '山西省临汾市尧都区鼓楼北大街十五号',
    });
  });
});

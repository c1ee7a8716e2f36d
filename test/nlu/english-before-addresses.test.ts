import { describe, expect, it } from 'vitest';
import { readAct } from '../../src/nlu/acts/act.ts';
import { splitAsides } from '../../src/nlu/acts/orders/asides-said.ts';
import { readBuyer } from '../../src/nlu/read.ts';

// Hello from Toronto! 5 kg of apples for my mum please: 李兰 138… 成都市…

const PERSON = '李兰 13800005678 成都市锦江区东大街8号';

describe('what stands before a person with an address is no part of the address', () => {
  it.each([
    [`Hello from Toronto! 5 kg of apples for my mum please: ${PERSON}`, 'apples', 5_000],
    [`Hi there, I'd like 2 kg red dates sent to my dad: ${PERSON}`, 'red dates', 2_000],
    [`Please send 3 kg of walnuts to my grandma ${PERSON}`, 'walnuts', 3_000],
    [`你好，我在多伦多，给我妈买5斤苹果：${PERSON}`, '苹果', 2_500],
  ])('%s', (said, product, quantity) => {
    const { lines, recipient } = readBuyer(said);
    expect(recipient).toMatchObject({ name: '李兰', phone: '13800005678', address: '成都市锦江区东大街8号' });
    expect(lines).toMatchObject([{ product, quantity }]);
  });

  it.each([`new address for my mum: ${PERSON}`, `Hello! My mum's address is ${PERSON}`])(
    'and no goods are read where none are named: %s',
    (said) => {
      expect(readBuyer(said)).toMatchObject({ lines: [], recipient: { address: '成都市锦江区东大街8号' } });
    },
  );

  it.each([
    [`Hi, it's Tom. 2 kg apples please: ${PERSON}`, 2_000],
    [`Good morning, this is Anna. 3 kg apples to ${PERSON}`, 3_000],
  ])('a caller is not the recipient: %s', (said, quantity) => {
    expect(readBuyer(said)).toMatchObject({
      lines: [{ product: 'apples', quantity }],
      recipient: { name: '李兰', address: '成都市锦江区东大街8号' },
    });
  });

  it('a name in Latin letters behind another address word is one', () => {
    const said = "I'd like 2 kg apples for my dad. His address: Wang Fang 13800005678 成都市锦江区东大街8号";
    expect(readBuyer(said)).toMatchObject({
      lines: [{ product: 'apples', quantity: 2_000 }],
      recipient: { name: 'Wang Fang', address: '成都市锦江区东大街8号' },
    });
  });

  it('a name in Latin letters is one', () => {
    const { recipient } = readBuyer('3 kg apples for Li Lan 13800005678 成都市锦江区东大街8号');
    expect(recipient).toMatchObject({ name: 'Li Lan', address: '成都市锦江区东大街8号' });
  });
});

describe('what may be a part of the address is kept', () => {
  it.each([
    ['Room 502, Building 3', '502'],
    ['Flat 8, 12 Taoyuan Road', 'Taoyuan Road'],
    ['Apple Store Building A', 'Building A'],
    ['Please send to Room 502', '502'],
  ])('%s', (lead, kept) => {
    const { recipient } = readBuyer(`${lead}, ${PERSON}`);
    expect(recipient).toMatchObject({ phone: '13800005678', address: expect.stringContaining(kept) });
  });

  it('a place is no amount of goods', () => {
    expect(readBuyer(`住三个桥那边：${PERSON}`).lines).toEqual([]);
  });
});

describe('a wish behind the address', () => {
  it.each([
    [`苹果5斤 ${PERSON} 到了给我打电话`, ['到了给我打电话']],
    [`苹果5斤 ${PERSON} 放门卫`, ['放门卫']],
    [`苹果5斤 ${PERSON} 晚上六点以后送 谢谢`, ['晚上六点以后送']],
    [`苹果5斤 ${PERSON} 送之前打个电话`, ['送之前打个电话']],
    [
      "3 kg apples for Li Lan 13800005678 成都市锦江区东大街8号, no price in the parcel please, it's a present",
      ['no price in the parcel please', "it's a present"],
    ],
    [
      '3 kg apples to Li Lan, 13800005678, 8 Dongda Street, Jinjiang District, Chengdu. call before delivery',
      ['call before delivery'],
    ],
  ])('%s', (said, wishes) => {
    const { asides } = splitAsides(said);
    expect(asides.map((one) => 'text' in one && one.text)).toEqual(wishes);
  });

  it.each(['你们到了给谁打电话', '快递到了没有电话', '快到了怎么不喊我', '下雨以后送'])(
    'a call that is asked or missed is none: %s',
    (said) => {
      expect(readAct(said)?.is).not.toBe('wish');
    },
  );

  it.each(['到了给我打电话', '家里没人，到了打电话', '快到了喊我', '晚上六点以后送'])('%s', (said) => {
    expect(readAct(said)?.is).toBe('wish');
  });

  it.each(['苹果5斤到了打电话吗', '给我打电话', '苹果5斤，到了没打电话', '苹果5斤，下雨以后送'])(
    'is none: %s',
    (said) => {
      expect(splitAsides(said).asides).toEqual([]);
    },
  );
});

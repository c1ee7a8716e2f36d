import { describe, expect, it } from 'vitest';
import { readAct } from '../../src/nlu/acts/act.ts';
import { isComparing } from '../../src/nlu/acts/goods/comparing.ts';
import { readUse } from '../../src/nlu/acts/goods/uses.ts';
import { isHaggling } from '../../src/nlu/acts/haggling.ts';
import { meansEach, readAmountChange } from '../../src/nlu/acts/orders/changes/order-change.ts';
import { isElsewhere } from '../../src/nlu/acts/orders/delivery/destination.ts';
import { withoutGreeting } from '../../src/nlu/acts/talk/greeting.ts';
import { unusedClauses } from '../../src/nlu/acts/unused.ts';
import { readBuyer } from '../../src/nlu/read.ts';
import { parseRecipient } from '../../src/nlu/recipient/parse.ts';

// Words of one thing that stand in words of another: 送我 in 送我闺女那儿, 柏林 in 万柏林区, 都要 in 成都要.

describe('where a parcel goes', () => {
  it.each([
    '这回送我闺女那儿，孙蕾 13512345678 天津市南开区白堤路5号',
    '都送我弟那儿：王强 13800004321 太原市万柏林区迎泽西大街79号',
    '送我家楼下就行',
    '送俺娘那儿',
    '送我单位',
  ])('is no haggling: %s', (said) => expect(isHaggling(said)).toBe(false));

  it.each(['送我两个呗', '多送点嘛', '便宜点送我家', '买10斤送我一斤行不'])('and this is: %s', (said) =>
    expect(isHaggling(said)).toBe(true),
  );

  it.each(['寄到太原市万柏林区要几天', '都送我弟那儿：王强 13800004321 太原市万柏林区迎泽西大街79号'])(
    'is no other country: %s',
    (said) => expect(readAct(said)).not.toMatchObject({ topic: 'abroad' }),
  );

  it.each(['能寄到柏林吗', '寄到美国要多少钱'])('and this is: %s', (said) =>
    expect(readAct(said)).toMatchObject({ topic: 'abroad' }),
  );

  it.each(['我想给我老姐姐捎十斤苹果，她住石家庄', '苹果10斤给俺娘', '来5斤核桃，我闺女要，她在成都'])(
    'is not known: %s',
    (said) => expect(isElsewhere(said)).toBe(true),
  );

  it.each(['苹果10斤，我爸他住院了', '苹果10斤，她在家'])('… but not here: %s', (said) =>
    expect(isElsewhere(said)).toBe(false),
  );

  it.each([
    [
      '10 kg of apples: Chen Meihua, 13611112222, 9 Renmin Road, Chengdu',
      'Chen Meihua',
      '9 Renmin Road, Chengdu',
    ],
    [
      '5 kg apples, for friend: Mei Wang 13900007777 18 Nanjing Road, Qingdao',
      'Mei Wang',
      '18 Nanjing Road, Qingdao',
    ],
    ['walnuts for my cousin: Li Na, 13900007777, 2 Garden Road, Jinan', 'Li Na', '2 Garden Road, Jinan'],
  ])('has neither goods nor whose it is in it: %s', (said, name, address) =>
    expect(parseRecipient(said)).toMatchObject({ name, address }),
  );

  it('and the goods stay goods', () =>
    expect(readBuyer('10 kg of apples: Chen Meihua, 13611112222, 9 Renmin Road, Chengdu').lines).toEqual([
      { product: 'apples', quantity: 10_000, measure: 'MASS' },
    ]));
});

describe('how an amount changes', () => {
  it.each(['3斤核桃寄到成都要多少邮费', '寄到昌都要多少钱', '统共要花多少来着', '一斤多少来着'])(
    'is not said by a place or a question: %s',
    (said) => expect(readAmountChange(said)).toMatchObject({ how: 'say', nth: undefined, rest: said }),
  );

  it('and 都要 of goods is', () => expect(readAmountChange('都要2斤').nth).toBe('each'));

  it.each(['哎呀拿回去吃不赢，减一半嘛', 'cut that in half please'])('is half: %s', (said) =>
    expect(readAct(said)).toEqual({ is: 'times', by: 0.5 }),
  );

  it.each(['各减一半', '都减半吧', 'half of each'])('is of each: %s', (said) => {
    expect(readAct(said)).toEqual({ is: 'times', by: 0.5 });
    expect(meansEach(said)).toBe(true);
  });

  it('and half a price is not', () => expect(readAct('价钱减一半')).not.toMatchObject({ is: 'times' }));
});

describe('what an order does not use', () => {
  it.each([
    ['再来1斤核桃，家里白天没人，晚上6点后再送', ['家里白天没人', '晚上6点后再送']],
    ['核桃仁2斤，快递单上不要有字，给媳妇儿个惊喜', ['快递单上不要有字', '给媳妇儿个惊喜']],
    ['walnuts 2 kg, my old order is still not here', ['my old order is still not here']],
    ['苹果10斤，3号楼门卫那儿', ['3号楼门卫那儿']],
  ])('is quoted, whatever it would do alone: %s', (said, left) => expect(unusedClauses(said)).toEqual(left));
});

it.each([
  ['Alright, five dozen then', 'five dozen then'],
  ['Lovely, 2 kg please', '2 kg please'],
  ['Hello! Right, 2 kg', '2 kg'],
  ['right', 'right'],
  ['Apples, 2 kg', 'Apples, 2 kg'],
])('a yes before an amount is no goods: %s', (said, rest) => expect(withoutGreeting(said)).toBe(rest));

describe('what nobody names', () => {
  it.each([
    ['大兄弟有没有啥嗑着玩的', '瓜子'],
    ['想找点泡水喝的', '枸杞'],
    ['屋头来客，整点下酒的嘛', '花生'],
    ['yo u guys got anything sweet lol', '蜂蜜'],
    ["i'm looking for a gift for my gran", '核桃'],
  ])('is looked for by its use: %s', (said, name) => expect(readUse(said)?.goods).toContain(name));

  it.each(['这个甜不甜', '苹果甜吗', '我爱吃甜的', 'your honey is so sweet'])('… and not here: %s', (said) =>
    expect(readUse(said)).toBeUndefined(),
  );

  it.each(['請問兩種蜂蜜差在哪裡？', 'which is better, the walnuts or the dates?', '这两种有啥区别'])(
    'is compared: %s',
    (said) => expect(isComparing(said)).toBe(true),
  );

  it('and where the difference lies is no place', () =>
    expect(readAct('兩種蜂蜜差在哪裡')).not.toMatchObject({ topic: 'where' }));

  it.each(['walnuts 1 kg, no bruised ones please', 'nothing broken please', '有烂疤疤的莫装'])(
    'is not wanted, and no complaint: %s',
    (said) => expect(readAct(said)).toMatchObject({ is: 'wish' }),
  );

  it.each(['no broken eggs? half of them were broken', '你们是不是骗子！上回的柿饼打开全是霉！'])(
    'is one: %s',
    (said) => expect(readAct(said)?.is).not.toBe('wish'),
  );
});

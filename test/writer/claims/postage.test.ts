import { describe, expect, it } from 'vitest';
import { unsupportedClaims } from '../../../src/writer/claims/check.ts';

// Who pays for the post is said in a hundred ways, and each text here stands beside one that says a little too much.

const open = (text: string, facts: readonly string[]): string[] => unsupportedClaims(text, facts, 2026);

const pairs: readonly (readonly [facts: readonly string[], so: string, otherwise: string])[] = [
  [['价格：29元一包，三包起包邮'], '拿够三包就不收您邮费', '拿够两包就不收您邮费'],
  [['价格：29元一包，三包起包邮'], '三包一起走，运费我们掏', '一包也行，运费我们掏'],
  [
    ['价格：66元一箱，云南省内包邮，外省加12元', '卖家：李国富，云南漾濞'],
    '四川的朋友到手78',
    '四川的朋友到手66',
  ],
  [
    ['价格：66元一箱，云南省内包邮，外省加12元', '卖家：李国富，云南漾濞'],
    '滇内不用邮费，外地添12块',
    '外地也不用邮费',
  ],
  [['价格：45元一罐，包邮，新疆西藏不发'], '邮费一分不用您操心，就是西藏寄不了', '连西藏都包邮'],
  [['价格：45元一罐', '邮费：8元，两罐免'], '买一罐45加8，53块到家；两罐邮费就不要了', '一罐45，邮费免了'],
  [['价格：45元一罐', '邮费：8元，两罐免'], '不够两罐的，收8块运费', '不够三罐的，收8块运费'],
  [['价格：88元一只，川渝包邮，其他地方运费15元'], '成都重庆的乡亲不收邮费', '贵州的乡亲不收邮费'],
  [
    ['价格：88元一只，川渝包邮，其他地方运费15元'],
    '外省的要补15块邮费，算下来103',
    '外省的要补10块邮费，算下来98',
  ],
  [['价格：35元一斤', '满99元包邮，不满运费10元'], '凑到99块就免邮', '凑到60块就免邮'],
  [['价格：35元一斤', '满99元包邮，不满运费10元'], '没凑够99的，运费10块', '没凑够99的也包邮'],
  [
    ['Price: 25 yuan a jar, postage 7 yuan, free from 4 jars'],
    'Take four and the postage is on us',
    'Take three and the postage is on us',
  ],
  [
    ['Price: 25 yuan a jar, postage 7 yuan, free from 4 jars'],
    'One jar is 25, so 32 with the post',
    'One jar is 25, and the post is free',
  ],
  [
    ['Price: 60 yuan a box, free shipping within Yunnan, 12 yuan elsewhere'],
    'Yunnan orders ship free',
    'Sichuan orders ship free',
  ],
  [
    ['Price: 60 yuan a box, free shipping within Yunnan, 12 yuan elsewhere'],
    'Friends in Sichuan pay 72 all in',
    'Friends in Sichuan pay 60 all in',
  ],
  [
    ['Price: 40 yuan, shipping included except Hainan'],
    'We cover the postage, just not to Hainan',
    'We cover the postage, Hainan too',
  ],
  [['價格：120元一盒，兩盒免運，不滿運費20元'], '兩盒就免運費', '一盒就免運費'],
  [['价格：52蚊一樽，两樽包邮'], '买够两樽唔使邮费', '买一樽都唔使邮费'],
  [['价格：18元一包，五包包邮，不足五包邮费6元'], '三包54，连邮费60', '三包54，邮费我们出'],
  [['价格：70元一份，包邮，偏远地区加15元'], '新疆的亲要加15块邮费，85到手', '新疆的亲也免邮'],
  [['价格：70元一份，包邮'], '快递钱不用另给', '快递钱到付'],
  [['价格：70元一份，运费到付'], '邮费您自己付', '邮费我们付'],
  [
    ['价格：33元一瓶，江浙沪皖包邮，其余8元'],
    '安徽的不要邮费，北京的41元送到门口',
    '北京的33元送到门口，邮费都免',
  ],
  [['价格：33元一瓶，东北三省加5元，其他包邮'], '除了东北都包邮', '东北也包邮，哪儿都包邮'],
];

describe('what a text says of the post is held against what its facts say', () => {
  it.each(pairs)('%s: %s, but not %s', (facts, so, otherwise) => {
    expect({ so: open(so, facts), isOtherwise: open(otherwise, facts).length > 0 }).toEqual({
      so: [],
      isOtherwise: true,
    });
  });
});

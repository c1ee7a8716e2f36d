import { describe, expect, it } from 'vitest';
import { unsupportedClaims } from '../../../src/writer/claims/check.ts';

const open = (text: string, ...facts: string[]): string[] => unsupportedClaims(text, facts, 2026);

const leaves = '卖家说:箬叶,我妹和弟媳上山采的,煮过再晾';
const garlic = '卖家说:独头的挑出来单卖,这是分瓣的,辫成辫子';

describe('a text may not say', () => {
  it.each([
    ['that what still has to be cooked is ready', '撕开就能吃', '卖家说:煮熟抽真空,撕开蒸五分钟'],
    ['that what has to lie is ready', '到手就能吃', 'seller says: lay it for three days'],
    ['that what a machine did was done by hand', '自家手工漏的粉', '卖家说:粉是村里老张家机器漏的'],
    [
      'that each has what several share',
      'Each with a churn of its own',
      'seller: nine families share one churn',
    ],
    ['that the seller did it with one of two others', '我跟妹妹上山采', leaves],
    ['what is sold apart', '独头蒜', garlic],
    ['that it goes sooner', 'posted within hours', 'picked: red, the day before posting'],
    ['that there is none of what is listed', 'no sugar added', 'ingredients: pears, rock sugar'],
    ['what a list of ingredients leaves open', '不放味精', '配料:酸菜、泡椒、姜、盐'],
    ['how often in a day', 'turned twice a day', '卖家说:每天翻一回,晒了两天'],
    ['another number of times', '一年翻晒三回', '卖家说:每年翻晒两次'],
    ['that it keeps for what is done once a year', '能放一年', '卖家说:每年翻晒两次'],
  ])('%s: %s', (_name, text, fact) => {
    expect(open(text, fact)).not.toEqual([]);
  });
});

describe('a text may say', () => {
  it.each([
    ['that what was cooked so long is ready', '煮八分钟就能吃', '吃法:煮八分钟'],
    ['who did it together', '妹妹和弟媳上山采', leaves],
    ['which are left', '分瓣的', garlic],
    ['that there is none of what a list leaves out', '没添糖', '配料:沙棘'],
    [
      'that there is no salt in what has none',
      'Soybeans and water, no salt.',
      'ingredients: soybeans, water',
    ],
    ['how often in a year', '一年拿出来翻晒两回', '卖家说:每年翻晒两次'],
    ['how many two people are', '上山采叶的是妹妹和弟媳妇两个人', leaves],
    ['what two weights are together', '1.1 kg', 'bag: 1 kg + 100 g'],
    ['what is being done', 'My sister-in-law did the frying.', '卖家说:我嫂子炒的'],
  ])('%s: %s', (_name, text, fact) => {
    expect(open(text, fact)).toEqual([]);
  });
});

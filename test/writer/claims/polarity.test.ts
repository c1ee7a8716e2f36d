import { describe, expect, it } from 'vitest';
import { unsupportedClaims } from '../../../src/writer/claims/check.ts';

const open = (text: string, fact: string): string[] => unsupportedClaims(text, [`卖家说:${fact}`], 2026);

describe('the contrary in the same words is unsupported', () => {
  it.each([
    ['西藏不发', '西藏也发'],
    ['西藏也发', '西藏不发'],
    ['全国包邮,西藏不发', '西藏也发'],
    ['新疆、西藏不发货', '西藏可发货'],
    ['除西藏外都发', '西藏发'],
    ['除了西藏都发', '西藏也发'],
    ['周日不发货', '周日也发货'],
    ['周日休息', '周日发货'],
    ['停发新疆', '发新疆'],
    ['不加糖', '加糖'],
    ['加糖', '不加糖'],
    ['没放糖和盐', '放盐'],
    ['不加糖、盐、油', '加油'],
    ['0糖', '加糖'],
    ['避免阳光直晒', '阳光直晒'],
    ['退换:不支持', '支持退换'],
    ['带皮', '去皮'],
    ['去核', '有核'],
    ['几乎没有籽', '没有籽'],
    ['不保证每个都甜', '每个都甜'],
    ['有的甜有的不甜', '都甜'],
    ['no peanuts', 'with peanuts'],
    ['with peanuts', 'no peanuts'],
    ['no salt, sugar or oil', 'with oil'],
    ['free from nuts', 'with nuts'],
    ['keep out of the sun', 'keep in the sun'],
    ['stopped spraying in 2020', 'sprayed'],
    ['ships everywhere except Tibet', 'ships to Tibet'],
    ['We do not ship to Tibet', 'also ships to Tibet'],
    ['we rest on Sunday', 'ships on Sunday'],
    ['unsprayed', 'sprayed'],
    ['boneless', 'with bones'],
    ['skin removed', 'skin on'],
    ['organic: no', 'organic'],
    ['almost no seeds', 'no seeds'],
    ['we cannot promise every one is sweet', 'every one is sweet'],
    ['some are sweet', 'all are sweet'],
    ['不加糖', 'with sugar'],
    ['西藏不发', 'ships to Tibet'],
    ['no peanuts', '含花生'],
  ])('%s: %s', (fact, text) => {
    expect(open(text, fact)).not.toEqual([]);
  });
});

describe('the same in other words is supported', () => {
  it.each([
    ['西藏不发', '发不了西藏'],
    ['除西藏外都发', '西藏不发'],
    ['新疆、西藏不发', '新疆不发,西藏也不发'],
    ['没放糖和盐', '没放盐'],
    ['没有添加色素', '不含色素'],
    ['甜而不腻', '不腻'],
    ['不只甜', '甜'],
    ['不去皮', '带皮'],
    ['no peanuts', 'peanut-free'],
    ['no salt, sugar or oil', 'no oil'],
    ['free of preservatives', 'no preservatives'],
    ['ships everywhere except Tibet', 'not to Tibet'],
    ['not sweetened', 'unsweetened'],
    ['not only sweet but crisp', 'sweet'],
    ['no seeds', 'seedless'],
    ['sugar: none', 'no sugar'],
    ['no sugar', '不加糖'],
    ['西藏不发', 'does not ship to Tibet'],
  ])('%s: %s', (fact, text) => {
    expect(open(text, fact)).toEqual([]);
  });
});

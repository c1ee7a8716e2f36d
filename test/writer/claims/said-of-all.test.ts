import { describe, expect, it } from 'vitest';
import { unsupportedClaims } from '../../../src/writer/claims/check.ts';

// What is said of all, or of how it is always done, needs a fact that says so, or none that says otherwise.

const open = (text: string, facts: readonly string[]): string[] => unsupportedClaims(text, facts, 2026);

const pairs: readonly (readonly [facts: readonly string[], so: string, otherwise: string])[] = [
  [['发货：周二周五'], '周二周五发货', '天天发货'],
  [['卖家说：每天都发'], '天天发货', '当天下单当天发'],
  [['卖家说：蘑菇一朵一朵手摘'], '一朵一朵摘的', '一朵一朵挑的，一家人一起摘的'],
  [['卖家说：用篮子摘的'], '用篮子摘的', '一颗一颗摘的'],
  [['售后：坏果超过5%按比例赔'], '坏果超过5%按比例赔', '坏一颗赔一颗'],
  [['breakage over 3 eggs: refunded'], 'Breakage over 3 eggs is refunded', 'Any breakage is refunded'],
  [['卖家说：煮久了会断'], '煮久了会断', '怎么煮都不断'],
  [['卖家说：二十二棵树，最老的一百多年'], '二十二棵树，最老的一百多年', '二十二棵百年老树'],
  [['卖家说：猪吃苞谷，外面黑是烟子'], '猪吃苞谷', '黑猪吃苞谷'],
  [['卖家说：但不是个个都出油，有的出油'], '有的出油', '个个出油'],
  [['肉：前腿'], '用的前腿肉', '用的后腿肉'],
  [['保修：一年'], '保修一年', '终身保修'],
];

describe('what a text says of all', () => {
  it.each(pairs)('%s: %s, but not %s', (facts, so, otherwise) => {
    expect({ so: open(so, facts), isOtherwise: open(otherwise, facts).length > 0 }).toEqual({
      so: [],
      isOtherwise: true,
    });
  });
});

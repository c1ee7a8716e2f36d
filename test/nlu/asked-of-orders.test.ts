import { describe, expect, it } from 'vitest';
import { readOrderActs } from '../../src/nlu/acts/seller/orders/order-act.ts';
import { weighedPart } from '../../src/nlu/acts/seller/orders/weighed.ts';

const does = (message: string) => readOrderActs(message).map((act) => act.does);

describe('who ordered, and where it goes', () => {
  it.each([
    '刚才买山茱萸干的那个是谁啊，寄到哪儿的，我写个快递单',
    '买核桃的是谁',
    '那个买核桃的人叫啥',
    '核桃是哪个订的',
    'who ordered the rye flakes and where do I have to send them?',
  ])('%s', (message) => {
    expect(does(message)).toEqual(['where']);
  });

  it.each(['卖得最好的是谁', '门口的是谁', '隔壁卖核桃的是谁'])('is not asked by: %s', (message) => {
    expect(does(message)).toEqual([]);
  });
});

it.each(['A-0012先别取消', 'A-0012不用取消了', "don't cancel A-0012"])(
  'nothing is called off by: %s',
  (message) => {
    expect(does(message)).not.toContain('decline');
  },
);

describe('of several weights the one on the scale', () => {
  it.each([
    ['称好了，他要的4斤，装完一共4斤1两', '装完一共4斤1两'],
    ['ordered 2 kg, weighed 2.1 kg', 'weighed 2.1 kg'],
    ['9.6斤', '9.6斤'],
  ])('%s', (message, part) => {
    expect(weighedPart(message)).toBe(part);
  });
});

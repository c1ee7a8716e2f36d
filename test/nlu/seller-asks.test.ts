import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/nlu/acts/seller/orders/report-act.ts';
import { readSellerAct } from '../../src/nlu/acts/seller/seller-act.ts';
import { readShippingTerm } from '../../src/nlu/acts/seller/settings/shipping-term.ts';

describe('what families ask of their shop', () => {
  it.each([
    ['想了解一下，我家哪一样快卖没了呀？', 'left'],
    ['诶我现在挂着几样东西来着 都啥价👀', 'left'],
    ['how much fox nut I still have?', 'left'],
    ['how much nettle tea is left?', 'left'],
    ['how many walnuts are left', 'left'],
    ["show me everything I've got on sale", 'left'],
  ])('%s', (message, asked) => {
    expect(readReport(message)).toBe(asked);
  });

  it.each(['buckwheat tea, how much money it make until now?', 'and how many kg I sell'])(
    'is what came in: %s',
    (message) => {
      expect(readSellerAct(message)).toEqual({ is: 'show', screen: 'sales' });
    },
  );

  it.each(['卖了3公斤', '昨天卖了12 kg'])('is told, and not asked: %s', (message) => {
    expect(readSellerAct(message)).toBeUndefined();
  });
});

describe('the least that an order comes to', () => {
  it.each([
    "Please don't let people order for less than 50 yuan, it isn't worth the postage.",
    '不到50块的别让人下单',
  ])('%s', (message) => {
    expect(readShippingTerm(message)).toEqual({ is: 'minimum', amount: 5_000 });
  });
});

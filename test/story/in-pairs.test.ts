import { describe, expect, it } from 'vitest';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer } from '../support/stall.ts';

// What comes in pairs is counted in pairs, by whoever says it.

const { walnut, seller } = openHousehold({ sells: '布鞋 85元一双 有25双' });

const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);

describe('shoes', () => {
  it('are left in pairs, with the word or without it', async () => {
    await says('布鞋还有20双', '25双 → 20双');
    await says('布鞋还有18', '20双 → 18双');
    await says('卖了3双布鞋，还剩15', '18双 → 15双');
    await says('布鞋改成90', '¥85/双 → ¥90/双');
  });

  it('are ordered as many as were asked for', async () => {
    const buyer = await newBuyer(walnut);
    buyer.says('布鞋 2双');
    expect((await buyer.waitsFor('¥170')).text).toContain('2 pairs · ¥170');
  });

  it('have a least in pairs', async () => {
    await says('布鞋2双起卖', '布鞋 2双起卖');
  });
});

describe('pigeons, of which a pair has a price', () => {
  it('are sold one by one too', async () => {
    await says('鸽子 60元一对 有8对', '¥60/对');
    await seller.taps('✅ 上架');
    await seller.waitsFor(' 上架了');
    await says('鸽子卖了2只', '8对 → 7对');
  });
});

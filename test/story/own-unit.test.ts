import { beforeEach, describe, expect, it } from 'vitest';
import { openHousehold } from '../support/household.ts';
import { newBuyer } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';

// What a family counts in its own way: jars of a weight that they name.

const { walnut, seller } = openHousehold({ sells: '蜂蜜 500克一罐 58元一罐 有40罐' });
let buyer: PrivateChat;

beforeEach(async () => {
  buyer = await newBuyer(walnut);
});

describe('honey in jars', () => {
  it('is ordered by weight, and the card says both what that weighs and how many jars it is', async () => {
    buyer.says('蜂蜜 1公斤');
    await buyer.waitsFor('name, phone and address');
    buyer.says('Li Lei, 13800001234, 12 Taoyuan Road, Yingze District, Taiyuan');
    const card = await buyer.waitsFor('Pay on delivery');
    expect(card.text).toContain('2 jars (1 kg) · ¥116');
    const after = buyer.says('再加一罐');
    expect((await buyer.waitsFor('Please check', { after })).text).toContain(
      '2 jars (1 kg) → 3 jars (1.5 kg)',
    );
    await buyer.taps('✅ Confirm ¥174');
    const order = await seller.waitsFor('等您接单');
    expect(order.text).toContain('3罐（3斤） · ¥174');
  });
});

import { describe, expect, it } from 'vitest';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer } from '../support/stall.ts';

// Being told of something later: of goods, of one family's stream, and no more of it.

const { walnut, seller } = openHousehold();

/** Another family that streams tomorrow. */
async function othersStream(): Promise<void> {
  const { payload } = await walnut.inviteSeller('赵大娘家');
  const zhao = walnut.telegram
    .person({ first_name: '大娘', language_code: 'zh-hans' })
    .chatWith(walnut.sellerBot);
  zhao.starts(payload);
  await zhao.waitsFor('欢迎，赵大娘家');
  await hears(zhao, '明天晚上7点半直播', '直播预告');
  await zhao.taps('✅ 确认预告');
  await zhao.waitsFor('预告好了');
}

describe('goods that nobody sells', () => {
  it.each(['有人卖蓝莓告诉我', 'let me know if anybody has 蓝莓'])('are waited for by %s', async (words) => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, words, 'You will hear as soon as somebody sells “蓝莓”');
    await hears(buyer, 'never mind, no need to tell me', 'no longer wait for “蓝莓”');
    await hears(buyer, '/follows', 'You follow nobody and wait for nothing yet');
  });

  it('are one of several that need not be told of', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '有人卖蓝莓告诉我', '蓝莓');
    await hears(buyer, '有人卖榛子告诉我', '榛子');
    await hears(buyer, '不用告诉我了', 'Which one need you not wait for');
    await hears(buyer, '蓝莓不等了', /蓝莓/u);
  });
});

describe('a product that is sold out', () => {
  it.each(['不等了', '别通知我了', 'cancel that alert please'])(
    'is waited for no more after %s',
    async (words) => {
      await hears(seller, '核桃卖完了', '→ 0斤');
      const buyer = await newBuyer(walnut);
      await hears(buyer, '核桃到货告诉我', 'as soon as there is Walnut again');
      await hears(buyer, words, 'no longer wait for “Walnut”');
    },
  );
});

describe('the family whose goods are in sight', () => {
  it('is asked when it streams, and no other', async () => {
    await othersStream();
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃', '¥30/kg');
    await hears(buyer, 'when are they live next?', 'has announced nothing');
  });

  it('is followed by whoever wants to be told, though another family streams', async () => {
    await othersStream();
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃', '¥30/kg');
    await hears(buyer, 'tell me when they go live', 'you will hear when they go live');
    expect(await walnut.database.db.subscription.findMany({ select: { kind: true } })).toEqual([
      { kind: 'seller' },
    ]);
  });
});

describe('half of an address', () => {
  it.each(['打农药吗', "what's the tracking number?", 'thanks'])(
    'is kept while %s is answered',
    async (words) => {
      const buyer = await newBuyer(walnut);
      await hears(buyer, '核桃 1斤', 'name, phone and address');
      await hears(buyer, 'Li Lei 13800001234', 'What is the address');
      await hears(buyer, words, /\S/u);
      const card = await hears(buyer, '12 Taoyuan Road, Yingze District, Taiyuan', 'Pay on delivery');
      expect(card.text).toContain('Li Lei');
    },
  );
});

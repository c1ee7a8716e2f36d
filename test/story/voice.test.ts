import { afterAll, describe, expect, it } from 'vitest';
import { openHousehold } from '../support/household.ts';
import { startLlm } from '../support/llm.ts';
import { newBuyer } from '../support/stall.ts';

let said = '';
const llm = await startLlm({ hears: () => ({ text: said }) });
const { walnut, seller } = openHousehold({
  settings: {
    OPENAI_API_KEY: 'key',
    OPENAI_BASE_URL: llm.baseURL,
    OPENAI_MODEL: 'loopback',
    OPENAI_TRANSCRIBE_MODEL: 'whisper-1',
  },
});
afterAll(() => llm.stop());

describe('somebody who speaks instead of typing', () => {
  it('changes stock by voice, and sees what was heard', async () => {
    said = '核桃还有三十斤';
    seller.sendsVoice({ seconds: 3 });
    await seller.waitsFor('您说：「核桃还有三十斤」');
    await seller.waitsFor('30斤');
    expect((await walnut.database.db.product.findFirstOrThrow()).onHand).toBe(15_000);
  });

  it('orders by voice, and answers the open question by voice too', async () => {
    const buyer = await newBuyer(walnut);
    said = '核桃两斤';
    buyer.sendsVoice({ seconds: 2 });
    await buyer.waitsFor('You said: “核桃两斤”');
    await buyer.waitsFor('name, phone and address');
    said = 'Li Lei 13800001234 12 Taoyuan Road, Yingze District, Taiyuan';
    buyer.sendsVoice({ seconds: 4 });
    await buyer.waitsFor('Pay on delivery');
  });

  it('is asked to type when nothing was understood, or it was too long', async () => {
    const buyer = await newBuyer(walnut, 'Ann');
    said = '';
    buyer.sendsVoice({ seconds: 2 });
    await buyer.waitsFor('Please type it');
    buyer.sendsVoice({ seconds: 200 });
    await buyer.waitsFor('under two minutes');
  });
});

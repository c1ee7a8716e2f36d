import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';

// Some goods rest until a day, and come back by themselves.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
const walnuts = () => walnut.database.db.product.findFirstOrThrow({ where: { title: '核桃' } });

async function says(words: string, answer: string | RegExp) {
  const after = seller.says(words);
  return seller.waitsFor(answer, { after });
}

describe('goods that rest', () => {
  it('until a day are shown with it, and paused after a yes', async () => {
    await says('核桃先歇三天', '自动重新卖，对吗');
    expect((await walnuts()).status).toBe('on-sale');
    await says('对', '歇了');
    const { status, resumeOn } = await walnuts();
    expect(status).toBe('paused');
    expect(resumeOn).not.toBeNull();
  });

  it('without a day are paused until somebody says so', async () => {
    await says('核桃先歇几天', '先下架了');
    expect(await walnuts()).toMatchObject({ status: 'paused', resumeOn: null });
  });

  it('are on sale again at once when their seller says so', async () => {
    await says('核桃先歇三天', '自动重新卖，对吗');
    await says('对', '歇了');
    await says('核桃重新上架', '又在卖了');
    expect(await walnuts()).toMatchObject({ status: 'on-sale', resumeOn: null });
  });
});

import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears } from '../support/stall.ts';

// Streams that are planned, listed and called off as one would say it.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);
const streams = () => walnut.database.db.stream.findMany({ include: { items: true } });

async function planned(): Promise<void> {
  await says('明天晚上8点直播', '请您看看对不对');
  await seller.taps('✅ 确认预告');
  await seller.waitsFor('预告好了');
}

describe('an hour that may be in the morning or in the evening', () => {
  it('is asked about, and a word answers', async () => {
    await says('明天7点直播', '早上还是晚上');
    await says('晚上的', /19:00/);
    expect(await streams()).toMatchObject([{ state: 'draft' }]);
  });
});

describe('a stream that was planned', () => {
  it('gets its goods by their numbers, and nothing of theirs changes', async () => {
    await planned();
    await says('这场直播1号是核桃，2号是山里的蘑菇', /1号 · 核桃 ¥15[\s\S]*2号 · 山里的蘑菇/);
    expect((await streams())[0]?.items).toHaveLength(2);
    expect(await walnut.database.db.product.findMany()).toMatchObject([{ price: 1500, onHand: 100_000 }]);
  });

  it.each([
    ['no wait, I meant 7 pm', '19:00'],
    ['等等，不是八点，是八点半', '20:30'],
    ['地里活没弄完，明天的直播往后挪到晚上八点四十', '20:40'],
  ])('moves to the hour that was meant after a yes: %s', async (words, hour) => {
    await planned();
    await says(words, '改到');
    await says('是的', hour);
  });

  it('is called off with a reason in one breath, after a yes', async () => {
    await planned();
    await says('no stream tomorrow after all, I have caught a terrible cold', '要取消这场直播预告吗');
    await says('是的', '预告取消了');
    expect(await streams()).toMatchObject([{ state: 'cancelled' }]);
  });
});

describe('a stream this evening', () => {
  it('is planned, though its words are much like those that end one', async () => {
    await says('今晚8点直播', '请您看看对不对');
    expect(await streams()).toMatchObject([{ state: 'draft' }]);
  });
});

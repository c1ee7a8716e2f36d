import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears } from '../support/stall.ts';

// Sellers' messages of unseen shape: asked about, or answered, in the plain sentence that they stand for.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
const db = () => walnut.database.db;

const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);
const notShippedTo = async () => (await db().seller.findFirstOrThrow()).notShippedTo;
const walnuts = () => db().product.findFirstOrThrow({ where: { title: '核桃' } });

describe('a message that no rule reads', () => {
  it('is asked about in plain words, done after a yes, and taken back like any change', async () => {
    const asked = await says('往后上海的客人别让下单，封着呢', '您是说：');
    expect(asked.text).toContain('不发上海');
    expect(await notShippedTo()).toEqual([]);
    await seller.taps('✅ 是的', { on: asked });
    const done = await seller.waitsFor('🗺 不发：上海', { after: asked });
    expect(await notShippedTo()).toEqual(['上海']);
    expect(done.text).not.toContain('您是说');
  });

  it('is done after a yes in words too', async () => {
    await says('往后上海的客人别让下单，封着呢', '您是说：');
    await says('对', '🗺 不发：上海');
    expect(await notShippedTo()).toEqual(['上海']);
  });

  it('changes nothing after a no, which is told with an example', async () => {
    const asked = await says('往后上海的客人别让下单，封着呢', '您是说：');
    await seller.taps('不是', { on: asked });
    await seller.waitsFor('什么都没有动', { after: asked });
    await says('往后上海的客人别让下单，封着呢', '您是说：');
    await says('不是', '什么都没有动');
    expect(await notShippedTo()).toEqual([]);
  });

  it('leaves room for another message', async () => {
    await says('往后上海的客人别让下单，封着呢', '您是说：');
    await says('核桃还有30斤', '200斤 → 30斤');
    expect(await notShippedTo()).toEqual([]);
  });

  it('is answered at once where nothing changes by that', async () => {
    await says('啥货最好出手', '还没有卖出');
  });

  it('is told how it was understood where that is not certain', async () => {
    await says('芝麻盐3斤起卖，少了划不来', '是哪一件');
  });

  it('is asked about in English', async () => {
    const asked = await says('kindly shut Tibet off, no courier goes there', /do not ship to Tibet/);
    await seller.taps('✅ 是的', { on: asked });
    await seller.waitsFor('🗺 不发：西藏', { after: asked });
    expect(await notShippedTo()).toEqual(['西藏']);
  });
});

describe('a message that only tells', () => {
  it.each([
    '听说西藏又不让寄了',
    '去年核桃卖过20一斤',
    '要是邮费涨了我就满一百包邮',
    'my neighbour ships free over 50',
    '我老公想让我涨两块，我没答应',
  ])('is no plain sentence: %s', async (words) => {
    const before = await walnuts();
    const answer = await says(words, /./);
    expect(answer.text).not.toMatch(/您是说|Do you mean/);
    expect(await notShippedTo()).toEqual([]);
    expect(await walnuts()).toMatchObject({ price: before.price, onHand: before.onHand });
  });
});

describe('a message that names goods, and nothing that the rules could do', () => {
  it('is asked about in plain words, and done after a yes', async () => {
    const asked = await says('核桃讓個2元', '您是说：');
    await seller.taps('✅ 是的', { on: asked });
    await seller.waitsFor('¥15/斤 → ¥13/斤', { after: asked });
  });
});

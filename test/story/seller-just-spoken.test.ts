import { beforeEach, describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newOrderOf } from '../support/stall.ts';

// Of what was just changed or shown is what is said next, where nothing more is said.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock, sells: '核桃 15元一斤 有80斤' });
const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);
const product = (title: string) => walnut.database.db.product.findFirstOrThrow({ where: { title } });

describe('goods that were just spoken of', () => {
  beforeEach(async () => {
    await says('红枣 18元一斤 有70斤', '没问题就点「上架」');
    await seller.taps('✅ 上架');
    await seller.waitsFor(' 上架了');
  });

  it.each([
    ['还剩40斤', '80斤 → 40斤'],
    ['卖了3斤', '80斤 → 77斤'],
    ['又来了20斤', '80斤 → 100斤'],
    ['卖完了', '80斤 → 0'],
    ['12 kg left', '→ 24斤'],
    ['20元一斤', '¥16/斤 → ¥20/斤'],
  ])('are meant by a figure alone: %s', async (words, answer) => {
    await says('核桃改成16', '¥15/斤 → ¥16/斤');
    const done = await says(words, answer);
    expect(done.text).toContain('核桃');
    expect(done.buttons.flat().map(({ label }) => label)).toContain('↩️ 撤销');
    expect((await product('红枣')).onHand).toBe(35_000);
  });

  it('are those whose page was shown', async () => {
    await says('红枣', '正在卖');
    await says('还剩40斤', '70斤 → 40斤');
  });

  it.each([
    '隔壁还剩40斤',
    '还剩40斤吗',
    '昨天还剩40斤',
    '明天还有40斤',
    '客人说还剩40斤',
    '要是还剩40斤就改成15',
  ])('stay as they are behind %s', async (words) => {
    await says('核桃改成16', '¥15/斤 → ¥16/斤');
    seller.says(words);
    await seller.settles();
    expect(await product('核桃')).toMatchObject({ onHand: 40_000, price: 1_600 });
  });

  it('are asked about where something else was shown since, or a while went by', async () => {
    await says('核桃改成16', '¥15/斤 → ¥16/斤');
    await says('订单', '没有待办的订单');
    await says('还剩40斤', '是哪一件');
    await says('核桃改成17', '¥16/斤 → ¥17/斤');
    clock.advance(20 * 60_000);
    await says('还剩40斤', '是哪一件');
  });

  it.each([
    '不是卖完了',
    'not sold out',
    '卖完了再说',
    '全部卖完了',
    'all sold out',
    '两个都还剩40斤',
    '都还剩40斤',
    '其余的还剩40斤',
    '另一个卖完了',
    '我姐还剩40斤',
    '合作社还剩40斤',
    '二婶卖了3斤',
    'my brother has 40 kg left',
    'mum sold 3 kg',
    '仓库里还剩40斤没晒',
    '地里还有40斤',
    'we will have 40 jin left',
    '今年卖了400斤',
  ])('keep what there is behind more than that: %s', async (words) => {
    await says('核桃改成16', '¥15/斤 → ¥16/斤');
    seller.says(words);
    await seller.settles();
    expect(await product('核桃')).toMatchObject({ onHand: 40_000, status: 'on-sale' });
    expect(await product('红枣')).toMatchObject({ onHand: 35_000, status: 'on-sale' });
  });

  it('are asked about where two were changed at once', async () => {
    await says('红枣卖了3斤，核桃卖了5斤', '80斤 → 75斤');
    await says('还剩40斤', '是哪一件');
    expect((await product('核桃')).onHand).toBe(37_500);
  });

  it('are asked about where an order came in between', async () => {
    await says('核桃还有79斤', '80斤 → 79斤');
    clock.advance(1_000);
    await newOrderOf(walnut, seller, 'Ann');
    await says('还剩40斤', '是哪一件');
  });

  it('are named by their place in the list', async () => {
    const list = await says('看看我家在卖啥', '货品（2 样）');
    const [first = ''] = list.text.split('\n').filter((line) => line.startsWith('·'));
    const [one, other] = first.includes('核桃') ? ['核桃', '红枣'] : ['红枣', '核桃'];
    const done = await says('第二个改成23块', '→ ¥23/斤');
    expect(done.text).toContain(other);
    await says('/products', '我的商品');
    await says('看看我家在卖啥', '货品（2 样）');
    const gone = await says('the first one is sold out', '→ 0');
    expect(gone.text).toContain(one);
  });

  it('are each done by their places', async () => {
    await says('看看我家在卖啥', '货品（2 样）');
    await says('第二个改成23块，第一个改成25', '→ ¥25/斤');
    await seller.settles();
    const prices = [(await product('核桃')).price, (await product('红枣')).price];
    expect(prices.sort()).toEqual([2_300, 2_500]);
  });

  it('are each asked about where no list was shown', async () => {
    await says('第二个改成23块，第一个改成25', '是哪一件');
    await seller.settles();
    expect(await walnut.database.db.product.count({ where: { price: { in: [2_300, 2_500] } } })).toBe(0);
  });

  it.each(['第二个改成23块', '最后那个改成23'])('are asked about without a list: %s', async (words) => {
    const which = await says(words, '是哪一件');
    expect(which.buttons.flat().map(({ label }) => label)).toContain('红枣：改成 ¥23/斤');
  });

  it.each([
    '第二个顾客说23块太贵',
    '第三个改成23块',
    '第二个改成23块行吗',
    '我妈说第二个改成23块',
    '第二个老板说改成23块',
    '第二个不要改成23块',
    '她那第二个停了',
    '第一个月卖完了',
    '第二个没卖完',
  ])('stay as they are behind a list and %s', async (words) => {
    await says('看看我家在卖啥', '货品（2 样）');
    seller.says(words);
    await seller.settles();
    expect(await product('核桃')).toMatchObject({ price: 1_500, onHand: 40_000, status: 'on-sale' });
    expect(await product('红枣')).toMatchObject({ price: 1_800, onHand: 35_000, status: 'on-sale' });
  });
});

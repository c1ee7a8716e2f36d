import { beforeEach, describe, expect, it } from 'vitest';
import { openHousehold } from '../support/household.ts';
import { hears, putsOnSale } from '../support/stall.ts';

// 不对，是50斤, right behind what a seller has changed: the one thing that fits is put right, and nothing else is.

const { walnut, seller } = openHousehold({ sells: '核桃 15元一斤 有80斤' });

/** All of the answer is there. */
async function says(words: string, answer: string | RegExp): Promise<void> {
  await hears(seller, words, answer);
  await seller.settles();
  await walnut.app.engine.idle();
}

/** Price in fen, stock in base units, and status of all goods. */
async function goods(): Promise<string> {
  const rows = await walnut.database.db.product.findMany({ orderBy: { title: 'asc' } });
  return rows.map((one) => `${one.title} ${one.price} ${one.onHand} ${one.status}`).join(', ');
}

beforeEach(() => putsOnSale(walnut, seller, '小米 8元一斤 有100斤'));

const MILLET = '小米 800 50000 on-sale';

describe('a stock that was just said', () => {
  beforeEach(() => says('核桃还有60斤', '80斤 → 60斤'));

  it.each([
    ['不对，是50斤', '80斤 → 50斤'],
    ['不是60斤，是50斤', '80斤 → 50斤'],
    ['no, I meant 50 jin', '80斤 → 50斤'],
  ])('is put right: %s', async (words, answer) => {
    await says(words, answer);
    expect(await goods()).toBe(`${MILLET}, 核桃 1500 25000 on-sale`);
    await says('撤销', '50斤 → 80斤');
  });

  it('was of other goods', async () => {
    await says('错了，是小米', '小米：100斤 → 60斤');
    expect(await goods()).toBe('小米 800 30000 on-sale, 核桃 1500 40000 on-sale');
  });

  it.each([
    ['看错了，客人要35斤', '先没有动'],
    ['上次错了，是50斤', '先没有动'],
    ['邻居说错了，他家是50斤', '先没有动'],
    ['王姐说错了，是50斤', '先没有动'],
    ['要是错了就改50斤', '先没有动'],
    ['不是40斤，是50斤', '先没有动'],
    ['不对，是3块', '先没有动'],
    ['没错，是60斤', /./u],
    ['不对吧？是50斤吗', /./u],
    ['不对，电话是13900005050', /./u],
    ['不对，5号楼', /./u],
    ['错了，是明天', /./u],
    ['应该是50斤吧？我去数数', /./u],
    ['不对，每人限购5斤', /./u],
    ['客人地址写错了，是2号楼', /./u],
    ['sorry, millet', /./u],
    ['多了一斤', '还能卖|您是说'],
  ])('stays where it is not put right: %s', async (words, answer) => {
    await says(words, typeof answer === 'string' ? new RegExp(answer, 'u') : answer);
    expect(await goods()).toBe(`${MILLET}, 核桃 1500 30000 on-sale`);
  });

  it.each(['错了，不应该是50斤', '张三的错了，是35斤', '邻居说错了，是50斤'])(
    'stays behind what has changed nothing: %s',
    async (words) => {
      await says('看错了，客人要35斤', '先没有动');
      await says(words, /./u);
      expect(await goods()).toBe(`${MILLET}, 核桃 1500 30000 on-sale`);
    },
  );

  it('is taken back once', async () => {
    await says('当我没说', '撤销了');
    expect(await goods()).toBe(`${MILLET}, 核桃 1500 40000 on-sale`);
    await says('当我没说', '已经');
    expect(await goods()).toBe(`${MILLET}, 核桃 1500 40000 on-sale`);
  });

  it('that was taken back is not put right on top', async () => {
    await seller.taps('↩️ 撤销');
    await seller.waitsFor('撤销了');
    await says('不对，是50斤', /./u);
    expect(await goods()).toBe(`${MILLET}, 核桃 1500 40000 on-sale`);
  });
});

describe('a price that was just said', () => {
  beforeEach(() => says('核桃改成18一斤', '¥15/斤 → ¥18/斤'));

  it.each([
    ['说错了，16块', '核桃 1600 40000 on-sale'],
    ['不是18，是16', '核桃 1600 40000 on-sale'],
    ['算了不改了', '核桃 1500 40000 on-sale'],
  ])('is put right: %s', async (words, now) => {
    await says(words, /./u);
    expect(await goods()).toBe(`${MILLET}, ${now}`);
  });

  it('was of other goods', async () => {
    await says('不是核桃，是小米', /./u);
    expect(await goods()).toContain('核桃 1500 40000');
  });

  it.each(['不是20，是16', '不对，是16斤', '王姐说错了，是16', '不对吧？是16吗'])(
    'stays where it is not put right: %s',
    async (words) => {
      await says(words, /./u);
      expect(await goods()).toBe(`${MILLET}, 核桃 1800 40000 on-sale`);
    },
  );
});

it('the wrong goods that were paused are sold again, and the right ones paused', async () => {
  await says('核桃下架', '先下架了');
  await says('错了，是小米', '小米 先下架了');
  expect(await goods()).toBe('小米 800 50000 paused, 核桃 1500 40000 on-sale');
});

describe('a fee that was just set', () => {
  const fee = async () => (await walnut.database.db.shippingMethod.findFirst())?.fee;
  beforeEach(() => says('运费6块', '¥6'));

  it.each([
    ['不对，是8块', 800],
    ["wrong, it's 8", 800],
    ['不是6块，是8块', 800],
    ['不是5块，是8块', 600],
    ['客人说错了，是8块', 600],
    ['不对，是8斤', 600],
    ['当我没说', 0],
  ])('is put right by a sum alone: %s', async (words, now) => {
    await says(words, /./u);
    expect(await fee()).toBe(now);
  });
});

describe('a fee and a sum from which it is free', () => {
  const set = async () => {
    const row = await walnut.database.db.shippingMethod.findFirst();
    return [row?.fee, row?.freeFrom];
  };
  beforeEach(() => says('运费6块，满60包邮', '¥60'));

  it.each([
    ['不对，是8块', '先没有动', [600, 6_000]],
    ['运费错了，是8块', '¥8', [800, 6_000]],
    ['不是60块，是80块', '¥80', [600, 8_000]],
    ['当我没说', /./u, [0, null]],
  ] as const)('are put right only where one is meant: %s', async (words, answer, now) => {
    await says(words, answer);
    expect(await set()).toEqual(now);
  });

  it('may be told apart behind the question', async () => {
    await says('不对，是8块', '先没有动');
    await says('运费错了，是8块', '¥8');
    expect(await set()).toEqual([800, 6_000]);
  });
});

describe('goods that are counted', () => {
  beforeEach(async () => {
    await putsOnSale(walnut, seller, '土鸡蛋 2元一个 有200个');
    await says('土鸡蛋还有180个', '180');
  });

  it('keep price and stock behind a sum', async () => {
    await says('不对，是3块', '先没有动');
    expect(await goods()).toContain('土鸡蛋 200 180 on-sale');
  });
});

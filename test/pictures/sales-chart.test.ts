import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawPng } from '../../src/pictures/draw.ts';
import { type SalesPicture, salesChart } from '../../src/pictures/sales-chart.ts';
import { textWidth, wrapText } from '../../src/pictures/svg.ts';
import { fen } from '../../src/shop/values/money.ts';

const picture: SalesPicture = {
  title: '<王秀英家> & "co"',
  subtitle: '本周 · 11月23日 – 11月29日',
  earnedLabel: '卖了',
  earned: '¥1260',
  facts: ['3 单'],
  bars: [
    { label: '周一', fen: fen(0), shown: '¥0' },
    { label: '周二', fen: fen(126_000), shown: '¥1260' },
  ],
  productsTitle: '卖得最多',
  products: [{ name: '🌰 核桃', much: '84斤', shown: '¥1260', fen: fen(126_000) }],
  empty: '还没有卖出',
};

describe('a picture of takings', () => {
  it('is a PNG as wide as phones like it, with Chinese letters and not boxes', async () => {
    const png = sharp(await drawPng(salesChart(picture)));
    expect((await png.metadata()).width).toBe(1_080);
    const { data } = await png
      .extract({ left: 64, top: 60, width: 500, height: 60 })
      .grayscale()
      .raw()
      .toBuffer({
        resolveWithObject: true,
      });
    // Two different signs leave different ink: boxes would repeat.
    const inkIn = (from: number): number =>
      data.reduce(
        (sum, grey, i) => (i % 500 >= from && i % 500 < from + 56 && grey < 128 ? sum + 1 : sum),
        0,
      );
    expect(inkIn(30)).toBeGreaterThan(100);
    expect(inkIn(30)).not.toBe(inkIn(86));
  });

  it('says that nothing was sold, and puts up with any words', async () => {
    const empty = salesChart({ ...picture, bars: [{ label: '1', fen: fen(0), shown: '' }], products: [] });
    expect(empty).toContain('还没有卖出');
    expect(empty).toContain('&lt;王秀英家&gt; &amp;');
    expect(salesChart(picture)).not.toContain('🌰');
    await drawPng(salesChart({ ...picture, title: 'a\u0000b\uD800' }));
  });
});

describe('words in a picture', () => {
  it('are broken between words, Chinese anywhere, and cut off at the last line', () => {
    expect(wrapText('太行山里的薄皮核桃', 100, 400, 3)).toEqual(['太行山里', '的薄皮核', '桃']);
    const rows = wrapText('Spring honey from the acacia hills', 50, 400, 2);
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatch(/…$/);
    expect(rows.every((row) => textWidth(row, 50) <= 400)).toBe(true);
  });
});

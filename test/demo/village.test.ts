import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawSvg } from '../../prisma/demo/drawing/draw-svg.ts';
import { HEIGHT, WIDTH } from '../../prisma/demo/drawing/picture.ts';
import { seedDemo } from '../../prisma/demo/seed.ts';
import { demoHouseholds } from '../../prisma/demo/village.ts';
import { findShippingPolicies } from '../../src/shop/shipping/policy.ts';
import { shippingMethods } from '../../src/shop/shipping/rates.ts';
import { findUnlawful } from '../../src/writer/law/law.ts';
import { testClock } from '../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { testSeal } from '../support/village.ts';

const demoProducts = demoHouseholds.flatMap(({ products }) => products);

const sign = (character: string): Buffer =>
  drawSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><text x="8" y="52" font-size="48" font-family="Noto Sans Hans">${character}</text></svg>`,
  );

describe('pictures', () => {
  it.each(['核', '桃', '米'])('show %s and not the missing glyph', async (character) => {
    const missing = sign('\u{10FFFD}');
    expect(sign(character).equals(missing)).toBe(false);
    const { channels } = await sharp(sign(character)).stats();
    expect(channels[3]?.mean).toBeGreaterThan(10);
  });
});

describe('the demo village', () => {
  let database: FreshDatabase;
  const store = () => ({ db: database.db, cipher: testSeal, clock: testClock() });

  beforeAll(async () => {
    database = await freshDatabase();
    await seedDemo(store());
  });

  afterAll(() => database.drop());

  it('has six households and twenty products, each with its own picture', async () => {
    expect(await database.db.seller.count()).toBe(demoHouseholds.length);
    const products = await database.db.product.findMany({
      include: { photos: { include: { media: true } } },
    });
    expect([demoHouseholds.length, products.length]).toEqual([6, 20]);
    for (const { photos, title } of products) {
      expect(photos[0]?.media, title).toMatchObject({ state: 'stored', width: WIDTH, height: HEIGHT });
    }
    expect(new Set(demoProducts.map(({ picture }) => picture)).size).toBe(20);
  });

  it('has a ledger that sums to its stock', async () => {
    for (const { onHand, id } of await database.db.product.findMany()) {
      const { _sum } = await database.db.stockEntry.aggregate({
        where: { productId: id },
        _sum: { change: true },
      });
      expect(_sum.change ?? 0).toBe(onHand);
    }
  });

  it('lets goods be picked up from every household, and shows each way that they travel', async () => {
    const rules = await findShippingPolicies(
      { tx: database.db, now: new Date() },
      (await database.db.seller.findMany()).map(({ id }) => id),
    );
    const offered = [...rules.values()].map(({ methods }) => methods.map(({ way }) => way));
    expect(offered.every((ways) => ways.includes('pickup'))).toBe(true);
    expect([...new Set(offered.flat())].sort()).toEqual([...shippingMethods].sort());
  });

  it('is seeded once', async () => {
    expect(await seedDemo(store())).toBe('there');
    expect(await database.db.product.count()).toBe(20);
  });

  it('says nothing that the advertising law forbids', () => {
    const words = demoProducts.flatMap(({ title, titleEn, blurb, blurbEn }) => [
      title,
      titleEn,
      blurb,
      blurbEn,
    ]);
    expect(words.flatMap(findUnlawful)).toEqual([]);
  });
});

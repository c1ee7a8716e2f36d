import { describe, expect, it } from 'vitest';
import { declaredStatements } from '../../../src/db/connection/statement.ts';
import { isTypo, maxEdits } from '../../../src/shop/terms/edit-distance.ts';
import { searchColumns, searchTerms } from '../../../src/shop/terms/search-terms.ts';
import { explain } from '../../support/explain.ts';
import { openVillageForEach } from '../../support/open-village.ts';
import { present } from '../../support/present.ts';

const { database, clock, village } = openVillageForEach();

/** Puts a product on sale; each is newer than the last. */
async function sells(title: string, titleEn: string | null = null, grams = 50_000): Promise<string> {
  clock.advance(60_000);
  const id = await village.product(title, grams);
  const columns = searchColumns(title, titleEn, '老王家');
  await database.db.product.update({ where: { id }, data: { titleEn, ...columns } });
  return id;
}

const find = (words: string, page?: number) => village.shop((shop) => shop.catalogue.find(words, page));
const titles = async (words: string) => (await find(words)).items.map((product) => product.title);

describe('a search', () => {
  it('puts the very name first, then titles that say the words, what is in stock, the newest', async () => {
    await sells('花生');
    await sells('带壳花生', null, 0);
    await sells('花生油');
    await sells('五香花生');
    await sells('落花生', 'Groundnuts');
    expect(await titles('花生')).toEqual(['花生', '落花生', '五香花生', '花生油', '带壳花生']);
    expect((await titles('groundnuts'))[0]).toBe('落花生');
    expect(await find('花生')).toMatchObject({ match: 'exact', total: 5 });
  });

  it('shows long lists in pages, in one order', async () => {
    for (let i = 1; i <= 14; i += 1) await sells(`核桃${'甲乙丙丁戊己庚辛壬癸子丑寅卯'[i - 1]}`);
    const pages = [await find('核桃', 0), await find('核桃', 1), await find('核桃', 2)];
    expect(pages.map(({ items, page, pages }) => [items.length, page, pages])).toEqual([
      [6, 0, 3],
      [6, 1, 3],
      [2, 2, 3],
    ]);
    expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(14);
    expect((await find('核桃', 7)).page).toBe(0);
  });

  it.each([
    ['letters that were mistaken', 'walnts', '核桃'],
    ['letters that were swapped', 'hetoa', '薄皮核桃'],
    ['a word that was only begun', 'pers', '柿饼'],
    ['a wrong character of the right sound', '和桃', '薄皮核桃'],
    ['more than the title says', '薄皮大核桃', '薄皮核桃'],
  ])('finds what is near, and says so: %s', async (_, words, title) => {
    await sells('小米');
    await sells(title);
    expect(await find(words)).toMatchObject({ match: 'near', items: [{ title }] });
  });

  it('never takes a slip where something fits as it stands', async () => {
    await sells('walnuts');
    await sells('walnt');
    expect(await titles('walnt')).toEqual(['walnt']);
  });

  it('takes a word for a shelf as the shelf', async () => {
    await sells('核桃');
    expect(await find('坚果')).toMatchObject({ match: 'shelf', items: [{ title: '核桃' }] });
    expect((await find('水果')).items).toEqual([]);
  });

  it('finds nothing where nothing is near', async () => {
    await sells('核桃');
    expect(await find('zebra')).toMatchObject({ match: 'near', items: [], total: 0 });
    expect(await find('?!')).toMatchObject({ items: [] });
  });

  it('shows only what is on sale', async () => {
    const id = await sells('核桃');
    await database.db.product.update({ where: { id }, data: { status: 'paused' } });
    expect(await titles('核桃')).toEqual([]);
    expect(await titles('walnts')).toEqual([]);
  });

  it('asks the index of terms for a word of two characters', async () => {
    const columns = searchColumns('荞麦', null, null);
    await database.db.$executeRaw`
      INSERT INTO product (id, seller_id, title, category, measure, price, price_quantity, status, search, created_at, published_at)
      SELECT gen_random_uuid(), ${village.seller}::uuid, 'p' || n, 'nuts', 'MASS', 100, 500, 'on-sale',
        ARRAY['t' || n, 'u' || n % 50], now(), now() FROM generate_series(1, 5000) AS n`;
    await database.db.product.updateMany({ where: { title: { in: ['p1', 'p2'] } }, data: columns });
    await database.db.$executeRaw`ANALYZE product`;
    const search = declaredStatements().find(({ name }) => name === 'search-han');
    const plan = await explain(database.url, present(search), [searchTerms('荞麦'), '荞麦', 6, 0, null]);
    expect(plan).toContain('Bitmap Index Scan on product_search_idx');
  });
});

describe('slips of the finger', () => {
  it.each([
    ['walnt', 'walnut', 1],
    ['hetoa', 'hetao', 1],
    ['hony', 'honey', 1],
    ['walnut', 'walnut', 0],
    ['', 'egg', 3],
  ])('%s for %s are %i', (said, meant, count) => {
    expect(maxEdits(said, meant)).toBe(count);
  });

  it('are forgiven once in a short word and twice in a long one', () => {
    expect(isTypo('rce', ['rice'])).toBe(true);
    expect(isTypo('milk', ['silt'])).toBe(false);
    expect(isTypo('prsimmn', ['persimmon'])).toBe(true);
  });
});

describe('browsing', () => {
  it('shows the newest first and what is sold out last, over all pages', async () => {
    await sells('old');
    await sells('gone', null, 0);
    for (let i = 0; i < 6; i += 1) await sells(`new ${i}`);
    const page = (number: number) => village.shop((shop) => shop.catalogue.page(number));
    expect((await page(0)).items.map(({ title }) => title)).toEqual(
      [5, 4, 3, 2, 1, 0].map((i) => `new ${i}`),
    );
    expect((await page(1)).items.map(({ title }) => title)).toEqual(['old', 'gone']);
  });

  it('shows what is in season, and what is sold live now', async () => {
    const id = await sells('柿子');
    await sells('核桃');
    await database.db.product.update({ where: { id }, data: { season: [10, 11] } });
    const shelf = (only: object) =>
      village.shop(async (shop) => (await shop.catalogue.page(0, only)).items.map(({ title }) => title));
    expect(await shelf({ isInSeason: true })).toEqual(['柿子']);
    expect(await village.shop((shop) => shop.catalogue.specialShelves())).toEqual({
      isInSeason: true,
      isLive: false,
    });
    expect(await shelf({ isLive: true })).toEqual([]);
    await village.shop((shop) => shop.streams.goLive(village.owner.person, village.seller, {}));
    expect(await shelf({ isLive: true })).toEqual(['核桃', '柿子']);
    const fresh = await village.shop((shop) => shop.catalogue.fresh(3));
    expect(fresh.map(({ title }) => title)).toEqual(['柿子', '核桃']);
    clock.advance(10 * 24 * 3_600_000);
    expect(await shelf({ isInSeason: true })).toEqual([]);
  });
});

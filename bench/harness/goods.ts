import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/db/client/client.ts';
import { searchColumns } from '../../src/shop/terms/search-terms.ts';
import { synonymGroups } from '../../src/shop/terms/synonyms.ts';

const manners = [
  ...['薄皮', '农家', '新鲜', '手工', '自家', '山里'],
  ...['老品种', '有机', '当季', '精选', '大个', '散养'],
];
const places = ['岭头', '吕梁', '汾阳', '黄土坡', '河湾', '后山', '南沟', '杏花村', '石楼', '柳林'];

interface Named {
  readonly title: string;
  readonly titleEn: string;
}

/** Every thing that the table of synonyms knows, in many manners; the last characters of Chinese are its name. */
function names(): Named[] {
  const goods = synonymGroups.map((group) => ({
    title: group[0] ?? '',
    titleEn: group.find((word) => /^[a-z]/.test(word)) ?? '',
  }));
  return goods.flatMap(({ title, titleEn }) =>
    places.flatMap((place) =>
      manners.map((manner) => ({ title: `${place}${manner}${title}`, titleEn: `${titleEn} of ${place}` })),
    ),
  );
}

/** A statement that brings more outlasts the patience of the pool on a busy machine. */
export const AT_ONCE = 5_000;

/** A village, a seller and so many products, nine of ten on sale, as they come to lie after years of selling. */
export async function fillShop(db: Database, products: number): Promise<void> {
  const village = randomUUID();
  const seller = randomUUID();
  await db.$executeRaw`INSERT INTO village (id, slug, name, name_en, county, county_en, province, province_en, story, story_en, created_at)
    VALUES (${village}::uuid, 'bench', '岭头', 'Lingtou', '', '', '', '', '', '', now())`;
  await db.$executeRaw`INSERT INTO seller (id, village_id, name, created_at) VALUES (${seller}::uuid, ${village}::uuid, '老王家', now())`;
  const rows = names().map((one) => ({ ...one, ...searchColumns(one.title, one.titleEn, '老王家') }));
  const times = Math.ceil(products / rows.length);
  await db.$executeRaw`CREATE TABLE mixed (LIKE product INCLUDING DEFAULTS)`;
  for (let from = 0; from < rows.length; from += 500) {
    const part = JSON.stringify(rows.slice(from, from + 500));
    await db.$executeRaw`
      INSERT INTO mixed (id, seller_id, title, title_en, category, measure, price, price_quantity, on_hand, status,
        search, latin, season, created_at, published_at)
      SELECT gen_random_uuid(), ${seller}::uuid, one->>'title', one->>'titleEn',
        (ARRAY['nuts', 'fruit', 'vegetables', 'grain', 'honey'])[1 + (random() * 4)::int], 'MASS', 1500, 500,
        (random() * 3)::int * 500000, CASE WHEN random() < 0.9 THEN 'on-sale' ELSE 'paused' END,
        ARRAY(SELECT jsonb_array_elements_text(one->'search')), one->>'latin',
        CASE WHEN random() < 0.5 THEN ARRAY[9, 10, 11] ELSE '{}' END, now(), now() - random() * interval '300 days'
      FROM jsonb_array_elements(${part}::jsonb) AS one, generate_series(1, ${times}::int)`;
  }
  for (let left = products; left > 0; left -= AT_ONCE)
    await db.$executeRaw`
      WITH moved AS (
        DELETE FROM mixed WHERE id IN (SELECT id FROM mixed ORDER BY random() LIMIT ${Math.min(left, AT_ONCE)}) RETURNING *)
      INSERT INTO product (id, seller_id, title, title_en, category, measure, price, price_quantity, on_hand, status, search, latin,
        season, created_at, published_at)
      SELECT id, seller_id, title, title_en, category, measure, price, price_quantity, on_hand, status, search, latin,
        season, created_at, published_at FROM moved`;
  await db.$executeRaw`DROP TABLE mixed`;
  // One product that the orders of all lines are for; there is enough of it.
  const known = searchColumns('核桃', 'walnuts', '老王家');
  await db.$executeRaw`
    INSERT INTO product (id, seller_id, title, title_en, category, measure, price, price_quantity, on_hand, status, search, latin,
      created_at, published_at)
    VALUES (${PRODUCT}::uuid, ${seller}::uuid, '核桃', 'walnuts', 'nuts', 'MASS', 1500, 500, 900000000, 'on-sale',
      ${known.search}::text[], ${known.latin}, now(), now())`;
  await db.$executeRaw`INSERT INTO pack (product_id, quantity) SELECT id, 2500 FROM product`;
  await db.$executeRaw`VACUUM ANALYZE`;
}

/** The product that orders are for: 核桃, ¥15 a 斤. */
export const PRODUCT = '00000000-0000-7000-8000-000000000001';

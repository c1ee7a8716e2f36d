// How long a search takes among 100,000 products: `node bench/search.ts`. It fills a database of its own, which is gone
// afterwards; the peer beside each word is what most shops do, LIKE '%…%' over the titles.
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, openDatabase } from '../src/db/client/client.ts';
import { openEmbedded } from '../src/db/embedded/embedded.ts';
import { Prisma } from '../src/db/generated/client.ts';
import { migrate } from '../src/db/migrations/migrate.ts';
import { findOnSale, searchCondition } from '../src/shop/catalogue/search.ts';
import { searchColumns, searchTerms } from '../src/shop/terms/search-terms.ts';
import { synonymGroups } from '../src/shop/terms/synonyms.ts';
import { quickFolder } from '../test/support/global-database.ts';

const PRODUCTS = 100_000;
const ROUNDS = 31;
const FIRST_PAGE = { skip: 0, take: 6 };
const onSale = Prisma.sql`status = 'on-sale'`;

const manners = [
  '薄皮',
  '农家',
  '新鲜',
  '手工',
  '自家',
  '山里',
  '老品种',
  '有机',
  '当季',
  '精选',
  '大个',
  '散养',
];
const places = ['岭头', '吕梁', '汾阳', '黄土坡', '河湾', '后山', '南沟', '杏花村', '石楼', '柳林'];

/** Every thing that the table knows, in many manners; the last two characters of Chinese are its name. */
function titlesOf(): { title: string; titleEn: string }[] {
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

async function fill(db: Database): Promise<void> {
  const village = randomUUID();
  const seller = randomUUID();
  await db.$executeRaw`INSERT INTO village (id, slug, name, name_en, county, county_en, province, province_en, story, story_en, created_at)
    VALUES (${village}::uuid, 'bench', 'b', 'b', '', '', '', '', '', '', now())`;
  await db.$executeRaw`INSERT INTO seller (id, village_id, name, created_at) VALUES (${seller}::uuid, ${village}::uuid, '老王家', now())`;
  // As they come to lie after years of selling: no two of a kind side by side.
  await db.$executeRaw`CREATE TABLE mixed (LIKE product INCLUDING DEFAULTS)`;
  const rows = titlesOf().map((one) => ({ ...one, ...searchColumns(one.title, one.titleEn, '老王家') }));
  const times = Math.ceil(PRODUCTS / rows.length);
  for (let from = 0; from < rows.length; from += 500) {
    const part = JSON.stringify(rows.slice(from, from + 500));
    await db.$executeRaw`
      INSERT INTO mixed (id, seller_id, title, title_en, category, measure, price, price_quantity, on_hand, status,
        search, latin, created_at, published_at)
      SELECT gen_random_uuid(), ${seller}::uuid, one->>'title', one->>'titleEn', 'nuts', 'MASS', 1500, 500,
        (random() * 3)::int * 500, CASE WHEN random() < 0.9 THEN 'on-sale' ELSE 'paused' END,
        ARRAY(SELECT jsonb_array_elements_text(one->'search')), one->>'latin', now(), now() - random() * interval '300 days'
      FROM jsonb_array_elements(${part}::jsonb) AS one, generate_series(1, ${times}::int)`;
  }
  await db.$executeRaw`INSERT INTO product SELECT * FROM mixed ORDER BY random()`;
  await db.$executeRaw`DROP TABLE mixed`;
  await db.$executeRaw`VACUUM ANALYZE product`;
}

async function median(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

const likeQuery = (word: string) => {
  const pattern = `%${word}%`;
  return Prisma.sql`SELECT id, count(*) OVER ()::int AS total FROM product
    WHERE (lower(title) LIKE ${pattern} OR lower(title_en) LIKE ${pattern}) AND ${onSale}
    ORDER BY published_at DESC LIMIT 6`;
};

async function compare(db: Database, word: string): Promise<void> {
  const query = searchCondition(word, searchTerms(word), onSale, FIRST_PAGE);
  const [ours, theirs] = [
    await median(() => db.$queryRaw(query)),
    await median(() => db.$queryRaw(likeQuery(word))),
  ];
  const [row] = await db.$queryRaw<{ total: number }[]>(query);
  const [peer] = await db.$queryRaw<{ total: number }[]>(likeQuery(word));
  console.log(
    [
      word.padEnd(10),
      `${ours.toFixed(2)} ms`.padStart(10),
      `${row?.total ?? 0} found`.padStart(12),
      `LIKE ${theirs.toFixed(2)} ms`.padStart(16),
      `${peer?.total ?? 0} found`.padStart(12),
      `${(theirs / ours).toFixed(1)} times`.padStart(12),
    ].join('  '),
  );
}

async function slips(db: Database, word: string): Promise<void> {
  const took = await median(() => db.$transaction((tx) => findOnSale(tx, word, FIRST_PAGE)));
  const hits = await db.$transaction((tx) => findOnSale(tx, word, FIRST_PAGE));
  console.log(
    `${word.padEnd(10)}  ${`${took.toFixed(2)} ms`.padStart(10)}  ${hits.match}, ${hits.total} found, all ways tried in turn`,
  );
}

const folder = await mkdtemp(join(quickFolder(), 'walnut-bench-'));
await chmod(folder, 0o711);
const server = await openEmbedded(join(folder, 'data'), { isDurable: false });
try {
  await migrate(server.url);
  const db = await openDatabase(server.url);
  await fill(db);
  console.log(
    `${await db.product.count()} products; medians of ${ROUNDS} runs, the first page with the count of all\n`,
  );
  for (const word of ['核桃', '荞麦', '花生', 'hetao', 'ht', 'walnut', 'potatoes', '桃'])
    await compare(db, word);
  console.log();
  for (const word of ['walnts', 'hetoa', '和桃', '薄皮大核桃', '蜂蜜核桃']) await slips(db, word);
  const query = searchCondition('核桃', searchTerms('核桃'), onSale, FIRST_PAGE);
  const plan = await db.$queryRaw<{ 'QUERY PLAN': string }[]>`EXPLAIN (ANALYZE, COSTS OFF) ${query}`;
  console.log(`\n核桃:\n${plan.map((line) => line['QUERY PLAN']).join('\n')}`);
  await db.$disconnect();
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

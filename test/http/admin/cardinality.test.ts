import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseMetrics } from '../../support/board.ts';
import { sellerOfWalnuts } from '../../support/stall.ts';
import { startWalnut, type Walnut } from '../../support/walnut.ts';

const TOKEN = 'a-token-of-24-characters';
/** Everything that Walnut itself counts; a dashboard of a county's villages carries that a hundred times. */
const MOST_SERIES = 2_000;
const SELLERS = 1_000;
const PRODUCTS = 10_000;

let walnut: Walnut;
beforeAll(async () => {
  walnut = await startWalnut({ settings: { ADMIN_TOKEN: TOKEN } });
});
afterAll(() => walnut.stop());

async function readMetrics(): Promise<string> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  return (await fetch(`${walnut.app.url}/metrics`, { headers })).text();
}

/** Copies of one seller and one product, as many as a large village has. */
async function grow(): Promise<void> {
  const { db } = walnut.database;
  await db.$executeRaw`
    INSERT INTO seller SELECT (jsonb_populate_record(one.row, jsonb_build_object('id', gen_random_uuid(), 'name', 'S' || n))).*
    FROM (SELECT s AS row FROM seller s LIMIT 1) one, generate_series(2, ${SELLERS}::int) n`;
  await db.$executeRaw`
    INSERT INTO product SELECT (jsonb_populate_record(one.row, jsonb_build_object(
      'id', gen_random_uuid(), 'seller_id', sellers.ids[n % ${SELLERS} + 1]))).*
    FROM (SELECT p AS row FROM product p LIMIT 1) one, (SELECT array_agg(id) AS ids FROM seller) sellers,
      generate_series(2, ${PRODUCTS}::int) n`;
}

it('the number of series does not grow with products and sellers, whatever people look at', async () => {
  await sellerOfWalnuts(walnut);
  const small = parseMetrics(await readMetrics()).size;
  await grow();
  const { db } = walnut.database;
  expect([await db.seller.count(), await db.product.count()]).toEqual([SELLERS, PRODUCTS]);
  const shown = await db.product.findMany({ take: 20, select: { id: true } });
  const chat = walnut.telegram.person({ first_name: 'Anna', language_code: 'en' }).chatWith(walnut.buyerBot);
  chat.says('/start');
  await chat.waitsFor('Lingtou');
  for (const { id } of shown) chat.says(`/start p_${id}`);
  await walnut.app.engine.idle();
  const text = await readMetrics();
  const series = parseMetrics(text);
  expect(series.size).toBeLessThan(MOST_SERIES);
  // One act more than before at the most: a turn's series are its buckets, a sum and a count.
  expect(series.size - small).toBeLessThanOrEqual(3 * 14);
  for (const { id } of shown) expect(text).not.toContain(id);
});

import { Prisma } from '../../src/db/generated/client.ts';
import { findOnSale } from '../../src/shop/catalogue/products/search.ts';
import { type Line, median, millis, type Row, repeat, short } from '../harness/line.ts';
import { createWorld, type World } from '../harness/world.ts';

const PRODUCTS = 100_000;
const RUNS = 21;
const FIRST_PAGE = { skip: 0, take: 6 };

/** One word for each way in which people name goods. */
const WORDS: readonly (readonly [kind: string, word: string])[] = [
  ['two characters', '荞麦'],
  ['one character', '桃'],
  ['initials', 'ht'],
  ['pinyin', 'hetao'],
  ['English', 'walnut'],
  ['a Latin slip', 'walnts'],
  ['a slip of pinyin', 'hetoa'],
  ['the same sound', '和桃'],
  ['words no title has', '蜂蜜核桃'],
];

/** A search by kind of word, beside what most shops do: LIKE over the titles. */
export const search: Line = {
  name: 'search',
  async measure() {
    const world = await createWorld(PRODUCTS);
    try {
      const rows: Row[] = [];
      for (const [kind, word] of WORDS) rows.push(await measureWord(world, kind, word));
      return rows;
    } finally {
      await world.stop();
    }
  },
};

async function measureWord({ db }: World, kind: string, word: string): Promise<Row> {
  const ours = await timed(() => db.$transaction((tx) => findOnSale(tx, word, FIRST_PAGE)));
  const theirs = await timed(() => db.$queryRaw(likeQuery(word)));
  const { total } = await db.$transaction((tx) => findOnSale(tx, word, FIRST_PAGE));
  return {
    ...{ what: `${kind}: ${word} among ${PRODUCTS}`, goal: '', beside: `LIKE ${millis(theirs)}` },
    ...{ walnut: `${millis(ours)}, ${total} found`, ratio: short(theirs / ours) },
  };
}

const timed = async (act: () => Promise<unknown>): Promise<number> =>
  median(
    await repeat(RUNS, async () => {
      const began = performance.now();
      await act();
      return performance.now() - began;
    }),
  );

function likeQuery(word: string): Prisma.Sql {
  const pattern = `%${word}%`;
  return Prisma.sql`SELECT id, count(*) OVER ()::int AS total FROM product
    WHERE (lower(title) LIKE ${pattern} OR lower(title_en) LIKE ${pattern}) AND status = 'on-sale'
    ORDER BY published_at DESC LIMIT 6`;
}

import { systemClock } from '../../src/data.ts';
import { createCipher } from '../../src/db/crypto/cipher.ts';
import { type AppContext, inTransaction } from '../../src/db/work.ts';
import { createShop, type Shop } from '../../src/shop/shop.ts';
import { type Line, median, millis, type Row, repeat, short } from '../harness/line.ts';
import { fillTrade, type Trade } from '../harness/trade.ts';
import { createWorld } from '../harness/world.ts';

const SMALL = { products: 20, trade: { orders: 10, ownProducts: 10, otherOrders: 10, households: 10 } };
const LARGE = {
  products: 100_000,
  trade: { orders: 500, ownProducts: 2_000, otherOrders: 100_000, households: 1_000 },
};
/** Reads of one list in a round, and before the first: those make plans. */
const READS = 12;

/** A list, as its first page, its last, and what it is filtered by. */
type List = readonly [what: string, read: (shop: Shop, trade: Trade) => Promise<unknown>];

const LISTS: readonly List[] = [
  ['/orders', (shop, { buyer }) => shop.orders.boughtPage(buyer, 0)],
  ['/orders, page 30', (shop, { buyer }) => shop.orders.boughtPage(buyer, 30)],
  ['/orders, open', (shop, { buyer }) => shop.orders.boughtPage(buyer, 0, { is: 'open' })],
  ['/orders, done', (shop, { buyer }) => shop.orders.boughtPage(buyer, 0, { is: 'done' })],
  ['/orders 核桃', (shop, { buyer }) => shop.orders.boughtPage(buyer, 0, { words: '核桃' })],
  ['an order by number', (shop, { buyer }) => shop.orders.boughtByNumber(buyer, `${buyer.slice(-8)}-7`)],
  ["a household's orders, open", (shop, { seller }) => shop.orders.soldPage(seller, 0, { is: 'open' })],
  ["a household's orders, done", (shop, { seller }) => shop.orders.soldPage(seller, 0, { is: 'done' })],
  ["a household's orders 核桃", (shop, { seller }) => shop.orders.soldPage(seller, 0, { words: '核桃' })],
  ["a household's unpaid", (shop, { seller }) => shop.orders.unpaidPage(seller, 0)],
  ['to accept', (shop, { seller }) => shop.orders.countAcceptable(seller)],
  ['/products', (shop, { seller }) => shop.catalogue.pageOfSeller(seller, 0)],
  ['/products, page 200', (shop, { seller }) => shop.catalogue.pageOfSeller(seller, 200)],
  ['/products 核桃', (shop, { seller }) => shop.catalogue.searchOwn(seller, '核桃')],
  ['titles of a household', (shop, { seller }) => shop.catalogue.titlesOfSeller(seller)],
  ["a household's shelf", (shop, { seller }) => shop.catalogue.page(0, { sellerId: seller })],
  ['/browse', (shop) => shop.catalogue.page(0)],
  ['/browse, page 100', (shop) => shop.catalogue.page(100)],
  ['a category', (shop) => shop.catalogue.page(0, { category: 'nuts' })],
  ['shelves', (shop) => shop.catalogue.categories()],
  ['first screen', (shop) => shop.catalogue.fresh(3)],
  ['search 红枣', (shop) => shop.catalogue.find('红枣')],
  ['search 红枣, page 20', (shop) => shop.catalogue.find('红枣', 20)],
  ['households', (shop) => shop.sellers.all(0, 8)],
  ['office: households', (shop, { buyer }) => shop.admin.households(buyer, 0)],
  ['office: today', (shop, { buyer }) => shop.admin.today(buyer)],
  ['office: conversations', (shop, { buyer }) => shop.conversations.waiting(buyer, 0)],
];

/** What a page of each list costs with ten of everything, and with 500 orders, 2,000 products and a village of 100,000. */
export const lists: Line = {
  name: 'lists',
  async measure(rounds) {
    // The first shop that a process opens makes its program warm for the second one.
    await measureLists(SMALL, 1);
    const few = await measureLists(SMALL, rounds);
    const many = await measureLists(LARGE, rounds);
    return LISTS.map(([what], i): Row => {
      const [small, large] = [few[i] ?? 0, many[i] ?? 0];
      return {
        ...{ what, goal: '≤ 1.5', beside: `with ten ${millis(small)}` },
        ...{ walnut: millis(large), ratio: short(large / small) },
      };
    });
  },
};

async function measureLists({ products, trade: size }: typeof LARGE, rounds: number): Promise<number[]> {
  const world = await createWorld(products);
  try {
    const trade = await fillTrade(world.db, size);
    const context: AppContext = {
      db: world.db,
      cipher: createCipher(Buffer.alloc(32, 7)),
      clock: systemClock,
    };
    const medians: number[] = [];
    for (const [, read] of LISTS) {
      const one = () => timed(context, (shop) => read(shop, trade));
      await repeat(READS, one);
      medians.push(median(await repeat(rounds * READS, one)));
    }
    return medians;
  } finally {
    await world.stop();
  }
}

/** Milliseconds of one read in a transaction of its own. */
async function timed(context: AppContext, read: (shop: Shop) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await inTransaction(context, async (transaction) => read(createShop(transaction)));
  return performance.now() - start;
}

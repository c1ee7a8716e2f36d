import { afterEach, beforeEach, expect, it } from 'vitest';
import { searchColumns } from '../../src/shop/terms/search-terms.ts';
import { fen } from '../../src/shop/values/money.ts';
import { baseQuantity } from '../../src/shop/values/quantity.ts';
import { newBuyer, withCard } from '../support/stall.ts';
import { type Counted, countStatements } from '../support/statements.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

// How many statements a turn costs, from the update to the answer that Telegram has taken. BEGIN and COMMIT are not
// counted: they travel with others. Each number is what has been reached; more is a step back. `STATEMENTS=1` prints them.

let walnut: Walnut;
let buyer: PrivateChat;

beforeEach(async () => {
  walnut = await startWalnut({ roles: ['bots'] });
  await stocked(walnut);
  buyer = await newBuyer(walnut);
});

afterEach(() => walnut.stop());

/** Several products that 核桃 finds, and one by itself. */
async function stocked({ database: { db } }: Walnut): Promise<void> {
  const { id: villageId } = await db.village.findFirstOrThrow();
  const seller = await db.seller.create({ data: { villageId, name: '王秀英家', createdAt: new Date() } });
  for (const title of ['核桃', '薄皮核桃', '绿豆']) {
    await db.product.create({
      data: {
        ...{ sellerId: seller.id, title, category: 'nuts', measure: 'MASS', status: 'on-sale' },
        ...{ price: fen(1_500), priceQuantity: baseQuantity(500), onHand: baseQuantity(100_000) },
        ...{
          createdAt: new Date(),
          publishedAt: new Date(),
          packs: { create: { quantity: baseQuantity(2_500) } },
        },
        ...searchColumns(title, null, '王秀英家'),
      },
    });
  }
}

/** What a move costs until its answer has gone out. */
async function cost(kind: string, move: () => unknown, answer: string): Promise<Counted> {
  await walnut.app.engine.idle();
  const counted = await countStatements(async () => {
    await move();
    await buyer.waitsFor(answer);
    await walnut.app.engine.idle();
  });
  if (process.env.STATEMENTS) {
    process.stdout.write(`\n${kind}: ${counted.count} statements, ${counted.roundTrips} round trips\n`);
    for (const text of counted.statements) process.stdout.write(`  ${text.slice(0, 230)}\n`);
  }
  return counted;
}

it('answers a search in few statements', async () => {
  const { count } = await cost('search', () => buyer.says('核桃'), '2 things');
  expect(count).toBeLessThanOrEqual(6);
});

it('answers a tap that edits in few statements', async () => {
  const { count } = await cost('tap', () => buyer.taps('🛍 What is on sale'), 'On sale now');
  expect(count).toBeLessThanOrEqual(8);
});

it('answers /help in few statements', async () => {
  const { count } = await cost('help', () => buyer.says('/help'), 'Just say it');
  expect(count).toBeLessThanOrEqual(6);
});

it('makes a card, and an order of it, in few statements', async () => {
  await withCard(buyer);
  await buyer.taps('✅ Confirm ¥15');
  await buyer.waitsFor('Ordered');
  // Of a newcomer, and of an order a moment after another, more is asked.
  const { db } = walnut.database;
  await db.order.updateMany({ data: { fulfilment: 'delivered', stock: 'taken' } });
  await db.checkout.updateMany({
    where: { state: 'placed' },
    data: { placedAt: new Date(Date.now() - 3_600_000) },
  });
  const card = await cost('card', () => buyer.says('核桃 2斤'), 'Pay on delivery');
  const order = await cost('confirm', () => buyer.taps('✅ Confirm ¥30'), 'Ordered');
  expect(card.count).toBeLessThanOrEqual(21);
  expect(order.count).toBeLessThanOrEqual(14);
});

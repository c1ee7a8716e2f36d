import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/db/client/client.ts';
import type { PersonId, SellerId } from '../../src/db/ids.ts';
import { AT_ONCE, PRODUCT } from './goods.ts';

/** How much somebody has, and how much everybody else has beside them. */
export interface TradeSize {
  /** Of one buyer, and sold by one household. */
  readonly orders: number;
  readonly ownProducts: number;
  /** Orders of other people at other households. */
  readonly otherOrders: number;
  readonly households: number;
}

/** Whose lists are looked at. */
export interface Trade {
  readonly buyer: PersonId;
  readonly seller: SellerId;
}

/** A buyer with orders, and a household with products that sold them, among many others. */
export async function fillTrade(db: Database, size: TradeSize): Promise<Trade> {
  const [buyer, stranger] = [await addPerson(db, '王芳'), await addPerson(db, '张三')];
  const seller = await addSeller(db, '李建国家');
  const other = await addSeller(db, '赵大娘家');
  await db.$executeRaw`INSERT INTO member (person_id, seller_id, role, created_at) VALUES (${buyer}::uuid, ${seller}::uuid, 'owner', now())`;
  await db.$executeRaw`UPDATE person SET is_operator = true WHERE id = ${buyer}::uuid`;
  await db.$executeRaw`
    INSERT INTO seller (id, village_id, name, created_at)
    SELECT gen_random_uuid(), (SELECT id FROM village), '农户' || n, now() FROM generate_series(1, ${size.households}::int) AS n`;
  await db.$executeRaw`
    INSERT INTO product (id, seller_id, title, title_en, category, measure, price, price_quantity, on_hand, status, search, latin,
      created_at, published_at)
    SELECT gen_random_uuid(), ${seller}::uuid, title, title_en, category, measure, price, price_quantity, on_hand, 'on-sale', search,
      latin, created_at, published_at
    FROM (SELECT * FROM product WHERE id <> ${PRODUCT}::uuid ORDER BY id LIMIT ${size.ownProducts}) copied`;
  await addOrders(db, buyer, seller, size.orders);
  await addOrders(db, stranger, other, size.otherOrders);
  await db.$executeRaw`VACUUM ANALYZE`;
  return { buyer, seller };
}

async function addPerson(db: Database, name: string): Promise<PersonId> {
  const { id } = await db.person.create({
    data: { name, locale: 'zh', createdAt: new Date() },
    select: { id: true },
  });
  return id;
}

async function addSeller(db: Database, name: string): Promise<SellerId> {
  const village = await db.village.findFirstOrThrow({ select: { id: true } });
  const { id } = await db.seller.create({
    data: { villageId: village.id, name, createdAt: new Date() },
    select: { id: true },
  });
  return id;
}

/** The newest wait or are on their way, the others are done; every fifth is of walnuts. */
async function addOrders(db: Database, person: PersonId, seller: SellerId, count: number): Promise<void> {
  const chat = randomUUID();
  await db.$executeRaw`INSERT INTO chat (id, person_id, channel, address, created_at) VALUES (${chat}::uuid, ${person}::uuid, 'web-buyer', ${chat}, now())`;
  for (let first = 1; first <= count; first += AT_ONCE)
    await addSome(db, { person, seller, chat }, first, Math.min(count, first + AT_ONCE - 1));
}

async function addSome(
  db: Database,
  { person, seller, chat }: { person: PersonId; seller: SellerId; chat: string },
  first: number,
  last: number,
): Promise<void> {
  await db.$executeRaw`
    WITH made AS (
      INSERT INTO checkout (id, chat_id, person_id, lines, payment, total, state, created_at)
      SELECT gen_random_uuid(), ${chat}::uuid, ${person}::uuid, '[]', 'delivery', 7500, 'placed', now() - n * interval '1 hour'
      FROM generate_series(${first}::int, ${last}::int) AS n RETURNING id, created_at
    ), ordered AS (
      INSERT INTO orders (id, number, checkout_id, seller_id, person_id, chat_id, fulfilment, payment, stock, total, placed_at)
      SELECT gen_random_uuid(), right(${person}, 8) || '-' || n, id, ${seller}::uuid, ${person}::uuid, ${chat}::uuid,
        CASE WHEN n <= 5 THEN 'placed' WHEN n <= 9 THEN 'shipped' ELSE 'delivered' END, 'none', 'taken', 7500, created_at
      FROM (SELECT *, ${first - 1}::int + row_number() OVER (ORDER BY created_at DESC) AS n FROM made) numbered RETURNING id, number
    )
    INSERT INTO order_line (order_id, position, product_id, title, title_en, measure, quantity, price, price_quantity, total)
    SELECT id, 0, ${PRODUCT}::uuid, CASE WHEN right(number, 1) IN ('0', '5') THEN '薄皮核桃' ELSE '黄小米' END, 'goods', 'MASS', 2500,
      1500, 500, 7500 FROM ordered`;
}

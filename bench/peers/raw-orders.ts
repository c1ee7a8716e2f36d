// The limit of Confirm: nothing but an order's transaction (order, line, event, conditional update, ledger) on prepared
// statements, from a process of its own. `DATABASE_URL`, `SELLER`, `PRODUCT`; prints orders a second.
import { randomUUID } from 'node:crypto';
import pg from 'pg';

const { DATABASE_URL = '', SELLER = '', PRODUCT = '', SECONDS = '2' } = process.env;
const CONNECTIONS = 16;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: CONNECTIONS });

async function order(client: pg.PoolClient, person: string): Promise<void> {
  const [id, checkout] = [randomUUID(), randomUUID()];
  await client.query('BEGIN');
  const taken = await client.query({
    name: 'take',
    text: 'UPDATE product SET on_hand = on_hand - 500 WHERE id = $1 AND on_hand - held >= 500',
    values: [PRODUCT],
  });
  if (taken.rowCount !== 1) throw new Error('sold out');
  await client.query({
    name: 'order',
    text: `WITH c AS (INSERT INTO checkout (id, person_id, chat_id, state, payment, lines, total, created_at)
        VALUES ($2, $3, $3, 'placed', 'delivery', '[]', 1500, now()) RETURNING id)
      INSERT INTO orders (id, number, checkout_id, seller_id, person_id, chat_id, fulfilment, payment, stock, total, placed_at)
      SELECT $1, $1::uuid::text, id, $4, $3, $3, 'placed', 'none', 'taken', 1500, now() FROM c`,
    values: [id, checkout, person, SELLER],
  });
  await client.query({
    name: 'line',
    text: `INSERT INTO order_line (order_id, position, product_id, title, measure, quantity, price, price_quantity, total)
      VALUES ($1, 0, $2, '核桃', 'MASS', 500, 1500, 500, 1500)`,
    values: [id, PRODUCT],
  });
  await client.query({
    name: 'ledger',
    text: `INSERT INTO stock_entry (product_id, change, reason, order_id, at) VALUES ($1, -500, 'order', $2, now())`,
    values: [PRODUCT, id],
  });
  await client.query('COMMIT');
}

let placed = 0;
const until = performance.now() + Number(SECONDS) * 1_000;
await Promise.all(
  Array.from({ length: CONNECTIONS }, async () => {
    const client = await pool.connect();
    for (const person = randomUUID(); performance.now() < until; placed += 1) await order(client, person);
    client.release();
  }),
);
console.log(placed / Number(SECONDS));
await pool.end();

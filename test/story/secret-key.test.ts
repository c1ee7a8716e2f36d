import pino from 'pino';
import { afterEach, expect, it } from 'vitest';
import { startApp } from '../../src/app.ts';
import { runRotateKey } from '../../src/commands/rotate-key.ts';
import { readConfig } from '../../src/config.ts';
import { inTransaction } from '../../src/db/work.ts';
import { findOrderById } from '../../src/shop/orders/order.ts';
import { visit } from '../bots/web/visitor.ts';
import { newBuyer, ordersWalnuts, sellerOfWalnuts } from '../support/stall.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

let walnut: Walnut;
afterEach(() => walnut.stop());

const OLD = Buffer.alloc(32, 7).toString('base64');
const NEW = Buffer.alloc(32, 8).toString('base64');
const logger = pino({ level: 'silent' });

it('the key is changed while two processes trade: orders go on, and afterwards only the new one opens anything', async () => {
  walnut = await startWalnut({ settings: { SECRET_KEY: OLD } });
  const seller = await sellerOfWalnuts(walnut);
  const early = await newBuyer(walnut, 'Ann');
  await ordersWalnuts(early);
  const sealed = await walnut.database.db.order.findFirstOrThrow();

  Object.assign(walnut.settings, { SECRET_KEY: NEW, OTHER_SECRET_KEYS: OLD });
  await walnut.restart();
  const config = readConfig(walnut.settings);
  const web = await startApp(config, logger, ['web']);
  const late = await newBuyer(walnut, 'Bob');
  const said: string[] = [];
  const data = { appContext: walnut.app.appContext, databaseUrl: walnut.database.url };
  const [, visitor] = await Promise.all([
    runRotateKey(config, data, (line) => void said.push(line)),
    visit(web.url ?? ''),
    ordersWalnuts(late),
    seller.taps('✅ 接单', { on: await seller.waitsFor('等您接单') }),
  ]);
  await runRotateKey(config, data, (line) => void said.push(line));
  expect(said.join('\n')).toMatch(/message\.sealed: \d+[\s\S]*Done: \d+ values/);
  await using listener = await visitor.listen();
  await visitor.event({ is: 'command', name: 'help', rest: '' });
  await listener.until((messages) => messages.some(({ html }) => html.includes('/orders')));
  await web.stop();

  Object.assign(walnut.settings, { SECRET_KEY: NEW, OTHER_SECRET_KEYS: '' });
  await walnut.restart();
  early.says('/orders');
  await early.waitsFor('My orders');
  const opened = await inTransaction(walnut.app.appContext, (context) => findOrderById(context, sealed.id));
  expect(opened?.recipient?.name).toBe('Li Lei');
  const { db, cipher } = walnut.app.appContext;
  const rows = await db.order.findMany({ orderBy: { number: 'asc' } });
  expect(new Set(rows.map(({ phoneKey }) => phoneKey))).toEqual(new Set([cipher.fingerprint('13800001234')]));
  // Whoever can write to the database cannot give one order the recipient of another.
  await db.order.update({ where: { id: sealed.id }, data: { recipient: rows[1]?.recipient ?? null } });
  await expect(
    inTransaction(walnut.app.appContext, (context) => findOrderById(context, sealed.id)),
  ).rejects.toThrow();
  await expect(
    startApp(readConfig({ ...walnut.settings, SECRET_KEY: OLD }), logger, ['web']),
  ).rejects.toMatchObject({ code: 'wrong-key' });
});

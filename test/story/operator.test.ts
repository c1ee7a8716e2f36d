import { afterEach, expect, it } from 'vitest';
import { newBuyer, sellerOfWalnuts } from '../support/stall.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

const TOKEN = 'a-token-of-24-characters';
/** As a browser sends the password of docs/operating/watch.md. */
const headers = {
  authorization: `Basic ${Buffer.from(`anybody:${TOKEN}`).toString('base64')}`,
  'sec-fetch-site': 'same-origin',
  'accept-language': 'en',
  'content-type': 'application/x-www-form-urlencoded',
};

let walnut: Walnut;
afterEach(() => walnut.stop());

it('an operator finds a message that was set aside on the board, tries it again, and its sender is answered', async () => {
  walnut = await startWalnut({ settings: { ADMIN_TOKEN: TOKEN } });
  await sellerOfWalnuts(walnut);
  const buyer = await newBuyer(walnut, 'Anna');
  const { db } = walnut.database;
  const board = async () => (await fetch(`${walnut.app.url}/admin`, { headers })).text();
  expect(await board()).not.toContain('Anna');

  await db.$executeRaw`ALTER TABLE pack RENAME TO pack_away`;
  buyer.says('walnuts');
  await buyer.waitsFor('Nothing was ordered', { within: 15_000 });
  await db.$executeRaw`ALTER TABLE pack_away RENAME TO pack`;

  const page = await board();
  expect(page).toContain('Anna');
  const [, path] = /action="(\/admin\/parked\/\d+\/again)"/.exec(page) ?? [];
  const answer = await fetch(`${walnut.app.url}${path}`, { method: 'POST', headers });
  expect(await answer.text()).toContain('<p role="status"');
  await buyer.waitsFor('¥15');
  expect(await board()).not.toContain('Anna');
});

import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { systemClock } from '../../../src/data.ts';
import { openDatabase } from '../../../src/db/client/client.ts';
import { openName } from '../../../src/db/crypto/person-name.ts';
import { migrate } from '../../../src/db/migrations/migrate.ts';
import { MIGRATIONS_FOLDER } from '../../../src/db/migrations/migrations.ts';
import { openSearch } from '../../../src/shop/customers/saved-words.ts';
import { sealClear } from '../../../src/shop/customers/seal-clear.ts';
import { createDatabase, urlOf } from '../../support/database.ts';
import { present } from '../../support/present.ts';
import { testSeal } from '../../support/village.ts';
import { ask, scratchFolder } from '../scratch.ts';

/** Tables still had the names that only we knew. */
const LAST_OF_OLD_NAMES = '20261123231500_what_was_paid_and_who_left';

/** Ids of rows, told apart by their last digit. */
const id = (digit: number): string => `00000000-0000-4000-8000-00000000000${digit}`;

const [village, person, chat, seller, product] = [id(1), id(2), id(3), id(4), id(5)];
const [checkout, wish, talk, alert] = [id(6), id(7), id(8), id(9)];

const OLD_ROWS = `
  INSERT INTO village (id, slug, name, name_en, county, county_en, province, province_en, story, story_en, created_at)
    VALUES ('${village}', 'lingtou', '岭头', 'Lingtou', '', '', '', '', '', '', now());
  INSERT INTO person (id, name, locale, created_at) VALUES ('${person}', 'Mei', 'zh', now());
  INSERT INTO chat (id, person_id, channel, address, created_at)
    VALUES ('${chat}', '${person}', 'telegram-buyer', '42', now());
  INSERT INTO seller (id, village_id, name, created_at) VALUES ('${seller}', '${village}', '王秀英家', now());
  INSERT INTO product (id, seller_id, title, category, measure, price, price_quantity, status, search, created_at)
    VALUES ('${product}', '${seller}', '核桃', 'nuts', 'MASS', 1500, 500, 'on-sale', '{核桃}', now());
  INSERT INTO checkout (id, person_id, chat_id, state, payment, lines, total, parts, created_at)
    VALUES ('${checkout}', '${person}', '${chat}', 'open', 'delivery', '[]', 800, '[{"way": "express"}]', now());
  INSERT INTO delivery_way (seller_id, way, fee) VALUES ('${seller}', 'express', 800);
  INSERT INTO wish (id, person_id, chat_id, words, terms, created_at)
    VALUES ('${wish}', '${person}', '${chat}', '松子', '{松子}', now());
  INSERT INTO talk (id, kind, person_id, chat_id, state, created_at)
    VALUES ('${talk}', 'help', '${person}', '${chat}', 'open', now());
  INSERT INTO talk_message (talk_id, person_id, sealed, at) VALUES ('${talk}', '${person}', '\\x00', now());
  INSERT INTO alert (id, kind, target_id, state, due_at, created_at)
    VALUES ('${alert}', 'restock', '${product}', 'sending', now(), now());
  INSERT INTO delivery (alert_id, chat_id, channel, state) VALUES ('${alert}', '${chat}', 'telegram-buyer', 'due');`;

/** The migrations that a release knew whose last one was `last`. */
async function migrationsUntil(folder: string, last: string): Promise<string> {
  const names = (await readdir(MIGRATIONS_FOLDER)).filter((name) => /^\d/.test(name) && name <= last);
  for (const name of names)
    await cp(join(MIGRATIONS_FOLDER, name), join(folder, 'migrations', name), { recursive: true });
  return join(folder, 'migrations');
}

it('keeps every row of a database whose tables had other names', async () => {
  await using scratch = await scratchFolder();
  const url = urlOf(await createDatabase('TEMPLATE template0'));
  await migrate(url, await migrationsUntil(scratch.folder, LAST_OF_OLD_NAMES));
  await ask(url, OLD_ROWS);

  await migrate(url);

  const db = await openDatabase(url);
  try {
    expect(await db.checkout.findMany({ select: { id: true, sellerOrders: true } })).toEqual([
      { id: checkout, sellerOrders: [{ way: 'express' }] },
    ]);
    expect(await db.shippingMethod.findMany({ select: { way: true, fee: true } })).toEqual([
      { way: 'express', fee: 800 },
    ]);
    expect(await db.savedSearch.findMany({ select: { words: true, terms: true } })).toEqual([
      { words: '松子', terms: ['松子'] },
    ]);
    // A migration has no key: the next start seals what was written in clear.
    await sealClear({ db, cipher: testSeal, clock: systemClock });
    const [mei] = await db.person.findMany();
    expect(mei).toMatchObject({ name: '', sealedName: expect.any(Uint8Array) });
    expect(openName(testSeal, present(mei))).toBe('Mei');
    const [search] = await db.savedSearch.findMany();
    expect(search).toMatchObject({ words: '', terms: [testSeal.fingerprint('松子')] });
    expect(openSearch(testSeal, present(search))).toBe('松子');
    expect(await db.conversation.findMany({ select: { id: true, messages: { select: { personId: true } } } }))
      // A conversation goes on where it was.
      .toEqual([{ id: talk, messages: [{ personId: person }] }]);
    expect(
      await db.alertRecipient.findMany({ select: { alertId: true, chatId: true, state: true } }),
    ).toEqual([{ alertId: alert, chatId: chat, state: 'due' }]);
  } finally {
    await db.$disconnect();
  }
});

import { expect, it } from 'vitest';
import { createCipher } from '../../../src/db/crypto/cipher.ts';
import { inTransaction } from '../../../src/db/work.ts';
import { rekeyFingerprints } from '../../../src/shop/checkout/rekey.ts';
import { createShop, type Shop } from '../../../src/shop/shop.ts';
import { testClock } from '../../support/clock.ts';
import { freshDatabase } from '../../support/database.ts';
import { foundVillage } from '../../support/village.ts';

it('fingerprints follow the key: a search that was saved under the old one is known, matched, and there once', async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const clock = testClock();
  const village = await foundVillage(db, clock);
  const { person, chat } = await village.person();
  const old = createCipher(Buffer.alloc(32, 1));
  const both = createCipher(Buffer.alloc(32, 2), { others: [Buffer.alloc(32, 1)] });
  const under = <T>(cipher: typeof old, act: (shop: Shop) => Promise<T>) =>
    inTransaction({ db, cipher, clock }, (context) => act(createShop(context)));
  const recipient = { name: '李雷', phone: '13800001234', address: '太原市迎泽区桃园路12号' };

  await under(old, (shop) => shop.addresses.save(person, recipient));
  await under(old, (shop) => shop.savedSearches.add(person, chat, '松子'));
  await under(both, (shop) => shop.savedSearches.add(person, chat, '松子'));
  await rekeyFingerprints({ db, cipher: both, clock });

  const searches = await db.savedSearch.findMany();
  expect(searches.map(({ terms }) => terms)).toEqual([[both.fingerprint('松子')]]);
  const [address] = await db.address.findMany();
  expect(address?.phoneKey).toBe(both.fingerprint(recipient.phone));
});

import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import type { AddressId, OrderId, SavedSearchId } from '../../db/ids.ts';
import type { AppContext } from '../../db/work.ts';
import { recipientShape } from '../customers/addresses.ts';
import { openSearch, sealSearch } from '../customers/saved-words.ts';
import { searchTerms } from '../terms/search-terms.ts';
import { newcomerKeys } from './newcomers.ts';

const BATCH = 200;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Computes the fingerprints of phones, addresses and saved searches again, under the key that seals now. */
export async function rekeyFingerprints(appContext: AppContext): Promise<void> {
  for (const rekeyPage of [rekeyAddresses, rekeyOrders, rekeySearches]) {
    let after: string | undefined = FIRST_ID;
    while (after !== undefined) after = await rekeyPage(appContext, after);
  }
}

const page = { orderBy: { id: 'asc' }, take: BATCH } as const;
/** Rows may go meanwhile: the next page begins after the id, whether its row is still there or not. */
const isAfter = <T extends string>(id: string): { gt: T } => ({ gt: id as T });

/** A removed address has no fingerprint. Answers the last one's id. */
async function rekeyAddresses({ db, cipher }: AppContext, after: string): Promise<string | undefined> {
  const rows = await db.address.findMany({ where: { id: isAfter<AddressId>(after) }, ...page });
  for (const { id, sealed, phoneKey } of rows) {
    if (phoneKey === '') continue;
    const { phone } = recipientShape.parse(cipher.decrypt(sealed, sealedAt('address.sealed', id)));
    await db.address.updateMany({ where: { id, phoneKey }, data: { phoneKey: cipher.fingerprint(phone) } });
  }
  return rows.at(-1)?.id;
}

async function rekeyOrders({ db, cipher }: AppContext, after: string): Promise<string | undefined> {
  const rows = await db.order.findMany({
    where: { id: isAfter<OrderId>(after), phoneKey: { not: null } },
    select: { id: true, personId: true, recipient: true },
    ...page,
  });
  for (const { id, personId, recipient } of rows) {
    if (!recipient) continue;
    const opened = recipientShape.parse(cipher.decrypt(recipient, sealedAt('orders.recipient', id)));
    const keys = newcomerKeys({ cipher }, personId, opened);
    await db.order.updateMany({
      where: { id, phoneKey: { not: null } },
      data: { phoneKey: keys.phoneKeys[0] ?? null, addressKey: keys.addressKeys[0] ?? null },
    });
  }
  return rows.at(-1)?.id;
}

async function rekeySearches({ db, cipher }: AppContext, after: string): Promise<string | undefined> {
  const rows = await db.savedSearch.findMany({ where: { id: isAfter<SavedSearchId>(after) }, ...page });
  for (const row of rows) {
    const words = openSearch(cipher, row);
    const { wordsKey, terms } = sealSearch(cipher, row.id, words, searchTerms(words));
    // The same words may have been saved once more since the key changed.
    const { id, personId } = row;
    const isTwice = await db.savedSearch.count({ where: { personId, wordsKey, id: { not: id } } });
    if (isTwice > 0) await db.savedSearch.deleteMany({ where: { id } });
    else await db.savedSearch.updateMany({ where: { id }, data: { wordsKey, terms } });
  }
  return rows.at(-1)?.id;
}

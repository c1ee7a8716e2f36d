import { sealName } from '../../db/crypto/person-name.ts';
import type { AppContext } from '../../db/work.ts';
import { searchTerms } from '../terms/search-terms.ts';
import { sealSearch } from './saved-words.ts';
import { sealTracking } from './tracking.ts';

const BATCH = 500;

/** Seals what releases before this one wrote in clear: a migration has no key. Of two processes each finds the rest. */
export async function sealClear(appContext: AppContext): Promise<void> {
  for (const sealPage of [sealNames, sealTrackings, sealSearches])
    while ((await sealPage(appContext)) === BATCH);
}

async function sealNames({ db, cipher }: AppContext): Promise<number> {
  const rows = await db.person.findMany({
    where: { name: { not: '' } },
    select: { id: true, name: true },
    take: BATCH,
  });
  for (const { id, name } of rows)
    await db.person.updateMany({ where: { id, name }, data: sealName(cipher, id, name) });
  return rows.length;
}

async function sealTrackings({ db, cipher }: AppContext): Promise<number> {
  const rows = await db.order.findMany({
    where: { trackingNumber: { not: null } },
    select: { id: true, trackingNumber: true },
    take: BATCH,
  });
  for (const { id, trackingNumber } of rows)
    await db.order.updateMany({
      where: { id, trackingNumber },
      data: sealTracking(cipher, id, trackingNumber ?? ''),
    });
  return rows.length;
}

async function sealSearches({ db, cipher }: AppContext): Promise<number> {
  const rows = await db.savedSearch.findMany({
    where: { words: { not: '' } },
    select: { id: true, personId: true, words: true },
    take: BATCH,
  });
  for (const { id, personId, words } of rows) {
    const sealed = sealSearch(cipher, id, words, searchTerms(words));
    const isThere = await db.savedSearch.count({ where: { personId, wordsKey: sealed.wordsKey } });
    if (isThere > 0) await db.savedSearch.deleteMany({ where: { id } });
    else await db.savedSearch.updateMany({ where: { id, words }, data: sealed });
  }
  return rows.length;
}

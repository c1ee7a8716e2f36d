import { resealPictures } from '../chat/store/moving.ts';
import type { Config } from '../config.ts';
import type { Data } from '../data.ts';
import { withConnection } from '../db/connection/connection.ts';
import { canListen } from '../db/connection/hearing.ts';
import { keyFingerprint, keyPrefix } from '../db/crypto/cipher.ts';
import type { SecretKeys } from '../db/crypto/key-file.ts';
import { beginRotation, rotate } from '../db/crypto/rotation.ts';
import { Fault } from '../db/fault.ts';
import { givenSecretKeys, isKept, keyPlace } from '../secret-key.ts';
import { rekeyFingerprints } from '../shop/checkout/rekey.ts';
import { sealClear } from '../shop/customers/seal-clear.ts';
import { CommandUsage, type Say } from './usage.ts';

/**
 * `npm run rotate-key`: seals everything under a new key while the shop goes on; run again, it goes on where it was. Throws a
 * Fault behind a pooler that gives each transaction another session, because one rotation at a time holds a session's lock.
 */
export async function runRotateKey(
  { database }: Config,
  { appContext, databaseUrl }: Pick<Data, 'appContext' | 'databaseUrl'>,
  say: Say,
  settleMs?: number,
): Promise<void> {
  if (!(await canListen(databaseUrl))) throw noSession();
  const given = await givenSecretKeys(database);
  if (!given) throw new CommandUsage(`There is no key in ${keyPlace(database)}.`);
  const dataDir = isKept(database) ? database.dataDir : undefined;
  const keys: SecretKeys = dataDir === undefined ? given : await beginRotation(dataDir, given);
  say(`Everything is sealed under the key ${keyFingerprint(keys[0])}. It may be stopped and run again.`);
  await sealClear(appContext);
  const count = await withConnection(databaseUrl, (client) =>
    rotate(client, keys, {
      dataDir,
      ...(settleMs !== undefined && { settleMs }),
      report: ({ column, count: done, unreadable }) =>
        say(`  ${column}: ${done}${unreadable > 0 ? `, and ${unreadable} that no key opens` : ''}`),
      async rekey(cipher) {
        await rekeyFingerprints({ ...appContext, cipher });
        const pictures = await resealPictures({ ...appContext, cipher }, keyPrefix(keys[0]));
        if (pictures > 0) say(`  pictures in the store: ${pictures}`);
      },
    }),
  );
  say(`Done: ${count} values. ${nextStep(database, keys)}`);
}

const noSession = (): Fault =>
  new Fault(
    'pooler',
    'The key cannot be changed through a pooler: set DATABASE_DIRECT_URL to the address of the PostgreSQL server itself for ' +
      'this command. Nothing was changed.',
  );

/** An old backup still needs its own key. */
function nextStep(database: Config['database'], { length }: SecretKeys): string {
  if (isKept(database))
    return `The old key is no longer in ${keyPlace(database)}; backups made with it have it beside them (<backup>.key).`;
  return length === 1
    ? 'To change the key, put a new one into SECRET_KEY and this one into OTHER_SECRET_KEYS first.'
    : 'Take OTHER_SECRET_KEYS out of the settings and restart; keep the old key as long as the backups made with it.';
}

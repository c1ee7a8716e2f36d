import type { Logger } from 'pino';
import { createOutageLog } from './async/outage.ts';
import type { Config } from './config.ts';
import type { Blobs } from './db/blobs/blobs.ts';
import type { Database } from './db/client/client.ts';
import { Fault } from './db/fault.ts';
import type { Lifecycle } from './lifecycle.ts';

/** Where pictures lie, if not in the database. Loaded only where it is set: the client is large. */
export async function openPictureStore(
  { pictures }: Config,
  db: Database,
  lifecycle: Lifecycle,
  log: Logger,
): Promise<Blobs | undefined> {
  if (!pictures) {
    await refuseWithoutStore(db);
    return undefined;
  }
  const { openS3 } = await import('./db/blobs/s3.ts');
  const outage = createOutageLog(log, 'the store of pictures is away', 'the store of pictures is back');
  const blobs = openS3(pictures, outage);
  lifecycle.add('the store of pictures', async () => blobs.close());
  return blobs;
}

/** Throws a Fault where pictures lie in a store that is no longer set. */
async function refuseWithoutStore(db: Database): Promise<void> {
  if (!(await db.media.findFirst({ where: { object: { not: null } }, select: { id: true } }))) return;
  throw new Fault(
    'target',
    'Pictures of this village lie in an S3-compatible store, and S3_BUCKET is not set: set it as it was. ' +
      'To do without it, bring them back first: npm run pictures -- back',
  );
}

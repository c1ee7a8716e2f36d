import type { Config } from '../config.ts';
import { newKey } from '../db/blobs/keys.ts';
import type { Result } from './finding.ts';

const unlogged = { begin: () => {}, end: () => {} };

/** Writes, reads and deletes an object of its own in the store of pictures. */
export async function checkPictures(pictures: Config['pictures']): Promise<Result> {
  if (!pictures) return { is: 'fine', said: 'in the database, for S3_BUCKET is not set' };
  const { openS3 } = await import('../db/blobs/s3.ts');
  const blobs = openS3(pictures, unlogged);
  const key = newKey(false);
  try {
    await blobs.put(key, Buffer.from(key), 'text/plain');
    const found = await blobs.get(key);
    await blobs.delete(key);
    const isSame = found !== undefined && Buffer.from(found).toString() === key;
    if (isSame) return { is: 'fine', said: `${blobs.place} takes, gives and deletes` };
    return { is: 'wrong', said: `${blobs.place} does not give back what it took` };
  } finally {
    blobs.close();
  }
}

import type { Database } from '../../src/db/client/client.ts';
import type { MediaId } from '../../src/db/ids.ts';
import type { Clock } from '../../src/db/work.ts';

/** A picture that is not for everybody: of a transfer, a scale, a parcel slip or a damage. */
export async function privatePhoto(db: Database, clock: Clock): Promise<MediaId> {
  const data = { state: 'stored', isPrivate: true, createdAt: clock.now() };
  return (await db.media.create({ data, select: { id: true } })).id;
}

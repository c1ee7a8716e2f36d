import { endStreams } from '../../db/client/end-streams.ts';
import type { PersonId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';

/** A browser in which a person is known. `id` names it on buttons; it is no secret and opens nothing. */
export interface BrowserSession {
  readonly id: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const ID_CHARS = 16;

/** The browsers in which a person is known, and their ends. */
export const sessions = (context: TxContext) => ({
  /** The newest first. */
  async of(personId: PersonId): Promise<BrowserSession[]> {
    const rows = await context.tx.webSession.findMany({
      where: { personId, expiresAt: { gt: context.now } },
      orderBy: { createdAt: 'desc' },
    });
    return rows.map(({ tokenHash, ...row }) => ({ ...row, id: tokenHash.slice(0, ID_CHARS) }));
  },
  /** Ends one of the person's own; without `id` all of them. Whether there was any. */
  end: (personId: PersonId, id?: string) => end(context, personId, id),
});

async function end(context: TxContext, personId: PersonId, id?: string): Promise<boolean> {
  if (id !== undefined && id.length !== ID_CHARS) return false;
  const { count } = await context.tx.webSession.deleteMany({
    where: { personId, ...(id !== undefined && { tokenHash: { startsWith: id } }) },
  });
  if (count > 0) await endStreams(context.tx, personId);
  return count > 0;
}

import { z } from 'zod';
import type { Work } from '../db/work.ts';

const shape = z.object({
  asking: z.object({ step: z.string(), data: z.unknown() }).optional(),
  misses: z.number().int().default(0),
});

/** Where a conversation stands: the open question, and how often in a row the person was not understood. */
export type Session = z.infer<typeof shape>;

const fresh: Session = { misses: 0 };

/**
 * Locks the chat's session for this turn and reads it. `busy` when another process holds it. What an older release
 * kept in another shape counts as a fresh session.
 */
export async function lockSession({ tx, seal }: Work, chatId: string): Promise<Session | 'busy'> {
  const rows = await tx.$queryRaw<{ sealed: Uint8Array | null }[]>`
    SELECT sealed FROM session WHERE chat_id = ${chatId}::uuid FOR UPDATE SKIP LOCKED`;
  const row = rows[0];
  if (!row) return 'busy';
  if (!row.sealed) return fresh;
  const parsed = shape.safeParse(seal.open(row.sealed));
  return parsed.success ? parsed.data : fresh;
}

export async function keepSession({ tx, seal, now }: Work, chatId: string, session: Session): Promise<void> {
  await tx.session.update({ where: { chatId }, data: { sealed: seal.seal(session), updatedAt: now } });
}

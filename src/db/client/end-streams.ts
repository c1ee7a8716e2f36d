import type { PersonId } from '../ids.ts';
import type { Tx } from './client.ts';

/** The NOTIFY channel that src/chat/outbound/notify-listener.ts listens on. */
export const NOTIFY_CHANNEL = 'walnut_chat';

/** Closes the person's open event streams. A browser whose session is still valid reconnects by itself. */
export async function endStreams(tx: Tx, personId: PersonId): Promise<void> {
  const chats = await tx.chat.findMany({ where: { personId }, select: { id: true } });
  for (const { id } of chats)
    await tx.$executeRaw`
      SELECT tell_processes(${NOTIFY_CHANNEL}, ${JSON.stringify({ chat: id, note: { is: 'ended' } })})`;
}

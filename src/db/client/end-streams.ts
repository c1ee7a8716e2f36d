import type { PersonId } from '../ids.ts';
import type { Tx } from './client.ts';

/** The channel on which src/chat/outbound/notify-listener.ts hears what concerns a chat's readers. */
export const NOTIFY_CHANNEL = 'walnut_chat';

/** Every open event stream of the person closes; a browser whose session still holds comes again by itself. */
export async function endStreams(tx: Tx, personId: PersonId): Promise<void> {
  const chats = await tx.chat.findMany({ where: { personId }, select: { id: true } });
  for (const { id } of chats)
    await tx.$executeRaw`
      SELECT pg_notify(${NOTIFY_CHANNEL}, ${JSON.stringify({ chat: id, note: { is: 'ended' } })})`;
}

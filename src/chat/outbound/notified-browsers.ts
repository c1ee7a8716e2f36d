import { createHash } from 'node:crypto';
import type { MessageId } from '../../db/ids.ts';
import { enqueue } from '../../db/outbox/outbox.ts';
import type { TxContext } from '../../db/work.ts';
import type { ChannelName } from '../dsl/event.ts';
import type { ChatRow } from '../store/chats.ts';
import { findPushed } from '../store/push-subscriptions.ts';

const TOPIC_CHARS = 32;

/** A notice's topic (RFC 8030): from what it is about nobody at the push service can tell who else hears of the same. */
export const noticeTopic = (about: string): string =>
  createHash('sha256').update(about).digest('base64url').slice(0, TOPIC_CHARS);

/** A message that came by itself, in a chat of somebody who may have closed the page. */
interface Said {
  readonly id: MessageId;
  readonly chat: ChatRow;
}

/** Has browsers told of these messages, where people read the table and have one that tells them. */
export async function notifyBrowsers(
  context: TxContext,
  { readsTable }: { readonly readsTable: (channel: ChannelName) => boolean },
  messages: readonly Said[],
): Promise<void> {
  const read = messages.filter(({ chat }) => readsTable(chat.channel));
  if (read.length === 0) return;
  const pushed = await findPushed(
    context,
    read.map(({ chat }) => chat.person.id),
  );
  for (const { id, chat } of read)
    if (pushed.has(chat.person.id)) await enqueue(context, 'notify-browsers', { message: id });
}

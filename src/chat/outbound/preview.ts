import type { ChatId } from '../../db/ids.ts';
import type { AppContext } from '../../db/work.ts';
import type { Channel } from '../dsl/channel.ts';
import type { Screen } from '../dsl/screen.ts';
import { findChat } from '../store/chats.ts';
import { composeBody, type MessageComposer, notifyChat } from './messages.ts';

/** The largest note that PostgreSQL passes on is 8,000 bytes. */
const MOST_BYTES = 6_000;

/** Shows a screen's words while they are still being written. False where the channel cannot. */
export async function showPreview(
  { db, cipher }: AppContext,
  composer: MessageComposer,
  channels: readonly Channel[],
  chatId: ChatId,
  number: number,
  screen: Screen,
): Promise<boolean> {
  const chat = await findChat({ tx: db, cipher }, chatId);
  const channel = channels.find(({ name }) => name === chat?.channel);
  if (!chat || !channel) return false;
  const { html } = composeBody(composer.i18n[chat.person.locale], screen);
  if (!channel.can.readsTable) return (await channel.preview?.(chat.address, number, html)) ?? false;
  if (Buffer.byteLength(html) <= MOST_BYTES) await notifyChat(db, chatId, { is: 'preview', html });
  return true;
}

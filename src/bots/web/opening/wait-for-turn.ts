import type { NotifyListener } from '../../../chat/outbound/notify-listener.ts';
import type { ChatId } from '../../../db/ids.ts';

/** A busy shop says later what it says: the page hears of it as of everything else. */
const LONGEST_MS = 1_000;

/** Resolves when the turn of that event has ended, or after a second. Called before the event is accepted. */
export function waitForTurn(
  listener: Pick<NotifyListener, 'watch'>,
  chat: ChatId,
  key: string,
): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      unwatch();
      resolve();
    };
    const timer = setTimeout(end, LONGEST_MS);
    const unwatch = listener.watch(chat, (note) => {
      if (note.is === 'done' && note.key === key) end();
    });
  });
}

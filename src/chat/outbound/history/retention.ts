import type { AppContext } from '../../../db/work.ts';
import { RECORDING_MS } from '../../store/recordings.ts';

const DAY_MS = 24 * 3_600_000;
/** How long events, messages to Telegram (which keeps its own copy) and all other messages are kept. */
const INBOX_MS = 7 * DAY_MS;
const TELEGRAM_MS = 30 * DAY_MS;
const WEB_MS = 90 * DAY_MS;

/** Deletes texts that are past their time. Scans whole tables, so run it once an hour. */
export async function deleteExpiredText({ db, clock }: AppContext): Promise<void> {
  const before = (ms: number): Date => new Date(clock.now().getTime() - ms);
  await db.inbox.deleteMany({ where: { at: { lt: before(INBOX_MS) }, state: { not: 'waiting' } } });
  await db.message.deleteMany({
    where: { createdAt: { lt: before(TELEGRAM_MS) }, chat: { channel: { startsWith: 'telegram-' } } },
  });
  await db.message.deleteMany({ where: { createdAt: { lt: before(WEB_MS) } } });
  await db.download.deleteMany({ where: { expiresAt: { lt: clock.now() } } });
  await db.recording.deleteMany({ where: { createdAt: { lt: before(RECORDING_MS) } } });
  await db.webSession.deleteMany({ where: { expiresAt: { lt: clock.now() } } });
}

import type { AppContext } from '../../db/work.ts';

const DAY_MS = 24 * 3_600_000;
/** How long we keep what was said: what came in, what went to Telegram (which keeps its own), what the web chat shows. */
const INBOX_MS = 7 * DAY_MS;
const TELEGRAM_MS = 30 * DAY_MS;
const WEB_MS = 90 * DAY_MS;

/** Forgets what we have no right or reason to keep any longer. Looks through whole tables: a thing for once an hour. */
export async function deleteExpiredText({ db, clock }: AppContext): Promise<void> {
  const before = (ms: number): Date => new Date(clock.now().getTime() - ms);
  await db.inbox.deleteMany({ where: { at: { lt: before(INBOX_MS) }, state: { not: 'waiting' } } });
  await db.message.deleteMany({
    where: { createdAt: { lt: before(TELEGRAM_MS) }, chat: { channel: { startsWith: 'telegram-' } } },
  });
  await db.message.deleteMany({ where: { createdAt: { lt: before(WEB_MS) } } });
  await db.download.deleteMany({ where: { expiresAt: { lt: clock.now() } } });
  await db.webSession.deleteMany({ where: { expiresAt: { lt: clock.now() } } });
}

import { createCoalescedTrigger } from '../async/coalesce.ts';
import type { Config } from '../config.ts';
import { backUpDay } from '../db/backup/schedule.ts';
import { oneLine } from '../db/fault.ts';
import { inTransaction } from '../db/work.ts';
import { backupFailedNotice } from '../flows/screens/messages/danger-notice.ts';
import { createShop } from '../shop/shop.ts';
import type { Shared } from './shared.ts';

interface BackupsParts extends Shared {
  /** The village's: its nights are when little is sold. */
  readonly timeZone: string;
}

/** Each night's backup is made in or after this hour. */
const HOUR = 3;
/** How often it is looked whether there is one. */
const LOOK_MS = 15 * 60_000;

/** Backs the embedded database up every night where BACKUP_DIR says so; tells operators, once a day, where it fails. */
export function startBackups({ database, backups }: Config, parts: BackupsParts): void {
  if (database.is !== 'embedded' || !backups) return;
  const { appContext, lifecycle, log, timeZone } = parts;
  const { secretKey, otherSecretKeys = [] } = database;
  const keys = secretKey ? { secretKeys: [secretKey, ...otherSecretKeys] } : {};
  const plan = { dataDir: database.dataDir, ...backups };
  const run = async (): Promise<void> => {
    const { day, hour } = localTime(appContext.clock.now(), timeZone);
    if (hour < HOUR) return;
    try {
      const made = await backUpDay(plan, day, keys);
      if (made) log.info({ day, ...made }, 'backed up, and proven by restoring it');
    } catch (error) {
      log.error({ err: error, day }, 'the backup failed');
      await tellOperators(parts, day, oneLine(error)).catch((cause: unknown) =>
        log.error({ err: cause }, 'nobody was told'),
      );
    }
  };
  const trigger = createCoalescedTrigger(run);
  const looking = setInterval(trigger, LOOK_MS);
  trigger();
  lifecycle.add('the backups', async () => {
    clearInterval(looking);
    await trigger.stop();
  });
}

async function tellOperators({ appContext, engine }: Shared, day: string, why: string): Promise<void> {
  const told = await inTransaction(appContext, async (context) => {
    const chats = await createShop(context).sellers.operators();
    for (const chat of chats)
      await engine.enqueue(context, chat, `backup-failed:${day}:${chat}`, backupFailedNotice(why));
    return chats;
  });
  for (const chat of told) engine.wakeSender(chat);
}

/** The date (YYYY-MM-DD) and the hour there. */
function localTime(now: Date, timeZone: string): { day: string; hour: number } {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(now);
  return { day, hour: Number(hour) };
}

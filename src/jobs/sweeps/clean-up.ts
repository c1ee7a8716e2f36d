import { deleteExpiredText } from '../../chat/outbound/history/retention.ts';
import { deleteUnkeptPhotos } from '../../chat/store/unkept-media.ts';
import { deleteRelayed } from '../../db/outbox/outbox.ts';
import { deleteOldRecipients } from '../../shop/notifications/alerts/recipients.ts';
import type { JobDeps } from '../job.ts';

const DAY_MS = 24 * 3_600_000;
const RECIPIENTS_MS = 30 * DAY_MS;

/** Deletes rows whose time is over. It scans whole tables. */
export async function deleteOldRows({ appContext }: JobDeps): Promise<void> {
  const now = appContext.clock.now().getTime();
  await deleteExpiredText(appContext);
  await deleteUnkeptPhotos(appContext);
  await deleteRelayed(appContext, new Date(now - DAY_MS));
  await deleteOldRecipients(appContext, new Date(now - RECIPIENTS_MS));
}

import type { StreamId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { replaceAlerts } from '../notifications/alerts/alert-progress.ts';
import { planAlert } from '../notifications/alerts/alerts.ts';

/**
 * Tells those who have the old link the new one, in one message: an earlier message about a link that has changed
 * again since is not sent any more. Whoever has not been told of the start yet gets the new link with it.
 */
export async function notifyNewLink(context: TxContext, id: StreamId): Promise<void> {
  await replaceAlerts(context, { kind: 'stream-link', targetId: id });
  const round = context.now.toISOString();
  await planAlert(context, { kind: 'stream-link', targetId: id, round, dueAt: context.now });
}

import type { PersonId, StreamItemId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { planAlert } from '../notifications/alerts/alerts.ts';
import { findItem, type StreamItem, showItem } from './items.ts';
import { touchPanel } from './panel.ts';

/** Shows an item now, and tells those who asked for it, once; nothing for strangers and while the stream is not on. */
export async function showNow(
  context: TxContext,
  personId: PersonId,
  id: StreamItemId,
): Promise<StreamItem | undefined> {
  if (!(await showItem(context, personId, id))) return undefined;
  const item = await findItem(context, { id });
  if (!item) return undefined;
  const isWanted = await context.tx.subscription.findFirst({ where: { kind: 'item', targetId: id } });
  // A round for each time it is shown to somebody new: whoever has heard no longer waits.
  if (isWanted) {
    const round = context.now.toISOString();
    await planAlert(context, { kind: 'stream-item', targetId: id, round, dueAt: context.now });
  }
  await touchPanel(context, item.streamId);
  return item;
}

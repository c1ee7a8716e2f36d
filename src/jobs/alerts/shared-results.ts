import type { DeliveryResult } from '../../chat/dsl/channel.ts';
import type { AlertId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { type RecipientEnd, settleRecipients } from '../../shop/notifications/alerts/recipients.ts';
import { type MovedLines, moveLines } from '../../shop/notifications/alerts/shared-starts.ts';
import type { Shared } from './shared.ts';

interface SharedEnd extends RecipientEnd {
  readonly shared?: Shared | undefined;
  readonly is: DeliveryResult['is'];
}

/** What became of a message became of all that it says: of what was sent with it, and of what it was added to. */
export async function settleShared(
  context: TxContext,
  alertId: AlertId,
  ends: readonly SharedEnd[],
): Promise<void> {
  const companions = ends.flatMap(({ shared, is, state, againInMs }) =>
    (shared?.companions ?? []).map((key) => ({
      ...key,
      state: is === 'sent' ? ('sent' as const) : state,
      ...(againInMs !== undefined && { againInMs }),
    })),
  );
  for (const [companion, its] of Map.groupBy(companions, (one) => one.alertId))
    await settleRecipients(context, companion, its);
  await moveLines(
    context,
    ends.flatMap((end) => (end.is === 'sent' ? movedLines(end, alertId) : [])),
  );
}

function movedLines({ personId, shared }: SharedEnd, to: AlertId): MovedLines[] {
  const from = [...(shared?.companions ?? []), ...(shared?.replaced ? [shared.replaced] : [])];
  return from.map(({ alertId }) => ({ personId, from: alertId, to }));
}

import type { AlertId, StreamId, StreamItemId } from '../../../db/ids.ts';
import type { TxContext } from '../../../db/work.ts';

/**
 * `stream-start`: it is on. `stream-link`: it is on somewhere else. `stream-plan`: it was planned. `stream-reminder`: soon.
 * `stream-moved`, `stream-off`: what became of the plan. `stream-recap`: what those missed who reserved.
 */
type StreamAlertKind =
  | 'stream-start'
  | 'stream-link'
  | 'stream-plan'
  | 'stream-reminder'
  | 'stream-moved'
  | 'stream-off'
  | 'stream-recap';

/** What an alert about a stream is about: the stream, or an item shown on it. */
export type StreamAlertTarget =
  | { readonly kind: StreamAlertKind; readonly targetId: StreamId }
  | { readonly kind: 'stream-item'; readonly targetId: StreamItemId };

export type StreamAlert = StreamAlertTarget & { readonly id: AlertId; readonly round: string };

/** The round of a reminder: a stream that is moved has another one. */
export const alertRound = (plannedAt: Date): string => plannedAt.toISOString();

/** Whether what an alert about a stream says is so, now. */
export async function isStreamAlertTrue({ tx, now }: TxContext, alert: StreamAlert): Promise<boolean> {
  const { kind, targetId } = alert;
  if (kind === 'stream-item') {
    const item = await tx.streamItem.findUnique({ where: { id: targetId }, include: { stream: true } });
    return isOn(item?.stream.state);
  }
  const stream = await tx.stream.findUnique({ where: { id: targetId } });
  if (!stream) return false;
  const isAhead = stream.state === 'planned' && stream.plannedAt !== null && stream.plannedAt > now;
  switch (kind) {
    case 'stream-start':
    case 'stream-link':
      return isOn(stream.state);
    case 'stream-reminder':
      return isAhead && stream.plannedAt !== null && alertRound(stream.plannedAt) === alert.round;
    case 'stream-plan':
    case 'stream-moved':
      return isAhead;
    case 'stream-off':
      return stream.state === 'cancelled';
    case 'stream-recap':
      return stream.state === 'ended' && stream.settledAt !== null;
  }
}

const isOn = (state: string | undefined): boolean => state === 'live' || state === 'interrupted';

import type { ChannelName, IncomingEvent } from '../dsl/event.ts';
import type { ChatKey } from '../store/inbox.ts';

/** How many events of one chat may wait. More are dropped, with one answer. */
export const MAX_WAITING = 20;

/** How many events wait in each chat of this process. Chats are named by lanes: `telegram-buyer 42`. */
export interface Backlog {
  /** Splits what came in: what may wait, and what is dropped. The first event beyond the limit becomes `flooded`. */
  admit(incoming: readonly IncomingEvent[]): { admitted: IncomingEvent[]; dropped: IncomingEvent[] };
  added(lane: string): void;
  /** A sweep found events here that were not counted: the lane is visited until none is left. */
  swept(lane: string): void;
  /** Counts a visit's event; answers whether more may wait. */
  visited(lane: string, found: 'handled' | 'nothing'): boolean;
}

export function createBacklog(): Backlog {
  const waiting = new Map<string, number>();
  const warned = new Set<string>();
  const uncounted = new Set<string>();

  return {
    admit(incoming) {
      const counts = new Map<string, number>();
      const admitted: IncomingEvent[] = [];
      const dropped: IncomingEvent[] = [];
      for (const event of incoming) {
        const lane = chatLane(event);
        const count = counts.get(lane) ?? waiting.get(lane) ?? 0;
        counts.set(lane, count + 1);
        if (count < MAX_WAITING) admitted.push(event);
        else dropped.push(event);
        if (count < MAX_WAITING || warned.has(lane)) continue;
        warned.add(lane);
        admitted.push({ ...event, body: { is: 'flooded' } });
      }
      return { admitted, dropped };
    },
    added(lane) {
      waiting.set(lane, (waiting.get(lane) ?? 0) + 1);
    },
    swept(lane) {
      uncounted.add(lane);
    },
    visited(lane, found) {
      const left = found === 'nothing' ? 0 : (waiting.get(lane) ?? 1) - 1;
      if (left > 0 || (found === 'handled' && uncounted.has(lane))) {
        waiting.set(lane, left);
        return true;
      }
      for (const counts of [waiting, warned, uncounted]) counts.delete(lane);
      return false;
    },
  };
}

export const chatLane = ({ channel, address }: ChatKey): string => `${channel} ${address}`;

/** The chat that a lane stands for: the inverse of `chatLane`. */
export function laneKey(lane: string): ChatKey {
  const at = lane.indexOf(' ');
  return { channel: lane.slice(0, at) as ChannelName, address: lane.slice(at + 1) };
}

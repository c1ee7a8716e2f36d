import { float, int, list, statement, text } from '../../../db/connection/statement.ts';
import type { AppContext } from '../../../db/work.ts';
import { AHEAD_MS, REPLY_MS } from './rate.ts';

/**
 * Replies of this time are counted together: the rate is one row for each channel, and whoever counts in it waits for
 * whoever counted before. Only alerts ask how much is used up.
 */
const TOGETHER_MS = 100;

/** Counts the replies of this process in their channels' rates. */
export interface ReplyRate {
  count(channel: string): void;
  /** Resolves when everything is counted. */
  idle(): Promise<void>;
}

const countReplies = statement(
  'count-replies',
  [list(text()), list(int()), float(), float()],
  {},
  `INSERT INTO channel_rate AS rate (channel, next_at)
   SELECT channel, clock_timestamp() + replies * $3::float8 * interval '1 ms' FROM unnest($1::text[], $2::int[]) AS new (channel, replies)
   ON CONFLICT (channel) DO UPDATE SET next_at = least(
     greatest(rate.next_at, clock_timestamp()) + (excluded.next_at - clock_timestamp()),
     clock_timestamp() + $4::float8 * interval '1 ms')`,
);

/** The first reply is counted at once, those that come soon after it together. A count that fails is forgotten. */
export function createReplyRate({ db }: AppContext): ReplyRate {
  const waiting = new Map<string, number>();
  let running: Promise<void> | undefined;
  let isAwaited = false;
  let hurry = (): void => {};

  /** Whoever waits for the counts does not wait for more replies to come. */
  const gather = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, TOGETHER_MS);
      hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    while (waiting.size > 0) {
      const [channels, replies] = [[...waiting.keys()], [...waiting.values()]];
      waiting.clear();
      await db.$prepared(countReplies, channels, replies, REPLY_MS, AHEAD_MS).catch(() => {});
      if (waiting.size > 0 && !isAwaited) await gather();
    }
    running = undefined;
  };

  return {
    count(channel) {
      waiting.set(channel, (waiting.get(channel) ?? 0) + 1);
      running ??= run();
    },
    async idle() {
      isAwaited = true;
      hurry();
      await running;
      isAwaited = false;
    },
  };
}

import { createOutageLog } from '../../async/outage.ts';
import { isAway } from '../../db/client/away.ts';
import { inTransaction } from '../../db/work.ts';
import { createShop } from '../../shop/shop.ts';
import { localHour } from '../../shop/values/village-time.ts';
import type { JobDeps } from '../job.ts';
import { type ScheduledWork, schedule } from '../schedule.ts';

/**
 * Makes the sweep, which hands over recorded work by `relay` and does what the schedule says is due. What fails does not
 * stop the rest, and comes again.
 */
export function createSweep(deps: JobDeps, relay: () => Promise<void>): () => Promise<void> {
  const { appContext, log } = deps;
  const doneAt = new Map<string, number>();
  // A process that does jobs alone, with its queues on Redis, has no other line about the database.
  const outage = createOutageLog(log, 'the sweep waits for the database', 'the sweep goes on');

  const isDue = ({ name, when: { everyMs, hours } }: ScheduledWork, now: number, hour: number): boolean => {
    const last = doneAt.get(name);
    // Also where the machine's clock was set back meanwhile: nothing waits for a time that is past.
    if (last !== undefined && Math.abs(now - last) < everyMs) return false;
    return !hours || (hour >= hours.from && hour < hours.until);
  };

  const tryStep = async (step: string, act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      if (isAway(error)) outage.begin(error);
      else log.error({ err: error, step }, 'a sweep failed');
    }
  };

  return async () => {
    await tryStep('relay', relay);
    let hour = 12;
    await tryStep('clock', async () => {
      const timeZone = await inTransaction(appContext, (context) => createShop(context).sellers.timeZone());
      hour = localHour(appContext.clock.now(), timeZone);
      outage.end();
    });
    for (const work of schedule) {
      const now = appContext.clock.now().getTime();
      if (!isDue(work, now, hour)) continue;
      doneAt.set(work.name, now);
      await tryStep(work.name, () => work.run(deps));
    }
  };
}

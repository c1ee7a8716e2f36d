import type { Config } from '../config.ts';
import { systemClock } from '../data.ts';
import { openDatabase } from '../db/client/client.ts';
import { findDangers } from '../health/dangers.ts';
import { readFigures } from '../health/figures.ts';
import type { Result } from './finding.ts';

/** Judges the promises by what waits in the database at `url`, whether Walnut runs or not. */
export async function lookAtPromises(url: string, pictures: Config['pictures']): Promise<Result> {
  const db = await openDatabase(url, { poolSize: 1 });
  try {
    const dangers = findDangers(await readFigures({ db, clock: systemClock, blobs: pictures }));
    if (dangers.length === 0)
      return { is: 'fine', said: 'kept: nobody waits, nothing was set aside or given up' };
    const broken = dangers.map(({ name, value }) => `${name} (${value})`).join(', ');
    return {
      is: 'wrong',
      said: `not kept: ${broken}`,
      todo: 'docs/operating/watch.md says what each means; where Walnut is stopped, start it first',
    };
  } finally {
    await db.$disconnect();
  }
}

import type { Database } from '../../src/db/client/client.ts';
import type { Walnut } from './walnut.ts';

/** How long a Walnut may still be busy with what was begun. In milliseconds. */
const WITHIN_MS = 20_000;

/** Resolves when a Walnut has done all that is due and said all it has to say; else throws with what it still does. */
export async function quiet({ app, database: { db } }: Walnut): Promise<void> {
  await endOf('the jobs', app.jobs?.idle(), db);
  await endOf('the conversations', app.engine.idle(), db);
}

async function endOf(who: string, idle: Promise<void> | undefined, db: Database): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, WITHIN_MS, 'late');
  });
  const end = await Promise.race([idle, late]).finally(() => clearTimeout(timer));
  if (end === 'late') throw new Error(`After ${WITHIN_MS} ms ${who} are busy: ${await stillDone(db)}`);
}

/** What is recorded and not handed over, and what PostgreSQL is asked at this moment. */
async function stillDone(db: Database): Promise<string> {
  const recorded = await db.outbox.findMany({
    where: { relayedAt: null },
    select: { job: true, dueAt: true },
  });
  const queries = await db.$queryRaw`
    SELECT application_name, state, wait_event, left(query, 120) AS query FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`;
  return JSON.stringify({ recorded, queries });
}

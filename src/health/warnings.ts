import type { TxContext } from '../db/work.ts';
import type { Danger, DangerName } from './dangers.ts';

/** What operators have not heard yet. */
export interface Changes {
  readonly begun: readonly Danger[];
  readonly over: readonly DangerName[];
}

/**
 * Records which dangers there are now; answers those that began and those that are over since the last time. Two
 * processes that look at once do not both answer the same.
 */
export async function recordDangers({ tx, now }: TxContext, dangers: readonly Danger[]): Promise<Changes> {
  const names = dangers.map(({ name }) => name);
  const begun = await tx.$queryRaw<{ name: string }[]>`
    INSERT INTO danger (name, since) SELECT name, ${now} FROM unnest(${names}::text[]) AS name
    ON CONFLICT DO NOTHING RETURNING name`;
  const over = await tx.$queryRaw<{ name: DangerName }[]>`
    DELETE FROM danger WHERE name <> ALL(${names}::text[]) RETURNING name`;
  const isNew = new Set(begun.map(({ name }) => name));
  return { begun: dangers.filter(({ name }) => isNew.has(name)), over: over.map(({ name }) => name) };
}

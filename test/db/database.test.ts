import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../support/database.ts';

describe('a fresh database', () => {
  it('counts Chinese characters, finds them by trigram and lowers letters', async () => {
    await using fresh = await freshDatabase();
    const rows = await fresh.db
      .$queryRaw`SELECT length('核桃') AS length, lower('ÀÉ') AS lower, upper('é') AS upper`;
    expect(rows).toEqual([{ length: 2, lower: 'àé', upper: 'É' }]);
    await fresh.db.$executeRaw`CREATE EXTENSION pg_trgm`;
    const trigrams = await fresh.db.$queryRaw`SELECT cardinality(show_trgm('山西核桃')) AS trigrams`;
    expect(trigrams).toEqual([{ trigrams: 5 }]);
  });

  it('is nobody else’s and is made at once', async () => {
    const begin = performance.now();
    await using one = await freshDatabase();
    console.log(performance.now() - begin);
    const b2 = performance.now();
    await using other = await freshDatabase();
    console.log(performance.now() - b2);
    expect(one.url).not.toBe(other.url);
    expect(await one.db.village.count()).toBe(0);
  });
});

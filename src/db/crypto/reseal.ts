import type pg from 'pg';
import { type Cipher, keyPrefix } from './cipher.ts';
import { LEAST_BYTES } from './key-check.ts';
import { createPlace, type SealedPlace, sealedColumns } from './sealed-columns.ts';

/** A step walks over so many pages of a table, whatever its indexes … */
const STEP_PAGES = 32;
/** … and opens so many values at once: pictures of 400 KB are among them. */
const BATCH = 20;
/** A long column is reported every so many values. */
const REPORT_EVERY = 10_000;

/** How many values of a column were sealed again, and how many no key opens: those stay as they are. */
export interface Resealed {
  readonly column: string;
  readonly count: number;
  readonly unreadable: number;
}

/**
 * Seals every value that is not under `secret` again, by `cipher`, whose first key that is; a value that was changed
 * meanwhile is left to the next pass. It may be killed and run again at any time: what is done stays done.
 */
export async function resealAll(
  client: pg.Client,
  cipher: Cipher,
  secret: Uint8Array,
  report: (done: Resealed) => void | Promise<void>,
): Promise<number> {
  let total = 0;
  for (const [name, identity] of Object.entries(sealedColumns)) {
    const [table = '', field = ''] = name.split('.');
    // The check value is the last of all.
    if (table === 'secret_key') continue;
    total += await resealColumn(client, cipher, keyPrefix(secret), { name, table, field, identity }, report);
  }
  return total;
}

interface Column {
  readonly name: string;
  readonly table: string;
  readonly field: string;
  /** What identifies its rows. */
  readonly identity: readonly string[];
}

async function resealColumn(
  client: pg.Client,
  cipher: Cipher,
  prefix: Uint8Array,
  column: Column,
  report: (done: Resealed) => void | Promise<void>,
): Promise<number> {
  let [count, unreadable, reported] = [0, 0, 0];
  const pages = await countPages(client, column.table);
  for (let page = 0; page < pages; page += STEP_PAGES) {
    const old = await findOld(client, prefix, column, page);
    for (let n = 0; n < old.length; n += BATCH) {
      const done = await resealRows(client, cipher, column, old.slice(n, n + BATCH));
      count += done.count;
      unreadable += done.unreadable;
    }
    if (count - reported >= REPORT_EVERY) await report({ column: column.name, count, unreadable });
    if (count - reported >= REPORT_EVERY) reported = count;
  }
  if (count + unreadable > 0) await report({ column: column.name, count, unreadable });
  return count;
}

async function countPages(client: pg.Client, table: string): Promise<number> {
  const { rows } = await client.query<{ pages: string }>(
    `SELECT pg_relation_size($1::regclass) / current_setting('block_size')::int AS pages`,
    [table],
  );
  return Number(rows[0]?.pages ?? 0);
}

/** Where in these pages values stand that are not under the key. A picture that everybody may see is not sealed. */
async function findOld(
  client: pg.Client,
  prefix: Uint8Array,
  { table, field }: Column,
  page: number,
): Promise<string[]> {
  const { rows } = await client.query<{ at: string }>(
    `SELECT ctid::text AS at FROM ${table} WHERE ctid >= $1::tid AND ctid < $2::tid
       AND octet_length(${field}) >= ${LEAST_BYTES} AND substring(${field} FROM 1 FOR ${prefix.length}) <> $3
       ${table === 'media' ? 'AND is_private' : ''}`,
    [`(${page},0)`, `(${page + STEP_PAGES},0)`, prefix],
  );
  return rows.map(({ at }) => at);
}

async function resealRows(
  client: pg.Client,
  cipher: Cipher,
  { name, table, field, identity }: Column,
  old: readonly string[],
): Promise<Pick<Resealed, 'count' | 'unreadable'>> {
  const { rows } = await client.query<Record<string, string | Date> & { sealed: Buffer; at_row: string }>(
    `SELECT ctid::text AS at_row, ${field} AS sealed, ${identity.join(', ')} FROM ${table}
     WHERE ctid = ANY($1::tid[]) AND octet_length(${field}) >= ${LEAST_BYTES}`,
    [old],
  );
  let [count, unreadable] = [0, 0];
  for (const { sealed, at_row, ...row } of rows) {
    const place = createPlace(
      name,
      identity.map((one) => row[one] ?? ''),
    );
    const again = reseal(cipher, sealed, place);
    if (!again) unreadable += 1;
    // Only where the row is still the one that was read.
    else
      count +=
        (
          await client.query(`UPDATE ${table} SET ${field} = $3 WHERE ctid = $1::tid AND ${field} = $2`, [
            at_row,
            sealed,
            again,
          ])
        ).rowCount ?? 0;
  }
  return { count, unreadable };
}

function reseal(cipher: Cipher, sealed: Uint8Array, place: SealedPlace): Uint8Array | undefined {
  try {
    return cipher.encrypt(cipher.decrypt(sealed, place), place);
  } catch {
    return undefined;
  }
}

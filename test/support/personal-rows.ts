import type { PersonId } from '../../src/db/ids.ts';
import { type PersonalTable, readPersonalColumns } from '../../src/shop/customers/personal-columns.ts';
import type { Walnut } from './walnut.ts';

/** What leads to a person: themselves, their chats, their orders. */
async function findKeys({ database: { db } }: Walnut, id: PersonId) {
  const where = { personId: id };
  const chats = await db.chat.findMany({ where, select: { id: true } });
  const orders = await db.order.findMany({ where, select: { id: true } });
  const ids = (rows: readonly { readonly id: string }[]) => rows.map((row) => row.id);
  return { person_id: [id], made_for_id: [id], id: [id], chat_id: ids(chats), order_id: ids(orders) };
}

/** After a person is forgotten: what of them is left that data/personal-columns.yaml says is gone or emptied. */
export async function findRowsOf(walnut: Walnut, id: PersonId) {
  const keys = await findKeys(walnut, id);
  const left = async (name: string, { person, forget, sealed, clear, stays }: PersonalTable) => {
    if (!person || !forget || forget === 'kept') return [];
    const columns = [...sealed, ...Object.keys(clear)].filter((column) => !stays.includes(column));
    const filled = columns.map((one) => `nullif(nullif("${one}"::text, ''), '{}') IS NOT NULL`).join(' OR ');
    const rows = await walnut.database.db.$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM ${name} WHERE ${person} = ANY($1::uuid[])
         ${forget === 'emptied' ? `AND (${filled})` : ''}`,
      keys[person],
    );
    return rows.length > 0 ? [`${name}: ${rows.length} ${forget === 'gone' ? 'left' : 'not emptied'}`] : [];
  };
  return {
    async left(): Promise<string[]> {
      const tables = Object.entries(readPersonalColumns());
      return (await Promise.all(tables.map(([name, table]) => left(name, table)))).flat();
    },
  };
}

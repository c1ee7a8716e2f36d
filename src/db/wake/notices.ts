import type { EventEmitter } from 'node:events';
import type pg from 'pg';
import type { Note } from './wake.ts';

/** The name of a connection whose notifications are to be passed on; migrations/…wake_by_notice knows it too. */
export const NOTICES_NAME = 'walnut notices';
const CODE = 'WAKE1';

/** Calls `onNotes` with what a transaction or a single statement on this connection has notified, once it is committed. */
export function followNotices(client: pg.ClientBase, onNotes: (notes: readonly Note[]) => void): void {
  const connection = rawConnection(client);
  let notes: Note[] = [];
  let hasFailed = false;
  client.on('notice', ({ code, message = '' }) => {
    if (code !== CODE) return;
    const space = message.indexOf(' ');
    notes.push({ channel: message.slice(0, space), payload: message.slice(space + 1) });
  });
  connection.on('commandComplete', ({ text }: { text: string }) => {
    hasFailed = text === 'ROLLBACK';
  });
  connection.on('errorMessage', () => {
    hasFailed = true;
  });
  // 'I': outside of a transaction. A savepoint that was rolled back leaves notes too many, which wake somebody in vain.
  connection.on('readyForQuery', ({ status }: { status: string }) => {
    if (status !== 'I') return;
    if (notes.length > 0 && !hasFailed) onNotes(notes);
    notes = [];
    hasFailed = false;
  });
}

/** pg's types leave the connection out. */
const rawConnection = (client: pg.ClientBase): EventEmitter =>
  (client as unknown as { readonly connection: EventEmitter }).connection;

import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '../fault.ts';
import { withConnection } from './connection.ts';

/** A notification takes milliseconds. */
const HEAR_MS = 3_000;

/**
 * Whether notifications arrive at a connection that listens: a pooler in transaction mode takes LISTEN without a word, and
 * gives the server's connection to somebody else.
 */
export function canListen(url: string): Promise<boolean> {
  return withConnection(url, async (listener) => {
    const heard = once(listener, 'notification').then(() => true);
    await listener.query('LISTEN walnut_hearing');
    await withConnection(url, (client) => client.query('NOTIFY walnut_hearing'));
    return Promise.race([heard, pause(HEAR_MS, false, { ref: false })]);
  });
}

/** Nothing else carries notifications there. */
export const unheard = (): Fault =>
  new Fault(
    'pooler',
    'PostgreSQL is not heard: DATABASE_URL leads through a pooler, which loses notifications. ' +
      'Set DATABASE_DIRECT_URL to the address of the server itself, and leave DATABASE_URL as it is; or set REDIS_URL, ' +
      'and notifications go through Redis.',
  );

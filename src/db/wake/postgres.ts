import pg from 'pg';
import type { Logger } from 'pino';
import { persist } from '../../async/persist.ts';
import { waitAtMost } from '../../async/timeout.ts';
import type { Listening, Wake, WakeHandlers } from './wake.ts';

/** A server that does not answer within this time counts as gone. */
const ANSWER_MS = 5_000;
/** How often the connection is tested: nothing else is sent on it, so a dead server would go unnoticed. */
const PROBE_MS = 15_000;

/** LISTEN on these channels, on a connection of its own; when that breaks it is made again. */
export const postgresWake = (url: string, channels: readonly string[], log: Logger): Wake => ({
  listen: (handlers) => listen(url, channels, handlers, log),
});

async function listen(
  url: string,
  channels: readonly string[],
  { onNote, onMissed }: WakeHandlers,
  log: Logger,
): Promise<Listening> {
  const stopping = new AbortController();
  let client: pg.Client | undefined = await connect();
  let reconnecting: Promise<void> | undefined;

  const probing = setInterval(() => {
    const probed = client;
    probed?.query('SELECT 1').catch(() => probed.end());
  }, PROBE_MS).unref();

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'walnut wake',
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
    });
    let trouble: unknown;
    next.on('error', (error) => {
      trouble ??= error;
    });
    next.on('notification', ({ channel, payload = '' }) => onNote({ channel, payload }));
    try {
      await next.connect();
      await next.query(channels.map((channel) => `LISTEN ${channel}`).join('; '));
    } catch (error) {
      await next.end();
      throw error;
    }
    // Only after connecting: a failed connect ends the client too, and each failure would start another loop.
    next.once('end', () => {
      reconnecting = reconnect(trouble);
    });
    return next;
  }

  async function reconnect(trouble: unknown): Promise<void> {
    client = undefined;
    if (stopping.signal.aborted) return;
    log.warn({ err: trouble }, 'the listening connection broke; it is made again');
    client = await persist(connect, stopping.signal);
    if (!client) return;
    log.info('the listening connection is back');
    onMissed();
  }

  return {
    async stop() {
      stopping.abort();
      clearInterval(probing);
      await reconnecting;
      if (client) await waitAtMost(ANSWER_MS, client.end());
    },
  };
}

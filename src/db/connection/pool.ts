import pg from 'pg';
import { createPacer } from '../../async/pacer.ts';
import { frame, socketStream, unframe } from './frame.ts';

/** After this long an attempt to connect is given up. */
const CONNECT_MS = 10_000;
/** After this long without traffic a connection is probed. */
const PROBE_MS = 10_000;

/**
 * After this long without a word within a transaction the server ends it. A client that lost its power or its network never
 * says goodbye, and what it had locked would stay so for hours.
 */
const ABANDONED_MS = 30_000;

/** While the server is away, a pool tries to connect once in this time. */
const CONNECT_INTERVAL_MS = 1_000;

/** The callback of a pool for a connection that was made, or failed. */
type Connected = ((error: Error) => void) | ((error: null, client: pg.Client) => void);

/** Opens a pool that limits its attempts to connect, and detects a server that vanished without closing. */
export function openPool(config: pg.PoolConfig, abandonedMs: number = ABANDONED_MS): pg.Pool {
  const pacer = createPacer(CONNECT_INTERVAL_MS);

  class Client extends pg.Client {
    constructor(settings?: pg.ClientConfig) {
      // A pool's own limit would also count the wait for one of its connections to become free.
      super({ ...settings, connectionTimeoutMillis: CONNECT_MS });
      // The server may end a session while the pool has no listener on it. That must not end the process: the next
      // query on the connection fails, and the pool makes another.
      this.on('error', () => {});
    }

    override connect(): Promise<pg.Client>;
    override connect(callback: Connected): void;
    override connect(callback?: Connected): Promise<pg.Client> | undefined {
      const connecting = pacer.attempt(() => this.#connectAndSet());
      if (!callback) return connecting;
      const call = (...result: unknown[]): void => Reflect.apply(callback, this, result);
      connecting.then((client) => call(null, client), call);
      return undefined;
    }

    /** Set by a statement: a pooler before the server refuses settings that come with the connection. */
    async #connectAndSet(): Promise<pg.Client> {
      await super.connect();
      try {
        await this.query(`SET idle_in_transaction_session_timeout = ${abandonedMs}`);
        return this;
      } catch (error) {
        await this.end().catch(() => {});
        throw error;
      }
    }
  }
  const pool = new pg.Pool({
    ...{ ...config, Client, pipeline: true },
    ...{ keepAlive: true, keepAliveInitialDelayMillis: PROBE_MS },
  });
  pool.on('connect', frame);
  pool.on('release', (_error, client) => unframe(client));
  return pool;
}

/**
 * Ends a connection that was not returned to the pool within `ms`. A query that waits for a vanished server then fails,
 * and the pool makes another connection.
 */
export function limitUse(pool: pg.Pool, ms: number): void {
  const limits = new WeakMap<pg.PoolClient, NodeJS.Timeout>();
  pool.on('acquire', (client) => {
    const limit = setTimeout(() => socketStream(client)?.destroy(), ms);
    limits.set(client, limit.unref());
  });
  pool.on('release', (_error, client) => clearTimeout(limits.get(client)));
}

import pg from 'pg';
import { createPacer } from '../../async/pacer.ts';
import { frame, unframe } from './frame.ts';

/** A connection that is not made in so long is given up. */
const CONNECT_MS = 10_000;
/** A connection that is quiet for so long is asked whether its other end still lives. */
const PROBE_MS = 10_000;

/** While the server is away, the connections of a pool are tried so often. */
const KNOCK_MS = 1_000;

/** How a pool hears that a connection was made, or not. */
type Connected = ((error: Error) => void) | ((error: null, client: pg.Client) => void);

/** Opens a pool that does not knock at a closed door all the time, and notices a server that went away without a word. */
export function openPool(config: pg.PoolConfig): pg.Pool {
  const pacer = createPacer(KNOCK_MS);

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
      const connecting = pacer.attempt(() => super.connect());
      if (!callback) return connecting;
      const call = (...result: unknown[]): void => Reflect.apply(callback, this, result);
      connecting.then((client) => call(null, client), call);
      return undefined;
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
 * Breaks a connection that was taken from the pool and not given back in `ms`: whoever waits on it for a server that
 * went away without a word hears of it, and the pool makes another.
 */
export function limitUse(pool: pg.Pool, ms: number): void {
  const limits = new WeakMap<pg.PoolClient, NodeJS.Timeout>();
  pool.on('acquire', (client) => {
    const limit = setTimeout(() => client.end().catch(() => {}), ms);
    limits.set(client, limit.unref());
  });
  pool.on('release', (_error, client) => clearTimeout(limits.get(client)));
}

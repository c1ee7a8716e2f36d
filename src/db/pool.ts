import pg from 'pg';

/** A connection that is not made in so long is given up. */
const CONNECT_MS = 10_000;
/** A connection that is quiet for so long is asked whether its other end still lives. */
const PROBE_MS = 10_000;

/** A pool's own limit would also count the wait for one of its connections to become free. */
class Client extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionTimeoutMillis: CONNECT_MS });
  }
}

/** Opens a pool whose connections notice a server that went away without a word. */
export function openPool(config: pg.PoolConfig): pg.Pool {
  return new pg.Pool({ ...config, Client, keepAlive: true, keepAliveInitialDelayMillis: PROBE_MS });
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

import { Redis, type RedisOptions } from 'ioredis';

/** Whether a Redis server can hold queues. */
export type RedisCheck =
  | { readonly is: 'fine'; readonly version: string; readonly isCluster: boolean }
  | { readonly is: 'wrong'; readonly said: string; readonly todo: string };

const CHECK_MS = 4_000;
/** The oldest version that BullMQ's documentation advises. */
const OLDEST = [6, 2] as const;

/** Reads the server's version, role and eviction policy. Never throws; its answer never holds the password. */
export async function checkRedis(url: string): Promise<RedisCheck> {
  const redis = new Redis(url, {
    ...{ lazyConnect: true, connectTimeout: CHECK_MS, commandTimeout: CHECK_MS },
    ...{ maxRetriesPerRequest: 0, retryStrategy: () => null },
  });
  // This event has the reason; a command's error says only that the connection is closed.
  let broken: Error | undefined;
  redis.on('error', (error) => {
    broken = error;
  });
  try {
    await redis.connect();
    await redis.ping();
    return judge(parseInfo(await redis.info()));
  } catch (error) {
    return redisProblem(broken ?? error, redis.options);
  } finally {
    redis.disconnect();
  }
}

type Facts = ReadonlyMap<string, string>;

/** INFO is lines of `name:value` under headings. */
const parseInfo = (info: string): Facts =>
  new Map([...info.matchAll(/^(\w+):(.*?)\r?$/gm)].map(([, name = '', value = '']) => [name, value]));

function judge(facts: Facts): RedisCheck {
  const version = facts.get('redis_version') ?? '';
  const policy = facts.get('maxmemory_policy') ?? 'noeviction';
  if (facts.get('role') === 'slave')
    return wrong('it is a replica, which takes no writes', 'put the address of its primary into REDIS_URL');
  if (isOlder(version))
    return wrong(`Redis ${version} is too old`, `update it to ${OLDEST.join('.')} or newer`);
  if (policy !== 'noeviction') {
    const todo = 'set it: redis-cli CONFIG SET maxmemory-policy noeviction, and in redis.conf to keep it so';
    return wrong(`its maxmemory-policy is ${policy}, which throws jobs away; it has to be noeviction`, todo);
  }
  return { is: 'fine', version, isCluster: facts.get('redis_mode') === 'cluster' };
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
}

const wrong = (said: string, todo: string): RedisCheck => ({ is: 'wrong', said, todo });

function redisProblem(error: unknown, { host, port }: RedisOptions): RedisCheck {
  const said = error instanceof Error ? error.message : String(error);
  if (/NOAUTH|WRONGPASS|invalid password|without any password/i.test(said))
    return wrong(
      'it refuses the password',
      'check the user and password in REDIS_URL: redis://user:password@host:port',
    );
  if (/NOPERM/.test(said))
    return wrong('that user may not do what queues need', 'give it all commands and keys');
  if (/timed out|ETIMEDOUT/i.test(said))
    return wrong(`nothing answers at ${host}:${port}`, 'check REDIS_URL, and rediss:// where it wants TLS');
  const reason = /E[A-Z]{4,}/.exec(said)?.[0] ?? 'the connection broke';
  return wrong(
    `no connection to ${host}:${port} (${reason})`,
    'check that Redis runs and that REDIS_URL is right',
  );
}

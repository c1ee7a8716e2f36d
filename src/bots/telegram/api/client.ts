import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { ApiClientOptions } from 'grammy';

/**
 * A connection that was idle for this time is not used again: a router between us and Telegram may have dropped it
 * silently, and the next request would have to time out.
 */
const IDLE_MS = 15_000;

/** How grammY's client reaches Telegram: over connections kept open, giving up on a request after `timeoutSeconds`. */
export function clientOptions(apiRoot: string, timeoutSeconds: number): ApiClientOptions {
  const Agent = apiRoot.startsWith('https:') ? HttpsAgent : HttpAgent;
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MS });
  return { apiRoot, timeoutSeconds, baseFetchConfig: { agent, compress: true } };
}

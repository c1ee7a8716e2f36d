import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { createPublicLookup } from './endpoints.ts';

/** What a push service answered; no status: it was not reached. */
export interface PushAnswer {
  readonly status?: number | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly why: string;
}

/** Posts an encrypted message to a push service. Never throws. */
export type PushPost = (
  endpoint: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
) => Promise<PushAnswer>;

type Request = (
  url: string,
  options: RequestOptions,
  onResponse: (response: IncomingMessage) => void,
) => ClientRequest;

const PATIENCE_MS = 10_000;

/** Follows no redirect and reads no answer: a service says all by its status. */
export const createPushPost =
  (request: Request = httpsRequest, lookup = createPublicLookup()): PushPost =>
  (endpoint, headers, body) =>
    new Promise((resolve) => {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const sent = request(endpoint, { method: 'POST', headers, lookup, signal }, (response) => {
        response.destroy();
        const { statusCode, headers: said } = response;
        resolve({ status: statusCode, retryAfterMs: waitMs(said['retry-after']), why: `HTTP ${statusCode}` });
      });
      sent.on('error', (error) => resolve({ why: error.message }));
      sent.end(body);
    });

/** In seconds; a date is not waited for. */
function waitMs(retryAfter: string | undefined): number | undefined {
  const seconds = Number(retryAfter);
  return retryAfter && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
}

import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A hundred a second from one address: a whole village may come through one router of its carrier. */
const REQUESTS = { max: 6_000, timeWindow: 60_000 };
/** Addresses that are counted; past it, those that were quiet longest are forgotten. */
const ADDRESSES = 20_000;

/** From the first byte to the end of the headers. */
const HEADERS_MS = 10_000;
/** Ten megabytes over a village's network; everything else has to be here much sooner. */
const UPLOAD_MS = 120_000;
const BODY_MS = 10_000;
/** How often Node looks for connections that are late. */
const LOOK_MS = 2_000;

/** Fastify's options against connections that send slowly, or nothing. */
export const slowConnections = {
  requestTimeout: UPLOAD_MS,
  http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: LOOK_MS },
};

/** Limits what one address may ask for, and how long a small body may take; before any route. */
export async function limitRequests(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, { ...REQUESTS, cache: ADDRESSES, hook: 'onRequest' });
  app.addHook('onRequest', async (request) => {
    if (!isSmallBody(request)) return;
    const late = setTimeout(() => request.raw.complete || request.raw.destroy(), BODY_MS);
    request.raw.once('close', () => clearTimeout(late));
  });
}

const isSmallBody = ({ headers }: FastifyRequest): boolean =>
  (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) &&
  !headers['content-type']?.startsWith('multipart/form-data');

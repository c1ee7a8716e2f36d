import type { FastifyReply, FastifyRequest } from 'fastify';

/** Answers 403 to requests that another site caused; for `onRequest`. */
export type OriginGuard = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * Refuses requests that another site caused. Browsers name the source of a request in Sec-Fetch-Site on https
 * and localhost, and in Origin with every POST; a request that says neither is no browser's. `publicUrl` is where our
 * pages are: a proxy may hand on another Host, and only where there is no such address is Host what we go by.
 */
export function originGuard(publicUrl: string | undefined): OriginGuard {
  const ours = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  return async (request, reply) => {
    if (!isOwn(request, ours)) await reply.code(403).send({ error: 'foreign-origin' });
  };
}

function isOwn({ headers, host }: FastifyRequest, ours: string | undefined): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin } = headers;
  if (origin === undefined) return site === 'same-origin';
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return ours === undefined ? from.host === host : from.origin === ours;
}

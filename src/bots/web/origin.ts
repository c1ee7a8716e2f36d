import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Refuses what another site made the browser send. Browsers say where a request comes from in Sec-Fetch-Site on https
 * and localhost, and in Origin with every POST; a request that says neither is no browser's.
 */
export async function refuseForeign(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (!isOwn(request)) await reply.code(403).send({ error: 'foreign-origin' });
}

function isOwn({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin } = headers;
  if (origin === undefined) return site === 'same-origin';
  return URL.canParse(origin) && new URL(origin).host === host;
}

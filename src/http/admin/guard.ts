import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Lets only those pass who send the token: programs as `Authorization: Bearer …`, browsers as the password of any name.
 * For `onRequest`. What changes something is refused where another site caused it, for browsers add the password by
 * themselves.
 */
export function adminOnly(token: string) {
  const wanted = digest(token);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const given = readToken(request.headers.authorization);
    if (given === undefined || !timingSafeEqual(digest(given), wanted))
      await reply.code(401).header('www-authenticate', 'Basic realm="Walnut", charset="UTF-8"').send();
    else if (request.method !== 'GET' && !isFromHere(request))
      await reply.code(403).send({ error: 'foreign-origin' });
  };
}

/** Hashes have one length, which a comparison in constant time needs. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

function readToken(header: string | undefined): string | undefined {
  const [scheme = '', value = ''] = header?.split(' ') ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return value;
    case 'basic': {
      const pair = Buffer.from(value, 'base64').toString('utf8');
      return pair.slice(pair.indexOf(':') + 1);
    }
    default:
      return undefined;
  }
}

/** Browsers say where a request comes from; what says nothing is a program that was given the token. */
const isFromHere = ({ headers }: FastifyRequest): boolean =>
  headers['sec-fetch-site'] === undefined || headers['sec-fetch-site'] === 'same-origin';

import '@fastify/cookie';
import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AppContext, WEB_SESSION_MS } from '../../../chat/store/people.ts';

/** The cookie that keeps a session's token. */
export interface SessionCookie {
  /** The token, if it is one that we gave: made-up ones never reach the database. */
  read(request: FastifyRequest): string | undefined;
  give(reply: FastifyReply, token: string): void;
  take(reply: FastifyReply): void;
}

/** Signed under the key that also seals; bound to this very host where people come by https. */
export function createSessionCookie(cipher: AppContext['cipher'], isSecure: boolean): SessionCookie {
  const name = isSecure ? '__Host-walnut' : 'walnut';
  // Nobody is logged out where the key is changed.
  const sign = (token: string): string => cipher.lastingFingerprint(`web cookie ${token}`);

  return {
    read({ cookies }) {
      const [token = '', signature = ''] = cookies[name]?.split('.') ?? [];
      return token !== '' && isSame(signature, sign(token)) ? token : undefined;
    },
    give: (reply, token) =>
      void reply.setCookie(name, `${token}.${sign(token)}`, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: isSecure,
        maxAge: WEB_SESSION_MS / 1_000,
      }),
    take: (reply) => void reply.clearCookie(name, { path: '/', secure: isSecure }),
  };
}

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Visitor } from '../../../chat/store/people.ts';
import type { Accept, WebDeps } from '../deps.ts';
import { slowDown, tooMany } from '../guards/limit.ts';
import { originGuard } from '../guards/origin.ts';
import type { Visits } from '../visits/visit.ts';

const inviteShape = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{10,60}$/) });

/** Somebody who opens an invite again and again. */
const LOOKS = { burst: 30, perSecond: 1 };
/** How many joins are remembered, for browsers that lost the answer. */
const REMEMBERED = 1_000;

/** Handles the button of an invite's page: sends the invite into the visitor's chat as a command, under a new cookie. */
export function joinRoute(app: FastifyInstance, deps: WebDeps, visits: Visits, accept: Accept): void {
  // A browser that lost the answer retries with its old cookie; without this its invite would be spent.
  const joined = new Map<string, Visitor>();

  app.get('/api/join/:token', { onRequest: slowDown(LOOKS, visits.caller) }, async (request, reply) => {
    const { token } = inviteShape.parse(request.params);
    reply.header('cache-control', 'no-store');
    return (await deps.findInvite(token)) ?? reply.code(404).send({ error: 'not-found' });
  });

  app.post('/join/:token', { onRequest: originGuard(deps.publicUrl) }, async (request, reply) => {
    const { token } = inviteShape.parse(request.params);
    const asked = `${visits.caller(request)} ${token}`;
    const hasSession = (await visits.find(request, 'seller')) !== undefined;
    const visitor = joined.get(asked) ?? (await visits.enter(request, reply, 'seller'));
    if (!visitor) return tooMany(reply, 10_000);
    // Only for a known session: addresses are shared, and cookies can be invented.
    if (hasSession) joined.set(asked, visitor);
    for (const oldest of joined.keys()) if (joined.size > REMEMBERED) joined.delete(oldest);
    await visits.exchange(request, reply, visitor);
    // The same invite pressed twice is one event.
    const key = deps.appContext.cipher.lastingFingerprint(`join ${visitor.chat} ${token}`);
    await accept('seller', visitor, key, { is: 'command', name: 'start', rest: `i_${token}` });
    return { to: '/seller#joined' };
  });
}

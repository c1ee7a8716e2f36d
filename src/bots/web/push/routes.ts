import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  addPushSubscription,
  hasPushSubscription,
  removePushSubscription,
} from '../../../chat/store/push-subscriptions.ts';
import type { WebDeps } from '../deps.ts';
import { slowDown } from '../guards/limit.ts';
import { originGuard } from '../guards/origin.ts';
import type { Visits } from '../visits/visit.ts';
import { sideShape } from '../wire.ts';
import { arePushKeys, isPushEndpoint } from './endpoints.ts';

/** A switch that is tapped now and then. */
const CHANGES = { burst: 10, perSecond: 0.2 };
const KEY_CHARS = 200;

/** As a browser's `PushSubscription.toJSON()` gives it; it may say more. */
const subscriptionShape = z
  .object({
    endpoint: z.string().refine(isPushEndpoint),
    keys: z.object({ p256dh: z.string().max(KEY_CHARS), auth: z.string().max(KEY_CHARS) }),
  })
  .refine(({ keys }) => arePushKeys(keys.p256dh, keys.auth));

/** The switch for being told while the page is closed: of a browser, for both sides of its person. */
export function pushRoutes(app: FastifyInstance, deps: WebDeps, visits: Visits): void {
  const { appContext, pushKey } = deps;
  const guards = { onRequest: [originGuard(deps.publicUrl), slowDown(CHANGES, visits.caller)] };

  app.get('/api/:side/push', async (request, reply) => {
    const token = visits.token(request);
    reply.header('cache-control', 'no-store');
    return { key: pushKey, isOn: token !== undefined && (await hasPushSubscription(appContext, token)) };
  });

  app.post('/api/:side/push', guards, async (request, reply) => {
    const visitor = await visits.find(request, sideShape.parse(request.params).side);
    const token = visits.token(request);
    if (!visitor || token === undefined) return reply.code(401).send({ error: 'no-session' });
    const read = subscriptionShape.safeParse(request.body);
    if (!read.success) return reply.code(400).send({ error: 'push-refused' });
    const { endpoint, keys } = read.data;
    await addPushSubscription(appContext, { person: visitor.person, token }, { endpoint, ...keys });
    return reply.code(204).send();
  });

  app.post('/api/:side/push/off', guards, async (request, reply) => {
    const token = visits.token(request);
    if (token !== undefined) await removePushSubscription(appContext, token);
    return reply.code(204).send();
  });
}

import type { FastifyInstance } from 'fastify';
import type { Accept, WebDeps } from '../deps.ts';
import { slowDown } from '../guards/limit.ts';
import { originGuard } from '../guards/origin.ts';
import type { Visits } from '../visits/visit.ts';
import { eventBody, postedShape, sideShape } from '../wire.ts';
import { joinRoute } from './join.ts';
import { photoRoutes } from './photos.ts';
import { createUploadGuards } from './upload-guards.ts';
import { createUploads } from './uploads.ts';
import { createRecordings, voiceRoute } from './voice.ts';

/** Faster than people tap or type. The engine also limits the waiting events of a chat. */
const EVENTS = { burst: 40, perSecond: 10 };

/** Routes that write: events and uploads. */
export function postingRoutes(app: FastifyInstance, deps: WebDeps, visits: Visits, accept: Accept): void {
  const refuseForeign = originGuard(deps.publicUrl);
  const uploads = createUploads(deps.appContext);
  const recordings = createRecordings(deps);
  const guards = createUploadGuards(deps, visits);

  app.post(
    '/api/:side/events',
    { onRequest: [refuseForeign, slowDown(EVENTS, visits.caller)] },
    async (request, reply) => {
      const { side } = sideShape.parse(request.params);
      const posted = postedShape.parse(request.body);
      const visitor = await visits.find(request, side);
      if (visitor?.chat !== posted.chat) return reply.code(409).send({ error: 'other-chat' });
      const body = eventBody(posted.body, {
        media: (upload) => uploads.findMedia(visitor.person, upload),
        recording: (upload) => recordings.find(visitor.person, upload),
      });
      if (!body) return reply.code(400).send({ error: 'unknown-upload' });
      await accept(side, visitor, posted.key, body);
      return reply.code(202).send({ key: posted.key });
    },
  );

  app.post('/api/logout', { onRequest: refuseForeign }, async (request, reply) => {
    await visits.leave(request, reply);
    return reply.code(204).send();
  });

  photoRoutes(app, deps, visits, uploads, guards);
  voiceRoute(app, deps, visits, recordings, guards);
  joinRoute(app, deps, visits, accept);
}

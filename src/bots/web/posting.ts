import { idShape, type MediaId } from '../../db/ids.ts';
import '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Accept, WebDeps } from './deps.ts';
import { joinRoute } from './join.ts';
import { createLimit, tooMany } from './limit.ts';
import { originGuard } from './origin.ts';
import { createSequence } from './sequence.ts';
import { createUploads } from './uploads.ts';
import type { Visits } from './visit.ts';
import { eventBody, postedShape, sideShape } from './wire.ts';

/** Faster than anybody taps or types. The engine has its own limit of waiting events behind this one. */
const EVENTS = { burst: 40, perSecond: 10 };
const UPLOADS = { burst: 20, perSecond: 1 };

const mediaShape = z.object({ id: idShape<MediaId>() });

/** Routes that write: events and uploads. */
export function postingRoutes(app: FastifyInstance, deps: WebDeps, visits: Visits): void {
  const { appContext, engine } = deps;
  const refuseForeign = originGuard(deps.publicUrl);
  const uploads = createUploads(appContext);
  const events = createLimit(EVENTS);
  const photos = createLimit(UPLOADS);
  const now = () => appContext.clock.now();
  const nextSeq = createSequence(now);

  const maySee = async (request: FastifyRequest, media: MediaId): Promise<boolean> => {
    const visitor = (await visits.find(request, 'buyer')) ?? (await visits.find(request, 'seller'));
    return visitor !== undefined && deps.maySee(visitor.person, media);
  };

  const accept: Accept = (side, { address, name, locale }, key, body) =>
    engine.accept([
      {
        channel: `web-${side}`,
        address,
        key,
        seq: nextSeq(),
        at: now(),
        from: { name, language: locale },
        body,
      },
    ]);

  app.post('/api/:side/events', { onRequest: refuseForeign }, async (request, reply) => {
    const waitMs = events.take(visits.caller(request));
    if (waitMs > 0) return tooMany(reply, waitMs);
    const { side } = sideShape.parse(request.params);
    const posted = postedShape.parse(request.body);
    const visitor = await visits.find(request, side);
    if (visitor?.chat !== posted.chat) return reply.code(409).send({ error: 'other-chat' });
    const body = eventBody(posted.body, (upload) => uploads.findMedia(visitor.person, upload));
    if (!body) return reply.code(400).send({ error: 'unknown-photo' });
    await accept(side, visitor, posted.key, body);
    return reply.code(202).send({ key: posted.key });
  });

  app.post('/api/:side/photos', { onRequest: refuseForeign }, async (request, reply) => {
    const waitMs = photos.take(visits.caller(request));
    if (waitMs > 0) return tooMany(reply, waitMs);
    const visitor = await visits.find(request, sideShape.parse(request.params).side);
    if (!visitor) return reply.code(401).send({ error: 'no-session' });
    const media: string[] = [];
    for await (const part of request.files()) {
      const upload = await uploads.keep(visitor.person, await part.toBuffer());
      if (!upload) return reply.code(415).send({ error: 'not-a-picture' });
      media.push(upload);
    }
    return { media };
  });

  app.post('/api/logout', { onRequest: refuseForeign }, async (request, reply) => {
    await visits.leave(request, reply);
    return reply.code(204).send();
  });

  app.get('/api/media/:id', async (request, reply) => {
    const { id } = mediaShape.parse(request.params);
    const isPrivate = await uploads.isPrivate(id);
    const bytes = isPrivate && !(await maySee(request, id)) ? undefined : await uploads.jpeg(id);
    if (!bytes) return reply.code(404).header('cache-control', 'no-store').send({ error: 'not-found' });
    reply.header('cache-control', isPrivate ? 'no-store' : 'private, max-age=31536000, immutable');
    return reply.type('image/jpeg').send(Buffer.from(bytes));
  });

  joinRoute(app, deps, visits, accept);
}

import '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { PhotoRefusal } from '../../../chat/store/shrink.ts';
import { idShape, type MediaId } from '../../../db/ids.ts';
import type { WebDeps } from '../deps.ts';
import { slowDown, tooMany } from '../guards/limit.ts';
import { originGuard } from '../guards/origin.ts';
import { createSlots } from '../guards/slots.ts';
import type { Visits } from '../visits/visit.ts';
import { sideShape } from '../wire.ts';
import type { Uploads } from './uploads.ts';

const UPLOADS = { burst: 20, perSecond: 1 };
/** Uploads that one browser, and all browsers of this process together, have under way. */
const UPLOADS_AT_ONCE = 3;
const ALL_UPLOADS_AT_ONCE = 60;
/** Somebody who looks through a long chat. */
const PICTURES = { burst: 200, perSecond: 20 };
/** When many photos are under way, a browser tries again after this. */
const BUSY_MS = 5_000;

const mediaShape = z.object({ id: idShape<MediaId>() });

/** The photos that people send, and all that they are shown. */
export function photoRoutes(app: FastifyInstance, deps: WebDeps, visits: Visits, uploads: Uploads): void {
  const own = createSlots(UPLOADS_AT_ONCE);
  const all = createSlots(ALL_UPLOADS_AT_ONCE);
  const guards = [originGuard(deps.publicUrl), slowDown(UPLOADS, visits.caller)];

  const maySee = async (request: FastifyRequest, media: MediaId): Promise<boolean> => {
    const visitor = (await visits.find(request, 'buyer')) ?? (await visits.find(request, 'seller'));
    return visitor !== undefined && deps.maySee(visitor.person, media);
  };

  /** The body is not read before there is room for it. */
  const takeSlot = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const leave = own.take(visits.caller(request));
    const leaveAll = leave && all.take('all');
    if (!leave || !leaveAll) {
      leave?.();
      await tooMany(reply, BUSY_MS);
      return;
    }
    reply.raw.once('close', () => {
      leave();
      leaveAll();
    });
  };

  app.post('/api/:side/photos', { onRequest: [...guards, takeSlot] }, async (request, reply) => {
    const visitor = await visits.find(request, sideShape.parse(request.params).side);
    if (!visitor) return reply.code(401).send({ error: 'no-session' });
    const media: string[] = [];
    for await (const part of request.files()) {
      const kept = await uploads.keep(visitor.person, await part.toBuffer());
      if (!kept.ok) return refusePhoto(reply, kept.why);
      media.push(kept.upload);
    }
    return { media };
  });

  app.get('/api/media/:id', { onRequest: slowDown(PICTURES, visits.caller) }, async (request, reply) => {
    const { id } = mediaShape.parse(request.params);
    const isPrivate = await uploads.isPrivate(id);
    const bytes = isPrivate && !(await maySee(request, id)) ? undefined : await uploads.jpeg(id);
    if (!bytes) return reply.code(404).header('cache-control', 'no-store').send({ error: 'not-found' });
    reply.header('cache-control', isPrivate ? 'no-store' : 'private, max-age=31536000, immutable');
    return reply.type('image/jpeg').send(Buffer.from(bytes));
  });
}

/** The page has words for each. */
const refusePhoto = (reply: FastifyReply, why: PhotoRefusal): FastifyReply =>
  why === 'photo-busy' ? tooMany(reply, BUSY_MS) : reply.code(415).send({ error: why });

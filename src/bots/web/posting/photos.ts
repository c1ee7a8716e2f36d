import '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { PhotoAudience } from '../../../chat/dsl/event.ts';
import { createRenditions, renditionSizes } from '../../../chat/store/renditions.ts';
import type { PhotoRefusal } from '../../../chat/store/shrink.ts';
import { idShape, type MediaId } from '../../../db/ids.ts';
import type { WebDeps } from '../deps.ts';
import { slowDown, tooMany } from '../guards/limit.ts';
import type { Visits } from '../visits/visit.ts';
import { sideShape } from '../wire.ts';
import { BUSY_MS, readUpload, type UploadGuards } from './upload-guards.ts';
import type { Uploads } from './uploads.ts';

/** Somebody who looks through a long chat, a few small pictures in every message. */
const PICTURES = { burst: 600, perSecond: 60 };

const mediaShape = z.object({ id: idShape<MediaId>() });
const renditionShape = mediaShape.extend({ size: z.enum(renditionSizes) });

/** The photos that people send, and all that they are shown. */
export function photoRoutes(
  app: FastifyInstance,
  deps: WebDeps,
  visits: Visits,
  uploads: Uploads,
  guards: UploadGuards,
): void {
  const maySee = async (request: FastifyRequest, media: MediaId): Promise<boolean> => {
    const visitor = (await visits.find(request, 'buyer')) ?? (await visits.find(request, 'seller'));
    return visitor !== undefined && deps.maySee(visitor.person, media);
  };

  app.post('/api/:side/photos', { onRequest: guards }, async (request, reply) => {
    const visitor = await visits.find(request, sideShape.parse(request.params).side);
    if (!visitor) return reply.code(401).send({ error: 'no-session' });
    const media: string[] = [];
    for await (const part of request.files()) {
      const bytes = await readUpload(part);
      if (!bytes) return reply.code(413).send({ error: 'too-large' });
      const kept = await uploads.keep(visitor.person, bytes);
      if (!kept.ok) return refusePhoto(reply, kept.why);
      media.push(kept.upload);
    }
    return { media };
  });

  const limited = { onRequest: slowDown(PICTURES, visits.caller) };
  const renditions = createRenditions();

  /** Who asks, if they may see it. */
  const findFor = async (request: FastifyRequest, id: MediaId): Promise<PhotoAudience | undefined> => {
    const audience = await uploads.audience(id);
    return audience === 'few' && !(await maySee(request, id)) ? undefined : audience;
  };

  app.get('/api/media/:id', limited, async (request, reply) => {
    const { id } = mediaShape.parse(request.params);
    const audience = await findFor(request, id);
    const address = audience === 'everybody' ? await uploads.address(id) : undefined;
    // Shorter than what the address is signed for.
    if (address) return reply.header('cache-control', 'private, max-age=600').redirect(address);
    return sendPicture(reply, audience, 'image/jpeg', audience && (await uploads.jpeg(id)));
  });

  app.get('/api/media/:id/:size', limited, async (request, reply) => {
    const { id, size } = renditionShape.parse(request.params);
    const audience = await findFor(request, id);
    const isKept = audience === 'everybody';
    const bytes = audience && (await renditions.make(id, size, { isKept, read: () => uploads.jpeg(id) }));
    return sendPicture(reply, audience, 'image/webp', bytes);
  });
}

function sendPicture(
  reply: FastifyReply,
  audience: PhotoAudience | undefined,
  type: string,
  bytes: Uint8Array | undefined,
): FastifyReply {
  if (!bytes) return reply.code(404).header('cache-control', 'no-store').send({ error: 'not-found' });
  reply.header('cache-control', audience === 'few' ? 'no-store' : 'private, max-age=31536000, immutable');
  return reply.type(type).send(Buffer.from(bytes));
}

/** The page has words for each. */
const refusePhoto = (reply: FastifyReply, why: PhotoRefusal): FastifyReply =>
  why === 'photo-busy' ? tooMany(reply, BUSY_MS) : reply.code(415).send({ error: why });

import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { FastifyPluginAsync } from 'fastify';
import { pages } from './pages.ts';
import type { WebParts } from './parts.ts';
import { postingRoutes } from './posting.ts';
import { readingRoutes } from './reading.ts';
import { PHOTO_BYTES, PHOTOS } from './uploads.ts';
import { visitsOf } from './visit.ts';

/** The web chat: its pages, and what they talk to. */
export const webChat =
  (parts: WebParts): FastifyPluginAsync =>
  async (app) => {
    await app.register(cookie);
    await app.register(multipart, { limits: { fileSize: PHOTO_BYTES, files: PHOTOS, fields: 0 } });
    const visits = visitsOf(parts);
    await pages(app);
    readingRoutes(app, parts, visits);
    postingRoutes(app, parts, visits);
  };

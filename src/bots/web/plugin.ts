import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { FastifyPluginAsync } from 'fastify';
import type { WebDeps } from './deps.ts';
import { openingRoute } from './opening/opening.ts';
import { pages } from './pages/pages.ts';
import { createAccept } from './posting/accept.ts';
import { postingRoutes } from './posting/posting.ts';
import { PHOTO_BYTES, PHOTOS } from './posting/uploads.ts';
import { pushRoutes } from './push/routes.ts';
import { readingRoutes } from './reading/reading.ts';
import { createVisits } from './visits/visit.ts';

/** The web chat: its pages and its API. */
export const webChat =
  (deps: WebDeps): FastifyPluginAsync =>
  async (app) => {
    await app.register(cookie);
    await app.register(multipart, { limits: { fileSize: PHOTO_BYTES, files: PHOTOS, fields: 0 } });
    const visits = createVisits(deps);
    const accept = createAccept(deps);
    await pages(app, deps);
    openingRoute(app, deps, visits, accept);
    readingRoutes(app, deps, visits);
    postingRoutes(app, deps, visits, accept);
    pushRoutes(app, deps, visits);
  };

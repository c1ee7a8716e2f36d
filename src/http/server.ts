import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import type { Logger } from 'pino';
import { answerErrors } from './errors.ts';
import { permissionsPolicy, securityHeaders } from './headers.ts';
import { answerHealth } from './health.ts';
import { limitRequests, slowConnections } from './limits.ts';

/** Everything we take is small, except photos, which have a limit of their own. */
const BODY_BYTES = 256_000;

const refuseSchema = (): never => {
  throw new Error('what comes in is checked by zod, and no route has a schema of its own');
};
/** Fastify's own schemas, which no route of ours has, would load two libraries at each start. */
const noSchemas = { buildValidator: refuseSchema, buildSerializer: refuseSchema };

/** Routes to register, as a plugin of Fastify's. */
export type Routes = FastifyPluginAsync;

export interface ServerParts {
  readonly log: Logger;
  /** Whether a proxy before us may say who the client is; as Fastify's option of that name. */
  readonly trustProxy: boolean | string;
  /** True where people come by https. */
  readonly isSecure: boolean;
  /** Whether the shop can do its work now. */
  readonly isHealthy: () => Promise<boolean>;
  /** Whether what was thrown means that the database does not answer. */
  readonly isAway: (error: unknown) => boolean;
  /** Webhooks, the web chat, and whatever else answers. */
  readonly routes: readonly Routes[];
}

/** Builds the HTTP server; `listen` and `close` are the caller's. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    // Addresses hold invites and hook tokens: requests are not logged.
    logger: false,
    trustProxy: parts.trustProxy,
    bodyLimit: BODY_BYTES,
    ...slowConnections,
    // Browsers hold their event streams open; a stop does not wait for them.
    forceCloseConnections: true,
    schemaController: { compilersFactory: noSchemas },
  });
  await app.register(helmet, securityHeaders(parts.isSecure));
  app.addHook(
    'onRequest',
    async (_request, reply) => void reply.header('permissions-policy', permissionsPolicy),
  );
  answerErrors(app, parts.log, parts.isAway);
  await limitRequests(app);
  answerHealth(app, parts.isHealthy);
  for (const routes of parts.routes) await app.register(routes);
  return app;
}

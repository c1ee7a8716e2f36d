import type { FastifyInstance } from 'fastify';

/**
 * `/health/live`: this process answers; restart it where it does not. `/health/ready`, `/health`: it also reaches the
 * database; send people elsewhere where it does not, and leave it running, for it goes on by itself.
 */
export function answerHealth(app: FastifyInstance, isHealthy: () => Promise<boolean>): void {
  app.get('/health/live', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ live: true }),
  );
  for (const path of ['/health', '/health/ready'])
    app.get(path, async (_request, reply) => {
      const healthy = await isHealthy().catch(() => false);
      return reply
        .code(healthy ? 200 : 503)
        .header('cache-control', 'no-store')
        .send({ healthy });
    });
}

import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { FastifyPluginAsync } from 'fastify';
import type { QueueViews } from '../../jobs/queue/views.ts';

const PATH = '/admin/queues';

/** Its page brings style in its own markup, and takes fonts from a server we do not let people's browsers ask. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

/** BullMQ's view of the queues, to look at: what was given up is tried again from our own list, which knows its outbox. */
export const queueBoard =
  ({ views }: QueueViews): FastifyPluginAsync =>
  async (app) => {
    const serverAdapter = new FastifyAdapter();
    serverAdapter.setBasePath(PATH);
    createBullBoard({
      queues: views.map((view) => new BullMQAdapter(view, { readOnlyMode: true })),
      serverAdapter,
      options: { uiConfig: { boardTitle: 'Walnut' } },
    });
    app.addHook('onSend', async (_request, reply) => void reply.header('content-security-policy', POLICY));
    await app.register(serverAdapter.registerPlugin());
  };

import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Side, sides } from '../../../chat/dsl/event.ts';
import type { WebDeps } from '../deps.ts';
import { readWorker, serveFiles } from './files.ts';
import { serveFonts } from './fonts.ts';
import { serveInstall } from './install.ts';
import { createPackedText } from './packed.ts';
import { formatPageWords } from './words.ts';

/** The pages: the chat of each side, and the page of an invite. */
export async function pages(app: FastifyInstance, deps: Pick<WebDeps, 'village' | 'locale'>): Promise<void> {
  await serveFonts(app);
  const read = await serveFiles(app);
  await serveInstall(app, deps);
  const words = formatPageWords();
  const filled = (name: string): string =>
    read(name).replace('id="page-words">{}<', () => `id="page-words">${words}<`);
  const index = filled('index.html');
  const worker = createPackedText(readWorker(), 'text/javascript');
  const join = createPackedText(filled('join.html'), 'text/html');

  for (const side of sides) {
    const plain = createPackedText(chatPage(index, side), 'text/html');
    const linked = createPackedText(chatPage(index, side).replace(PRELOADED, ''), 'text/html');
    app.get<{ Querystring: { start?: string } }>(side === 'buyer' ? '/' : '/seller', (request, reply) =>
      (request.query.start === undefined ? plain : linked).send(request, fresh(reply)),
    );
  }
  // The service worker, which looks after everything under the root: one script of all its parts.
  app.get('/worker.js', (request, reply) => worker.send(request, fresh(reply)));
  // Link previews and prefetching browsers may come here; nothing is spent until the button posts.
  app.get('/join/:token', (request, reply) => join.send(request, fresh(reply)));
}

/** What a page begins with is asked for before its script runs; whoever follows a link asks for what the link names. */
const PRELOADED = /<link rel="preload" href="\/api\/[^>]*>/;

const chatPage = (index: string, side: Side): string =>
  index
    .replace('data-side="buyer"', `data-side="${side}"`)
    .replace('{{side}}', side)
    .replace('/buyer.webmanifest', `/${side}.webmanifest`);

const fresh = (reply: FastifyReply): FastifyReply => reply.header('cache-control', 'no-cache');

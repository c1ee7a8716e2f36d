import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Side } from '../../../chat/dsl/event.ts';
import type { WebDeps } from '../deps.ts';
import { readWorker, serveFiles } from './files.ts';
import { serveFonts } from './fonts.ts';
import { serveInstall } from './install.ts';
import { formatPageWords } from './words.ts';

/** The pages: the chat of each side, and the page of an invite. */
export async function pages(app: FastifyInstance, deps: Pick<WebDeps, 'village' | 'locale'>): Promise<void> {
  await serveFonts(app);
  const read = await serveFiles(app);
  await serveInstall(app, deps);
  const words = formatPageWords();
  const filled = (name: string): string =>
    read(name).replace('id="page-words">{}<', () => `id="page-words">${words}<`);
  const chat = (side: Side): string =>
    filled('index.html')
      .replace('data-side="buyer"', `data-side="${side}"`)
      .replace('{{side}}', side)
      .replace('/buyer.webmanifest', `/${side}.webmanifest`);
  const buyer = chat('buyer');
  const seller = chat('seller');
  const join = filled('join.html');
  const worker = readWorker();

  app.get('/', (_request, reply) => page(reply, buyer));
  app.get('/worker.js', (_request, reply) => script(reply, worker));
  app.get('/seller', (_request, reply) => page(reply, seller));
  // Link previews and prefetching browsers may come here; nothing is spent until the button posts.
  app.get('/join/:token', (_request, reply) => page(reply, join));
}

/** The service worker, which looks after everything under the root: one script of all its parts. */
const script = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(text);

const page = (reply: FastifyReply, html: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html);

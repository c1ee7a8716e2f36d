import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Noto Sans SC in small files: a browser loads those whose characters it shows, and only where it has no font of its own. */
const FOLDER = dirname(fileURLToPath(import.meta.resolve('@fontsource/noto-sans-sc/package.json')));
const WEIGHTS = [400, 700];

/** Serves the Chinese font under `/fonts/`: `noto.css` says which file holds which characters. */
export async function serveFonts(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, {
    root: `${FOLDER}/files`,
    prefix: '/fonts/files/',
    index: false,
    decorateReply: false,
    maxAge: '365d',
    immutable: true,
  });
  const css = WEIGHTS.map((weight) => slim(readFileSync(`${FOLDER}/${weight}.css`, 'utf8'))).join('\n');
  const packed = gzipSync(css);
  app.get('/fonts/noto.css', (request, reply) => {
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=604800');
    reply.header('vary', 'accept-encoding');
    const takesGzip = String(request.headers['accept-encoding']).includes('gzip');
    return takesGzip ? reply.header('content-encoding', 'gzip').send(packed) : reply.send(css);
  });
}

/** Removes comments and the older font format, which current browsers do not request. */
const slim = (css: string): string =>
  css.replace(/\/\*.*?\*\/\n/g, '').replace(/, url\([^)]*\.woff\) format\('woff'\)/g, '');

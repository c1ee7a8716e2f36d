import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { createPackedText } from './packed.ts';

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
  const packed = createPackedText(css, 'text/css');
  app.get('/fonts/noto.css', (request, reply) =>
    packed.send(request, reply.header('cache-control', 'public, max-age=604800')),
  );
}

/** Removes comments and the older font format, which current browsers do not request. */
const slim = (css: string): string =>
  css.replace(/\/\*.*?\*\/\n/g, '').replace(/, url\([^)]*\.woff\) format\('woff'\)/g, '');

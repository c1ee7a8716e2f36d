import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { bundleScript, bundleStyle } from './bundle.ts';
import { createPackedText } from './packed.ts';

/** The page's own files. */
const FOLDER = fileURLToPath(new URL('../../../../web/', import.meta.url));
/** What pages begin with: each brings all that it imports. */
const ENTRIES = ['chat', 'join'];

const CACHED_FOR_GOOD = 'public, max-age=31536000, immutable';

/** Serves the page's files; answers how a page of ours is read, its links pointing at this very version of them. */
export async function serveFiles(app: FastifyInstance): Promise<(name: string) => string> {
  const assets = `/assets/${contentVersion(FOLDER)}`;
  await app.register(fastifyStatic, {
    root: FOLDER,
    prefix: assets,
    index: false,
    maxAge: '365d',
    immutable: true,
  });
  for (const entry of ENTRIES) {
    serveText(app, `${assets}/app/${entry}.js`, bundleScript(readFrom('app'), entry), 'text/javascript');
    serveText(
      app,
      `${assets}/style/${entry}.css`,
      bundleStyle(readFrom('style'), `${entry}.css`),
      'text/css',
    );
  }
  return (name) => readFileSync(`${FOLDER}${name}`, 'utf8').replaceAll('{{assets}}', assets);
}

const readFrom = (folder: string) => (name: string) => readFileSync(`${FOLDER}${folder}/${name}`, 'utf8');

function serveText(app: FastifyInstance, path: string, text: string, type: string): void {
  const packed = createPackedText(text, type);
  app.get(path, (request, reply) => packed.send(request, reply.header('cache-control', CACHED_FOR_GOOD)));
}

/** The parts of the service worker, one after the other: older browsers know no modules there. */
export const readWorker = (): string =>
  readdirSync(`${FOLDER}worker`)
    .sort()
    .map((name) => readFileSync(`${FOLDER}worker/${name}`, 'utf8'))
    .join('\n');

/** Changes when any file does, so that files may be cached for good. */
function contentVersion(folder: string): string {
  const hash = createHash('sha256');
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`);
  for (const file of files.sort()) hash.update(file.slice(folder.length)).update(readFileSync(file));
  return hash.digest('base64url').slice(0, 12);
}

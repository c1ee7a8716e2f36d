import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The page's own files. */
const FOLDER = fileURLToPath(new URL('../../../../web/', import.meta.url));

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
  const preload = readdirSync(`${FOLDER}app`)
    .filter((name) => name !== 'join.js' && name !== 'types.js')
    .map((name) => `<link rel="modulepreload" href="${assets}/app/${name}" />`)
    .join('');
  return (name) =>
    readFileSync(`${FOLDER}${name}`, 'utf8').replace('{{preload}}', preload).replaceAll('{{assets}}', assets);
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

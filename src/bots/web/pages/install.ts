import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { type Side, sides } from '../../../chat/dsl/event.ts';
import type { WebDeps } from '../deps.ts';

const FOLDER = fileURLToPath(new URL('../../../../web/', import.meta.url));

const icon = (src: string, sizes: string, purpose: 'any' | 'maskable' = 'any') => ({
  ...{ src: `/icons/${src}`, sizes, type: 'image/png', purpose },
});

/** What a phone needs to keep the page on its home screen. */
export async function serveInstall(
  app: FastifyInstance,
  { village, locale }: Pick<WebDeps, 'village' | 'locale'>,
): Promise<void> {
  await app.register(fastifyStatic, {
    root: `${FOLDER}icons`,
    prefix: '/icons/',
    index: false,
    decorateReply: false,
    maxAge: '7d',
  });
  const manifest = async (side: Side) => {
    const name = (await village())?.[locale] ?? 'Walnut';
    const path = side === 'buyer' ? '/' : '/seller';
    return {
      ...{ id: path, start_url: path, scope: '/', display: 'standalone' },
      ...{ name: side === 'buyer' ? name : `${name} · Walnut`, short_name: name, lang: locale },
      ...{ background_color: '#ffffff', theme_color: '#2b7a4b' },
      icons: [
        icon('icon-192.png', '192x192'),
        icon('icon-512.png', '512x512'),
        icon('maskable-512.png', '512x512', 'maskable'),
      ],
    };
  };
  for (const side of sides)
    app.get(`/${side}.webmanifest`, async (_request, reply) =>
      reply
        .type('application/manifest+json; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(await manifest(side)),
    );
}

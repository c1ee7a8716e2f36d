import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { messagesBefore } from '../../../chat/outbound/history/history.ts';
import { readStoredFile } from '../../../chat/store/files.ts';
import { type ChatId, type FileId, idShape } from '../../../db/ids.ts';
import type { WebDeps } from '../deps.ts';
import { slowDown, tooMany } from '../guards/limit.ts';
import { createSlots } from '../guards/slots.ts';
import { sendPackedJson } from '../pages/packed.ts';
import type { Visits } from '../visits/visit.ts';
import { sideShape } from '../wire.ts';
import { createChatFeeds } from './feed.ts';
import { PAGE } from './tail.ts';

/** Scrolling up quickly, or a page that loses its network every second. */
const READS = { burst: 60, perSecond: 5 };
/** Pages open at one address: a whole village may come through one router of its carrier. */
const STREAMS_AT_ADDRESS = 1_000;

const place = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt);
const streamShape = z.object({ chat: idShape<ChatId>(), after: place.optional() });
const fileShape = sideShape.extend({ id: idShape<FileId>() });
const historyShape = z.object({ before: place });

/** What a page has to know of the shop. */
export const showConfig = async (deps: WebDeps) => ({
  village: await deps.village(),
  demo: deps.isDemo,
  voice: deps.hearsVoice,
});

/** Routes that read: the visitor, earlier messages, the event stream. */
export function readingRoutes(app: FastifyInstance, deps: WebDeps, visits: Visits): void {
  const { appContext, listener } = deps;
  const limited = { onRequest: slowDown(READS, visits.caller) };
  const feeds = createChatFeeds(appContext, listener);
  const streams = createSlots(STREAMS_AT_ADDRESS);

  app.get('/api/config', async (_request, reply) => {
    reply.header('cache-control', 'no-cache');
    return showConfig(deps);
  });

  app.get('/api/:side/session', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const { side } = sideShape.parse(request.params);
    const visitor = await visits.enter(request, reply, side);
    if (!visitor) return tooMany(reply, 10_000);
    const { chat, locale, name, person, isNew } = visitor;
    return { chat, locale, name, isNew, isOffice: side === 'seller' && (await deps.isOffice(person)) };
  });

  app.get('/api/:side/stream', limited, async (request, reply) => {
    const { side } = sideShape.parse(request.params);
    const { chat, after } = streamShape.parse(request.query);
    const visitor = await visits.find(request, side);
    if (visitor?.chat !== chat) return reply.code(409).send({ error: 'other-chat' });
    // A browser that reconnects sends its last number in a header; a page that reconnects, in the query.
    const resumed = place.safeParse(request.headers['last-event-id']).data ?? after;
    const leave = streams.take(request.ip);
    if (!leave) return tooMany(reply, 10_000);
    const events = feeds.open(chat, resumed).once('close', leave);
    reply.header('cache-control', 'no-store').header('x-accel-buffering', 'no');
    return reply.type('text/event-stream').send(events);
  });

  app.get('/api/:side/files/:id', limited, async (request, reply) => {
    const { side, id } = fileShape.parse(request.params);
    const visitor = await visits.find(request, side);
    const file = visitor && (await readStoredFile(appContext, id, visitor.person));
    reply.header('cache-control', 'no-store');
    if (!file) return reply.code(404).send({ error: 'not-found' });
    // A page to print is sandboxed: it runs no script and reaches nothing of ours.
    reply.header(
      'content-security-policy',
      "sandbox allow-modals; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    );
    const shown = file.type === 'text/html' ? 'inline' : 'attachment';
    reply.header('content-disposition', `${shown}; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    return reply.type(`${file.type}; charset=utf-8`).send(Buffer.from(file.bytes));
  });

  app.get('/api/:side/history', limited, async (request, reply) => {
    const { side } = sideShape.parse(request.params);
    const { before } = historyShape.parse(request.query);
    const visitor = await visits.find(request, side);
    if (!visitor) return reply.code(401).send({ error: 'no-session' });
    reply.header('cache-control', 'no-store');
    return sendPackedJson(
      request,
      reply,
      await messagesBefore(appContext, visitor.chat, { before, take: PAGE }),
    );
  });
}

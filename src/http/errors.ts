import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { ZodError } from 'zod';

/** What people read when something is not there or went wrong, in both languages: we may not know theirs yet. */
const pages = {
  missing: { zh: '这里没有这个页面。', en: 'There is no such page.' },
  bad: { zh: '这个请求看不懂。', en: 'That request makes no sense to us.' },
  busy: { zh: '请求太多了，请过一会儿再来。', en: 'Too many requests. Please come back in a moment.' },
  away: {
    zh: '数据库暂时连不上，恢复后会自己好，请过一会儿再来。',
    en: 'The database is away. It comes back by itself: please try again in a moment.',
  },
  broken: { zh: '出了故障，请稍后再试。', en: 'Something broke. Please try again in a moment.' },
} as const;

/** Answers what no route answered, and what routes threw: a page to people, a code to programs. */
export function answerErrors(app: FastifyInstance, log: Logger, isAway: (error: unknown) => boolean): void {
  app.setNotFoundHandler((request, reply) => answer(request, reply, 404));
  app.setErrorHandler((error: FastifyError | ZodError, request, reply) => {
    // The outage of the database has lines of its own.
    if (isAway(error)) return answer(request, reply, 503, 'away');
    const status = errorStatus(error);
    if (status >= 500 && status !== 503)
      log.error({ err: error, route: request.routeOptions.url }, 'a request failed');
    return answer(request, reply, status);
  });
}

function errorStatus(error: FastifyError | ZodError): number {
  if (error instanceof ZodError) return 400;
  // The store of pictures does not answer; its own line in the log says so.
  if (error.code === 'blobs-away') return 503;
  const { statusCode = 500 } = error;
  return statusCode >= 400 && statusCode < 600 ? statusCode : 500;
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  page: keyof typeof pages = pageFor(status),
): FastifyReply {
  reply.code(status).header('cache-control', 'no-store');
  const said = pages[page];
  if (!request.headers.accept?.includes('text/html')) return reply.send({ error: said.en });
  return reply.type('text/html; charset=utf-8').send(errorPage(said.zh, said.en));
}

function pageFor(status: number): keyof typeof pages {
  if (status === 404) return 'missing';
  if (status === 429) return 'busy';
  return status < 500 ? 'bad' : 'broken';
}

const errorPage = (zh: string, en: string): string => `<!doctype html>
<html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Walnut</title>
<h1>${zh}</h1><p lang="en">${en}</p><p><a href="/">回到聊天 · Back to the chat</a></p></html>`;

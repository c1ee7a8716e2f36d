import { readFileSync } from 'node:fs';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type Locale, parseLocale } from '../../chat/dsl/event.ts';
import type { I18n } from '../../chat/dsl/i18n.ts';
import { say } from '../../chat/dsl/screen.ts';
import type { Board } from './board.ts';
import { boardPage } from './board-page.ts';
import { adminOnly } from './guard.ts';
import type { Metrics } from './metrics.ts';

export interface AdminParts {
  readonly token: string;
  readonly metrics: Metrics;
  readonly board: Board;
  /** BullMQ's own view of the queues, below /admin/queues. */
  readonly queueBoard: FastifyPluginAsync;
  readonly i18n: Readonly<Record<Locale, I18n>>;
  /** The language of a browser that names neither of ours. */
  readonly locale: Locale;
}

/** A guesser of tokens gets no further than this from one address. */
const REQUESTS = { max: 120, timeWindow: 60_000 };

/** The chat's colours, and the board's tables. */
const style = ['base.css', 'admin.css']
  .map((name) => readFileSync(new URL(`../../../web/style/${name}`, import.meta.url), 'utf8'))
  .join('\n');

/** What an act of the board came to, as it stands in the address. */
const results = ['again', 'drop', 'gone'] as const;
type Result = (typeof results)[number];

/** Metrics and the operator's board, behind the token. */
export const adminPages =
  ({ token, metrics, board, queueBoard, i18n, locale }: AdminParts): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onRoute', (route) => {
      route.config = { ...route.config, rateLimit: REQUESTS };
    });
    app.addHook('onRequest', adminOnly(token));
    app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));
    // The board's buttons post empty forms.
    app.addContentTypeParser('application/x-www-form-urlencoded', (_request, payload, done) => {
      payload.resume().on('end', () => done(null));
    });

    app.get('/metrics', async (_request, reply) =>
      reply.type(metrics.contentType).send(await metrics.render()),
    );
    app.get<{ Querystring: { done?: string } }>('/admin', async (request, reply) => {
      const done = results.find((result) => result === request.query.done);
      const page = boardPage(
        i18n[languageWanted(request, locale)],
        await board.read(),
        done && say(`board-done-${done}`),
      );
      return reply.type('text/html; charset=utf-8').send(page);
    });
    app.get('/admin/board.css', (_request, reply) => reply.type('text/css').send(style));
    const act = (path: string, result: Result, run: (id: string) => Promise<boolean>) =>
      app.post<{ Params: { id: string } }>(path, async ({ params }, reply) =>
        back(reply, (await run(params.id)) ? result : 'gone'),
      );
    act('/admin/parked/:id/again', 'again', board.retryParked);
    act('/admin/parked/:id/drop', 'drop', board.dropParked);
    act('/admin/failed/:id/again', 'again', board.retryFailed);
    await app.register(queueBoard, { prefix: '/admin/queues' });
  };

/** 303: a reload asks for the page, and does not repeat the act. */
const back = (reply: FastifyReply, result: Result): FastifyReply =>
  reply.redirect(`/admin?done=${result}`, 303);

const languageWanted = ({ headers }: FastifyRequest, otherwise: Locale): Locale =>
  parseLocale(headers['accept-language']?.split(',')[0], otherwise);

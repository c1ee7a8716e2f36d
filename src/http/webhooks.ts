import type { FastifyPluginAsync } from 'fastify';
import type { RunningBot } from '../bots/telegram/inbound/reception.ts';

/** Where Telegram posts updates; a bot that is not running here answers as if there were no such place. */
export const telegramWebhooks =
  (bots: Readonly<Partial<Record<'buyer' | 'seller', RunningBot>>>): FastifyPluginAsync =>
  async (app) => {
    // All of Telegram's updates come from a few addresses; the secret is asked for before anything is done.
    const unlimited = { config: { rateLimit: false } } as const;
    app.post<{ Params: { side: string } }>(
      '/telegram/:side',
      unlimited,
      async ({ params, body, headers }, reply) => {
        const bot = params.side === 'buyer' ? bots.buyer : params.side === 'seller' ? bots.seller : undefined;
        if (!bot) return reply.code(404).send();
        const secret = headers['x-telegram-bot-api-secret-token'];
        return reply.code(await bot.webhook(body, typeof secret === 'string' ? secret : undefined)).send();
      },
    );
  };

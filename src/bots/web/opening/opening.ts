import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Side } from '../../../chat/dsl/event.ts';
import { messagesBefore } from '../../../chat/outbound/history/history.ts';
import type { Accept, WebDeps } from '../deps.ts';
import { tooMany } from '../guards/limit.ts';
import { sendPackedJson } from '../pages/packed.ts';
import { showConfig } from '../reading/reading.ts';
import { PAGE } from '../reading/tail.ts';
import type { Entered, Visits } from '../visits/visit.ts';
import { sideShape } from '../wire.ts';
import { waitForTurn } from './wait-for-turn.ts';

/** What may stand behind `?start=`: a product, a household, a stream, a family's code. An invite is never spent by a link. */
const startPayload = z.string().regex(/^[pstva]_[\w-]{1,62}$/);
const openingShape = z.object({ start: startPayload.catch('') });

/**
 * All that a page begins with, in one answer: who sits there, where they are, and what was said. Somebody new is greeted here:
 * a phone on a slow line that had to ask for it would wait for two more answers.
 */
export function openingRoute(app: FastifyInstance, deps: WebDeps, visits: Visits, accept: Accept): void {
  const { appContext, listener } = deps;

  async function greet(side: Side, visitor: Entered, start: string): Promise<void> {
    // The chat's own id as the key: a page that greets too, because it was not answered, makes no second greeting.
    const answered = waitForTurn(listener, visitor.chat, visitor.chat);
    await accept(side, visitor, visitor.chat, { is: 'command', name: 'start', rest: start });
    await answered;
  }

  app.get('/api/:side/opening', async (request, reply) => {
    const { side } = sideShape.parse(request.params);
    const { start } = openingShape.parse(request.query);
    const visitor = await visits.enter(request, reply, side);
    if (!visitor) return tooMany(reply, 10_000);
    if (visitor.isNew) await greet(side, visitor, start);
    const { chat, locale, name, person, isNew } = visitor;
    const isOffice = side === 'seller' && (await deps.isOffice(person));
    const [config, messages] = await Promise.all([
      showConfig(deps),
      messagesBefore(appContext, chat, { take: PAGE }),
    ]);
    return sendPackedJson(request, reply.header('cache-control', 'no-store'), {
      session: { chat, locale, name, isNew, isOffice },
      config,
      messages,
    });
  });
}

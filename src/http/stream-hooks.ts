import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type HookAnswer, type HookEvent, isHookToken } from '../shop/streams/hooks.ts';
import { parseHookRequest } from './stream-hook-requests.ts';

/** Everything that streaming programs send is small. */
const BODY_BYTES = 16_000;
/** The same event with the same token again within this time gets the first one's answer. */
const SAME_MS = 1_000;
/** Remembered answers at most: beyond it the oldest go. */
const MOST_REMEMBERED = 1_000;
/** Tokens that are none, from one address in a minute: nobody types them that often. */
const MOST_UNKNOWN = 30;
const MINUTE_MS = 60_000;

export interface StreamHookDeps {
  receive(token: string, event: HookEvent): Promise<HookAnswer>;
}

/**
 * Where streaming programs say that a seller is live: `POST /hooks/stream/<token>` with the program's own request. A
 * program whose request we do not count (too often, not a start) is never told to cut the picture.
 */
export const streamHookRoutes =
  ({ receive }: StreamHookDeps): FastifyPluginAsync =>
  async (app) => {
    const answers = createAnswers(receive);
    const guard = createGuard();
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: BODY_BYTES },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    app.post<{ Params: { token: string } }>(
      '/hooks/stream/:token',
      { bodyLimit: BODY_BYTES, config: { rateLimit: false } },
      async (request, reply) => {
        const { token } = request.params;
        if (!isHookToken(token) || !guard.mayTry(request.ip)) return reply.code(404).send();
        const parsed = parseHookRequest(request.body, request.query);
        if (!parsed) return reply.code(400).send(MALFORMED);
        // What a program says beside starts and stops is heard, and changes nothing.
        if (!parsed.event) return reply.send({ code: 0 });
        const answer = await answers.to(token, parsed.event);
        if (answer === 'unknown') guard.failed(request.ip);
        return send(reply, answer, parsed.cutsOnError);
      },
    );
  };

const MALFORMED = { error: 'neither SRS, nginx-rtmp, OBS nor {"event":"start"}: see docs/stream-hooks.md' };

function send(reply: FastifyReply, answer: HookAnswer, cutsOnError: boolean): FastifyReply {
  if (answer === 'unknown') return reply.code(404).send();
  const isIgnored = answer === 'too-many';
  if (isIgnored && !cutsOnError)
    return reply.code(429).header('retry-after', '3600').send({ ignored: answer });
  return reply.send({ code: 0, ...(isIgnored ? { ignored: answer } : { stream: answer }) });
}

/** A burst of the same event is one: all of it gets the answer of the first. */
function createAnswers(receive: StreamHookDeps['receive']) {
  const remembered = new Map<string, { readonly at: number; readonly answer: Promise<HookAnswer> }>();

  const forgetOldest = (): void => {
    const [oldest] = remembered.keys();
    if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  };

  return {
    to(token: string, event: HookEvent): Promise<HookAnswer> {
      const key = `${token} ${JSON.stringify(event)}`;
      const earlier = remembered.get(key);
      if (earlier && performance.now() - earlier.at < SAME_MS) return earlier.answer;
      const answer = receive(token, event);
      remembered.delete(key);
      remembered.set(key, { at: performance.now(), answer });
      // A fault is not an answer: the program tries again.
      answer.catch(() => remembered.delete(key));
      forgetOldest();
      return answer;
    },
  };
}

/** Who guesses tokens is not answered from the database for a minute. */
function createGuard() {
  const failures = new Map<FastifyRequest['ip'], { count: number; since: number }>();

  const current = (ip: string) => {
    const known = failures.get(ip);
    return known && performance.now() - known.since < MINUTE_MS ? known : undefined;
  };

  return {
    mayTry: (ip: string): boolean => (current(ip)?.count ?? 0) < MOST_UNKNOWN,
    failed(ip: string): void {
      const known = current(ip) ?? { count: 0, since: performance.now() };
      failures.delete(ip);
      failures.set(ip, { ...known, count: known.count + 1 });
      const [oldest] = failures.keys();
      if (failures.size > MOST_REMEMBERED && oldest !== undefined) failures.delete(oldest);
    },
  };
}

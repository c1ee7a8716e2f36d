import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ApiError, refusals } from './failure.ts';
import type { Refusal } from './interface.ts';
import { perform } from './perform.ts';
import { paramsOf } from './request.ts';
import type { World } from './world.ts';

export interface Listening {
  readonly root: string;
  stop(): Promise<void>;
}

/** Puts a world behind HTTP, as Telegram does: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export async function listen(world: World): Promise<Listening> {
  const server = createServer((request, response) => {
    handle(world, request, response).catch((error) => refuse(response, error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    root: `http://127.0.0.1:${port}`,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** What looks like no token is to Telegram a page that it does not have: 404, not 401. */
const TOKEN = /^[1-9]\d*:[\w-]+$/;

async function handle(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, file, token = '', rest = ''] =
    /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(decodeURIComponent(pathname)) ?? [];
  const account = world.accounts.get(token);
  if (!account) throw new ApiError(TOKEN.test(token) ? refusals.unauthorized : refusals.noMethod);
  if (file) return sendFile(response, account.paths.get(rest)?.bytes);
  const params = await paramsOf(request, searchParams);
  const outcome = await perform(account, rest, params, hungUp(response));
  if (outcome === 'drop') return void request.socket.destroy();
  if (outcome.ok) return answer(response, 200, { ok: true, result: outcome.result });
  const { error_code, description, parameters } = outcome;
  answer(response, error_code, { ok: false, error_code, description, ...(parameters && { parameters }) });
}

/** Aborts when the bot no longer waits for the answer. */
function hungUp(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

function sendFile(response: ServerResponse, bytes: Uint8Array | undefined): void {
  if (!bytes) throw new ApiError(refusals.noMethod);
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.byteLength });
  response.end(bytes);
}

function refuse(response: ServerResponse, error: unknown): void {
  if (response.destroyed || response.headersSent) return;
  const refusal: Refusal =
    error instanceof ApiError ? error.refusal : { error_code: 400, description: `Bad Request: ${error}` };
  answer(response, refusal.error_code, { ok: false, ...refusal });
}

function answer(response: ServerResponse, status: number, body: object): void {
  if (!response.destroyed)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

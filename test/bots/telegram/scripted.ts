import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';

/** What Telegram, or what stands before it, does with a call. `drop` closes the line without a word. */
export type Played = { result: unknown } | { status: number; body: string } | 'drop';

export interface Call {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface Scripted extends AsyncDisposable {
  readonly root: string;
  readonly calls: readonly Call[];
}

/** A Bot API that does as the test says: for what the loopback Telegram, which behaves, never does. */
export async function scripted(play: (call: Call) => Played | Promise<Played>): Promise<Scripted> {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    const call = { method: request.url?.split('/').at(-1) ?? '', payload: await payloadOf(request) };
    calls.push(call);
    const played = await play(call);
    if (played === 'drop') return void request.socket.destroy();
    const { status, body } =
      'result' in played ? { status: 200, body: JSON.stringify({ ok: true, ...played }) } : played;
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    root: `http://127.0.0.1:${port}`,
    calls,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function payloadOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  return request.headers['content-type']?.includes('json') ? JSON.parse(body) : {};
}

/** As Telegram words a refusal. */
export const refusal = (error_code: number, description: string, parameters: object = {}): Played => ({
  status: error_code,
  body: JSON.stringify({ ok: false, error_code, description, parameters }),
});

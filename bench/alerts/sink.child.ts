// A Bot API that takes every message after SEND_MS, in a process of its own. GET /times lists what came since the last
// such call: when (ms since 1970), and in which chat. Telegram is another machine: this one does no more than it must.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

const SEND_MS = Number(process.env.SEND_MS ?? 15);

let came: [at: number, chat: string][] = [];
let messages = 0;

const server = createServer((request, response) => {
  const at = Date.now();
  if (request.url === '/times') return tellTimes(response);
  const parts: Buffer[] = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => take(request, response, at, Buffer.concat(parts).toString()));
});

function tellTimes(response: ServerResponse): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(came));
  came = [];
}

function take({ url }: IncomingMessage, response: ServerResponse, at: number, body: string): void {
  const { chat_id } = JSON.parse(body) as { readonly chat_id?: string };
  if (chat_id === undefined) throw new Error(`no chat in ${url?.split('/').at(-1)}`);
  came.push([at, String(chat_id)]);
  messages += 1;
  const chat = { id: Number(chat_id), type: 'private' };
  const result = { message_id: messages, date: Math.floor(at / 1_000), chat };
  setTimeout(answer, SEND_MS, response, JSON.stringify({ ok: true, result }));
}

function answer(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}\n`);
});

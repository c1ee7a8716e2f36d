// A Bot API that takes every message after SEND_MS, in a process of its own. GET /times lists what came since the last
// such call: when (ms since 1970), and in which chat.
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

const SEND_MS = Number(process.env.SEND_MS ?? 15);
const sent = z.object({ chat_id: z.union([z.string(), z.number()]) });

let came: [at: number, chat: string][] = [];
let messages = 0;

const server = createServer(async (request, response) => {
  const at = Date.now();
  response.setHeader('content-type', 'application/json');
  if (request.url === '/times') {
    response.end(JSON.stringify(came));
    came = [];
    return;
  }
  let body = '';
  for await (const part of request) body += part;
  const chat = String(sent.parse(JSON.parse(body)).chat_id);
  came.push([at, chat]);
  messages += 1;
  const result = {
    message_id: messages,
    date: Math.floor(at / 1_000),
    chat: { id: Number(chat), type: 'private' },
  };
  await pause(SEND_MS);
  response.end(JSON.stringify({ ok: true, result }));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}\n`);
});

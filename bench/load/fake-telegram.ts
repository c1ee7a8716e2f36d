import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Target } from './plan.ts';

/** A message that a bot has sent, as a phone would get it. */
export interface Arrived {
  readonly chat: number;
  readonly message: number;
  readonly text: string;
  /** The actions of its buttons. */
  readonly actions: readonly string[];
}

/** As much of the Bot API as a bot needs to answer people, and as little work as it can be. */
export interface FakeTelegram {
  readonly root: string;
  webhook(token: string): Target | undefined;
  stop(): void;
}

export async function startFakeTelegram(onMessage: (arrived: Arrived) => void): Promise<FakeTelegram> {
  const webhooks = new Map<string, Target>();
  let messages = 0;
  const server: Server = createServer(async (request, response) => {
    const [, bot = '', method = ''] = (request.url ?? '').split('/');
    const params = await readBody(request);
    const result = (): unknown => {
      const chat = Number(params.chat_id);
      switch (method) {
        case 'getMe':
          return { id: 1, is_bot: true, first_name: 'bench', username: `bench_bot` };
        case 'setWebhook':
          webhooks.set(bot.slice(3), { url: String(params.url), secret: String(params.secret_token) });
          return true;
        case 'sendMessage': {
          messages += 1;
          onMessage({ chat, message: messages, text: String(params.text), actions: actionsFrom(params) });
          return { message_id: messages, date: 0, chat: { id: chat, type: 'private' }, text: '' };
        }
        case 'editMessageText': {
          const message = Number(params.message_id);
          onMessage({ chat, message, text: String(params.text), actions: actionsFrom(params) });
          return { message_id: message, date: 0, chat: { id: chat, type: 'private' }, text: '' };
        }
        default:
          return true;
      }
    };
    const body = JSON.stringify({ ok: true, result: result() });
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    root: `http://127.0.0.1:${port}`,
    webhook: (token) => webhooks.get(token),
    stop: () => server.close(),
  };
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
}

interface Keyboard {
  readonly inline_keyboard?: readonly (readonly { readonly callback_data?: string }[])[];
}

function actionsFrom({ reply_markup }: Record<string, unknown>): string[] {
  const markup = (typeof reply_markup === 'string' ? JSON.parse(reply_markup) : reply_markup) as
    | Keyboard
    | undefined;
  return (markup?.inline_keyboard ?? []).flat().flatMap((button) => button.callback_data ?? []);
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { fail, pause, send, stream, whole, wordsOf } from './llm-wire.ts';
import { paramsOf, type Upload } from './telegram/request.ts';

/** What a model says to one request. */
export type LlmAnswer = (
  | { readonly text: string }
  /** Said as JSON, as a structured answer is. */
  | { readonly json: unknown }
  | { readonly refusal: string }
  /** Broken off at the limit of tokens. */
  | { readonly truncated: string }
  /** A stream that ends in the middle, without saying so. */
  | { readonly broken: string }
  /** An error of the server; `retryAfter` in seconds. */
  | { readonly status: number; readonly message?: string; readonly retryAfter?: number }
  /** The line breaks without an answer. */
  | { readonly drop: true }
) & { readonly delayMs?: number };

/** One request to the model, as far as tests ask about it. */
export interface LlmRequest {
  readonly model: string;
  /** All messages' words, one after the other. */
  readonly prompt: string;
  /** The JSON schema that the answer has to fit, if one was given. */
  readonly schema?: unknown;
  readonly isStream: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface LlmOptions {
  /** Answers each request; a list is answered from front to back, and its last answer again and again. */
  readonly answers?: readonly LlmAnswer[] | ((request: LlmRequest) => LlmAnswer | Promise<LlmAnswer>);
  /** What is heard in a recording. */
  readonly hears?: (recording: Upload) => LlmAnswer | Promise<LlmAnswer>;
  /** Other keys are refused with 401. Default: any key does. */
  readonly apiKey?: string;
}

/** A server on 127.0.0.1 that speaks OpenAI's API as far as we use it, and says what a test wants it to say. */
export interface Llm extends AsyncDisposable {
  /** What the `openai` package takes as `baseURL`. */
  readonly baseURL: string;
  readonly requests: readonly LlmRequest[];
  readonly recordings: readonly Upload[];
  stop(): Promise<void>;
}

const chat = z.looseObject({
  model: z.string(),
  messages: z.array(z.looseObject({ content: z.unknown() })),
  stream: z.boolean().default(false),
  response_format: z
    .looseObject({ json_schema: z.looseObject({ schema: z.unknown() }).optional() })
    .optional(),
});

export async function startLlm(options: LlmOptions = {}): Promise<Llm> {
  const requests: LlmRequest[] = [];
  const recordings: Upload[] = [];
  const stopping = new AbortController();

  const answerTo = async (request: LlmRequest): Promise<LlmAnswer> => {
    requests.push(request);
    const { answers = [{ text: 'OK' }] } = options;
    if (typeof answers === 'function') return answers(request);
    return answers[requests.length - 1] ?? answers.at(-1) ?? { text: '' };
  };

  const complete = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { fields } = await paramsOf(incoming, new URLSearchParams());
    const parsed = chat.safeParse(fields);
    if (!parsed.success) return fail(response, { status: 400, message: parsed.error.message });
    const request = requestOf(fields, parsed.data);
    const answer = await answerTo(request);
    await reply(response, answer, () =>
      request.isStream ? stream(response, request.model, answer) : whole(response, request.model, answer),
    );
  };

  const transcribe = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { uploads } = await paramsOf(incoming, new URLSearchParams());
    const recording = uploads.get('file');
    if (!recording) return fail(response, { status: 400, message: 'file is missing' });
    recordings.push(recording);
    const answer = (await options.hears?.(recording)) ?? { text: '' };
    await reply(response, answer, () => send(response, 200, { text: wordsOf(answer) }));
  };

  const reply = async (response: ServerResponse, answer: LlmAnswer, say: () => void): Promise<void> => {
    if (answer.delayMs) await pause(answer.delayMs, stopping.signal);
    if ('drop' in answer) return void response.socket?.destroy();
    return 'status' in answer ? fail(response, answer) : say();
  };

  const route = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { apiKey } = options;
    if (apiKey !== undefined && incoming.headers.authorization !== `Bearer ${apiKey}`) {
      return fail(response, { status: 401, message: 'Incorrect API key provided' });
    }
    switch (`${incoming.method} ${incoming.url}`) {
      case 'GET /v1/models':
        return send(response, 200, {
          object: 'list',
          data: [{ id: 'loopback', object: 'model', created: 0, owned_by: 'us' }],
        });
      case 'POST /v1/chat/completions':
        return complete(incoming, response);
      case 'POST /v1/audio/transcriptions':
        return transcribe(incoming, response);
      default:
        return fail(response, { status: 404, message: `There is no ${incoming.url}` });
    }
  };

  const server = createServer((incoming, response) => {
    route(incoming, response).catch((error) => fail(response, { status: 500, message: String(error) }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();

  const stop = async (): Promise<void> => {
    stopping.abort();
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return {
    baseURL: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/v1`,
    requests,
    recordings,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

function requestOf(
  body: LlmRequest['body'],
  { model, messages, stream, response_format }: z.infer<typeof chat>,
): LlmRequest {
  const prompt = messages.map(({ content }) =>
    typeof content === 'string' ? content : JSON.stringify(content),
  );
  const schema = response_format?.json_schema?.schema;
  return {
    ...{ model, body, isStream: stream, prompt: prompt.join('\n') },
    ...(schema !== undefined && { schema }),
  };
}

import type { ServerResponse } from 'node:http';
import type { LlmAnswer } from './llm.ts';

export function wordsOf(answer: LlmAnswer): string {
  if ('text' in answer) return answer.text;
  if ('truncated' in answer) return answer.truncated;
  if ('broken' in answer) return answer.broken;
  return 'json' in answer ? JSON.stringify(answer.json) : '';
}

const finishOf = (answer: LlmAnswer): string => ('truncated' in answer ? 'length' : 'stop');
const refusalOf = (answer: LlmAnswer): string | null => ('refusal' in answer ? answer.refusal : null);

const envelope = (model: string, object: string) => ({ id: 'chatcmpl-loopback', object, created: 0, model });

const USAGE = { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 };

/** A chat completion in one piece. */
export function whole(response: ServerResponse, model: string, answer: LlmAnswer): void {
  const refusal = refusalOf(answer);
  const message = { role: 'assistant', content: refusal === null ? wordsOf(answer) : null, refusal };
  send(response, 200, {
    ...envelope(model, 'chat.completion'),
    choices: [{ index: 0, message, logprobs: null, finish_reason: finishOf(answer) }],
    usage: USAGE,
  });
}

/** How much of an answer comes in one piece of a stream. */
const PIECE = 8;

/** A chat completion as server-sent events. */
export function stream(response: ServerResponse, model: string, answer: LlmAnswer): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const say = (delta: object, finish_reason: string | null = null): void => {
    const chunk = {
      ...envelope(model, 'chat.completion.chunk'),
      choices: [{ index: 0, delta, finish_reason }],
    };
    response.write(`data: ${JSON.stringify(chunk)}\n\n`);
  };
  say({ role: 'assistant' });
  const refusal = refusalOf(answer);
  if (refusal !== null) say({ refusal });
  const signs = [...wordsOf(answer)];
  for (let at = 0; at < signs.length; at += PIECE) say({ content: signs.slice(at, at + PIECE).join('') });
  if ('broken' in answer) return void response.end();
  say({}, finishOf(answer));
  response.write(
    `data: ${JSON.stringify({ ...envelope(model, 'chat.completion.chunk'), choices: [], usage: USAGE })}\n\n`,
  );
  response.end('data: [DONE]\n\n');
}

/** An error as OpenAI's servers word it. */
export function fail(
  response: ServerResponse,
  { status, message = 'out of order', retryAfter }: Extract<LlmAnswer, { status: number }>,
): void {
  if (response.headersSent || response.destroyed) return;
  if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
  send(response, status, { error: { message, type: 'loopback', param: null, code: null } });
}

export function send(response: ServerResponse, status: number, body: object): void {
  if (!response.destroyed)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

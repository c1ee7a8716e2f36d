import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { ModelFault } from './model-fault.ts';
import type { Request, RequestBody, Said } from './request.ts';
import { askStreamed } from './streamed.ts';

/** Ways to request JSON from a server, the strictest first; every server supports `text`. */
export const answerModes = ['json_schema', 'json_object', 'text'] as const;
export type AnswerMode = (typeof answerModes)[number];

/** A way of asking that a server may not know; the ways are tried one after the other. */
interface Way {
  readonly mode: AnswerMode;
  readonly isStreamed: boolean;
}

/** HTTP status codes of servers that do not support a response format, streams, or pictures. */
const UNKNOWN_FORMAT = [400, 415, 422, 501];

/** Whether the server said that it does not support the form of what was asked. */
export const isUnknownForm = (error: unknown): boolean =>
  error instanceof OpenAI.APIError && UNKNOWN_FORMAT.includes(error.status ?? 0);

/** Asks in the strictest mode that the server supports, beginning with `from`. Throws what the client throws. */
export async function askInJson(request: Request, from: AnswerMode): Promise<Said & { mode: AnswerMode }> {
  const modes = answerModes.slice(answerModes.indexOf(from));
  const streamed = request.onText ? modes.map((mode): Way => ({ mode, isStreamed: true })) : [];
  const ways = [...streamed, ...modes.map((mode): Way => ({ mode, isStreamed: false }))];
  for (const way of ways) {
    try {
      const said = await (way.isStreamed ? askStreamed : askWhole)(request, bodyOf(request, way.mode));
      // A server that knows no streams answers with nothing that could be read as one.
      if (said) return { ...said, mode: way.mode };
    } catch (error) {
      if (!isUnknownForm(error) || way === ways.at(-1)) throw error;
    }
  }
  throw new ModelFault('nonsense', 'the model server takes no way of asking');
}

const bodyOf = ({ model, messages, shape }: Request, mode: AnswerMode): RequestBody => ({
  model,
  messages,
  ...(mode === 'json_schema' && { response_format: zodResponseFormat(shape.schema, shape.name) }),
  ...(mode === 'json_object' && { response_format: { type: 'json_object' as const } }),
});

async function askWhole({ client, signal }: Request, body: RequestBody): Promise<Said> {
  const { choices, usage } = await client.chat.completions.create(body, { signal });
  const [choice] = choices;
  return {
    text: choice?.message.content ?? '',
    isRefusal: Boolean(choice?.message.refusal) || choice?.finish_reason === 'content_filter',
    isCut: choice?.finish_reason === 'length',
    tokensIn: usage?.prompt_tokens ?? 0,
    tokensOut: usage?.completion_tokens ?? 0,
  };
}

import { readFileSync } from 'node:fs';
import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { askedShape } from './answer.ts';
import { ModelFault } from './model-fault.ts';

/** Caches and logs name it, so that each text can be traced to its prompt. */
export const PROMPT_VERSION = 'draft-2';
const TASK = readFileSync(new URL(`prompts/${PROMPT_VERSION}.txt`, import.meta.url), 'utf8');

/** The task, and the facts with their numbers. */
export const messagesFor = (facts: readonly string[]) => [
  { role: 'system' as const, content: TASK },
  { role: 'user' as const, content: facts.map((fact, i) => `${i + 1}. ${fact}`).join('\n') },
];

/** Ways to request JSON from a server, the strictest first; every server supports `text`. */
export const answerModes = ['json_schema', 'json_object', 'text'] as const;
export type AnswerMode = (typeof answerModes)[number];

/** A model's answer, and the mode in which it was given. */
export interface Said {
  readonly text: string;
  readonly isRefusal: boolean;
  readonly mode: AnswerMode;
}

/** HTTP status codes of servers that do not support a response format. */
const UNKNOWN_FORMAT = [400, 415, 422, 501];

/** Asks in the strictest mode that the server supports, beginning with `from`. Throws what the client throws. */
export async function askInJson(
  client: OpenAI,
  model: string,
  facts: readonly string[],
  from: AnswerMode,
  signal: AbortSignal,
): Promise<Said> {
  for (const mode of answerModes.slice(answerModes.indexOf(from))) {
    try {
      return await askOnce(client, model, facts, mode, signal);
    } catch (error) {
      const isFormat = error instanceof OpenAI.APIError && UNKNOWN_FORMAT.includes(error.status ?? 0);
      if (!isFormat || mode === 'text') throw error;
    }
  }
  throw new ModelFault('nonsense', 'the model server takes no way of asking');
}

async function askOnce(
  client: OpenAI,
  model: string,
  facts: readonly string[],
  mode: AnswerMode,
  signal: AbortSignal,
): Promise<Said> {
  const { choices } = await client.chat.completions.create(
    {
      model,
      messages: messagesFor(facts),
      ...(mode === 'json_schema' && { response_format: zodResponseFormat(askedShape, 'product_texts') }),
      ...(mode === 'json_object' && { response_format: { type: 'json_object' as const } }),
    },
    { signal },
  );
  const [choice] = choices;
  if (choice?.finish_reason === 'length') throw new ModelFault('nonsense', 'the model’s answer was cut off');
  const isRefusal = Boolean(choice?.message.refusal) || choice?.finish_reason === 'content_filter';
  return { text: choice?.message.content ?? '', isRefusal, mode };
}

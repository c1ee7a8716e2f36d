import { readFileSync } from 'node:fs';
import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { askedShape } from './answer.ts';
import { ModelFault } from './model-fault.ts';

/** Goes into caches and logs: a text is known by the prompt that asked for it. */
export const PROMPT_VERSION = 'draft-2';
const TASK = readFileSync(new URL(`prompts/${PROMPT_VERSION}.txt`, import.meta.url), 'utf8');

/** The task, and the facts with their numbers. */
export const messagesFor = (facts: readonly string[]) => [
  { role: 'system' as const, content: TASK },
  { role: 'user' as const, content: facts.map((fact, i) => `${i + 1}. ${fact}`).join('\n') },
];

/** How a server can be made to answer in JSON, the strictest first; `text` needs nothing of it. */
export const answerModes = ['json_schema', 'json_object', 'text'] as const;
export type AnswerMode = (typeof answerModes)[number];

/** What a model said, and what it was asked in the end. */
export interface Said {
  readonly text: string;
  readonly isRefusal: boolean;
  readonly mode: AnswerMode;
}

/** Codes with which servers answer to a format that they do not know. */
const UNKNOWN_FORMAT = [400, 415, 422, 501];

/** Asks in the strictest way that the server knows, beginning with `from`. Throws what the client throws. */
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

import type OpenAI from 'openai';
import type { ZodType } from 'zod';
import type { DraftOrder } from '../drafts/order.ts';

/** What a model is asked about a product: numbered facts, and how the text is to differ from others. */
export interface Question {
  readonly facts: readonly string[];
  readonly wants: readonly string[];
}

/** A model's answer, the mode in which it was given, and what it took. */
export interface Said {
  readonly text: string;
  readonly isRefusal: boolean;
  readonly isCut: boolean;
  readonly tokensIn: number;
  readonly tokensOut: number;
}

/** The JSON that is asked for: servers that know schemas are given it. */
export interface AnswerShape {
  readonly name: string;
  readonly schema: ZodType;
}

/** What a request is made with. */
export interface Request {
  readonly client: OpenAI;
  readonly model: string;
  readonly messages: OpenAI.ChatCompletionMessageParam[];
  readonly shape: AnswerShape;
  readonly signal: AbortSignal;
  /** Called with all text so far; without it nothing is streamed. */
  readonly onText?: DraftOrder['onText'];
}

export type RequestBody = Omit<OpenAI.ChatCompletionCreateParamsNonStreaming, 'stream'>;

import type OpenAI from 'openai';
import type { DraftOrder } from '../drafts/order.ts';

/** What a model is asked: numbered facts, and how the text is to differ from others. */
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

/** What a request is made with. */
export interface Request {
  readonly client: OpenAI;
  readonly model: string;
  readonly question: Question;
  readonly signal: AbortSignal;
  /** Called with all text so far; without it nothing is streamed. */
  readonly onText?: DraftOrder['onText'];
}

export type RequestBody = Omit<OpenAI.ChatCompletionCreateParamsNonStreaming, 'stream'>;

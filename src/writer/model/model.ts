import OpenAI, { toFile } from 'openai';
import { fen } from '../../shop/values/money.ts';
import { baseQuantity } from '../../shop/values/quantity.ts';
import { type DraftOrder, FIRST_ORDER, wantsFor } from '../drafts/order.ts';
import { promptFacts } from '../facts/fact-list.ts';
import type { Draft, Facts, ModelUse } from '../facts/facts.ts';
import { parseDrafts } from './answer.ts';
import { type AnswerMode, answerModes, askInJson } from './asking.ts';
import { createBreaker } from './breaker.ts';
import { toClientFault } from './client-fault.ts';
import { ModelFault } from './model-fault.ts';
import type { Said } from './request.ts';
import { translateBy } from './translating.ts';

const OPENAI = 'https://api.openai.com/v1';

export interface ModelOptions {
  readonly apiKey: string;
  readonly baseURL?: string | undefined;
  readonly model: string;
  /** The model that transcribes; without it, recordings are not understood. */
  readonly transcribeModel?: string | undefined;
  /** Yuan for a million tokens; without them, texts cost nothing. */
  readonly prices?: TokenPrices | undefined;
  /** The limit of one request; there are at most two. */
  readonly timeoutMs?: number;
  /** The limit of all requests for one draft. */
  readonly totalMs?: number;
  /** Milliseconds; tests bring their own. */
  readonly now?: () => number;
}

export interface TokenPrices {
  readonly in: number;
  readonly out: number;
}

/** A model's drafts, its refusal, or an answer that cannot be used; each costs. */
export type Answer = { readonly use: ModelUse } & (
  | { readonly is: 'written'; readonly drafts: readonly Draft[] }
  | { readonly is: 'refused' }
  | { readonly is: 'unusable'; readonly fault: ModelFault }
);

/** A model on any server with OpenAI's chat completions. Its methods throw ModelFault. */
export interface Model {
  draft(facts: Facts, order: DraftOrder): Promise<Answer>;
  /** A message in another language; undefined where it has contacts in it, or names and numbers did not survive. */
  translate(text: string, to: 'zh' | 'en', names: readonly string[]): Promise<string | undefined>;
  /** The text of a recording, in its own language; undefined where no model for it is set. */
  transcribe(recording: Uint8Array): Promise<string | undefined>;
  /** Makes the call of a draft for an invented product; returns the mode in which the server answered. */
  check(): Promise<AnswerMode>;
}

export function createModel(options: ModelOptions): Model {
  const { model, timeoutMs = 15_000, totalMs = 25_000, now = Date.now } = options;
  const client = clientOf(options, timeoutMs);
  const breaker = createBreaker(now);
  let mode: AnswerMode = answerModes[0];

  const useOf = ({ tokensIn, tokensOut }: Said): ModelUse => ({
    ...{ model, tokensIn, tokensOut },
    costMicros: Math.round(tokensIn * (options.prices?.in ?? 0) + tokensOut * (options.prices?.out ?? 0)),
  });

  const ask = async (facts: Facts, order: DraftOrder): Promise<Answer> => {
    const limits = [AbortSignal.timeout(totalMs), ...(order.signal ? [order.signal] : [])];
    const question = { facts: promptFacts(facts), wants: wantsFor(order) };
    const { onText } = order;
    const said = await askInJson({ client, model, question, signal: AbortSignal.any(limits), onText }, mode);
    mode = said.mode;
    const use = useOf(said);
    if (said.isRefusal) return { is: 'refused', use };
    const drafts = said.isCut ? [] : parseDrafts(said.text);
    if (drafts.length > 0) return { is: 'written', drafts, use };
    return { is: 'unusable', use, fault: new ModelFault('nonsense', said.isCut ? CUT : NOT_ASKED_FOR) };
  };

  return {
    draft: async (facts, order) => {
      if (!breaker.isClosed())
        throw new ModelFault('resting', 'the model server failed three times and is left alone');
      try {
        const answer = await ask(facts, order);
        if (answer.is === 'unusable') breaker.failed();
        else breaker.worked();
        return answer;
      } catch (error) {
        if (!order.signal?.aborted) breaker.failed();
        throw toClientFault(error);
      }
    },
    translate: async (text, to, names) => {
      if (!breaker.isClosed()) return undefined;
      const signal = AbortSignal.timeout(totalMs);
      return translateBy(client, model, text, to, names, signal).catch(rethrow);
    },
    transcribe: (recording) => transcribe(client, options.transcribeModel, recording, totalMs).catch(rethrow),
    check: async () => {
      const answer = await ask(sample, FIRST_ORDER).catch(rethrow);
      if (answer.is === 'unusable') throw answer.fault;
      if (answer.is === 'refused') throw new ModelFault('nonsense', 'the model will not write about walnuts');
      return mode;
    },
  };
}

const CUT = 'the model’s answer was cut off';
const NOT_ASKED_FOR = 'the model’s answer is not what was asked for';

/** The invented product of a check. */
const sample: Facts = {
  title: '核桃',
  titleEn: 'Walnuts',
  category: 'nuts',
  year: 2026,
  measure: 'MASS',
  price: { fen: fen(1_500), per: baseQuantity(500) },
  packs: [baseQuantity(2_500)],
  harvestedOn: '2026-09-20',
  seller: '',
  village: { name: '岭头村', nameEn: 'Lingtou', county: '汾阳市', province: '山西省' },
  words: '壳薄，房顶上晒干的。',
};

/** Sets every option: the client takes missing ones from the environment. It retries with jitter itself. */
const clientOf = ({ apiKey, baseURL = OPENAI }: ModelOptions, timeout: number): OpenAI =>
  new OpenAI({
    ...{ apiKey, baseURL, timeout, maxRetries: 1 },
    ...{ organization: null, project: null, adminAPIKey: null, webhookSecret: null, logLevel: 'off' },
  });

const rethrow = (error: unknown): never => {
  throw toClientFault(error);
};

/** Transcripts are cut at the length of a chat message. */
const TRANSCRIPT_CHARS = 1_000;

async function transcribe(
  client: OpenAI,
  model: string | undefined,
  recording: Uint8Array,
  totalMs: number,
): Promise<string | undefined> {
  if (!model) return undefined;
  // Telegram's voice notes are Opus in Ogg; servers read the format from the file name.
  const file = await toFile(recording, 'voice.ogg', { type: 'audio/ogg' });
  const { text } = await client.audio.transcriptions.create(
    { file, model },
    { signal: AbortSignal.timeout(totalMs) },
  );
  return text
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, TRANSCRIPT_CHARS);
}

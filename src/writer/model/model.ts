import OpenAI, { toFile } from 'openai';
import { promptFacts } from '../facts/fact-list.ts';
import type { Draft, Facts } from '../facts/facts.ts';
import { parseDrafts } from './answer.ts';
import { type AnswerMode, answerModes, askInJson } from './asking.ts';
import { createBreaker } from './breaker.ts';
import { ModelFault, toModelFault } from './model-fault.ts';

const OPENAI = 'https://api.openai.com/v1';

export interface ModelOptions {
  readonly apiKey: string;
  readonly baseURL?: string | undefined;
  readonly model: string;
  /** Writes down speech; without it voices are not understood. */
  readonly transcribeModel?: string | undefined;
  /** One request may take so long; there are at most two. */
  readonly timeoutMs?: number;
  /** All requests for one draft together. */
  readonly totalMs?: number;
  /** Milliseconds; tests bring their own. */
  readonly now?: () => number;
}

/** What a model made of the facts; it may also decline. */
export type Answer =
  | { readonly is: 'written'; readonly drafts: readonly Draft[] }
  | { readonly is: 'refused' };

/** A model behind any server that speaks OpenAI's chat completions. What goes wrong is a ModelFault. */
export interface Model {
  draft(facts: Facts): Promise<Answer>;
  /** What was said in a recording, in its own language; nothing where no model for it is set. */
  transcribe(recording: Uint8Array): Promise<string | undefined>;
  /** Makes the very call that a draft makes, for a product that nobody sells; tells in which way the server answers. */
  check(): Promise<AnswerMode>;
}

export function createModel(options: ModelOptions): Model {
  const { model, timeoutMs = 15_000, totalMs = 25_000, now = Date.now } = options;
  const client = clientOf(options, timeoutMs);
  const breaker = createBreaker(now);
  let mode: AnswerMode = answerModes[0];

  const ask = async (facts: Facts): Promise<Answer> => {
    const signal = AbortSignal.timeout(totalMs);
    const said = await askInJson(client, model, promptFacts(facts), mode, signal);
    mode = said.mode;
    if (said.isRefusal) return { is: 'refused' };
    const drafts = parseDrafts(said.text);
    if (drafts.length === 0) throw new ModelFault('nonsense', 'the model’s answer is not what was asked for');
    return { is: 'written', drafts };
  };

  return {
    draft: async (facts) => {
      if (!breaker.isClosed())
        throw new ModelFault('resting', 'the model server failed three times and is left alone');
      try {
        const answer = await ask(facts);
        breaker.worked();
        return answer;
      } catch (error) {
        breaker.failed();
        throw toModelFault(error);
      }
    },
    transcribe: (recording) => transcribe(client, options.transcribeModel, recording, totalMs).catch(rethrow),
    check: async () => {
      const answer = await ask(sample).catch(rethrow);
      if (answer.is === 'refused') throw new ModelFault('nonsense', 'the model will not write about walnuts');
      return mode;
    },
  };
}

/** Walnuts of no village: what a check has the model write of. */
const sample: Facts = {
  title: '核桃',
  titleEn: 'Walnuts',
  category: 'nuts',
  year: 2026,
  measure: 'MASS',
  price: { fen: 1_500, per: 500 },
  packs: [2_500],
  harvestedOn: '2026-09-20',
  seller: '',
  village: { name: '岭头村', nameEn: 'Lingtou', county: '汾阳市', province: '山西省' },
  words: '壳薄，房顶上晒干的。',
};

/** Everything is said here, for what is not said the client takes from the environment. It waits with jitter itself. */
const clientOf = ({ apiKey, baseURL = OPENAI }: ModelOptions, timeout: number): OpenAI =>
  new OpenAI({
    ...{ apiKey, baseURL, timeout, maxRetries: 1 },
    ...{ organization: null, project: null, adminAPIKey: null, webhookSecret: null, logLevel: 'off' },
  });

const rethrow = (error: unknown): never => {
  throw toModelFault(error);
};

/** As long as a message of any channel. */
const HEARD_CHARS = 1_000;

async function transcribe(
  client: OpenAI,
  model: string | undefined,
  recording: Uint8Array,
  totalMs: number,
): Promise<string | undefined> {
  if (!model) return undefined;
  // Telegram's voices are Opus in Ogg; servers go by the name.
  const file = await toFile(recording, 'voice.ogg', { type: 'audio/ogg' });
  const { text } = await client.audio.transcriptions.create(
    { file, model },
    { signal: AbortSignal.timeout(totalMs) },
  );
  return text
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, HEARD_CHARS);
}

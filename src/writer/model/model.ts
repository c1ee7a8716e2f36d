import OpenAI from 'openai';
import { fen } from '../../shop/values/money.ts';
import { baseQuantity } from '../../shop/values/quantity.ts';
import { type DraftOrder, FIRST_ORDER, wantsFor } from '../drafts/order.ts';
import { promptFacts } from '../facts/fact-list.ts';
import type { Draft, Facts, ModelUse } from '../facts/facts.ts';
import { draftsShape, parseDrafts } from './answer.ts';
import { type AnswerMode, answerModes, askInJson, isUnknownForm } from './asking.ts';
import { createBreaker } from './breaker.ts';
import { toClientFault } from './client-fault.ts';
import { ModelFault } from './model-fault.ts';
import { messagesFor } from './prompt.ts';
import type { Request, Said } from './request.ts';
import {
  hasSeen,
  type PhotoName,
  parsePhotoName,
  photoMessages,
  photoShape,
  sightMessages,
  sightShape,
} from './sight.ts';
import { transcribeBy } from './transcribing.ts';
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

/** A text in another language, where there is a good one, and what it took. */
export interface Translation {
  readonly use: ModelUse;
  readonly text: string | undefined;
}

/** What a model makes of a photo, and what it took; without a name where it cannot tell. */
export interface Look {
  readonly use: ModelUse;
  readonly name: PhotoName | undefined;
}

/** A model on any server with OpenAI's chat completions. Its methods throw ModelFault. */
export interface Model {
  draft(facts: Facts, order: DraftOrder): Promise<Answer>;
  /** A text in another language, where names and numbers survived; undefined where it has contacts in it. */
  translate(text: string, to: 'zh' | 'en', names: readonly string[]): Promise<Translation | undefined>;
  /** The text of a recording, in its own language; undefined where no model for it is set. */
  transcribe(recording: Uint8Array): Promise<string | undefined>;
  /** Names what a photo shows; undefined where the server takes no pictures. */
  namePhoto(jpeg: Uint8Array): Promise<Look | undefined>;
  /** Whether it reads a number in a picture. */
  sees(): Promise<boolean>;
  /** Makes the call of a draft for an invented product; returns the mode in which the server answered. */
  check(): Promise<AnswerMode>;
}

export function createModel(options: ModelOptions): Model {
  const { model, timeoutMs = 15_000, totalMs = 25_000, now = Date.now } = options;
  const client = clientOf(options, timeoutMs);
  const breaker = createBreaker(now);
  let mode: AnswerMode = answerModes[0];

  const useOf = ({ tokensIn, tokensOut }: Pick<Said, 'tokensIn' | 'tokensOut'>): ModelUse => ({
    ...{ model, tokensIn, tokensOut },
    costMicros: Math.round(tokensIn * (options.prices?.in ?? 0) + tokensOut * (options.prices?.out ?? 0)),
  });

  const request = async (asked: Pick<Request, 'messages' | 'shape' | 'signal' | 'onText'>): Promise<Said> => {
    const said = await askInJson({ client, model, ...asked }, mode);
    mode = said.mode;
    return said;
  };

  /** Remembered until the next start: a server that takes no pictures is not sent another. */
  let isBlind = false;
  const look = async (asked: Pick<Request, 'messages' | 'shape'>): Promise<Said | undefined> => {
    if (isBlind) return undefined;
    try {
      return await request({ ...asked, signal: AbortSignal.timeout(totalMs) });
    } catch (error) {
      isBlind = isUnknownForm(error);
      if (isBlind) return undefined;
      throw error;
    }
  };

  /** Asks unless the server is left alone. Its failures count; what the asker gave up does not. */
  const guarded = async <T>(
    act: () => Promise<T>,
    isGivenUp: () => boolean,
    isFailure: (answer: T) => boolean,
  ) => {
    if (!breaker.isClosed())
      throw new ModelFault('resting', 'the model server failed three times and is left alone');
    try {
      const answer = await act();
      if (isFailure(answer)) breaker.failed();
      else breaker.worked();
      return answer;
    } catch (error) {
      if (!isGivenUp()) breaker.failed();
      throw toClientFault(error);
    }
  };

  const ask = async (facts: Facts, order: DraftOrder): Promise<Answer> => {
    const limits = [AbortSignal.timeout(totalMs), ...(order.signal ? [order.signal] : [])];
    const question = { facts: promptFacts(facts), wants: wantsFor(order) };
    const { onText } = order;
    const said = await request({
      ...{ messages: messagesFor(question), shape: draftsShape },
      ...{ signal: AbortSignal.any(limits), onText },
    });
    const use = useOf(said);
    if (said.isRefusal) return { is: 'refused', use };
    const drafts = said.isCut ? [] : parseDrafts(said.text);
    if (drafts.length > 0) return { is: 'written', drafts, use };
    return { is: 'unusable', use, fault: new ModelFault('nonsense', said.isCut ? CUT : NOT_ASKED_FOR) };
  };

  return {
    draft: (facts, order) =>
      guarded(
        () => ask(facts, order),
        () => order.signal?.aborted ?? false,
        (answer) => answer.is === 'unusable',
      ),
    namePhoto: (jpeg) =>
      guarded(
        async () => {
          const said = await look({ messages: photoMessages(jpeg), shape: photoShape });
          return said && { use: useOf(said), name: parsePhotoName(said.text) };
        },
        () => false,
        () => false,
      ),
    sees: async () => {
      const said = await look({ messages: sightMessages(), shape: sightShape }).catch(() => undefined);
      return said !== undefined && hasSeen(said.text);
    },
    translate: (text, to, names) =>
      guarded(
        async () => {
          const made = await translateBy(client, model, text, to, names, AbortSignal.timeout(totalMs));
          return made && { text: made.text, use: useOf(made.tokens) };
        },
        () => false,
        () => false,
      ),
    transcribe: (recording) =>
      transcribeBy(client, options.transcribeModel, recording, totalMs).catch(rethrow),
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

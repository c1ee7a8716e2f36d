import { type Candidate, chosen } from './drafts/choose.ts';
import { type DraftOrder, FIRST_ORDER } from './drafts/order.ts';
import { pruned } from './drafts/prune.ts';
import { fromTemplate } from './drafts/template.ts';
import type { Drafted, Facts, ModelUse, WhyTemplate } from './facts/facts.ts';
import type { AnswerMode } from './model/asking.ts';
import { keptDrafts } from './model/kept-drafts.ts';
import { createModel } from './model/lazy-model.ts';
import type { Look, Model, ModelOptions, Translation } from './model/model.ts';
import { adviceFor, toModelFault } from './model/model-fault.ts';

/** Writes product texts. It never throws and never publishes. Without a model, or when it fails, a template is used. */
export interface Writer {
  /** Drafts in up to three voices, the wanted one first. The same facts are not asked about twice. */
  draft(facts: Facts, order?: DraftOrder): Promise<Drafted>;
  /** A text in another language, with `names` and numbers as they stand; undefined where no model could be asked. */
  translate(text: string, to: 'zh' | 'en', names: readonly string[]): Promise<Translation | undefined>;
  /** What a photo seems to show, for its seller to confirm; undefined without a model that sees. */
  namePhoto(jpeg: Uint8Array): Promise<Look | undefined>;
  /** The text of a recording; undefined where it cannot be transcribed. */
  transcribe(recording: Uint8Array): Promise<string | undefined>;
  /** Tries the model's server with the call that a draft makes; says what is wrong and what to do. */
  check(): Promise<WriterCheck>;
}

export type WriterCheck =
  | { readonly is: 'off' }
  | { readonly is: 'fine'; readonly mode: AnswerMode; readonly sees: boolean }
  | { readonly is: 'wrong'; readonly said: string; readonly todo: string };

/** `failed` is called with the reason when a model's draft is not used. Without options there is no model. */
export function createWriter(options: ModelOptions | undefined, failed: (error: Error) => void): Writer {
  const model = options && createModel(options);
  const kept = keptDrafts();
  return {
    draft: async (facts, order = FIRST_ORDER) => {
      if (!model) return byTemplate(facts, order, 'off');
      if (order.isOverBudget) return byTemplate(facts, order, 'budget');
      return chosen(kept.find(facts), order) ?? drafted(model, kept, facts, order, failed);
    },
    translate: (text, to, names) => orNothing(model?.translate(text, to, names), failed),
    namePhoto: (jpeg) => orNothing(model?.namePhoto(jpeg), failed),
    transcribe: (recording) => orNothing(model?.transcribe(recording), failed),
    check: async () => (model ? checked(model) : { is: 'off' }),
  };
}

async function orNothing<T>(
  answer: Promise<T | undefined> | undefined,
  failed: (error: Error) => void,
): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    failed(toModelFault(error));
    return undefined;
  }
}

function byTemplate(facts: Facts, order: DraftOrder, why: WhyTemplate, use?: ModelUse): Drafted {
  return { drafts: fromTemplate(facts, order), by: 'template', why, ...(use && { use }) };
}

async function drafted(
  model: Model,
  kept: ReturnType<typeof keptDrafts>,
  facts: Facts,
  order: DraftOrder,
  failed: (error: Error) => void,
): Promise<Drafted> {
  try {
    const answer = await model.draft(facts, order);
    const { use } = answer;
    if (answer.is === 'refused') return byTemplate(facts, order, 'refused', use);
    if (answer.is === 'unusable') {
      failed(answer.fault);
      return byTemplate(facts, order, 'failed', use);
    }
    const checks = answer.drafts.map((draft) => pruned(draft, facts, order.edits));
    const objections = [...new Set(checks.flatMap(({ objections: found }) => found))];
    if (objections.length > 0)
      failed(new Error(`the model wrote what may not be said: ${objections.join(', ').slice(0, 300)}`));
    const candidates = checks.flatMap(({ draft }): Candidate[] => (draft ? [draft] : []));
    kept.keep(facts, candidates);
    const fit = chosen(candidates, order);
    if (fit) return { ...fit, use };
    return byTemplate(facts, order, candidates.length > 0 ? 'same' : 'unlawful', use);
  } catch (error) {
    failed(toModelFault(error));
    return byTemplate(facts, order, 'failed');
  }
}

async function checked(model: Model): Promise<WriterCheck> {
  try {
    return { is: 'fine', mode: await model.check(), sees: await model.sees() };
  } catch (error) {
    const { code, message } = toModelFault(error);
    return { is: 'wrong', said: message, todo: adviceFor[code] };
  }
}

import { pruned } from './drafts/prune.ts';
import { fromTemplate } from './drafts/template.ts';
import { promptFacts } from './facts/fact-list.ts';
import type { Draft, Drafted, Facts, WhyTemplate } from './facts/facts.ts';
import { type AnswerMode, PROMPT_VERSION } from './model/asking.ts';
import { createModel, type Model, type ModelOptions } from './model/model.ts';
import { adviceFor, toModelFault } from './model/model-fault.ts';

/** Writes product texts. It never throws and never publishes. Without a model, or when it fails, a template is used. */
export interface Writer {
  /** Drafts in up to three voices, the plain one first. The same facts are not asked about twice. */
  draft(facts: Facts): Promise<Drafted>;
  /** The text of a recording; undefined where it cannot be transcribed. */
  transcribe(recording: Uint8Array): Promise<string | undefined>;
  /** Tries the model's server with the call that a draft makes; says what is wrong and what to do. */
  check(): Promise<WriterCheck>;
}

export type WriterCheck =
  | { readonly is: 'off' }
  | { readonly is: 'fine'; readonly mode: AnswerMode }
  | { readonly is: 'wrong'; readonly said: string; readonly todo: string };

/** `failed` is called with the reason when a model's draft is not used. Without options there is no model. */
export function createWriter(options: ModelOptions | undefined, failed: (error: Error) => void): Writer {
  const model = options && createModel(options);
  const kept = keptDrafts();
  return {
    draft: async (facts) => (model ? drafted(model, kept, facts, failed) : byTemplate(facts, 'off')),
    transcribe: async (recording) => {
      try {
        return await model?.transcribe(recording);
      } catch (error) {
        failed(toModelFault(error));
        return undefined;
      }
    },
    check: async () => (model ? checked(model) : { is: 'off' }),
  };
}

const byTemplate = (facts: Facts, why: WhyTemplate): Drafted => ({
  drafts: fromTemplate(facts),
  by: 'template',
  why,
});

async function drafted(
  model: Model,
  kept: KeptDrafts,
  facts: Facts,
  failed: (error: Error) => void,
): Promise<Drafted> {
  const known = kept.of(facts);
  if (known) return { drafts: known, by: 'model' };
  try {
    const answer = await model.draft(facts);
    if (answer.is === 'refused') return byTemplate(facts, 'refused');
    const checks = answer.drafts.map((draft) => pruned(draft, facts));
    const objections = [...new Set(checks.flatMap(({ objections: found }) => found))];
    if (objections.length > 0)
      failed(new Error(`the model wrote what may not be said: ${objections.join(', ').slice(0, 300)}`));
    const [first, ...more] = checks.flatMap(({ draft }) => (draft ? [draft] : []));
    if (!first) return byTemplate(facts, 'unlawful');
    kept.keep(facts, [first, ...more]);
    return { drafts: [first, ...more], by: 'model' };
  } catch (error) {
    failed(toModelFault(error));
    return byTemplate(facts, 'failed');
  }
}

/** Drafts of a model by facts and prompt. */
interface KeptDrafts {
  of(facts: Facts): readonly [Draft, ...Draft[]] | undefined;
  keep(facts: Facts, drafts: readonly [Draft, ...Draft[]]): void;
}

const MOST_KEPT = 200;

function keptDrafts(): KeptDrafts {
  const kept = new Map<string, readonly [Draft, ...Draft[]]>();
  const keyOf = (facts: Facts): string => JSON.stringify([PROMPT_VERSION, facts.year, promptFacts(facts)]);
  return {
    of: (facts) => kept.get(keyOf(facts)),
    keep: (facts, drafts) => {
      kept.set(keyOf(facts), drafts);
      const oldest = kept.keys().next();
      if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value);
    },
  };
}

async function checked(model: Model): Promise<WriterCheck> {
  try {
    return { is: 'fine', mode: await model.check() };
  } catch (error) {
    const { code, message } = toModelFault(error);
    return { is: 'wrong', said: message, todo: adviceFor[code] };
  }
}

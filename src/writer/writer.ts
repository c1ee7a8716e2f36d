import { findObjections } from './check.ts';
import type { Drafted, Facts, WhyTemplate } from './facts.ts';
import { createModel, type Model, type ModelOptions } from './model.ts';
import { adviceFor, toModelFault } from './model-fault.ts';
import { fromTemplate } from './template.ts';

/** Writes product texts. It never throws and never publishes: without a model, or with one that fails, a template answers. */
export interface Writer {
  draft(facts: Facts): Promise<Drafted>;
  /** What was said in a recording; nothing where nobody can tell. */
  transcribe(recording: Uint8Array): Promise<string | undefined>;
  /** Tries the model's server; says what is wrong and what to do. */
  check(): Promise<WriterCheck>;
}

export type WriterCheck =
  | { readonly is: 'off' }
  | { readonly is: 'fine' }
  | { readonly is: 'wrong'; readonly said: string; readonly todo: string };

/** `failed` hears, in one line, why a model's draft was not used; without options there is no model. */
export function createWriter(options: ModelOptions | undefined, failed: (error: Error) => void): Writer {
  const model = options && createModel(options);
  return {
    draft: async (facts) => (model ? drafted(model, facts, failed) : byTemplate(facts, 'off')),
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
  draft: fromTemplate(facts),
  by: 'template',
  why,
});

async function drafted(model: Model, facts: Facts, failed: (error: Error) => void): Promise<Drafted> {
  try {
    const answer = await model.draft(facts);
    if (answer.is === 'refused') return byTemplate(facts, 'refused');
    const objections = findObjections(answer.draft, facts);
    if (objections.length === 0) return { draft: answer.draft, by: 'model' };
    failed(new Error(`the model wrote what may not be said: ${objections.join(', ')}`));
    return byTemplate(facts, 'unlawful');
  } catch (error) {
    failed(toModelFault(error));
    return byTemplate(facts, 'failed');
  }
}

async function checked(model: Model): Promise<WriterCheck> {
  try {
    await model.check();
    return { is: 'fine' };
  } catch (error) {
    const { code, message } = toModelFault(error);
    return { is: 'wrong', said: message, todo: adviceFor[code] };
  }
}

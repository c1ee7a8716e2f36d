import { isTrueAndLawful } from './check.ts';
import type { Drafted, Facts } from './facts.ts';
import { type Model, type ModelOptions, modelOf } from './model.ts';
import { fromTemplate } from './template.ts';

/** Writes product texts. It never throws and never publishes: without a model, or with one that fails, a template answers. */
export interface Writer {
  draft(facts: Facts): Promise<Drafted>;
}

/** `failed` hears why the model's draft was not used; without options there is no model. */
export function writerOf(options: ModelOptions | undefined, failed: (error: unknown) => void): Writer {
  const model: Model | undefined = options && modelOf(options);
  return {
    async draft(facts) {
      const template = fromTemplate(facts);
      if (!model) return { draft: template, by: 'template', why: 'off' };
      try {
        const draft = await model.draft(facts);
        return isTrueAndLawful(draft, facts)
          ? { draft, by: 'model' }
          : { draft: template, by: 'template', why: 'unlawful' };
      } catch (error) {
        failed(error);
        return { draft: template, by: 'template', why: 'failed' };
      }
    },
  };
}

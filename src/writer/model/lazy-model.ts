import type { Model, ModelOptions } from './model.ts';

/** A model whose client is loaded when it is first asked: it is large, and a shop without a model never asks. */
export function createModel(options: ModelOptions): Model {
  let loading: Promise<Model> | undefined;
  const load = (): Promise<Model> => {
    loading ??= import('./model.ts').then((module) => module.createModel(options));
    return loading;
  };
  return {
    draft: async (facts, order) => (await load()).draft(facts, order),
    namePhoto: async (jpeg) => (await load()).namePhoto(jpeg),
    sees: async () => (await load()).sees(),
    translate: async (text, to, names) => (await load()).translate(text, to, names),
    transcribe: async (recording) => (await load()).transcribe(recording),
    check: async () => (await load()).check(),
  };
}

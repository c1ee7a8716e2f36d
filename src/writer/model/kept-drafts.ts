import { promptFacts } from '../facts/fact-list.ts';
import type { Draft, Facts } from '../facts/facts.ts';
import { PROMPT_VERSION } from './prompt.ts';

const MOST_KEPT = 200;

/** Drafts of a model by facts and prompt: the same facts are not asked about twice while an unseen draft is left. */
export function keptDrafts() {
  const kept = new Map<string, readonly Draft[]>();
  const keyOf = (facts: Facts): string => JSON.stringify([PROMPT_VERSION, facts.year, promptFacts(facts)]);
  return {
    find: (facts: Facts): readonly Draft[] => kept.get(keyOf(facts)) ?? [],
    keep(facts: Facts, drafts: readonly Draft[]): void {
      kept.delete(keyOf(facts));
      kept.set(keyOf(facts), drafts);
      const oldest = kept.keys().next();
      if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value);
    },
  };
}

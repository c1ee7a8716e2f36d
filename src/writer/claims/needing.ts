import { cues } from './cues.ts';
import type { Span } from './phrases.ts';

/** What a text says of all, or of how it is always done, and what facts must be like for it, or must not. */
interface Needing {
  readonly said: RegExp;
  readonly told: RegExp;
  readonly isRuledOut: boolean;
}

let loaded: readonly Needing[] | undefined;

const needing = (): readonly Needing[] => {
  loaded ??= cues().needing.map((line) => {
    const [said = '', told = ''] = line.split(' | ');
    const isRuledOut = told.startsWith('!');
    return { said: new RegExp(said, 'iu'), told: new RegExp(told.replace('!', ''), 'iu'), isRuledOut };
  });
  return loaded;
};

/** 天天发货 needs a fact that says so, and 怎么煮都不断 none that says 煮久了会断. */
export const withoutNeeded = (clause: string, facts: readonly string[]): Span[] =>
  needing().flatMap(({ said, told, isRuledOut }) => {
    const found = said.exec(clause);
    if (!found || facts.some((fact) => told.test(fact)) !== isRuledOut) return [];
    return [{ from: found.index, to: found.index + found[0].length }];
  });

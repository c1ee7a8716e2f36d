import { looksLikeFullName } from '../recipient/names.ts';
import { parseRecipient } from '../recipient/parse.ts';
import type { Shape } from './slots.ts';

// What of a recipient stands in a sentence: where it goes, whom to call, who gets it. All of the message belongs to it.

export const findRecipient = (kind: 'address' | 'phone', { said }: Shape): string | undefined =>
  parseRecipient(said)[kind];

/** 写我闺女名字，王秀兰: the only clause that is a name, or what stands behind a word that leads to one. */
export function findName({ said }: Shape, behind: RegExp | undefined): string | undefined {
  const clauses = said.split(CLAUSE).map((one) => one.trim());
  const names = clauses.flatMap((clause) => nameIn(clause, behind) ?? []);
  const [only, ...others] = [...new Set(names)];
  return others.length === 0 ? only : undefined;
}

const CLAUSE = /[,，。;；:：!！?？"“”「」()（）\n]+/u;

function nameIn(clause: string, behind: RegExp | undefined): string | undefined {
  if (looksLikeFullName(clause)) return clause;
  const last = behind && [...clause.matchAll(new RegExp(behind.source, 'giu'))].at(-1);
  const rest = last && clause.slice(last.index + last[0].length).trim();
  if (!rest) return undefined;
  return looksLikeFullName(rest) ? rest : ENGLISH_NAME.exec(rest)?.[0];
}

const ENGLISH_NAME = /^(?:(?:Mrs?|Ms|Miss|Dr)\.? )?\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{Ll}'’-]+){1,3}/u;

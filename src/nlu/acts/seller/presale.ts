import { readDataFile } from '../../../shop/values/data-file.ts';
import { parseDay, type WhenContext } from '../../datetime.ts';
import { splitClauses } from '../clauses.ts';
import { phrases } from '../lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';

const lists = readDataFile('lexicon/presale.yaml', { said: phrases, none: phrases, beside: phrases });
const said = phrasePattern(lists.said);
const none = phrasePattern(lists.none);
const beside = phrasePattern(lists.beside, 'gi');

/** Goods that are sold before they are there. */
export interface Presale {
  /** From when on they are, UTC midnight; nothing where no one day to come is said. */
  readonly day: Date | undefined;
}

/** 先预售吧，12月20号发货; nothing where it is asked, denied, or of others. */
export function readPresale(message: string, when: WhenContext): Presale | undefined {
  const words = plainWords(message);
  if (/[?？]/u.test(message) || !said.test(words) || none.test(words)) return undefined;
  const days = splitClauses(message).flatMap(
    (clause) =>
      (parseDay(clause, when) ?? parseDay(clause.replace(beside, ' ').trim(), when))?.getTime() ?? [],
  );
  const [day, ...others] = [...new Set(days)].filter((one) => one > when.now.getTime());
  return { day: day !== undefined && others.length === 0 ? new Date(day) : undefined };
}

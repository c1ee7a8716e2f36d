import { phrasePattern, plainWords } from '../../phrases.ts';
import { placedLists } from './lists.ts';

const STAYS = phrasePattern(placedLists.stays);
const OTHERS = phrasePattern(placedLists.others);
const BREAK = /[,，。;；!！\n]+|\s+(?:but|and|while)\s+|(?=但是?|不过|然后)/u;

/** 苹果那单不要了，红枣那单照旧: what is to be done, and what is to stay. */
export interface KeptOrders {
  /** Empty where nothing else is said. */
  readonly done: string;
  readonly kept: string;
  /** Somebody else did it, or it was at another time. */
  readonly isTold: boolean;
}

/** Nothing where no clause says that something stays. */
export function readKeptOrders(message: string): KeptOrders | undefined {
  if (message.length > LONGEST) return undefined;
  const clauses = message.split(BREAK).filter((clause) => clause.trim() !== '');
  const kept = clauses.filter((clause) => STAYS.test(plainWords(clause)));
  const done = clauses.filter((clause) => !kept.includes(clause));
  const isTold = OTHERS.test(plainWords(message));
  return kept.length === 0 ? undefined : { done: done.join('，').trim(), kept: kept.join('，'), isTold };
}

const LONGEST = 120;

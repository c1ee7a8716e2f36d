import { saysCancel } from '../../act.ts';
import { pattern } from '../../act-patterns.ts';
import { phrasePattern, plainWords } from '../../phrases.ts';
import { asksSomething, namesAmount } from '../../question-topic.ts';
import { placedLists } from './lists.ts';

const STAYS = phrasePattern(placedLists.stays);
const OTHERS = phrasePattern(placedLists.others);
const NOT_STAYS = phrasePattern(placedLists.notStays);
const UNSURE = phrasePattern(placedLists.unsure);
const NEW_AMOUNT = phrasePattern(placedLists.newAmount);
const DENIED = phrasePattern(placedLists.denied);
const BREAK = /[,，。;；!！\n]+|\s+(?:but|and|while)\s+|(?=但是?|不过|然后)/u;

/** 苹果那单不要了，红枣那单照旧: what is to be done, and what is to stay. */
export interface KeptOrders {
  /** Empty where nothing else is said. */
  readonly done: string;
  readonly kept: string;
  /** Somebody else did it, or it was at another time. */
  readonly isTold: boolean;
  /** What stands in `done` is asked, supposed or told, or is of a part of the order: 苹果那单怎么取消了, 苹果那单退2斤. */
  readonly isUnsure: boolean;
}

/** Nothing where no clause says that something stays, or more is said of it. */
export function readKeptOrders(message: string): KeptOrders | undefined {
  if (message.length > LONGEST || DENIED.test(plainWords(message))) return undefined;
  const clauses = message.split(BREAK).filter((clause) => clause.trim() !== '');
  const kept = clauses.filter((clause) => STAYS.test(plainWords(clause)));
  const done = clauses.filter((clause) => !kept.includes(clause));
  if (kept.some(saysMore)) return undefined;
  if (kept.length === 0) return undefined;
  return {
    ...{ done: done.join('，').trim(), kept: kept.join('，') },
    isTold: OTHERS.test(plainWords(message)),
    isUnsure: done.some(isUnsure),
  };
}

function isUnsure(clause: string): boolean {
  const said = plainWords(clause);
  const isPart = namesAmount(clause) && !NEW_AMOUNT.test(said);
  return UNSURE.test(said) || isPart || asksSomething(clause.replace(pattern.asksTo, ' '));
}

/** 红枣那单还要再加2斤, 红枣那单正常发货了没. */
const saysMore = (clause: string): boolean =>
  namesAmount(clause) ||
  asksSomething(clause) ||
  NOT_STAYS.test(plainWords(clause)) ||
  saysCancel(plainWords(clause).replace(STAYS, ' '));

const LONGEST = 120;

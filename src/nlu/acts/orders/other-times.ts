import { readAct } from '../act.ts';
import { pattern } from '../act-patterns.ts';
import { splitClauses } from '../clauses.ts';
import { plainWords } from '../phrases.ts';
import { asksSomething, namesAmount } from '../question-topic.ts';

// An order beside amounts of another time: what was bought last year, and what can wait.

export interface WantedNow {
  /** What is wanted now, as it was typed. */
  readonly now: string;
  /** What is wanted another time. */
  readonly later: readonly string[];
}

const BLANK = /(?<=\p{Script=Han})\s+(?=[\p{Script=Han}\d])/u;

/** Clauses, also where only a blank stands between them. */
export const splitSaid = (message: string): readonly string[] =>
  splitClauses(message).flatMap((clause) => clause.split(BLANK));

/** 先要50斤 剩下30斤有了再说; nothing where all of it is wanted now. */
export function readWantedNow(message: string): WantedNow | undefined {
  // 上周买了10斤，坏了3斤 orders nothing.
  if (asksSomething(message) || [pattern.refund, pattern.anger].some((one) => one.test(plainWords(message))))
    return undefined;
  const clauses = splitSaid(message);
  const later = clauses.filter(isLater);
  const wanted = withoutStory(clauses.filter((clause) => !later.includes(clause)));
  if (later.length === 0 && !wanted.isStory) return undefined;
  const isClear = wanted.clauses.filter(namesAmount).length > 0;
  return isClear ? { now: wanted.clauses.join(wanted.isStory ? ' ' : '，'), later } : undefined;
}

const WANTED = /[要来称给整买拿订弄搞俾畀装]|\b(?:want|take|have|get|give|need|order|like)\b/u;

const isLater = (clause: string): boolean =>
  namesAmount(clause) && pattern.postponed.test(plainWords(clause));

/** 白藜麦去年买过20斤, 吃了大半年, 给我称6斤: the name and the one amount that is wanted. */
function withoutStory(clauses: readonly string[]): { clauses: readonly string[]; isStory: boolean } {
  const untouched = { clauses, isStory: false };
  const [first = '', ...others] = clauses;
  const last = others.at(-1);
  const said = plainWords(first);
  const past = pattern.past.exec(said);
  const isTold = past !== null && pattern.bought.test(said.slice(past.index)) && namesAmount(first);
  if (
    !isTold ||
    !last ||
    !WANTED.test(plainWords(last)) ||
    !namesAmount(last) ||
    others.slice(0, -1).some(namesAmount)
  )
    return untouched;
  const name = said.slice(0, past.index).trim();
  return name === '' || namesAmount(name) ? untouched : { clauses: [name, last], isStory: true };
}

/** 给闺蜜也带2袋 一起寄我这就行: the message without where it goes; nothing where that is not the buyer's own place. */
export function withoutHome(message: string): string | undefined {
  const clauses = splitSaid(message);
  const others = clauses.filter((clause) => readAct(clause)?.is !== 'home');
  const isBeside = others.length < clauses.length && others.some(namesAmount);
  return isBeside ? others.join('，') : undefined;
}

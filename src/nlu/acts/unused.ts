import { takesBackBefore } from '../around/taken-back.ts';
import { readBuyer } from '../read.ts';
import { leadEnd } from '../recipient/lead-before.ts';
import { readAct } from './act.ts';
import { courtesy } from './act-patterns.ts';
import { splitClauses } from './clauses.ts';
import { keepsAddress } from './orders/said-of-order.ts';
import { plainWords } from './phrases.ts';
import { namesAmount } from './question-topic.ts';

/** Shorter than that is no statement: 好的, 嗯呢. */
const LEAST_SIGNS = 4;

/** 晚上6点后再送, 3号楼门卫那儿, after 6 pm: no figure of these is an amount. */
const TIME_OR_DOOR = /^\D*\d{1,4}\s*(?:点|号|楼|单元|层|室|am\b|pm\b|oclock\b)\D*$/u;
/** 有烂疤疤的莫装: what such a clause would do alone is not done beside an order. */
const NOT_DONE: ReadonlySet<string> = new Set(['other', 'status', 'cancel', 'human']);

/** The clauses of an order that say nothing of goods, amounts or where it goes, and do nothing else. */
export const unusedClauses = (message: string): readonly string[] => {
  const clauses = splitClauses(message);
  const ordered = readBuyer(message).lines.filter(({ quantity }) => quantity !== null);
  const names = ordered.map(({ product }) => product).filter(Boolean);
  return clauses.length < 2
    ? []
    : clauses.filter((clause) => isUnused(clause, names) && !takesBackBefore(message, clause));
};

/** 别太大, between the goods and the colon before a person: 给我妈买5斤苹果，别太大：李兰 138…. */
export function unusedBefore(message: string): readonly string[] {
  const lead = message.slice(0, leadEnd(message)).replace(/[:：]\s*$/u, '');
  const clauses = splitClauses(lead);
  const last = clauses.findLastIndex(namesAmount);
  return clauses.filter(
    (clause, at) =>
      !namesAmount(clause) &&
      plainWords(clause).replace(courtesy, '').trim() !== '' &&
      (at > last || readAct(clause) !== undefined),
  );
}

/** `ordered`: goods whose amount is known already. 苹果要脆的, behind 苹果10斤, says how they should be. */
function isUnused(clause: string, ordered: readonly string[]): boolean {
  const words = plainWords(clause);
  if (
    words.replace(courtesy, '').trim().length < LEAST_SIGNS ||
    (/\d/.test(words) && !TIME_OR_DOOR.test(words)) ||
    readAct(clause) ||
    keepsAddress(clause)
  )
    return false;
  const { kind, lines, recipient } = readBuyer(clause);
  if (recipient) return false;
  const isKnown = ordered.some((name) => clause.includes(name) && words.length > name.length + 1);
  const isBare =
    lines.length > 0 && lines.every(({ quantity, measure }) => quantity === null && measure === null);
  return (NOT_DONE.has(kind) && lines.length === 0) || (isKnown && (isBare || lines.length === 0));
}

import { readDataFile } from '../../shop/values/data-file.ts';
import { phrases } from '../acts/lexicon.ts';
import { phrasePattern, plainWords } from '../acts/phrases.ts';
import { lex } from '../lexer/lexer.ts';
import type { Token } from '../lexer/tokens.ts';
import { unitAt } from '../lexer/units.ts';
import { normalizeText } from '../text/text.ts';

// 芋头40 大葱60 单位都是斤: a unit that is said once, for all the amounts of a message.

const lists = readDataFile('lexicon/one-unit.yaml', { lead: phrases, not: phrases, behind: phrases });
const isOfOther = phrasePattern(lists.not);
const leads = lists.lead.map(squeezed);
const ends = ['', ...lists.behind.map(squeezed)];

/** 单位：斤 is one clause; a colon behind it ends one. */
const NAMED = /(单位|units?)\s*[:：]\s*/giu;
const BREAK = /[,，;；。!！:：\n()（）]+|(?<=[\p{Script=Han}\d])\s+(?=\p{Script=Han})/u;
/** Such a message is a list of goods, and holds no telephone. */
const LONG_NUMBER = /\d{6,}/u;

/** The message with the unit behind each bare number; the message itself where no unit is said for all. */
export function withOneUnit(message: string): string {
  if (LONG_NUMBER.test(message)) return message;
  const clauses = normalizeText(message).said.replace(NAMED, '$1').split(BREAK);
  const unit = clauses.map(unitForAll).find((one) => one !== undefined);
  if (unit === undefined) return message;
  const amounts = clauses.filter((clause) => unitForAll(clause) === undefined && clause.trim() !== '');
  // 你们核桃32，都是斤; 预算200: one figure alone, or one of money or a door, is no amount.
  const figures = amounts.flatMap((clause) =>
    lex(clause).tokens.filter(({ is }) => is === 'number' || is === 'amount'),
  );
  const isAlone = figures.length < 2 && !UNIT_NAMED.test(message);
  if (isAlone || isOfOther.test(plainWords(amounts.join(' ')))) return message;
  const filled = amounts.map((clause) => withUnit(clause.trim(), unit));
  return filled.some((clause, i) => clause !== amounts[i]?.trim()) ? filled.join('，') : message;
}

const UNIT_NAMED = /单位|\bunits?\b/iu;

/** The unit of a clause that says nothing else. */
function unitForAll(clause: string): string | undefined {
  const said = squeezed(normalizeText(clause).plain);
  for (const lead of leads) {
    const rest = said.startsWith(lead) ? said.slice(lead.length) : '';
    const end =
      rest === ''
        ? undefined
        : ends.find((one) => isUnit(rest.slice(0, rest.length - one.length)) && rest.endsWith(one));
    if (end !== undefined) return rest.slice(0, rest.length - end.length);
  }
  return undefined;
}

const isUnit = (word: string): boolean => word !== '' && unitAt(word, 0)?.word === word;

function withUnit(clause: string, unit: string): string {
  const { tokens } = lex(clause);
  return tokens
    .filter((token) => isBare(token) && !NUMBERING.test(clause.slice(token.end)))
    .toReversed()
    .reduce((words, { end }) => `${words.slice(0, end)}${unit}${words.slice(end)}`, clause);
}

/** 1. 芋头 10: which line it is, and no amount. */
const NUMBERING = /^\s*[.、)](?!\d)/u;

const isBare = ({ is }: Token): boolean => is === 'number';

function squeezed(words: string): string {
  return words.replace(/[\s:：.]+/gu, '').toLowerCase();
}

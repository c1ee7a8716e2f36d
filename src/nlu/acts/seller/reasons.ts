import { readDataFile } from '../../../shop/values/data-file.ts';
import { lex } from '../../lexer/lexer.ts';
import { isQuantity } from '../../lexer/tokens.ts';
import { readSeller } from '../../read.ts';
import { normalizeText } from '../../text/text.ts';
import { splitClauses } from '../clauses.ts';
import { phrases } from '../lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';
import { readOrderActs } from './orders/order-act.ts';
import { beginsForBuyer } from './orders/reply-act.ts';
import { readSellerAct } from './seller-act.ts';

// 这两天下雨晒不成，核桃先别卖了: what only tells why is set apart, so that the deed stands alone.

const lists = readDataFile('lexicon/reasons.yaml', {
  ...{ because: phrases, so: phrases, soMuch: phrases, leads: phrases },
  ...{ tells: phrases, hangs: phrases, holds: phrases },
});
const tells = phrasePattern(lists.tells);
const holds = phrasePattern(lists.holds);
/** Before a word that tells why, or behind a reason. */
const JOINTS = new RegExp(
  `[\\s,，]+(?=${phrasePattern(lists.because).source})|[\\s,，]+${phrasePattern(lists.so).source}[\\s,，]+(?!${phrasePattern(lists.soMuch).source})`,
  'iu',
);
const LEADS = new RegExp(`^(?:${phrasePattern(lists.leads).source}[\\s,，]*)+(?=\\S)`, 'iu');
const BECAUSE = new RegExp(`^${phrasePattern(lists.because).source}`, 'iu');

/** 倘若我妈点头，核桃就改成18: near its beginning, and not 就20斤, which is no more than so much. */
const HANGS = new RegExp(
  `^.{0,8}?${phrasePattern(lists.hangs).source}(?![剩有只这\\d一二两三四五六七八九十半])`,
  'iu',
);

/** A longer message is a story. */
const MAX_LENGTH = 240;

/**
 * The message without the clauses that only tell why. `titles` are the seller's goods, `places` where they may be sent: a clause that
 * names one of those, holds a figure, or may do anything at all stays. Whole where nothing is to be set apart, or nothing else is said.
 */
export function withoutReasons(
  message: string,
  titles: readonly string[],
  places: readonly string[] = [],
): string {
  if (!mayHoldReasons(message)) return message;
  const clauses = splitJoined(message);
  const told = clauses.findIndex(beginsForBuyer);
  const isKept = clauses.map((clause, i) => (told >= 0 && i >= told) || !isReason(clause, titles, places));
  const hangs = clauses.some(
    (clause, i) =>
      isKept[i] && isKept[i - 1] === false && HANGS.test(clause) && !BECAUSE.test(clauses[i - 1] ?? ''),
  );
  const kept = clauses.filter((_, i) => isKept[i]);
  if (hangs) return message;
  if (kept.length === 0 || kept.length === clauses.length) return message;
  const plain = kept.map((clause) => clause.replace(LEADS, '').trim());
  const left = plain.join(/\p{Script=Han}/u.test(message) ? '，' : ', ');
  return isAnswer(left) ? message : left;
}

/** Whether anything could be set apart at all: a message of one clause is all deed. */
export const mayHoldReasons = (message: string): boolean =>
  message.length <= MAX_LENGTH && !/[?？]/u.test(message) && splitJoined(message).length > 1;

const splitJoined = (message: string): string[] =>
  splitClauses(message).flatMap((clause) => clause.split(JOINTS));

/** Whether a clause tells why and does nothing, whoever reads it: no figure, no name, no word of a deed. */
function isReason(clause: string, titles: readonly string[], places: readonly string[]): boolean {
  const said = clause.replace(BECAUSE, ' ').replace(LEADS, '').replace(TRIED, '$1').trim();
  const { plain } = normalizeText(said);
  if (said === '') return true;
  if (/\d/u.test(plain) || lex(said).tokens.some(isQuantity)) return false;
  if (namesGoods(said, plain, titles) || places.some((place) => plain.includes(place.toLowerCase())))
    return false;
  if (holds.test(plainWords(said)) || holds.test(plain)) return false;
  const words = plainWords(clause);
  const tellsWhy = BECAUSE.test(clause.trim()) || tells.test(words) || isSmallTalk(said);
  return tellsWhy && readOrderActs(said).length === 0 && isIdle(said);
}

/** 挑一挑, 晒一晒: no figure. */
const TRIED = /(\p{Script=Han})一\1/gu;

/** 纸皮核桃 is named by 核桃 too. */
function namesGoods(said: string, plain: string, titles: readonly string[]): boolean {
  if (titles.some((one) => plain.includes(one.toLowerCase()))) return true;
  const title = readSeller(said, { titles }).title?.toLowerCase();
  return title !== undefined && titles.some((one) => one.toLowerCase().includes(title));
}

/** No no, raw only: what stands beside a yes or no belongs to the answer. */
function isAnswer(said: string): boolean {
  const act = readSellerAct(said);
  return act !== undefined && (IDLE.has(act.is) || ANSWERS.has(act.is));
}

const ANSWERS: ReadonlySet<string> = new Set(['yes', 'no', 'wrong']);
const IDLE: ReadonlySet<string> = new Set(['chat', 'praise', 'anger', 'heard', 'wait', 'thanks', 'greet']);

const isSmallTalk = (said: string): boolean => readSellerAct(said) !== undefined;

function isIdle(said: string): boolean {
  const act = readSellerAct(said);
  return act === undefined || IDLE.has(act.is);
}

import { lex } from '../../../lexer/lexer.ts';
import type { Amount, Token } from '../../../lexer/tokens.ts';
import { isHearsay } from '../../../plainly/shape-words.ts';
import { splitClauses } from '../../clauses.ts';
import { endsWithPhrase, phrasePattern, phrasePatterns, plainWords } from '../../phrases.ts';
import { settingWords } from './setting-lexicon.ts';

const { least, plain } = settingWords;
const everyone = phrasePattern(least.everyone, 'g');
const said = phrasePatterns(least);
const unsure = phrasePattern(plain.unsure);
const asked = phrasePattern(settingWords.asked);
const known = phrasePattern(
  [
    ...least.behind,
    ...least.behindLast,
    ...least.before,
    ...least.under,
    ...least.refused,
    ...least.lifted,
    ...least.dropped,
    ...plain.filler,
  ],
  'g',
);

/** 核桃3斤起卖: the least of some goods that one order holds. */
export interface LeastAct {
  /** Undefined where the least is lifted, and any amount is sold again. */
  readonly amount: Amount | undefined;
  /** What is left of the clause: words that name the goods; '' where none do. */
  readonly goods: string;
  /** 5斤起送, without goods, may be of a whole parcel. */
  readonly isSent: boolean;
}

/** Longer than that is a story. */
const MAX_LENGTH = 80;

/** Each clause that says from which amount on something is sold; nothing where the message is of prices, asks or only thinks. */
export function readLeast(message: string): readonly LeastAct[] {
  const words = plainWords(message);
  // 28 a pair, min 2 pairs: a bare number is a price, and no part of the least.
  const isElse =
    said.aside.test(words) ||
    isHearsay(words) ||
    lex(message).tokens.some(({ is }) => is === 'money' || is === 'number');
  if (message.length > MAX_LENGTH || isElse || /[?？]|[吗么]\s*$/u.test(message)) return [];
  const isRefused = said.refused.test(words);
  const isDropped = said.dropped.test(words);
  return splitClauses(message).flatMap((clause) => readClause(clause, isRefused, isDropped) ?? []);
}

type AmountToken = Extract<Token, { is: 'amount' }>;

function readClause(clause: string, isRefused: boolean, isDropped: boolean): LeastAct | undefined {
  const words = plainWords(clause);
  // 多少都卖 asks nothing.
  const isLifted = said.lifted.test(words);
  if (unsure.test(words) || (!isLifted && asked.test(words))) return undefined;
  const { tokens, text } = lex(clause);
  const amounts = tokens.filter((token) => token.is === 'amount' && token.amount.base !== undefined);
  const found = (amounts as readonly AmountToken[]).find((token) => isLeast(token, text.plain, isRefused));
  const isSent = said.sent.test(words);
  if (found)
    return { amount: isDropped ? undefined : found.amount, goods: withoutWords(clause, amounts), isSent };
  return amounts.length === 0 && isLifted
    ? { amount: undefined, goods: withoutWords(clause, []), isSent }
    : undefined;
}

/** How far a word may stand from its amount. */
const REACH = { before: 16, behind: 10 };
/** 3斤起 at the end of a clause, and not 3斤起包邮. */
const AT_ONCE = /^\s*(?:\p{Script=Han}{1,3}|[a-z .]+)/u;

function isLeast({ start, end }: AmountToken, plain: string, isRefused: boolean): boolean {
  const before = plain.slice(Math.max(0, start - REACH.before), start).replace(/[\s:：]+$/u, '');
  const behind = plain.slice(end, end + REACH.behind);
  if (endsWithPhrase(said.before, before) || said.behind.exec(behind.trimStart())?.index === 0) return true;
  // 5斤起早去的 is none.
  if (isEnd(plain.slice(end))) return true;
  if (endsWithPhrase(said.maybe, before) && said.buying.test(plain)) return true;
  const isUnder = endsWithPhrase(said.under, before) || said.under.exec(behind.trimStart())?.index === 0;
  return isUnder && isRefused && AT_ONCE.test(behind || before);
}

/** The last word, or the last before a gap: 牦牛肉2斤起哈 一斤的太亏邮费了. */
function isEnd(behind: string): boolean {
  const words = plainWords(behind);
  const [first = ''] = words.split(' ');
  const found = said.behindLast.exec(words)?.[0];
  return found !== undefined && (found === words || (found === first && behind.startsWith(first)));
}

function withoutWords(clause: string, amounts: readonly Token[]): string {
  const { said: typed } = lex(clause).text;
  const rest = amounts
    .toReversed()
    .reduce((text, one) => `${text.slice(0, one.start)} ${text.slice(one.end)}`, typed);
  return plainWords(rest).replace(known, ' ').replace(/\s+/gu, ' ').trim();
}

/** 王芳 of 王芳 核桃: what is said beside the names of the goods, which may be of one buyer alone; '' where it is of all. */
export function wordsAroundGoods(goods: string, names: readonly string[]): string {
  const isNamed = names.some((name) => plainWords(name).includes(goods));
  const left = names.reduce((rest, name) => rest.replaceAll(plainWords(name), ' '), goods);
  return isNamed ? '' : left.replace(everyone, ' ').replace(LONE_SIGNS, ' ').trim();
}

/** One sign alone names nobody. */
const LONE_SIGNS = /(?<!\S)\S(?!\S)/gu;

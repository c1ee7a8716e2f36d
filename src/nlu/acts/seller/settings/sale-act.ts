import { DAY_MS } from '../../../datetime/zone.ts';
import type { WhenContext } from '../../../datetime.ts';
import { lex } from '../../../lexer/lexer.ts';
import type { Amount } from '../../../lexer/tokens.ts';
import { isHearsay } from '../../../plainly/shape-words.ts';
import { splitClauses } from '../../clauses.ts';
import { phrasePattern, plainWords } from '../../phrases.ts';
import { findToday } from './rest-act.ts';
import { beginsLater, lastDay, namesOtherDay, type SalePart as Part } from './sale-days.ts';
import { saleWords as said, saleLexicon } from './sale-lexicon.ts';
import { findPrices, isDifference, QUANTITIES, readPrices } from './sale-prices.ts';
import { settingWords } from './setting-lexicon.ts';

const unsure = phrasePattern(settingWords.plain.unsure.filter((one) => !saleLexicon.usual.includes(one)));

/** A price that counts until a day: fen for so much. */
export interface SaleAct {
  readonly fen: number;
  /** What it is for, where that was said. */
  readonly per: Amount | undefined;
  /** What it costs afterwards, where that was said. */
  readonly usual: { readonly fen: number; readonly per: Amount | undefined } | undefined;
  /** The last day on which it counts, a UTC midnight. */
  readonly until: Date;
}

const MAX_LENGTH = 80;
/** The longest sale that is believed, in days. */
const LONGEST = 92;

/** 核桃这周末18块，过了周日回到20; nothing where no day ends it, or where another price may be meant. */
export function readSaleUntil(message: string, when: WhenContext): SaleAct | undefined {
  const plain = plainWords(message);
  const isNone = unsure.test(plain) || isHearsay(plain) || said.aside.test(plain);
  if (message.length > MAX_LENGTH || isNone || /[?？]|[吗么]\s*$/u.test(message)) return undefined;
  const parts = findParts(message);
  const [price, ...others] = findPrices(parts.filter(({ isUsual }) => !isUsual));
  const usual = findPrices(parts.filter(({ isUsual }) => isUsual));
  if (!price || others.length > 0 || usual.length > 1) return undefined;
  if (isDifference(parts) || beginsLater(parts, when)) return undefined;
  if (usual.length === 0 && !said.ends.test(plain)) return undefined;
  const until = lastDay(parts, when);
  const today = findToday(when);
  if (!until || until < today || until.getTime() > today.getTime() + LONGEST * DAY_MS) return undefined;
  return { fen: price.fen, per: price.per, usual: usual[0], until };
}

/** 恢复原价: the sale is over today; 下周一恢复原价 is not. */
export const readSaleOver = (message: string, when: WhenContext): boolean =>
  message.length <= MAX_LENGTH &&
  !/[?？]|[吗么]\s*$/u.test(message) &&
  !isHearsay(plainWords(message)) &&
  said.over.test(plainWords(message)) &&
  !namesOtherDay(message, when) &&
  lex(message).tokens.every(({ is }) => is !== 'money' && is !== 'number');

/** The clauses, and what of them is said of the time behind the sale. */
function findParts(message: string): Part[] {
  const parts: Part[] = [];
  for (const clause of splitClauses(message)) {
    const isPriced = parts.some(({ text, isUsual }) => !isUsual && readPrices(text).length > 0);
    parts.push(...apart(clause, isPriced));
  }
  return parts;
}

/** 特价15到周五恢复18, 15一斤下周一涨回来: what it costs afterwards begins with its word, or with the day before that. */
function apart(clause: string, isPriced: boolean): Part[] {
  const { plain } = lex(clause).text;
  const word = said.usual.exec(plain)?.index;
  if (word === undefined) return [{ text: clause, isUsual: false }];
  const priced = lex(clause)
    .tokens.filter(({ start, is }) => start < word && QUANTITIES.has(is))
    .at(-1)?.end;
  if (priced === undefined || isPriced) return [{ text: clause, isUsual: true }];
  const at = said.to.test(plain.slice(priced, word)) ? word : priced;
  return [
    { text: clause.slice(0, at), isUsual: false },
    { text: clause.slice(at), isUsual: true },
  ];
}

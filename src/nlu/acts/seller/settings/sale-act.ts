import { DAY_MS } from '../../../datetime/zone.ts';
import type { WhenContext } from '../../../datetime.ts';
import { lex } from '../../../lexer/lexer.ts';
import { type Amount, isQuantity } from '../../../lexer/tokens.ts';
import { isHearsay } from '../../../plainly/shape-words.ts';
import { splitClauses } from '../../clauses.ts';
import { phrasePattern, plainWords } from '../../phrases.ts';
import { isOfAll, readDiscount } from '../seller-stock.ts';
import { findToday } from './rest-act.ts';
import { beginsLater, lastDay, namesOtherDay, type SalePart as Part } from './sale-days.ts';
import { saleWords as said, saleLexicon } from './sale-lexicon.ts';
import { findPrices, isDifference, QUANTITIES, readPrices } from './sale-prices.ts';
import { settingWords } from './setting-lexicon.ts';

const unsure = phrasePattern(settingWords.plain.unsure.filter((one) => !saleLexicon.usual.includes(one)));

/** What it costs for a while: `new`, so many fen for `per`; `less` than usual by so many; or a share of the usual price. */
export type SalePrice =
  | { readonly is: 'new' | 'less'; readonly fen: number; readonly per: Amount | undefined }
  /** Thousandths that remain. */
  | { readonly is: 'share'; readonly share: number };

/** A price that counts until a day. */
export interface SaleAct {
  readonly price: SalePrice;
  /** What it costs afterwards, where that was said. */
  readonly usual: { readonly fen: number; readonly per: Amount | undefined } | undefined;
  /** The last day on which it counts, a UTC midnight. */
  readonly until: Date;
}

const MAX_LENGTH = 80;
/** The longest sale that is believed, in days. */
const LONGEST = 92;

/** 核桃这周末18块，过了周日回到20; 到周五一斤少3块; 打九折到周日; nothing where no day ends it, or where another price may be meant. */
export function readSaleUntil(message: string, when: WhenContext): SaleAct | undefined {
  const plain = plainWords(message);
  const isDenied = said.denied.test(plain) || said.notOn.test(plain);
  const isNone = isDenied || unsure.test(plain) || isHearsay(plain) || said.aside.test(plain);
  if (message.length > MAX_LENGTH || isNone || /[?？]|[吗么]\s*$/u.test(message)) return undefined;
  const parts = findParts(message);
  const price = readSalePrice(message, parts);
  const usual = findPrices(parts.filter(({ isUsual }) => isUsual));
  if (!price || usual.length > 1 || beginsLater(parts, when)) return undefined;
  const isEnded = said.ends.test(plain) || (price.is !== 'new' && said.to.test(plain));
  if (usual.length === 0 && !isEnded) return undefined;
  const until = lastDay(parts, when);
  const today = findToday(when);
  if (!until || until < today || until.getTime() > today.getTime() + LONGEST * DAY_MS) return undefined;
  return { price, usual: usual[0], until };
}

/** The one price that is said of the sale; nothing where there are several. */
function readSalePrice(message: string, parts: readonly Part[]): SalePrice | undefined {
  const sale = parts.filter(({ isUsual }) => !isUsual);
  const isPriced = sale.some(({ text }) => lex(text).tokens.some(({ is }) => is === 'money'));
  const share = isPriced ? undefined : readDiscount(message);
  if (share !== undefined) return { is: 'share', share };
  const [price, ...others] = findPrices(sale);
  if (!price || others.length > 0) return undefined;
  return { is: isDifference(parts) ? 'less' : 'new', fen: price.fen, per: price.per };
}

/** Whether the sum is by how much less something costs: no sentence may make a price of it. */
export const saysLess = (message: string): boolean => isDifference(findParts(message));

/** What is said of a sale that is over. */
export interface SaleOver {
  /** What it costs again, where that was said. */
  readonly fen: number | undefined;
  /** Hardly more was said: it may be of what is on the table. */
  readonly isBrief: boolean;
}

/** 恢复原价, 活动不搞了，还是卖15: the sale is over today; 下周一恢复原价 is not. */
export function readSaleOver(message: string, when: WhenContext): SaleOver | undefined {
  const plain = plainWords(message);
  const cue = said.over.exec(plain)?.index;
  const ahead = plain.slice(0, cue);
  const isDenied = said.denied.test(plain) || said.notOn.test(ahead) || said.deniedAhead.test(ahead);
  const isNone = /[?？]|[吗么]\s*$/u.test(message) || isHearsay(plain) || cue === undefined || isDenied;
  const isElse = said.overAside.test(plain) || WHETHER.test(plain) || isOfAll(message);
  if (message.length > MAX_LENGTH || isNone || isElse || namesOtherDay(message, when)) return undefined;
  const isBrief = [...plain.replace(said.over, '').replace(SHARE, '')].length <= (HAN.test(plain) ? 4 : 14);
  const [price, ...others] = readPrices(message);
  // 九折不打了 names what is over.
  const isBare = lex(message.replace(SHARE, ' ')).tokens.filter(isQuantity).length === 0;
  if (isBare) return { fen: undefined, isBrief };
  return price && others.length === 0 ? { fen: price.fen, isBrief: true } : undefined;
}

const HAN = /\p{Script=Han}/u;
/** 打不打折, 活动停了没 */
const WHETHER = /(\p{Script=Han})[不没]\1|没有?$/u;

const SHARE = /[\d.一二三四五六七八九]{1,3}折|\d{1,2}\s*(?:%|percent)(?:\s*off)?/gu;

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

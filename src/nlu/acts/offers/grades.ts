import { readDataFile } from '../../../shop/values/data-file.ts';
import { lex } from '../../lexer/lexer.ts';
import { isQuantity } from '../../lexer/tokens.ts';
import { readSeller } from '../../read.ts';
import type { SellerReading } from '../../reading.ts';
import { normalizeText } from '../../text/text.ts';
import { phrases } from '../lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';

// 黑布林干大个的18一斤，小个的12一斤，各有40斤: one fruit in several grades, each of them goods of its own.

const lists = readDataFile('lexicon/grades.yaml', { grades: phrases, each: phrases, others: phrases });

const grade = new RegExp(`(${phrasePattern(lists.grades).source})(?:的|儿的|儿|嘅|:)?\\s*[,:]?\\s*`, 'gu');
const others = phrasePattern(lists.others);
const each = phrasePattern(lists.each, 'g');

/** One grade as an offer of its own. */
export interface GradeOffer {
  readonly text: string;
  readonly reading: SellerReading;
}

/** More of them are a list. */
const MOST_GRADES = 5;

/** Each grade with its price and what there is of it; empty where a grade has no price, or anything else is said. */
export function readGrades(message: string): readonly GradeOffer[] {
  const { plain } = normalizeText(message);
  if (/[?？]/u.test(message) || others.test(plainWords(message))) return [];
  const found = [...plain.matchAll(grade)].filter(({ index, 0: all }) =>
    isFigure(plain.slice(index + all.length)),
  );
  const [first] = found;
  const head = first ? plain.slice(0, first.index).replace(/[\s,:;]+$/u, '') : '';
  if (!first || found.length < 2 || found.length > MOST_GRADES || !isOneName(head)) return [];
  const shared = readShared(plain);
  const offers = found.map((one, i) => {
    const end = found[i + 1]?.index ?? shared?.from ?? plain.length;
    const figures = plain.slice(one.index + one[0].length, end).replace(/[\s,;。.]+$/u, '');
    if (!isOnlyFigures(figures)) return undefined;
    return toOffer(head, one[1] ?? '', `${figures}${shared ? `，有${shared.words}` : ''}`);
  });
  // 还有20斤 behind the last alone: of it, or of all of them?
  const counted = offers.filter((one) => one && one.reading.stock !== null);
  if (counted.length > 0 && counted.length < offers.length) return [];
  const names = new Set(offers.map((one) => one?.reading.title));
  return names.size === found.length && offers.every((one) => one !== undefined) ? offers : [];
}

/** 红枣和核桃 are two, and a sign in it says something else. */
const isOneName = (head: string): boolean =>
  head.length > 1 && !/[,;:、]|[和跟与同]|\b(?:and|or)\b/u.test(head);

/** 18一斤，有40斤: a price and what there is; 运费10块, 买5斤送1斤 and 一共40斤 say more. */
function isOnlyFigures(figures: string): boolean {
  const quantities = lex(figures).tokens.filter(isQuantity);
  const rest = [...quantities]
    .reverse()
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), figures);
  return /^(?:[\s,;.:/]|的|是|卖|要|还?有|每|块|元|钱|\b(?:a|per|each|have|left|there are|at|for)\b)*$/u.test(
    rest,
  );
}

const isFigure = (text: string): boolean => {
  const [next] = lex(text).tokens;
  return next !== undefined && next.start === 0 && isQuantity(next);
};

/** 各有40斤, `20 kg of each`: the last words, where they are of all of them. */
function readShared(plain: string): { readonly from: number; readonly words: string } | undefined {
  const clause = Math.max(plain.lastIndexOf(','), plain.lastIndexOf(';'));
  const said = [...plain.matchAll(each)].at(-1);
  if (!said) return undefined;
  const from = clause > 0 && clause < said.index ? clause : said.index;
  const quantities = lex(plain.slice(from))
    .tokens.filter(isQuantity)
    .filter(({ is }) => is !== 'unit');
  const [amount, ...more] = quantities;
  return amount?.is === 'amount' && more.length === 0 ? { from, words: amount.text } : undefined;
}

function toOffer(head: string, name: string, figures: string): GradeOffer | undefined {
  const text = `${head} ${figures}`;
  const reading = readSeller(text);
  const { kind, title, price, priceQuantity } = reading;
  const isOffer = kind === 'product' && title !== null && price !== null && priceQuantity !== null;
  if (!isOffer) return undefined;
  const grades = name.replace(/(?<=.)[的嘅]$/u, '').replace(/ ones$/u, '');
  const isHan = /\p{Script=Han}/u.test(title);
  return { text, reading: { ...reading, title: isHan ? `${title}（${grades}）` : `${title} (${grades})` } };
}

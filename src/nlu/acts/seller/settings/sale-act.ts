import { readDataFile } from '../../../../shop/values/data-file.ts';
import { DAY_MS, toLocal, zoneDay } from '../../../datetime/zone.ts';
import { parseDay, type WhenContext } from '../../../datetime.ts';
import { lex } from '../../../lexer/lexer.ts';
import type { Amount, Token } from '../../../lexer/tokens.ts';
import { isHearsay } from '../../../plainly/shape-words.ts';
import { splitClauses } from '../../clauses.ts';
import { lists } from '../../lexicon.ts';
import { phrasePattern, phrasePatterns, plainWords } from '../../phrases.ts';
import { findHoliday, readDays } from './rest-act.ts';
import { settingWords } from './setting-lexicon.ts';

const { words } = readDataFile('lexicon/sales.yaml', {
  words: lists('ends', 'to', 'usual', 'today', 'week', 'monthEnd', 'aside', 'over'),
});
const said = phrasePatterns(words);
const unsure = phrasePattern(settingWords.plain.unsure.filter((one) => !words.usual.includes(one)));

/** A price that counts until a day: fen for so much. */
export interface SaleAct {
  readonly fen: number;
  /** What it is for, where that was said. */
  readonly per: Amount | undefined;
  /** What it costs afterwards, where that was said. */
  readonly usual: number | undefined;
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
  const [price, ...others] = pricesOf(parts.filter(({ isUsual }) => !isUsual));
  const usual = pricesOf(parts.filter(({ isUsual }) => isUsual));
  if (!price || others.length > 0 || usual.length > 1) return undefined;
  if (usual.length === 0 && !said.ends.test(plain)) return undefined;
  const until = lastDay(parts, when);
  const today = todayOf(when);
  if (!until || until < today || until.getTime() > today.getTime() + LONGEST * DAY_MS) return undefined;
  return { fen: price.fen, per: price.per, usual: usual[0]?.fen, until };
}

/** 恢复原价: the sale is over today. */
export const readSaleOver = (message: string): boolean =>
  message.length <= MAX_LENGTH &&
  !/[?？]|[吗么]\s*$/u.test(message) &&
  !isHearsay(plainWords(message)) &&
  said.over.test(plainWords(message)) &&
  lex(message).tokens.every(({ is }) => is !== 'money' && is !== 'number');

interface Part {
  readonly text: string;
  /** Said of the time behind the sale. */
  readonly isUsual: boolean;
}

/** The clauses, and what of them is said of the time behind the sale. */
function findParts(message: string): Part[] {
  const parts: Part[] = [];
  for (const clause of splitClauses(message)) {
    const isPriced = parts.some(({ text, isUsual }) => !isUsual && pricesIn(text).length > 0);
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

const QUANTITIES: ReadonlySet<Token['is']> = new Set(['money', 'number', 'amount', 'unit']);

/** Where money says that it is, or an amount stands beside one, bare numbers are something else: 22元卖到年三十. */
function pricesOf(parts: readonly Part[]): Price[] {
  const all = parts.flatMap(({ text }) => pricesIn(text));
  const certain = all.filter(({ isMoney }) => isMoney);
  const priced = certain.length > 0 ? certain : all.filter(({ per }) => per !== undefined);
  return priced.length > 0 ? priced : all;
}

interface Price {
  readonly fen: number;
  readonly per: Amount | undefined;
  readonly isMoney: boolean;
}

/** Sums, with the amount that stands beside each; a bare number is one where an amount does, or nothing else is. */
function pricesIn(text: string): Price[] {
  const tokens = lex(text).tokens;
  return tokens.flatMap((token, i): Price[] => {
    const fen = sumOf(token);
    if (fen === undefined) return [];
    return [{ fen, per: amountOf(tokens, i), isMoney: token.is === 'money' }];
  });
}

function sumOf(token: Token): number | undefined {
  if (token.is === 'money') return token.fen;
  return token.is === 'number' && !token.isTimes && token.value !== undefined ? token.value / 10 : undefined;
}

/** 18一斤, 30个38块, 180元/半斤, 45 a jin. */
function amountOf(tokens: readonly Token[], at: number): Amount | undefined {
  const near = [tokens[at + 1], tokens[at + 2], tokens[at - 1], tokens[at - 2]];
  const found = near.find((token) => token?.is === 'amount' || token?.is === 'unit');
  return found && 'amount' in found && found.amount.base !== undefined ? found.amount : undefined;
}

const todayOf = ({ now, timeZone }: WhenContext): Date => new Date(zoneDay(toLocal(now, timeZone)));
const after = (day: Date, days: number): Date => new Date(day.getTime() + days * DAY_MS);

/** What no calendar knows by these words: 截止12月15日 would be about a harvest. */
const DEADLINES = /截止到?|截至|为止|\boffer\b|\bends?\b|\bis valid\b/gu;
const plainDay = (text: string, when: WhenContext): Date | undefined =>
  parseDay(text.replace(DEADLINES, ' '), when) ?? parseDay(endOf(text), when);

/** What stands behind the last word that leads to a day: apples at 40 a box until Friday. */
function endOf(text: string): string {
  const last = [...plainWords(text).matchAll(new RegExp(said.to.source, 'gu'))].at(-1);
  return last ? plainWords(text).slice(last.index + last[0].length) : '';
}

/** The day that is named as the end, else that before the usual price is back, else how long it lasts. */
function lastDay(parts: readonly Part[], when: WhenContext): Date | undefined {
  const sale = parts.filter(({ isUsual }) => !isUsual).map(({ text }) => text);
  const today = todayOf(when);
  const named = sale.flatMap((text) => plainDay(text, when) ?? wordedDay(text, today) ?? []);
  const last = named.reduce<Date | undefined>((end, day) => (end && end > day ? end : day), undefined);
  if (last) return last;
  const days = sale.map((text) => readDays(plainWords(text))).find((count) => count !== undefined);
  if (days !== undefined) return after(today, days - 1);
  const back = parts.filter(({ isUsual }) => isUsual).flatMap(({ text }) => plainDay(text, when) ?? []);
  return back[0] && after(back[0], -1);
}

/** 周末, 月底, 春节前, 今天. */
function wordedDay(text: string, today: Date): Date | undefined {
  const plain = plainWords(text);
  if (said.monthEnd.test(plain))
    return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 0));
  if (said.week.test(plain)) return after(today, (7 - today.getUTCDay()) % 7);
  const holiday = findHoliday(plain, today);
  if (holiday instanceof Date) return holiday;
  return said.today.test(plain) ? today : undefined;
}

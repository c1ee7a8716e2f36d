import { nothing } from '../../candidates/assemble-seller.ts';
import { findCueClasses, findCues } from '../../clauses/cues.ts';
import { offerWords } from '../../clauses/offer-words.ts';
import { isQuantity, type Lexed, type Token } from '../../lexer/tokens.ts';
import { isFirstSign, isLastSign, type Mark } from '../../model/goods.ts';
import type { SellerReading } from '../../reading.ts';

const STOP = /[,;!.]/;

/** The reading of 荞面四块五，莜面五块五: two goods, each with a price of its own, are no one offer. Nothing is stated. */
export function openWhereSeveral(
  lexed: Lexed,
  marks: readonly Mark[],
  reading: SellerReading,
): SellerReading {
  const isTold = reading.kind === 'other' && isUnreal(lexed);
  if (isTold || reading.kind === 'stock' || reading.kind === 'status' || reading.kind === 'stream')
    return reading;
  const names = pricedNames(lexed, marks);
  const isSeveral = names.some((one) => names.some((other) => isOther(one, other)));
  if (!isSeveral) return reading;
  const asks = ['title', 'price', 'priceQuantity', ...(hasStock(lexed) ? ['stock'] : [])];
  return { kind: 'product', ...nothing, ambiguous: asks };
}

const UNREAL = new Set(['hearsay', 'asked', 'condition', 'past', 'negated', 'wish']);

/** 听说核桃15，红枣12: told, asked or supposed. */
const isUnreal = (lexed: Lexed): boolean =>
  findCues(lexed).some((cues) => cues.some((cue) => UNREAL.has(cue.slice(0, -1))));

interface Named {
  readonly name: string;
  /** Whether it is a name of goods for sure, or may be one: 粘豆包 beside 冻梨. */
  readonly isSure: boolean;
}

/** 核桃仁 and 核桃 may be one thing. */
const isOther = (one: Named, other: Named): boolean =>
  (one.isSure || other.isSure) && !one.name.includes(other.name) && !other.name.includes(one.name);

/** Names that begin a clause and have a price in it. */
function pricedNames(lexed: Lexed, marks: readonly Mark[]): Named[] {
  const { tokens } = lexed;
  const names: Named[] = [];
  let start = 0;
  for (let i = 0; i <= tokens.length; i += 1) {
    const token = tokens[i];
    if (token && !(token.is === 'sign' && STOP.test(token.text))) continue;
    const name = pricedName(lexed, marks, start, i);
    if (name !== undefined) names.push(name);
    start = i + 1;
  }
  return names;
}

function pricedName(lexed: Lexed, marks: readonly Mark[], start: number, end: number): Named | undefined {
  const { text, tokens } = lexed;
  const clause = tokens.slice(start, end);
  const first = clause.findIndex(isQuantity);
  const named = clause.slice(0, first);
  const [from, to] = [named[0], named.at(-1)];
  if (first < 1 || !from || !to || !named.every(({ is }) => is === 'word')) return undefined;
  const isSure = hasPrice(clause.slice(first)) ? isName(lexed, marks, start, start + first) : undefined;
  return isSure === undefined ? undefined : { name: text.plain.slice(from.start, to.end), isSure };
}

/** A sum of money, or a number that what it is for stands beside or that ends the clause. */
const hasPrice = (behind: readonly Token[]): boolean =>
  behind.some(
    (token, i) =>
      (token.is === 'money' && token.fen !== undefined) ||
      (token.is === 'number' && !token.isTimes && (isUnit(behind[i + 1]) || isUnit(behind[i - 1]))) ||
      (token.is === 'number' && i === behind.length - 1 && behind[i - 1]?.is === 'amount'),
  );

const isUnit = (token: Token | undefined): boolean =>
  token?.is === 'unit' || (token?.is === 'amount' && token.amount.isOne);

/** Whether words are known goods, or a few signs that begin and end as names of goods do; nothing where they are none. */
function isName(lexed: Lexed, marks: readonly Mark[], start: number, end: number): boolean | undefined {
  const { text, tokens } = lexed;
  const [first, last] = [tokens[start], tokens[end - 1]];
  if (!first || !last || end - start > MOST_WORDS) return undefined;
  if (offerWords.noGoods.test(text.plain.slice(first.start, last.end))) return undefined;
  if (marks[end - 1] === 'E' || marks[end - 1] === 'S') return true;
  const classes = findCueClasses(lexed);
  const cues = findCues(lexed);
  const isPlain = tokens
    .slice(start, end)
    .every((_, i) => !classes[start + i] && !cues[start + i]?.some((cue) => cue.endsWith('=')));
  if (!isPlain || end - start < 2 || !isLastSign(last.text)) return undefined;
  return isFirstSign(first.text);
}

const MOST_WORDS = 5;

/** Words of a stock that are said of all of them. */
const hasStock = ({ text }: Lexed): boolean =>
  /各|都有|还有|现有|库存|剩|\beach\b|\bleft\b|in stock/u.test(text.plain);

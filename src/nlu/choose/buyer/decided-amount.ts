import type { Amount, Lexed, Token } from '../../lexer/tokens.ts';
import type { Mark } from '../../model/goods.ts';
import type { BuyerReading } from '../../reading.ts';
import { orderWords } from './order-words.ts';

interface Said {
  readonly place: number;
  readonly amount: Amount;
}

/**
 * 山药是八斤不是八十斤, 两袋吃不完，一袋就行: of several amounts of one thing it is said which one is not meant, or that the last one is.
 * Such an order need not be asked.
 */
export function withDecided(lexed: Lexed, marks: readonly Mark[], reading: BuyerReading): BuyerReading {
  const { kind, lines, ambiguous } = reading;
  const products = new Set(lines.map(({ product }) => product));
  const [product] = products;
  if (kind !== 'order' || ambiguous.join() !== 'quantity' || products.size !== 1) return reading;
  if (isElsewise(lexed)) return reading;
  if (product === undefined || product === '' || hasOtherGoods(lexed, marks, product)) return reading;
  const said = lexed.tokens.flatMap((token, place) =>
    token.is === 'amount' ? [{ place, amount: token.amount }] : [],
  );
  const hasMore = lexed.tokens.some(({ is }) => is === 'number' || is === 'unit' || is === 'code');
  if (said.length < 2 || hasMore || !areAlike(said)) return reading;
  const meant = notDenied(lexed, said) ?? lastWord(lexed, said);
  if (meant?.amount.base === undefined) return reading;
  const { base, unit } = meant.amount;
  const isContainer = unit.isContainer && !unit.isPortion;
  const line = { product, quantity: base, measure: unit.measure, ...(isContainer && { isContainer }) };
  return { ...reading, lines: [line], ambiguous: [] };
}

/** 行不行，不行就半斤; 我妈5斤，我爸2斤就行; 家里还有两斤够吃: it hangs on what nobody knows, or is of another matter. */
const isElsewise = ({ text: { plain }, tokens }: Lexed): boolean =>
  tokens.some(({ start }) => orderWords.elsewise.at(plain, start) !== undefined);

/** All weights, or all of one container: none of them says what another one holds. */
function areAlike(said: readonly Said[]): boolean {
  const kinds = said.map(({ amount: { unit } }) => (unit.measure === 'COUNT' ? unit.word : unit.measure));
  return new Set(kinds).size === 1;
}

/** Of 八斤不是八十斤 the first; where all but one are denied. */
function notDenied(lexed: Lexed, said: readonly Said[]): Said | undefined {
  const denied = said.filter(({ place }) => isBehind(lexed, place, 'denies'));
  const [meant, ...others] = said.filter((one) => !denied.includes(one));
  return denied.length > 0 && others.every((one) => one.amount.base === meant?.amount.base)
    ? meant
    : undefined;
}

/** The last amount, where it is said that it is enough, or that it is to be that after all. */
function lastWord(lexed: Lexed, said: readonly Said[]): Said | undefined {
  const last = said.at(-1);
  if (!last) return undefined;
  // 不够再来3斤就行 is more of it.
  if (isBehind(lexed, last.place, 'adds')) return undefined;
  const isEnough = startsAt(lexed, lexed.tokens[last.place]?.end ?? 0, 'enough', last.place);
  return isEnough || isBehind(lexed, last.place, 'afterAll') ? last : undefined;
}

/** Whether such words stand behind an amount, or behind the goods that follow it: 两瓶芝麻酱就好. */
function startsAt({ text, tokens }: Lexed, at: number, list: 'enough', place: number): boolean {
  const starts = [at, ...tokens.slice(place + 1, place + 1 + WITHIN).map(({ start }) => start)];
  return starts.some(
    (start) => orderWords[list].at(text.plain, start) !== undefined && !hasStop(text.plain, at, start),
  );
}

/** Whether such words stand right before an amount, or before the goods in front of it: 不是土豆五斤. */
function isBehind({ text, tokens }: Lexed, place: number, list: 'denies' | 'afterAll' | 'adds'): boolean {
  const end = tokens[place]?.start ?? 0;
  const first = Math.max(0, place - WITHIN);
  return tokens.slice(first, place).some(({ start }) => {
    const word = orderWords[list].at(text.plain, start)?.word;
    // 三斤还是五斤: one or the other.
    const isEither =
      list === 'afterAll' && tokens.some((other) => other.is === 'amount' && other.end === start);
    return word !== undefined && !isEither && !hasStop(text.plain, start + word.length, end);
  });
}

const WITHIN = 6;

const hasStop = (plain: string, from: number, to: number): boolean =>
  /[,;.!?…]|\d/.test(plain.slice(from, to));

/** Known goods that are not those of the order, unless it is said that they are not meant. */
function hasOtherGoods(lexed: Lexed, marks: readonly Mark[], product: string): boolean {
  const { text, tokens } = lexed;
  const first = text.said.indexOf(product);
  const isOfProduct = ({ text: word }: Token): boolean => first >= 0 && product.toLowerCase().includes(word);
  return tokens.some(
    (token, i) =>
      (marks[i] === 'B' || marks[i] === 'S') && !isOfProduct(token) && !isBehind(lexed, i, 'denies'),
  );
}

import { wants } from '../../clauses/order-mood.ts';
import type { Mark } from '../../model/goods.ts';
import { lastBetween, type PlainText, plainItemAt } from '../../plain/plain-items.ts';
import type { BuyerReading } from '../../reading.ts';

/** So few words may be anything: 切片. */
const MOST_SIGNS = 3;
const MOST_WORDS = 1;
/** Done, going on, over: 熬了半个月粥, 砸开, `exploded in the heat`. */
const DONE =
  /(?<![要够好行买来订拍错少多对])了(?!$)|[吃喝用]完|出来|[碎坏烂]|得差不多|\b[a-z]{3,}ed (?:in|on|at|to|for|by|with|an?|the|my|our|your|up|out|it|me|\d)/u;

/**
 * 4号两盒我爸不爱吃: beside a number of goods and its amount the clause says more, and nothing in the message wants
 * anything. Whether it orders is asked.
 */
export function isDoubtful(plain: PlainText, reading: BuyerReading): boolean {
  if (reading.kind !== 'order' || !reading.lines.some(({ quantity }) => quantity !== null)) return false;
  const said = plain.text.plain;
  const isNumbered = reading.lines.some(({ item }) => item !== undefined);
  return (
    !wants(said) &&
    toClauses(plain).some((clause) => isOdd(plain, clause, reading) && (isNumbered || isDone(plain, clause)))
  );
}

function isDone({ text, tokens }: PlainText, clause: readonly number[]): boolean {
  const [first, last] = [tokens[clause[0] ?? 0], tokens[clause.at(-1) ?? 0]];
  return DONE.test(text.plain.slice(first?.start, last?.end));
}

/** Clauses end at signs, and at blanks behind Han signs: 快吃完了 红枣两斤. */
function toClauses({ text, tokens }: PlainText): number[][] {
  const clauses: number[][] = [[]];
  for (const [i, token] of tokens.entries()) {
    if (/\p{Script=Han}\s+$/u.test(text.plain.slice(0, token.start))) clauses.push([]);
    if (token.is === 'sign' && /[,;.!?]/.test(token.text)) clauses.push([]);
    else clauses.at(-1)?.push(i);
  }
  return clauses;
}

function isOdd(plain: PlainText, clause: readonly number[], { lines }: BuyerReading): boolean {
  const { tokens, marks } = plain;
  if (!clause.some((i) => tokens[i]?.is === 'amount')) return false;
  let signs = 0;
  let words = 0;
  for (let n = 0; n < clause.length; n += 1) {
    const i = clause[n] ?? 0;
    const last = plainItemAt(plain, i)?.last ?? lastBetween(plain, i);
    if (last !== undefined) n += last - i;
    else if (tokens[i]?.is === 'word' && !isNamed(marks[i], tokens[i]?.text ?? '', lines))
      if (/[a-z]/.test(tokens[i]?.text ?? '')) words += 1;
      else signs += 1;
  }
  return signs > MOST_SIGNS || words > MOST_WORDS;
}

const isNamed = (mark: Mark | undefined, text: string, lines: BuyerReading['lines']): boolean =>
  Boolean(mark) || lines.some(({ product }) => product.toLowerCase().includes(text));

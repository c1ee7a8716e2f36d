import { THOUSAND } from '../../lexer/numbers.ts';
import type { Lexed, Token } from '../../lexer/tokens.ts';
import type { BuyerLine, BuyerReading } from '../../reading.ts';
import { orderWords } from './order-words.ts';

/** 5袋，再加2袋，拢共7袋: of one thing what all amounts make together, where the last one says just that. */
export function withSum({ text, tokens }: Lexed, reading: BuyerReading): BuyerReading {
  const { kind, lines } = reading;
  if (kind !== 'order') return reading;
  const isTotal = (token: Token): boolean => orderWords.total.at(text.plain, token.start) !== undefined;
  const product = onlyProduct(lines);
  if (product === undefined) return tokens.some(isTotal) ? withEach(tokens, reading) : reading;
  const counted = tokens.filter(({ is }) => is === 'amount' || is === 'number');
  const [last, ...parts] = counted.map(baseOf).reverse();
  const [first] = counted;
  const measures = new Set(counted.flatMap((token) => (token.is === 'amount' ? [token.amount.unit] : [])));
  const isOneMeasure = new Set([...measures].map(({ measure }) => measure)).size === 1;
  const sum = parts.reduce<number>((all, part) => all + (part ?? Number.NaN), 0);
  if (parts.length < 2 || !isOneMeasure || sum !== last || first?.is !== 'amount') return reading;
  if (!tokens.some((token) => token.start > first.end && isTotal(token))) return reading;
  const { measure, isContainer } = first.amount.unit;
  const line: BuyerLine = { product, quantity: sum, measure, ...(isContainer && { isContainer }) };
  return { ...reading, lines: [line], ambiguous: reading.ambiguous.filter((asked) => asked !== 'quantity') };
}

/** 绿豆黄豆黑豆每样一斤，一共三斤: what several make together is no amount of the last one. */
function withEach(tokens: readonly Token[], reading: BuyerReading): BuyerReading {
  const total = tokens.findLast(({ is }) => is === 'amount');
  const [{ quantity: each } = { quantity: null }, ...others] = reading.lines;
  const last = others.at(-1)?.quantity;
  const isEach = others.slice(0, -1).every(({ quantity }) => quantity === each);
  const isAsked = last === null && reading.lines.length > 2;
  if (total?.is !== 'amount' || each === null || !isEach || (last !== total.amount.base && !isAsked))
    return reading;
  if (each * reading.lines.length !== total.amount.base) return reading;
  return {
    ...reading,
    lines: reading.lines.map((line) => ({ ...line, quantity: each })),
    ambiguous: reading.ambiguous.filter((asked) => asked !== 'quantity'),
  };
}

/** The one thing that all lines are of. */
function onlyProduct(lines: readonly BuyerLine[]): string | undefined {
  const names = new Set(lines.map(({ product }) => product).filter(Boolean));
  return lines.length > 0 && names.size < 2 ? ([...names][0] ?? '') : undefined;
}

/** A bare number counts what the first amount counts: 4 jars and 2 more, 6 in all. */
function baseOf(token: Token): number | undefined {
  if (token.is === 'amount') return token.amount.base;
  return token.is === 'number' && token.value !== undefined ? token.value / THOUSAND : undefined;
}

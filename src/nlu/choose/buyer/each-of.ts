import type { Lexed } from '../../lexer/tokens.ts';
import type { Mark } from '../../model/goods.ts';
import type { BuyerLine, BuyerReading } from '../../reading.ts';
import { orderWords } from './order-words.ts';

/** Some known goods, and the amount that each of them is to have. */
interface Run {
  readonly products: readonly string[];
  readonly quantity: number;
  readonly measure: BuyerLine['measure'];
  readonly isContainer: boolean;
}

/** 木耳、银耳、香菇，三样各半斤: of known goods in a row each has the amount behind, however few of them were taken. */
export function withEachOfRow(lexed: Lexed, marks: readonly Mark[], reading: BuyerReading): BuyerReading {
  const [run, ...others] =
    reading.kind === 'order' ? findRuns(lexed, withNames(lexed, marks, reading.lines)) : [];
  if (!run || others.length > 0) return reading;
  const { products, quantity, measure, isContainer } = run;
  const isOfRow = ({ product }: BuyerLine): boolean => products.includes(product);
  const isOther = (line: BuyerLine): boolean =>
    isOfRow(line) && line.quantity !== null && line.quantity !== quantity;
  const first = reading.lines.findIndex(isOfRow);
  if (first < 0 || reading.lines.some(isOther)) return reading;
  if (reading.lines.some(({ item }) => item !== undefined)) return reading;
  const row = products.map(
    (product): BuyerLine => ({
      product,
      quantity,
      measure,
      ...(isContainer && { isContainer }),
    }),
  );
  const rest = (some: readonly BuyerLine[]): BuyerLine[] => some.filter((line) => !isOfRow(line));
  const lines = [...rest(reading.lines.slice(0, first)), ...row, ...rest(reading.lines.slice(first))];
  const isOpen = lines.some((line) => line.quantity === null);
  return {
    ...reading,
    lines,
    ambiguous: reading.ambiguous.filter((asked) => asked !== 'quantity' || isOpen),
  };
}

/** Names that were taken, though nobody knew them, stand in a row as known ones do. */
function withNames({ text, tokens }: Lexed, marks: readonly Mark[], lines: readonly BuyerLine[]): Mark[] {
  const all = [...marks];
  for (const { product } of lines) {
    const start = product === '' ? -1 : text.said.indexOf(product);
    const inside = tokens.flatMap((token, i) =>
      token.start >= start && token.end <= start + product.length ? [i] : [],
    );
    if (start < 0 || inside.some((i) => marks[i])) continue;
    for (const [n, i] of inside.entries())
      all[i] = inside.length === 1 ? 'S' : n === 0 ? 'B' : n === inside.length - 1 ? 'E' : 'I';
  }
  return all;
}

function findRuns({ text, tokens }: Lexed, marks: readonly Mark[]): Run[] {
  return tokens.flatMap((token, i) => {
    const word = orderWords.eachOfRow.at(text.plain, token.start)?.word;
    const end = token.start + (word?.length ?? 0);
    const amount = word ? tokens.find(({ start }) => start === end) : undefined;
    if (amount?.is !== 'amount' || amount.amount.base === undefined) return [];
    const { base, unit } = amount.amount;
    const products = namesBefore({ text, tokens }, marks, i);
    const isContainer = unit.isContainer && !unit.isPortion;
    return products.length > 1 ? [{ products, quantity: base, measure: unit.measure, isContainer }] : [];
  });
}

/** The known names that end before a place, with nothing but small words between them; none where another word is. */
function namesBefore({ text, tokens }: Lexed, marks: readonly Mark[], end: number): string[] {
  const names: string[] = [];
  let last = -1;
  for (let i = end - 1; i >= 0; i -= 1) {
    const token = tokens[i];
    const mark = marks[i] ?? '';
    if (mark === 'E') last = i;
    else if (mark === 'S' || mark === 'B') {
      names.unshift(text.said.slice(token?.start, tokens[mark === 'S' ? i : last]?.end));
    } else if (mark === '' && !isBetween({ text, tokens }, i))
      return isStart({ text, tokens }, i) && !isDenied(text.plain, tokens[i + 1]?.start) ? names : [];
  }
  return names;
}

/** 不要苹果，红枣黄豆各5斤: what stands first is not wanted. */
const isDenied = (plain: string, at = 0): boolean =>
  /(?:[不甭唔勿莫](?!错|管|用说)|别(?!忘)|没(?!事|问题|错))\p{Script=Han}{0,3}\s*$/u.test(plain.slice(0, at));

const isBetween = ({ text, tokens }: Lexed, i: number): boolean => {
  const token = tokens[i];
  if (!token) return false;
  if (token.is === 'sign') return /^[、,，/&+]$/.test(token.text);
  return tokens.some(({ start }, from) => {
    const word = from <= i ? orderWords.inRow.at(text.plain, start)?.word : undefined;
    return word !== undefined && start + word.length >= token.end;
  });
};

/** A row begins behind an amount, a stop, a word that wants: another word may be a name that is not known. */
const isStart = ({ text, tokens }: Lexed, i: number): boolean => {
  const token = tokens[i];
  return (
    token?.is === 'amount' ||
    token?.is === 'sign' ||
    tokens.some(({ start }, from) => {
      const word = from <= i ? orderWords.beforeRow.at(text.plain, start)?.word : undefined;
      return word !== undefined && start + word.length === token?.end;
    })
  );
};

import { readFileSync } from 'node:fs';
import { readBuyer, readSeller } from '../../src/nlu/read.ts';
import type { BuyerReading, SellerReading } from '../../src/nlu/reading.ts';
import type { Part } from './parts.ts';

interface Entry<Reading> {
  readonly message: string;
  readonly reading: Reading;
}

interface Judged {
  readonly message: string;
  readonly expected: unknown;
  readonly got: unknown;
  readonly isExact: boolean;
  /** A number, unit or phone was stated that was not meant: the worst that a reader can do. */
  readonly isWrong: boolean;
  /** Something was asked or left open that was said clearly. */
  readonly isNuisance: boolean;
}

export interface Score {
  readonly messages: number;
  /** Shares from 0 to 1. */
  readonly exact: number;
  readonly wrong: number;
  readonly needless: number;
  readonly misses: readonly Judged[];
}

export type Side = 'buyer' | 'seller';

/** Reads every message of a corpus, from one entry up to another, and compares. */
export function scoreOf(
  as: Side,
  corpus = new URL(`${as}.jsonl`, import.meta.url),
  from = 0,
  to = Number.POSITIVE_INFINITY,
  part?: Part,
): Score {
  const lines = readFileSync(corpus, 'utf8').split('\n').filter(Boolean).slice(from, to);
  const entries = lines.map((line) => JSON.parse(line)).filter((entry) => !part || entry.part === part);
  const judged = entries.map((entry) => (as === 'buyer' ? judgeBuyer(entry) : judgeSeller(entry)));
  const share = (of: (one: Judged) => boolean): number => judged.filter(of).length / judged.length;
  return {
    messages: judged.length,
    exact: share((one) => one.isExact),
    wrong: share((one) => one.isWrong),
    needless: share((one) => one.isNuisance),
    misses: judged.filter((one) => !one.isExact),
  };
}

/**
 * The older messages, those of many writers by part, and those of writers who came later: never learned from, but for
 * most writers of the sixth, the seventh and the eighth.
 */
const parts = [
  'first',
  'train',
  'dev',
  'test',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth train',
  'sixth dev',
  'seventh train',
  'seventh test',
  'eighth train',
  'eighth test',
] as const;
/** `by-rule`: what viewers of a stream type by number and by name, which rules decide; never learned from. */
export const corpusParts = { buyer: [...parts, 'by-rule'], seller: parts } as const;
export type CorpusPart = (typeof corpusParts)[Side][number];

/** Nobody looks into these; they are scored alone. */
export const isLater = (part: CorpusPart): boolean =>
  ['second', 'third', 'fourth', 'fifth', 'seventh test', 'eighth test'].includes(part);

export function scorePart(side: Side, part: CorpusPart): Score {
  const { name, of } = placeOf(part);
  const file = new URL(`${part === 'first' ? side : `${name}-${side}`}.jsonl`, import.meta.url);
  return scoreOf(side, file, 0, Number.POSITIVE_INFINITY, of);
}

/** The corpus that a part is in, and which of its writers it is: `sixth dev`. */
function placeOf(part: CorpusPart): { name: string; of?: Part } {
  const [name = part, of] = part.split(' ');
  if (isPart(name)) return { name: 'fresh', of: name };
  return of !== undefined && isPart(of) ? { name, of } : { name };
}

const isPart = (word: string): word is Part => ['train', 'dev', 'test'].includes(word);

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function judgeBuyer({ message, reading: expected }: Entry<BuyerReading>): Judged {
  const got = readBuyer(message);
  const linesOf = ({ lines }: BuyerReading): unknown[] =>
    lines.map(({ product, quantity, measure }) => [product, quantity, measure]);
  const recipientOf = ({ recipient }: BuyerReading): unknown =>
    recipient && [recipient.name, recipient.phone, recipient.address];
  const isWrongLine = (line: BuyerReading['lines'][number], i: number): boolean =>
    line.quantity !== null &&
    !(expected.lines[i]?.quantity === line.quantity && expected.lines[i]?.measure === line.measure);
  const isClear = expected.ambiguous.length === 0 && expected.lines.every((line) => line.quantity !== null);
  const phone = got.recipient?.phone ?? null;
  return {
    message,
    expected,
    got,
    isExact:
      kindOf(got) === kindOf(expected) &&
      same(linesOf(got), linesOf(expected)) &&
      same(recipientOf(got), recipientOf(expected)),
    isWrong: got.lines.some(isWrongLine) || (phone !== null && phone !== (expected.recipient?.phone ?? null)),
    isNuisance: isClear && (got.ambiguous.length > 0 || got.lines.some((line) => line.quantity === null)),
  };
}

/** Who and where alone may be called an order or not. */
const kindOf = ({ kind, lines, recipient }: BuyerReading): string =>
  lines.length === 0 && recipient && kind === 'other' ? 'order' : kind;

function judgeSeller({ message, reading: expected }: Entry<SellerReading>): Judged {
  const got = readSeller(message);
  const isSilent = expected.kind === 'stream' || expected.kind === 'other';
  const numbersOf = ({ measure, price, priceQuantity, stock, packs }: SellerReading): unknown[] => [
    measure,
    price,
    priceQuantity,
    stock && [stock.mode, stock.quantity],
    packs,
  ];
  const isOther = (value: unknown, i: number): boolean =>
    value !== null && !same(value, []) && !same(value, numbersOf(expected)[i]);
  return {
    message,
    expected,
    got,
    isExact:
      got.kind === expected.kind &&
      same(numbersOf(got), numbersOf(expected)) &&
      (isSilent || got.title === expected.title),
    isWrong: numbersOf(got).some(isOther),
    isNuisance: expected.ambiguous.length === 0 && got.ambiguous.length > 0,
  };
}

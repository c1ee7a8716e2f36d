import { findCueClasses } from '../../clauses/cues.ts';
import type { Amount, Lexed } from '../../lexer/tokens.ts';
import type { BuyerLine, BuyerReading } from '../../reading.ts';
import { orderWords } from './order-words.ts';

/** Longer words are no kind of anything. */
const MOST_SIGNS = 4;

/** 五香 holds a word of taste. */
const NO_OTHER = new Set(['', 'taste', '+']);

const SIZE = /[大中小]/u;

interface Part {
  readonly kind: string;
  readonly amount: Amount;
}

/** 要两罐蜂蜜，一罐槐花的一罐枣花的: how much of each kind, and together what was said first. Each kind is a line of its own. */
export function withKindsOfWhole(lexed: Lexed, reading: BuyerReading): BuyerReading {
  const [whole] = reading.lines;
  if (reading.kind !== 'order' || !whole || whole.product === '') return reading;
  const amounts = lexed.tokens.filter(({ is }) => is === 'amount');
  const [first] = amounts;
  const parts = partsIn(lexed);
  if (first?.is !== 'amount' || parts.length < 2 || parts.length !== amounts.length - 1) return reading;
  const { base, unit } = first.amount;
  const sum = parts.reduce((all, { amount }) => all + (amount.base ?? Number.NaN), 0);
  if (sum !== base || parts.some(({ amount }) => amount.unit.word !== unit.word)) return reading;
  const isContainer = unit.isContainer && !unit.isPortion;
  const lines = parts.map(
    ({ kind, amount }): BuyerLine => ({
      product: `${kind}${whole.product}`,
      quantity: amount.base ?? null,
      measure: unit.measure,
      ...(isContainer && { isContainer }),
    }),
  );
  return { ...reading, lines, ambiguous: reading.ambiguous.filter((asked) => asked !== 'quantity') };
}

/** 一罐槐花的: an amount, a few signs that are no other words, and what such words end with. */
function partsIn(lexed: Lexed): Part[] {
  const { text, tokens } = lexed;
  const classes = findCueClasses(lexed);
  return tokens.flatMap((token, i) => {
    if (token.is !== 'amount') return [];
    for (
      let n = 1;
      n <= MOST_SIGNS && tokens[i + n]?.is === 'word' && NO_OTHER.has(classes[i + n] ?? '');
      n += 1
    ) {
      const end = tokens[i + n]?.end ?? 0;
      // 原味的: the taste is part of the kind.
      const word = orderWords.ends.at(text.plain, end)?.word;
      if (!word || word.startsWith('味')) continue;
      // 一瓶送礼的, 一箱老师的: what it is for, or whose.
      const start = tokens[i + 1]?.start ?? 0;
      if (!orderWords.kinds.at(text.plain, start) && !SIZE.test(text.plain.charAt(start))) continue;
      return [{ kind: text.said.slice(tokens[i + 1]?.start, end), amount: token.amount }];
    }
    return [];
  });
}

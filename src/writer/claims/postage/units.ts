import { type Amount, PIECE } from '../numbers/amounts.ts';
import { allContainers } from '../numbers/packaging.ts';
import type { Span } from '../phrases.ts';
import { type Token, toTokens } from './tokens.ts';

/** What stands between two marks of a text, by what it says of the post. */
export interface Unit extends Span {
  readonly tokens: readonly Token[];
  /** The signs of its words in order, without those that say nothing. */
  readonly signs: string;
  /** Whether a sentence begins with it. */
  readonly isFirst: boolean;
}

export function toUnits(text: string): Unit[] {
  const units: Unit[] = [];
  let tokens: Token[] = [];
  let isFirst = true;
  const close = (mark?: Token): void => {
    const [start, end] = [tokens[0], tokens.at(-1)];
    if (start && end) {
      const told = withMoney(tokens);
      units.push({ from: start.from, to: end.to, tokens: told, signs: signsOf(told), isFirst });
      isFirst = false;
    }
    if (mark && SENTENCE_END.test(mark.words)) isFirst = true;
    tokens = [];
  };
  for (const one of toTokens(text))
    if (one.sign === ',') close(one);
    else tokens.push(one);
  close();
  return units;
}

/** A question is answered by what follows it. */
const SENTENCE_END = /[。!;\n.]/u;

const signsOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ sign }) => sign)
    .filter((sign) => sign !== 'l')
    .join('');

const BARE_NUMBER = /^(?:\d+(?:\.\d+)?|[a-z]+)$/i;
const OF_MONEY = /^[EFTIA]$/;

const IS = /^(?:is|are|at)$/i;

/** 6 of `plus 6`, 30 of `by post is 30`: a bare number beside what is paid; four of `take four` are of what is sold. */
function withMoney(tokens: readonly Token[]): Token[] {
  const telling = tokens.filter(({ sign }) => sign !== 'l');
  const [first] = tokens.filter(({ sign }) => sign === 'Q');
  return tokens.map((one, i) => {
    const { amount } = one;
    if (one.sign !== 'Q' || !amount || amount.of.join() !== PIECE || !BARE_NUMBER.test(one.words)) return one;
    const at = telling.indexOf(one);
    const [before, behind] = [telling[at - 1], telling[at + 1]];
    const isFee = behind?.sign === 'F' && behind.from - one.to <= 1;
    const isPaid = OF_MONEY.test(before?.sign ?? '') || /^[ETIA]$/.test(behind?.sign ?? '') || isFee;
    const isPrice = IS.test(tokens[i - 1]?.words ?? '') && tokens[i + 1]?.sign !== '?';
    if (isPaid || isPrice) return { ...one, sign: 'A', amount: { ...amount, of: ['yuan'] } };
    const isAlone = first === one && tokens[i + 1]?.sign !== '?';
    return isAlone ? { ...one, amount: { ...amount, of: [PIECE, ...allContainers()] } } : one;
  });
}

export const tokensWith = ({ tokens }: Unit, signs: string): Token[] =>
  tokens.filter(({ sign }) => signs.includes(sign));

/** How much is bought, and on which side of it the unit speaks: 两袋起, 不满四瓶, over 100 yuan. */
export interface Bought {
  readonly amount: Amount;
  readonly side: 'from' | 'below' | 'just';
}

export function findBought(unit: Unit): Bought[] {
  const telling = unit.tokens.filter(({ sign }) => sign !== 'l');
  return telling.flatMap((one, i): Bought[] => {
    if (!one.amount) return [];
    const [before, behind] = [telling[i - 1]?.sign, telling[i + 1]?.sign];
    const side =
      before === 'U' || behind === 'U' ? 'below' : before === 'B' || behind === 'B' ? 'from' : 'just';
    // A sum of money is bought for where it bounds what is bought.
    return one.sign === 'Q' || (one.sign === 'A' && side !== 'just') ? [{ amount: one.amount, side }] : [];
  });
}

/** Sums that are paid, and not a bound of what is bought for. */
export const findSums = (unit: Unit): Token[] => {
  const bounds = findBought(unit).map(({ amount }) => amount);
  return tokensWith(unit, 'A').filter(({ amount }) => amount && !bounds.includes(amount));
};

/** Whether nobody but the seller pays, by what a unit says; `isOfFee` where the fee was named before: 四瓶就免了. */
export function readPayer({ signs, tokens }: Unit, isOfFee: boolean): 'seller' | 'buyer' | undefined {
  const rest = signs.replaceAll(/[AQPBUSORHZTo]/g, '');
  if (/NK/.test(rest)) return 'seller';
  if (/N+[GW]|FM+N|M+NV*F|WN|GN/.test(rest)) return 'buyer';
  if (/K/.test(rest) && (isOfFee || rest.includes('F'))) return 'buyer';
  if (/G|N[YMV]*F|FY*N|FV?W|W+F|FV*M|M+V*F|F\?V/.test(rest)) return 'seller';
  if (/FY+V|YV+F|VF/.test(rest) && !signs.includes('A')) return 'buyer';
  if (isOfFee && /^PW$/.test(signs)) return 'seller';
  if (/I/.test(rest) && !signs.includes('A')) return 'seller';
  const isShort = tokens.some(({ sign, words }) => sign === 'W' && /^(?:免|省|free|waived)/iu.test(words));
  return isOfFee && isShort ? 'seller' : undefined;
}

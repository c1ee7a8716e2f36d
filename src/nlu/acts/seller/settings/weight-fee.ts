import { lex } from '../../../lexer/lexer.ts';
import { isQuantity, type Token } from '../../../lexer/tokens.ts';
import { readSeller } from '../../../read.ts';
import { splitClauses } from '../../clauses.ts';
import { phrasePattern, phrasePatterns } from '../../phrases.ts';
import { settingWords } from './setting-lexicon.ts';

/** So much up to a weight, and so much for each step beyond it. Grams and fen. */
export interface WeightFee {
  readonly is: 'weight-fee';
  readonly firstGrams: number;
  readonly firstFee: number;
  readonly stepGrams: number;
  readonly stepFee: number;
}

const { first, step } = phrasePatterns(settingWords.weight);
const named = phrasePattern(settingWords.fee.named);
const steps = phrasePattern(settingWords.weight.step, 'g');
const plus = phrasePattern(settingWords.weight.plus, 'g');

/** 前面三斤是八块钱，超过的一斤加一块五; first 2 kg 10, every kilo after that 3. */
export function readWeightFee(message: string): WeightFee | undefined {
  const { text, tokens } = lex(message.replace(plus, ' 加'));
  const from = tokens.find((token) => fenFrom(token) !== undefined);
  const border = from && [...text.plain.matchAll(steps)].find(({ index }) => index >= from.end)?.index;
  if (border === undefined || !step.test(text.plain)) return undefined;
  const head = text.plain.slice(0, border);
  if (!named.test(text.plain) && (!first.test(head) || namesGoods(message))) return undefined;
  const [begin, more] = [
    partFrom(tokens.filter(({ end }) => end <= border)),
    partFrom(tokens.filter(({ start }) => start >= border)),
  ];
  return begin && more
    ? {
        is: 'weight-fee',
        firstGrams: begin.grams,
        firstFee: begin.fee,
        stepGrams: more.grams,
        stepFee: more.fee,
      }
    : undefined;
}

/** 苹果前三斤8块: a price; 头 and 往后 are no goods. */
const namesGoods = (message: string): boolean =>
  splitClauses(message).some((clause) => {
    const title = readSeller(clause).title ?? '';
    return [...title.replace(first, '').replace(step, '').trim()].length > 1;
  });

/** One weight and one sum, and nothing else that counts. */
function partFrom(tokens: readonly Token[]): { grams: number; fee: number } | undefined {
  const weights = tokens.flatMap((token) => gramsFrom(token) ?? []);
  const sums = tokens.flatMap((token) => fenFrom(token) ?? []);
  // Each extra kilo: each counts nothing.
  const counted = tokens.filter((token) => isQuantity(token) && (token.is !== 'unit' || isWeight(token)));
  const [grams, fee] = [weights[0], sums[0]];
  const isPlain = weights.length === 1 && sums.length === 1 && counted.length === 2;
  return isPlain && grams !== undefined && fee !== undefined && grams > 0 ? { grams, fee } : undefined;
}

function gramsFrom(token: Token): number | undefined {
  return isWeight(token) ? token.amount.base : undefined;
}

const isWeight = (token: Token): token is Extract<Token, { is: 'amount' | 'unit' }> =>
  (token.is === 'amount' || token.is === 'unit') && token.amount.unit.measure === 'MASS';

function fenFrom(token: Token): number | undefined {
  if (token.is === 'money') return token.fen;
  return token.is === 'number' && token.value !== undefined ? token.value / 10 : undefined;
}

import { lex } from '../../lexer/lexer.ts';
import { isQuantity, type Token } from '../../lexer/tokens.ts';
import type { SellerReading } from '../../reading.ts';
import { noNames } from './title-words.ts';

// `Dried apricots 44 yuan/kg, 30 kg`: a name, a price for a unit, an amount, and not a word beside them.

const MOST_WORDS = 4;

/** The offer that a message is, where it is nothing else; for names that nobody has learned. */
export function readPlainOffer(message: string): SellerReading | undefined {
  const { text, tokens } = lex(message);
  const all = tokens.filter(({ is }) => is !== 'sign');
  const first = all.findIndex((token) => token.is !== 'word');
  const [money, unit, amount, ...others] = first < 1 ? [] : all.slice(first);
  if (first < 1 || first > MOST_WORDS || others.length > 0) return undefined;
  if (money?.is !== 'money' || money.fen === undefined || !isUnit(unit)) return undefined;
  const isCut = tokens.slice(0, first).some(({ is }) => is === 'sign');
  const names = all.slice(0, first);
  if (isCut || !names.every(({ text: word }) => LATIN.test(word) && !noNames.has(word))) return undefined;
  const base = amount?.is === 'amount' ? amount.amount.base : undefined;
  const { measure } = unit.amount.unit;
  if (unit.amount.base === undefined || (amount && (base === undefined || !isOf(amount, measure))))
    return undefined;
  return {
    kind: 'product',
    title: text.said.slice(names[0]?.start, names.at(-1)?.end),
    measure,
    price: money.fen,
    priceQuantity: unit.amount.base,
    stock: base === undefined ? null : { mode: 'set', quantity: base },
    packs: [],
    ambiguous: [],
  };
}

const LATIN = /^[a-z'’-]+$/;
const isUnit = (token: Token | undefined): token is Extract<Token, { is: 'unit' | 'amount' }> =>
  token !== undefined &&
  isQuantity(token) &&
  (token.is === 'unit' || (token.is === 'amount' && token.amount.isOne)) &&
  !token.amount.unit.isContainer;

const isOf = (token: Token, measure: string): boolean =>
  token.is === 'amount' && token.amount.unit.measure === measure && !token.amount.unit.isContainer;

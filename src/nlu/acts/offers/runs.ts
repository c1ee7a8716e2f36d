import { lex } from '../../lexer/lexer.ts';
import { isQuantity, type Token } from '../../lexer/tokens.ts';
import type { Known } from '../../model/goods.ts';
import { knownGoodsFor, type ReadContext, readSeller } from '../../read.ts';
import { readNumber } from '../../rules/lexer/numbers.ts';

// 红豆6块绿豆7块: several goods in one breath, with no sign between them.

/** The parts of a clause that are about one thing each. */
export function splitRun(typed: string, context: ReadContext): string[] {
  const known = knownGoodsFor(context);
  return cutAtNames(typed, known).flatMap((piece) => cutAtPrices(piece, context));
}

/** Known goods right behind an amount begin another part. */
function cutAtNames(typed: string, known: Known): string[] {
  const clause = withSpokenSums(typed, known);
  const { text, tokens } = lex(clause);
  if (tokens.filter(isQuantity).length < 2) return [typed];
  const starts = tokens.filter((token, i) => {
    const before = tokens[i - 1];
    return (
      before && isQuantity(before) && token.is === 'word' && known.at(text.plain, token.start) !== undefined
    );
  });
  return cutAt(text.said, starts);
}

/** 鲜花椒28块一斤五十斤干花椒68块一斤: so does any name with a price for a unit behind it, where each part is an offer. */
function cutAtPrices(clause: string, context: ReadContext): string[] {
  const { text, tokens } = lex(clause);
  const starts = tokens.filter((token, i) => {
    const before = tokens[i - 1];
    return before && isQuantity(before) && token.is === 'word' && isPricedName(tokens.slice(i));
  });
  const pieces = starts.length > 0 ? cutAt(text.said, starts) : [];
  const isOffers = pieces.every((piece) => {
    const { kind, title, price } = readSeller(piece, context);
    return kind === 'product' && title !== null && price !== null;
  });
  return pieces.length > 1 && isOffers ? pieces : [clause];
}

const ALSO = /^(?:另外|然后|再)?(?:还有|仲有|也有|再有|还卖|也卖|also|plus|and|then)\s*/iu;

/** 还有芝麻酱一瓶二十五: one more that is offered, and nothing that is left. */
export function withoutAlso(piece: string): string {
  const rest = piece.replace(ALSO, '');
  return rest !== piece && isPricedName(lex(rest).tokens) ? rest : piece;
}

const MOST_WORDS = 8;

/** A few words, and behind them money for one of a unit, or one of a unit for so much. */
function isPricedName(tokens: readonly Token[]): boolean {
  const end = tokens.findIndex(({ is }) => is !== 'word');
  const [first, second] = tokens.slice(end).filter(({ is, text }) => is !== 'sign' || text !== '/');
  if (end < 2 || end > MOST_WORDS || !first || !second) return false;
  return (isSum(first) && isOne(second)) || (isOne(first) && isSum(second));
}

const isSum = ({ is }: Token): boolean => is === 'money' || is === 'number';
const isOne = (token: Token): boolean => token.is === 'unit' || (token.is === 'amount' && token.amount.isOne);

function cutAt(said: string, starts: readonly Token[]): string[] {
  const cuts = [0, ...starts.map(({ start }) => start), said.length];
  return cuts.slice(1).map((end, i) => said.slice(cuts[i], end).trim());
}

/** 五斤装九十五红枣: a sum in Han signs runs into the goods behind it, as telephones write down what is dictated. */
const withSpokenSums = (clause: string, known: Known): string =>
  clause.replace(SPOKEN_SUM, (run, at: number) => {
    const plain = clause.toLowerCase();
    const isSpoken = known.at(plain, at + run.length) !== undefined && known.at(plain, at) === undefined;
    const value = isSpoken ? readNumber(run) : undefined;
    return value === undefined ? run : String(value / 1_000);
  });

const SPOKEN_SUM = /(?<=[斤两克个瓶袋箱盒包装枚只条])[一二两三四五六七八九十百]{2,}(?=\p{Script=Han}{2})/gu;

import { GRAMS } from '../../shop/values/quantity.ts';
import { offerWords } from '../clauses/offer-words.ts';
import { THOUSAND } from '../lexer/numbers.ts';
import type { Lexed, Token } from '../lexer/tokens.ts';
import type { SellerReading } from '../reading.ts';

const STOCKS = new Set(['SET', 'ADD', 'SUB']);

/** Whether a way to take a message states as a stock or a price what the words before it say is none. */
export function isRefused(
  { text, tokens }: Lexed,
  { reading, tags }: { readonly reading: SellerReading; readonly tags: readonly string[] },
): boolean {
  if (isForNothing(reading)) return true;
  // Of several amounts one may have gone, and another be left.
  const isAlone = tokens.filter(({ is }) => is === 'amount').length === 1;
  return tokens.some((token, i) => {
    const tag = tags[i] ?? 'O';
    const before = text.plain.slice(0, token.start);
    if (tag === 'PR') return isNoPrice(before, text.plain.slice(token.end));
    // 羊肉38 整只36: no price is for a number of nothing.
    if (tag === 'PER') return token.is === 'number' && token.value !== THOUSAND && !/\/\s*$/.test(before);
    if (!STOCKS.has(tag)) return false;
    if (tag !== 'SUB' && isTaken(before, text.plain.slice(token.end))) return true;
    if (reading.kind === 'stock' && isAlone && goesAgainst(tag, text.plain, token)) return true;
    if (offerWords.tierBehind.test(text.plain.slice(token.end))) return true;
    if (token.is === 'number' && PACK.test(before)) return true;
    return offerWords.leastBefore.test(before) || (reading.title === null && countsOrders(token));
  });
}

/** So much it moves by, is the fee, is asked elsewhere, or is asked about. */
const isNoPrice = (before: string, behind: string): boolean =>
  [offerWords.moved, offerWords.feeBefore, offerWords.toldBefore].some((words) => words.test(before)) ||
  offerWords.judgedBehind.test(behind);

/** Take 4 kg off the stock. */
const isTaken = (before: string, behind: string): boolean =>
  offerWords.takenBefore.test(before) &&
  (offerWords.takenBehind.test(behind) || /\p{Script=Han}\s*$/u.test(before));

/** What came is not what went, nor all that there is: received 25 kg; what went did not come: 3 jars broke. */
function goesAgainst(tag: string, plain: string, token: Token): boolean {
  if (isTakenOff(plain)) return tag !== 'SUB';
  // New batch, 18 kg walnuts: the word may stand in another clause.
  const here = directionIn(clauseAround(plain, token));
  const way = here ?? directionIn(plain);
  if (way === undefined || offerWords.there.test(plain)) return false;
  if (way === 'came') return tag !== 'ADD';
  return here ? tag !== 'SUB' : tag === 'ADD';
}

/** 有五个锅盔烙糊咧，扣掉: what was there went. */
const isTakenOff = (plain: string): boolean =>
  offerWords.takenOff.test(plain) && !offerWords.came.test(plain) && !offerWords.remain.test(plain);

function directionIn(clause: string): 'came' | 'went' | undefined {
  const [came, went] = [offerWords.came.test(clause), offerWords.went.test(clause)];
  if (came === went) return undefined;
  return came ? 'came' : 'went';
}

const CLAUSE_ENDS = /[,;!?]|\.(?!\d)|\b(?:and|but|then|while)\b/u;

function clauseAround(plain: string, { start, end }: Token): string {
  const before = plain.slice(0, start).split(CLAUSE_ENDS).at(-1) ?? '';
  const [behind = ''] = plain.slice(end).split(CLAUSE_ENDS);
  return before + plain.slice(start, end) + behind;
}

/** 小米 6.5 500斤: no five hundred 斤 cost so little. */
const isForNothing = ({ price, priceQuantity, measure }: SellerReading): boolean =>
  measure === 'MASS' &&
  price !== null &&
  priceQuantity !== null &&
  price * GRAMS.jin < LEAST_FEN * priceQuantity;

/** The least that anybody asks for a 斤. */
const LEAST_FEN = 10;

/** 20斤装95: what the pack costs. */
const PACK = /[斤两克升g]装\s*$/u;

/** 还有16单没打包: orders that wait, where no goods are named. */
const countsOrders = (token: Token): boolean => token.is === 'amount' && token.amount.unit.word === '单';

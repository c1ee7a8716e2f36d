import type { Measure } from '../../shop/values/quantity.ts';
import { offerWords } from '../clauses/offer-words.ts';
import { lex, type Token } from './lexer/lexer.ts';

/** "2 yuan dearer": fen up (or down, below zero) for `per` base units; nothing where no unit was named. */
export interface PriceMove {
  readonly fen: number;
  readonly per: { readonly base: number; readonly measure: Measure } | undefined;
}

const up = /贵|涨|加|提|抬|上调|上浮|调高|多收|dearer|expensive|\bup\b|rais|increas|\bmore\b|add/;
const down =
  /便宜|降|减|少收|少要|少卖|下调|调低|往下|落|跌|抹|优惠|让利|cheap|less|\boff\b|\bdown\b|drop|cut|lower|reduc/;

/** By how much a message moves a price; nothing where that is not certain. Only the catalogue knows what comes of it. */
export function readPriceMove(message: string): PriceMove | undefined {
  const { tokens, text } = lex(message);
  const isUp = up.test(text.plain);
  const [money, ...more] = tokens.filter((token) => token.is === 'money');
  const units = tokens.flatMap((token) => perIn(token) ?? []);
  if (money?.fen === undefined || more.length > 0 || units.length > 1 || isUp === down.test(text.plain))
    return undefined;
  // 纸箱又涨了两毛: of what is not for sale.
  if (offerWords.otherCosts.test(text.plain.slice(0, money.start))) return undefined;
  return { fen: isUp ? money.fen : -money.fen, per: units[0] };
}

/** By how much a price may move where a word of moving stands right before the sum: 提价2元, which may be its new price too. */
export const readMaybeMove = (message: string): PriceMove | undefined =>
  offerWords.movedMaybe.test(textBeforeSum(message)) ? readPriceMove(message) : undefined;

/** 涨价18块, and not 涨2块: the sum may be the new price. */
export const mayBeItsPrice = (message: string): boolean => /价\s*$/u.test(textBeforeSum(message));

function textBeforeSum(message: string): string {
  const { tokens, text } = lex(message);
  return text.plain.slice(0, tokens.find((token) => token.is === 'money')?.start ?? 0);
}

/** `每斤`, `per kg`, `5斤`: how much the money is for. */
function perIn(token: Token): PriceMove['per'] {
  if (token.is === 'unit') return { base: token.unit.base, measure: token.unit.measure };
  if (token.is !== 'amount' || token.base === undefined) return undefined;
  return { base: token.base, measure: token.unit.measure };
}

/** The only amount of a message, in base units; a container of unknown content is a piece. */
export function readOnlyAmount(
  message: string,
): { readonly base: number; readonly measure: Measure; readonly isContainer: boolean } | undefined {
  const amounts = lex(message).tokens.filter((token) => token.is === 'amount');
  const [amount] = amounts;
  if (amounts.length !== 1 || amount?.is !== 'amount' || amount.base === undefined) return undefined;
  return { base: amount.base, measure: amount.unit.measure, isContainer: amount.unit.isContainer };
}

/** Whether anything is counted or measured in a unit: 20双, and no bare 20. */
export const namesUnit = (message: string): boolean => lex(message).tokens.some(({ is }) => is === 'amount');

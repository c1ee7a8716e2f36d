import { assembleSeller } from '../../candidates/assemble-seller.ts';
import type { SellerCandidate } from '../../candidates/propose-seller.ts';
import { isQuantity, type Lexed, type Token } from '../../lexer/tokens.ts';

const STOCKS = new Set(['SET', 'ADD', 'SUB']);
/** What may stand between containers and what one of them holds. */
const BETWEEN =
  /^[\s,;:]*(?:(?:足足|约莫|大约|大概|差不多|有|装|共|一共|每|about|around|each|every|it is|is|has|one|a)\s*)*$/u;

/**
 * 又拉来一袋子，六十斤 and 又腌好仨缸，一缸约莫一百五十斤: containers, and right behind them what they hold. What there is, is
 * measured by its content, whatever was learned.
 */
export function withHeldContent(lexed: Lexed, candidate: SellerCandidate): SellerCandidate {
  const { reading, tags } = candidate;
  if (reading.kind !== 'stock') return candidate;
  const at = tags.findIndex((tag) => STOCKS.has(tag));
  const one = lexed.tokens.findIndex((token, i) => i < at && tags[i] === 'X' && isContainer(token));
  // The weight was taken at once: so it is certain too.
  if (isOneWhole(lexed.tokens[one]) && contentBehind(lexed, one) === at) return { ...candidate };
  const stock = lexed.tokens[at];
  if (!isContainer(stock) || tags.includes('CONT')) return candidate;
  const content = contentBehind(lexed, at);
  if (content === undefined) return candidate;
  const isOne = stock.amount.base === 1;
  const changed = tags.map((tag, i) => {
    if (i === content) return isOne ? (tags[at] ?? tag) : 'CONT';
    return i === at && isOne ? 'X' : tag;
  });
  return { ...candidate, tags: changed, reading: assembleSeller('stock', lexed, changed) };
}

type Amount = Extract<Token, { is: 'amount' }>;

const isContainer = (token: Token | undefined): token is Amount =>
  token?.is === 'amount' && token.amount.unit.isContainer;

const isOneWhole = (token: Token | undefined): boolean => isContainer(token) && token.amount.base === 1;

/** The place of a weight or volume behind a container, where nothing but 一缸, 约莫 and signs stand between. */
function contentBehind({ text, tokens }: Lexed, at: number): number | undefined {
  const stock = tokens[at];
  const amounts = tokens.flatMap((token, i) => (i > at && isQuantity(token) ? [i] : []));
  const one = amounts.find((i) => isOneOf(tokens[i], stock));
  const content = amounts.find((i) => i !== one);
  const weight = content === undefined ? undefined : tokens[content];
  if (!stock || content === undefined || weight?.is !== 'amount') return undefined;
  if (weight.amount.unit.measure === 'COUNT' || weight.amount.base === undefined) return undefined;
  const cut = one !== undefined && one < content ? tokens[one] : undefined;
  const gaps = cut
    ? [text.plain.slice(stock.end, cut.start), text.plain.slice(cut.end, weight.start)]
    : [text.plain.slice(stock.end, weight.start)];
  return gaps.every((gap) => BETWEEN.test(gap)) ? content : undefined;
}

/** 一缸, every bucket, each: one of what was counted. */
function isOneOf(token: Token | undefined, stock: Token | undefined): boolean {
  if (token?.is !== 'unit' && !(token?.is === 'amount' && token.amount.isOne)) return false;
  return stock?.is === 'amount' && token.amount.unit.isContainer && token.amount.unit.measure === 'COUNT';
}

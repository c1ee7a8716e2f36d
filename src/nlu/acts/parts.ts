import { isOneWhole, readSaleOffers, type SaleOffer } from '../for-sale/sale-offers.ts';
import { lex } from '../lexer/lexer.ts';
import { isQuantity } from '../lexer/tokens.ts';
import { knownGoodsFor, type ReadContext, readSeller } from '../read.ts';
import type { SellerReading } from '../reading.ts';
import { splitClauses } from './clauses.ts';
import { groupPieces, isSameTitle } from './offers/group.ts';
import { splitRun, withoutAlso } from './offers/runs.ts';
import { phrasePattern } from './phrases.ts';
import { sellerLexicon } from './seller/seller-lexicon.ts';

/** What a message says of one of several things. */
export interface OfferPart {
  /** Its own words, with those that were said for all of them. */
  readonly text: string;
  readonly reading: SellerReading;
}

/** A message that speaks of several goods, or does several things with one. */
export interface Offers {
  readonly parts: readonly OfferPart[];
  /** What none of them uses. */
  readonly unused: readonly string[];
}

/** A message is about at most so many things; longer ones are lists for a computer. */
const MOST_PARTS = 12;

const AND = /\s+(?:and|plus|also)\s+(?=.*\d)/iu;
/** 都是一斤, 各200个, 两样都有50斤: said of all that was named. */
const SHARED =
  /^\s*(?:[两三四几]样|这[两三四几]样|全部|统统)?\s*(?:都按|都是|都有|都|各有|各|均|每样|每种|全是|both|each|all)\s*/iu;
/** The same without a sign before it, behind an amount. */
const SHARED_WITHIN =
  /(?<=[\d一二两三四五六七八九十百千斤两克块元个瓶袋箱盒包])(?=(?:[两三四几]样|这[两三四几]样)?(?:都按|都是|都有|各有|各|均有|均)\s*[\d一二两三四五六七八九十百千]+\s*\p{Script=Han}{1,3}(?:的价|的价钱|的价格)?$)/u;
const PRICE_WORDS = /的(?:价钱|价格|价)$/u;
const HEAD = /^([^\d:：]{1,12})[:：]\s*(?=\S)/u;
const LONG_HEAD = /^([^:：\n]{1,40})[:：]\s*(?=\S)/u;
/** 木耳和香菇都卖完了: what is said of both. */
const LISTED = /^(\D{3,40}?)(都|统统|全部|全都?|均|通通|are all|are both|both)(\D{1,14})$/iu;
const LIST_SIGN = /[、,，和跟与]|\s+and\s+/iu;

/** The parts of a message about several things; nothing where it speaks of one, or where its parts say less. */
export function readOffers(message: string, context: ReadContext = {}): Offers | undefined {
  const told = readSaleOffers(message, knownGoodsFor(context));
  if (isOneWhole(told)) return undefined;
  return severalForSale(told ?? []) ?? groupedOffers(message, context);
}

/** 辣子面十八，就二十斤, behind other goods: put on sale one after another, each with its price or with what there is of it. */
function severalForSale(told: readonly SaleOffer[]): Offers | undefined {
  const isWhole = told.every(
    ({ reading: { title, priceQuantity, stock } }) =>
      title !== null && priceQuantity !== null && stock !== null,
  );
  return told.length > 1 && isWhole ? { parts: told, unused: [] } : undefined;
}

function groupedOffers(message: string, context: ReadContext): Offers | undefined {
  const { head, body } = splitHead(message, context);
  const pieces = splitClauses(body)
    .flatMap((clause) => clause.split(AND))
    .flatMap((clause) => clause.split(SHARED_WITHIN))
    .flatMap((clause) => listed(clause) ?? splitRun(clause, context))
    .flatMap(deeds)
    .map(withoutAlso)
    .filter((piece, i) => i > 0 || !countsThings(piece, context));
  if (pieces.length < 2 || pieces.length > 4 * MOST_PARTS) return undefined;
  const shared = pieces.filter((piece) => SHARED.test(piece) && !listed(piece));
  const own = pieces.filter((piece) => !shared.includes(piece));
  const grouped = groupPieces(own, head, context);
  if (!grouped) return undefined;
  const parts = grouped.parts.map(({ text, title }) => {
    const whole = shared.reduce(withShared, text);
    return { text: whole, reading: withTitle(readSeller(whole, context), title) };
  });
  const sound = inOneUnit(parts).filter(({ reading }) => saysSomething(reading));
  const isSeveral = sound.length > 1 && sound.length === parts.length && sound.length <= MOST_PARTS;
  return isSeveral ? { parts: withoutOldCounts(sound), unused: grouped.unused } : undefined;
}

/** 蜜柚皮有18斤 is of no 蜜柚: what was named before keeps its name. */
const withTitle = (reading: SellerReading, title: string | undefined): SellerReading =>
  title !== undefined && reading.title !== title && title.includes(reading.title ?? '')
    ? { ...reading, title }
    : reading;

/** What stands before a colon is said of all; 今日上新 names nothing, and is no part of any name. */
function splitHead(message: string, { titles = [] }: ReadContext): { head: string; body: string } {
  const body = message.slice(message.search(/[:：]/u) + 1);
  const heading = LONG_HEAD.exec(message)?.[1] ?? '';
  if (heading !== '' && isHeading(heading, titles)) return { head: '', body };
  const head = HEAD.exec(message)?.[1] ?? '';
  return { head, body: head === '' ? message : body };
}

function isHeading(head: string, titles: readonly string[]): boolean {
  const { text, tokens } = lex(head);
  const known = knownGoodsFor({ titles });
  const isGoods = tokens.some(({ start }) => known.at(text.plain, start) !== undefined);
  return (
    !isGoods &&
    !DEED.test(text.plain) &&
    HEADING.test(text.plain) &&
    tokens.every(({ is }) => is !== 'money' && is !== 'unit')
  );
}

/** 今天上三样, `I have two things to sell`: how many goods follow. */
const countsThings = (piece: string, { titles = [] }: ReadContext): boolean =>
  THINGS.test(piece) && isHeading(piece, titles);

const THINGS = /[两三四五六七八几\d](?:样|种)(?:东西|货|新货)?|\b(?:things?|items?|products?)\b/iu;

const HEADING = phrasePattern(sellerLexicon.part.heading);

/** 一斤 is what the price before it is for; 200个 is a thing of its own. */
function withShared(text: string, piece: string): string {
  const said = piece.replace(SHARED, '').replace(PRICE_WORDS, '');
  const amounts = lex(said).tokens.filter(isQuantity);
  // 都按斤; 都给俺挂上 says nothing of a price.
  if (amounts.length === 0) return said.length > 2 ? text : `${text}一${said}`;
  const [only] = amounts;
  const isUnit = amounts.length === 1 && only?.is === 'amount' && only.amount.isOne;
  const isThere = /有\s*$/u.test(SHARED.exec(piece)?.[0] ?? '');
  return isUnit ? `${text}${said}` : `${text}，${isThere ? '有' : ''}${said}`;
}

const saysSomething = ({ kind, title, price, stock, packs }: SellerReading): boolean =>
  title !== null &&
  (kind === 'status' || kind === 'price' || price !== null || stock !== null || packs.length > 0);

function listed(clause: string): string[] | undefined {
  const [, names = '', , tail = ''] = LISTED.exec(clause) ?? [];
  const each = names
    .split(LIST_SIGN)
    .map((name) => name.trim())
    .filter(Boolean);
  return each.length > 1 ? each.map((name) => `${name}${tail}`) : undefined;
}

/** 三十五一斤今天又卖掉二十五斤: another deed in the same breath, behind an amount. */
const DEED =
  /(?:今早|今天|昨天|昨晚|前天|早上|上午|下午|刚才|刚刚|刚|又|已经|还)*(?:卖掉|卖出去|卖出|卖了|还剩下|还剩|剩下|剩|还有|只有|补了|补货|进了|新到|到货|来了|涨到|降到|改成|改到|价钱|价格|单价)/u;

/** The parts of a clause that do something each. Where only one does, the clause stays whole. */
function deeds(clause: string): string[] {
  const { text, tokens } = lex(clause);
  const cuts = tokens.flatMap((token, i) => {
    const before = tokens[i - 1];
    const isBehind = before && isQuantity(before) && token.is === 'word';
    const isDeed = isBehind && DEED.exec(text.plain.slice(token.start))?.index === 0;
    return isDeed && tokens.slice(i).some(isQuantity) ? [token.start] : [];
  });
  return [0, ...cuts].map((start, i) => text.said.slice(start, cuts[i]).trim()).filter(Boolean);
}

/** 土豆1块2，红薯1块5，都按斤: a unit that was said once is said of all. */
function inOneUnit(parts: readonly OfferPart[]): OfferPart[] {
  const told = parts.findLast(
    ({ reading }) => reading.price !== null && reading.priceQuantity !== null,
  )?.reading;
  if (!told) return [...parts];
  return parts.map(({ text, reading }) => {
    if (reading.price === null || reading.priceQuantity !== null) return { text, reading };
    const { priceQuantity, measure } = told;
    const ambiguous = reading.ambiguous.filter((one) => one !== 'priceQuantity');
    return { text, reading: { ...reading, priceQuantity, measure: reading.measure ?? measure, ambiguous } };
  });
}

/** 卖了30斤，还剩150斤: what remains counts, and the sale is in it. */
const withoutOldCounts = (parts: readonly OfferPart[]): OfferPart[] =>
  parts.filter(
    (part) =>
      part.reading.stock?.mode !== 'sub' ||
      !parts.some(
        (other) =>
          other !== part &&
          other.reading.stock?.mode === 'set' &&
          isSameTitle(other.reading.title, part.reading.title),
      ),
  );

import { deniedFigure } from './acts/offers/denied.ts';
import { withoutPointer } from './acts/offers/dialect.ts';
import { readPlainOffer } from './acts/offers/plain-offer.ts';
import { withoutGuesses, withPlainFigures } from './acts/offers/spoken.ts';
import { withoutSupposed } from './acts/offers/supposed.ts';
import { withWholeTitle } from './acts/offers/whole-title.ts';
import { withLongerNames } from './around/longer-names.ts';
import { withoutMaterial } from './around/material.ts';
import { withPointedLine } from './around/pointed-line.ts';
import { saysHalves, withoutHad, withoutPurpose } from './around/purpose.ts';
import { withSameAgain } from './around/same-again.ts';
import { withSought } from './around/sought.ts';
import { withoutTakenBack } from './around/taken-back.ts';
import { withKindsBehind } from './choose/buyer/kind-behind.ts';
import { withLeftNames } from './choose/buyer/left-names.ts';
import { withSaleWords } from './for-sale/with-sale-words.ts';
import { keepReadings } from './kept-readings.ts';
import { lex } from './lexer/lexer.ts';
import { findGoods, type Known, knownWith } from './model/goods.ts';
import { loadLearned } from './model/learned.ts';
import { listedLines } from './plain/whole-list.ts';
import { readBuyerWith } from './read-buyer.ts';
import { readSellerWith } from './read-seller.ts';
import type { BuyerLine, BuyerReading, SellerReading } from './reading.ts';

/** What the reader may know beside the message. */
export interface ReadContext {
  /** The catalogue's titles: they are names of goods wherever they stand. */
  readonly titles?: readonly string[];
  /** What is on screen, the titles of the goods in the order shown: amounts without a name may be of these. */
  readonly focus?: readonly string[];
}

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const buyers = once(() => loadLearned('buyer'));
const sellers = once(() => loadLearned('seller'));
const noTitles = once(() => knownWith([]));
const noTitlesOfSellers = once(() => knownWith([], 'older'));
/** The last catalogue that was asked about: the same for all of a village's messages, until it changes. */
let kept: { readonly key: string; readonly known: Known } | undefined;

/** Names of goods that a message may hold: the lexicon's, and the catalogue's. */
export function knownGoodsFor({ titles = [], focus = [] }: ReadContext): Known {
  const all = [...titles, ...focus];
  if (all.length === 0) return noTitles();
  const key = all.join('\n');
  kept = kept?.key === key ? kept : { key, known: knownWith(all) };
  return kept.known;
}

let keptOfSeller: typeof kept;

/** The same for what a seller's readers learned with. */
function goodsOfSellerFor({ titles = [] }: ReadContext): Known {
  if (titles.length === 0) return noTitlesOfSellers();
  const key = titles.join('\n');
  keptOfSeller = keptOfSeller?.key === key ? keptOfSeller : { key, known: knownWith(titles, 'older') };
  return keptOfSeller.known;
}

const readBuyerAlone = keepReadings((message) => readAround(message, noTitles()));

/** The reading of a message, with what is said around its goods and amounts. */
function readAround(message: string, known: Known, hasFocus = false): BuyerReading {
  const reading = readBuyerWith(buyers(), message, known, hasFocus);
  const rest = withoutPurpose(message, reading);
  if (rest !== undefined) return readAround(rest, known, hasFocus);
  const kept = withoutHad(
    message,
    withoutTakenBack(message, withKindsBehind(message, reading, known === noTitles() ? undefined : known)),
    known,
  );
  return withSought(message, withSameAgain(message, withHalves(message, kept)), known);
}

/** 芝麻一斤二两，黑白各半: how much of which is asked. */
const withHalves = (message: string, reading: BuyerReading): BuyerReading =>
  reading.kind === 'order' && reading.lines.length > 0 && saysHalves(message)
    ? {
        ...reading,
        lines: reading.lines.slice(0, 1).map((line) => ({ ...line, quantity: null })),
        ambiguous: ['quantity'],
      }
    : reading;

/** What a buyer's message says. Whatever number it states occurs in the message. */
export function readBuyer(message: string, context: ReadContext = {}): BuyerReading {
  const { titles = [], focus = [] } = context;
  if (titles.length === 0 && focus.length === 0) return readBuyerAlone(message);
  const known = knownGoodsFor(context);
  const reading = readAround(message, known, focus.length > 0);
  const named = withLongerNames(message, withLeftNames(message, reading, known, titles), titles);
  const meant = withoutTakenBack(message, named);
  return focus.length === 0
    ? meant
    : withPointedLine(message, meant, (other) => readBuyer(other, { titles: [...titles, ...focus] }));
}

/** Known goods with their amounts that stand in a message as a list, whatever the message does with them. */
export function readListed(message: string, context: ReadContext): readonly BuyerLine[] {
  const known = knownGoodsFor(context);
  const lexed = lex(message);
  return listedLines(lexed, findGoods(lexed, known), known) ?? [];
}

/** What a seller's message says. */
export function readSeller(typed: string, context: ReadContext = {}): SellerReading {
  const meant = withoutMaterial(typed, readAsSpoken(typed, context), (rest) => readAsSpoken(rest, context));
  const reading = ofNamedGoods(typed, context, meant);
  return reading.title === null ? reading : { ...reading, title: withoutPointer(reading.title) };
}

/** The mice got into the shed, 4 kg of dried apricots are gone: what changes are the goods that are named, and not the shed. */
function ofNamedGoods(typed: string, { titles = [] }: ReadContext, reading: SellerReading): SellerReading {
  const { kind, title, stock } = reading;
  const isChange = kind === 'stock' || kind === 'price';
  if (!isChange || titles.length === 0 || (title === null && stock === null)) return reading;
  const said = typed.toLowerCase();
  const read = title?.toLowerCase();
  const named = titles.map((one) => one.toLowerCase()).filter((one) => one.length > 1 && said.includes(one));
  const isOwn = titles.some((one) => read !== undefined && areAlike(one.toLowerCase(), read));
  return !isOwn && named.length === 1 ? { ...reading, title: named[0] ?? title } : reading;
}

const areAlike = (one: string, other: string): boolean => one.includes(other) || other.includes(one);

/** In plain words and figures, where they say more than those that were typed. */
function readAsSpoken(typed: string, context: ReadContext): SellerReading {
  const certain = withoutSupposed(typed);
  const message = withPlainFigures(certain);
  const meant = readOffer(message, context);
  if (message === certain) return meant;
  // Where the words as they were typed say the same, or more, they say it better.
  const first = readOffer(certain, context);
  const isNothing = meant.price === null && meant.stock === null;
  if (isNothing && statesDenied(certain, first)) return meant;
  if (isNothing || saysMore(first, meant)) return first;
  return sameFigures(first, meant) ? { ...first, title: first.title ?? meant.title } : meant;
}

/** 不是六块: it is not stated, even where what is meant could not be read. */
function statesDenied(message: string, { price, stock }: SellerReading): boolean {
  const not = deniedFigure(message);
  return (
    (not?.is === 'money' && price !== null && not.fen === price) ||
    (not?.is === 'amount' && stock !== null && not.amount.base === stock.quantity)
  );
}

const saysMore = (one: SellerReading, other: SellerReading): boolean =>
  one.price === other.price &&
  sameStock(one, other) &&
  one.priceQuantity !== null &&
  other.priceQuantity === null;

const sameFigures = (one: SellerReading, other: SellerReading): boolean =>
  one.price === other.price && one.priceQuantity === other.priceQuantity && sameStock(one, other);

const sameStock = ({ stock: one }: SellerReading, { stock: other }: SellerReading): boolean =>
  one?.mode === other?.mode && one?.quantity === other?.quantity;

function readOffer(message: string, context: ReadContext): SellerReading {
  const known = goodsOfSellerFor(context);
  const reading = withoutGuesses(message, readSellerWith(sellers(), message, known));
  const whole =
    reading.kind === 'other' ? (readPlainOffer(message) ?? reading) : withWholeTitle(message, reading);
  return withSaleWords(message, whole, known);
}

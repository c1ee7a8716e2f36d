import { isLastSign, type Known } from '../model/goods.ts';
import type { SellerReading } from '../reading.ts';
import { normalizeText } from '../text/text.ts';
import { deniesSale, readSaleOffers, type SaleOffer, saysSale } from './sale-offers.ts';
import { saleLexicon } from './words.ts';

// What is learned of an offer, beside what its words tell one by one.

/** The reading with what the message's words tell of the one thing that it offers. */
export function withSaleWords(message: string, reading: SellerReading, known: Known): SellerReading {
  if (reading.kind === 'status' || reading.kind === 'stream') return reading;
  const isPast = reading.title !== null && saleLexicon.pastLead.test(normalizeText(reading.title).plain);
  if (reading.kind === 'product' && (isPast || deniesSale(message))) return { ...reading, ...NOTHING };
  const offers = readSaleOffers(message, known);
  const [told] = offers ?? [];
  if (!told || (offers ?? []).length > 1) return reading;
  return reading.kind === 'product' ? merged(reading, told, known) : instead(message, reading, told);
}

const NOTHING: SellerReading = {
  ...{ kind: 'other' as const, title: null, measure: null, price: null, priceQuantity: null, stock: null },
  ...{ packs: [], ambiguous: [] },
};

/** Nothing was learned of it, or something else: an offer tells its name and price, and how much there is or that it is for sale. */
function instead(
  message: string,
  reading: SellerReading,
  { reading: told, likeness }: SaleOffer,
): SellerReading {
  const { title, price, priceQuantity, stock, ambiguous } = told;
  if (title === null || price === null) return reading;
  // 九孔藕 7块 300斤: money for what is asked.
  const isOpen = reading.kind === 'other' && likeness > 2 && stock !== null && MONEY.test(message);
  if (priceQuantity === null) return isOpen ? told : reading;
  const isCounted = stock !== null || ambiguous.includes('stock');
  const isNamed = likeness > 2 || (likeness > 0 && isCounted);
  return saysSale(message) || (isNamed && isCounted) ? told : reading;
}

const MONEY = /[\d一二两三四五六七八九十百半]\s*(?:[块元蚊]|yuan\b)|[¥￥]/u;

const isSame = (one: SellerReading, other: SellerReading): boolean =>
  one.price === other.price &&
  one.priceQuantity === other.priceQuantity &&
  (one.stock?.quantity === other.stock?.quantity || other.ambiguous.includes('stock'));

function merged(
  reading: SellerReading,
  { reading: told, likeness, least, most }: SaleOffer,
  known: Known,
): SellerReading {
  const title = titleOf(reading.title, likeness > 0 ? told.title : null, known);
  // 1 litre bottles, 42 yuan each: what one holds was learned of.
  // 25一瓶20瓶，最多买3瓶: the three were learned to be what there is.
  const isTerm = least !== undefined || most !== undefined;
  const saysLess = !isTerm && reading.packs.length > told.packs.length && reading.price !== null;
  if (saysLess || isSame(reading, told) || told.price === null || told.priceQuantity === null)
    return { ...reading, title };
  return { ...told, title };
}

/** What was learned names goods as a rule; the words name them where it found none, or half of a name. */
function titleOf(read: string | null, told: string | null, known: Known): string | null {
  if (read === null || told === null) return read ?? told;
  if (isLead(read) || isWholeName(read, told, known)) return told;
  const isLatin = /[a-z]$/iu.test(read) && read.toLowerCase().endsWith(` ${told.toLowerCase()}`);
  return isLatin && isLead(read.slice(0, -told.length)) ? told : read;
}

/** 洋芋粉 of 洋芋, 醉枣 of 枣: all of it is called so. */
function isWholeName(read: string, told: string, known: Known): boolean {
  const { plain } = normalizeText(told);
  const part = normalizeText(read).plain;
  const at = plain.indexOf(part);
  const behind = plain.length - at - part.length;
  if (at < 0 || !/^\p{Script=Han}+$/u.test(plain) || at + behind > MOST_MORE) return false;
  const isKnown = known.at(plain, 0)?.word === plain;
  const isEnd = behind > 0 && isLastSign(plain.at(-1) ?? '');
  return isKnown || (at === 0 && isEnd) || (at > 0 && behind === 0 && part.length === 1);
}

const MOST_MORE = 2;

/** `kindly`, `adding`: words that sellers say before a name. */
function isLead(words: string): boolean {
  let rest = words.trim().toLowerCase();
  for (let lead = saleLexicon.lead.exec(rest); lead; lead = saleLexicon.lead.exec(rest))
    rest = rest.slice(lead[0].length).trim();
  return rest === '';
}

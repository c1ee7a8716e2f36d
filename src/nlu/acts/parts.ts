import { lex } from '../lexer/lexer.ts';
import { isQuantity, type Token } from '../lexer/tokens.ts';
import { type Known, knownWith } from '../model/goods.ts';
import { type ReadContext, readSeller } from '../read.ts';
import type { SellerReading } from '../reading.ts';
import { readNumber } from '../rules/numbers.ts';

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

const CLAUSE =
  /(?<!\d)[,，;；。!！\n]+|[,，;；。!！\n]+(?!\d)|(?<=\d)[，；\n](?=\d)|(?<=[a-z\d)])\.\s+(?=[A-Za-z]{2})/u;
const AND = /\s+(?:and|plus|also)\s+(?=.*\d)/iu;
/** 六十斤然后野薄荷叶二十六: said in one breath, as telephones write down what is dictated. */
const THEN =
  /(?<=[\d一二三四五六七八九十百斤两克块元个瓶袋箱盒包把])(?:然后|还有|另外|再就是|再有|、)(?=\p{Script=Han}{2,}.*[\d一二三四五六七八九十])/gu;
const NUMBERING = /(?:^|[\s;；,，])(?:[一二三四五六七八九十]|\d{1,2})[、.．)](?!\d)\s*/gu;
/** 都是一斤, 各200个, 两样都有50斤: said of all that was named. */
const SHARED =
  /^\s*(?:[两三四几]样|这[两三四几]样|全部|统统)?\s*(?:都按|都是|都有|都|各有|各|均|每样|每种|全是|both|each|all)\s*/iu;
/** The same without a sign before it, behind an amount. */
const SHARED_WITHIN =
  /(?<=[\d一二两三四五六七八九十百千斤两克块元个瓶袋箱盒包])(?=(?:[两三四几]样|这[两三四几]样)?(?:都按|都是|都有|各有|各|均有|均)\s*[\d一二两三四五六七八九十百千]+\s*\p{Script=Han}{1,3}(?:的价|的价钱|的价格)?$)/u;
const PRICE_WORDS = /的(?:价钱|价格|价)$/u;
const HEAD = /^([^\d:：]{1,12})[:：]\s*(?=\S)/u;
/** 木耳和香菇都卖完了: what is said of both. */
const LISTED = /^(\D{3,40}?)(都|统统|全部|全都?|均|通通|are all|are both|both)(\D{1,14})$/iu;
const LIST_SIGN = /[、,，和跟与]|\s+and\s+/iu;

/** The clauses of a message, each trimmed. */
export const splitClauses = (message: string): string[] =>
  message
    .replace(NUMBERING, '；')
    .replace(THEN, '，')
    .split(CLAUSE)
    .map((clause) => clause.trim())
    .filter(Boolean);

/** The parts of a message about several things; nothing where it speaks of one, or where its parts say less. */
export function readOffers(message: string, context: ReadContext = {}): Offers | undefined {
  const head = HEAD.exec(message)?.[1] ?? '';
  const body = head === '' ? message : message.slice(message.search(/[:：]/u) + 1);
  const pieces = splitClauses(body)
    .flatMap((clause) => clause.split(AND))
    .flatMap((clause) => clause.split(SHARED_WITHIN))
    .flatMap((clause) => listed(clause) ?? runs(clause, context))
    .flatMap(deeds);
  if (pieces.length < 2 || pieces.length > 4 * MOST_PARTS) return undefined;
  const shared = pieces.filter((piece) => SHARED.test(piece) && !listed(piece));
  const own = pieces.filter((piece) => !shared.includes(piece));
  const grouped = group(own, head, context);
  if (!grouped) return undefined;
  const parts = grouped.parts.map(({ text }) => {
    const whole = shared.reduce(withShared, text);
    return { text: whole, reading: readSeller(whole, context) };
  });
  const sound = inOneUnit(parts).filter(({ reading }) => saysSomething(reading));
  const isSeveral = sound.length > 1 && sound.length === parts.length && sound.length <= MOST_PARTS;
  return isSeveral ? { parts: withoutOldCounts(sound), unused: grouped.unused } : undefined;
}

/** 一斤 is what the price before it is for; 200个 is a thing of its own. */
function withShared(text: string, piece: string): string {
  const said = piece.replace(SHARED, '').replace(PRICE_WORDS, '');
  const amounts = lex(said).tokens.filter(isQuantity);
  if (amounts.length === 0) return `${text}一${said}`;
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

/** 红豆6块绿豆7块: parts without a sign between them begin with known goods behind an amount. */
function runs(typed: string, { titles = [] }: ReadContext): string[] {
  const known = knownWith(titles);
  const clause = withSpokenSums(typed, known);
  const { text, tokens } = lex(clause);
  if (tokens.filter(isQuantity).length < 2) return [typed];
  const starts = tokens.filter((token, i) => {
    const before = tokens[i - 1];
    return before && isQuantity(before) && token.is === 'word' && isNamed(known, text.plain, token);
  });
  const cuts = [0, ...starts.map(({ start }) => start), text.said.length];
  return cuts.slice(1).map((end, i) => text.said.slice(cuts[i], end).trim());
}

/** 五斤装九十五红枣: a sum in Han signs runs into the goods behind it, as telephones write down what is dictated. */
const withSpokenSums = (clause: string, known: Known): string =>
  clause.replace(SPOKEN_SUM, (run, at: number) => {
    const plain = clause.toLowerCase();
    const isSum = known.at(plain, at + run.length) !== undefined && known.at(plain, at) === undefined;
    const value = isSum ? readNumber(run) : undefined;
    return value === undefined ? run : String(value / 1_000);
  });

const SPOKEN_SUM = /(?<=[斤两克个瓶袋箱盒包装枚只条])[一二两三四五六七八九十百]{2,}(?=\p{Script=Han}{2})/gu;

/** 三十五一斤今天又卖掉二十五斤: another deed in the same breath, behind an amount. */
const DEED =
  /(?:今早|今天|昨天|昨晚|前天|早上|上午|下午|刚才|刚刚|刚|又|已经|还)*(?:卖掉|卖出去|卖出|卖了|还剩下|还剩|剩下|剩|还有|只有|补了|补货|进了|新到|到货|来了|涨到|降到|改成|改到)/u;

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

const isNamed = (known: ReturnType<typeof knownWith>, plain: string, { start }: Token): boolean =>
  known.at(plain, start) !== undefined;

interface Draft {
  text: string;
  readonly reading: SellerReading;
}

/** Joins what belongs to one thing; nothing where a clause with an amount says nothing for sure. */
function group(
  pieces: readonly string[],
  head: string,
  context: ReadContext,
): { parts: Draft[]; unused: string[] } | undefined {
  const parts: Draft[] = [];
  const unused: string[] = [];
  const known = knownWith(context.titles ?? []);
  let opening = head;
  let alone = '';
  for (const said of pieces) {
    const piece = alone === '' ? said : joined(alone, said);
    alone = '';
    const reading = readSeller(`${head}${piece}`, context);
    const last = parts.at(-1);
    // barley tea, only 18 kg left: a name, and behind the comma what is said of it.
    if (last && isNameAlone(piece, known)) {
      alone = piece;
      continue;
    }
    if (reading.kind === 'other') {
      const isAmount = lex(piece).tokens.some(isQuantity);
      // An amount in a clause that states nothing: hearsay, a question, a story. Then nothing is taken for sure.
      if (isAmount && !(last && takeAmount(parts, last, piece, context))) return undefined;
      if (!isAmount && last) unused.push(piece);
      if (!isAmount && !last) opening = `${opening}${piece}，`;
      continue;
    }
    const of = reading.title === null ? last : parts.find((one) => isOneThing(one.reading, reading));
    if (of && !isOtherDeed(of.reading, reading)) of.text = `${of.text}，${piece}`;
    else {
      const title = reading.title ?? last?.reading.title;
      if (!title) return undefined;
      const named = reading.title === null ? joined(title, piece) : piece;
      parts.push({ text: `${opening}${named}`, reading: { ...reading, title } });
    }
    opening = head;
  }
  if (alone !== '') unused.push(alone);
  return { parts, unused };
}

/** Han signs stand side by side, Latin words apart. */
const joined = (name: string, rest: string): string =>
  /[a-z\d]$/iu.test(name) && /^[a-z]/iu.test(rest) ? `${name} ${rest}` : `${name}${rest}`;

function isNameAlone(piece: string, known: Known): boolean {
  const plain = piece.toLowerCase().trim();
  return known.at(plain, 0)?.word.length === plain.length;
}

/** 昨天卖了30斤, 100: said of what was named before; false where that says nothing either. */
function takeAmount(parts: Draft[], last: Draft, piece: string, context: ReadContext): boolean {
  const title = last.reading.title ?? '';
  const named = joined(title, piece);
  const alone = readSeller(named, context);
  if (alone.kind !== 'other' && alone.title !== null && isOtherDeed(last.reading, alone)) {
    parts.push({ text: named, reading: { ...alone, title } });
    return true;
  }
  const longer = `${last.text}，${piece}`;
  const reading = readSeller(longer, context);
  if (reading.kind === 'other' || !isSameTitle(reading.title, title)) return false;
  last.text = longer;
  return true;
}

/** 核桃仁45一斤，核桃18一斤: each with a price of its own, and no longer name for the other. */
const isOneThing = (one: SellerReading, other: SellerReading): boolean =>
  one.title === other.title ||
  (isSameTitle(one.title, other.title) && (one.price === null || other.price === null));

const isSameTitle = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && (one === other || one.includes(other) || other.includes(one));

/** A new price, and what was sold: two things done with one product. */
const isOtherDeed = (one: SellerReading, other: SellerReading): boolean =>
  one.kind !== 'product' && other.kind !== 'product' && one.kind !== other.kind;

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

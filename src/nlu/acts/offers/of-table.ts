import { lex } from '../../lexer/lexer.ts';
import { isQuantity, type Quantity, type Token } from '../../lexer/tokens.ts';
import { findGoods } from '../../model/goods.ts';
import { isHearsay } from '../../plainly/shape-words.ts';
import { knownGoodsFor, readSeller } from '../../read.ts';
import { readPriceMove } from '../../rules/price-move.ts';
import type { OfferPart } from '../parts.ts';
import { phrasePattern, plainWords } from '../phrases.ts';
import { readLeast } from '../seller/settings/least-act.ts';
import { settingWords } from '../seller/settings/setting-lexicon.ts';
import { tableWords } from './table-lexicon.ts';

// 那再加100斤: of the goods that were just spoken of, and that nobody names twice.

const moves = phrasePattern(tableWords.moves);
const mistaken = phrasePattern(tableWords.mistaken);
const prices = phrasePattern(tableWords.prices);
const otherPrices = phrasePattern(tableWords.otherPrices);
const denied = phrasePattern(tableWords.denied);
const noPrices = phrasePattern(tableWords.noPrices);
const notOurs = phrasePattern(tableWords.notOurs);
const doubled = phrasePattern(tableWords.doubled);
const past = phrasePattern(tableWords.past);
const unready = phrasePattern(tableWords.unready);
const endsWithSet = new RegExp(`(?:${phrasePattern(tableWords.sets).source})[^,;.]{0,4}$`, 'u');
const opening = new RegExp(`^(?:${phrasePattern(tableWords.openings).source}[\\s,，、]*)+`, 'u');
const ofElse = phrasePattern([
  ...settingWords.fee.named,
  ...settingWords.terms.limitCue,
  ...settingWords.terms.minimum,
  ...settingWords.asked,
]);

/** Longer than that tells more than one figure; Latin words are longer. */
const isBrief = (message: string): boolean => message.length <= (/\p{Script=Han}/u.test(message) ? 30 : 70);

/** What is said of goods that are on the table, as if they were named: nothing where it may be about anything else. */
export function readOfTable(message: string, title: string): OfferPart | undefined {
  const words = plainWords(message);
  if (!mayBeOfTable(message) || namesGoods(message) || readLeast(message).length > 0) return undefined;
  return readMoved(message, words, title) ?? readPriced(message, words, title);
}

/** Neither asked, nor heard, nor said by somebody else or of something else. */
function mayBeOfTable(message: string): boolean {
  const words = plainWords(message);
  const isAsked = /[?？]|[吗么]\s*$/u.test(message);
  return (
    isBrief(message) && ![isHearsay(words), ofElse.test(words), notOurs.test(words), isAsked].includes(true)
  );
}

/** 还剩40斤, 卖完了: said of now, and of what was just spoken of where nothing else is said. */
export function isAboutLatest(message: string): boolean {
  const words = plainWords(message);
  const isOther = [past, guessed, toldMoves].some((pattern) => pattern.test(words));
  return mayBeOfTable(message) && !isOther && !namesGoods(message) && isDeedAlone(message);
}

/** 卖完了吧: whether it is so. */
const guessed = new RegExp(`${phrasePattern(tableWords.noneLeft).source}.*[吧呢咩]\\s*$`, 'u');
/** 刚涨到40, which may be told of the market. */
const toldMoves = phrasePattern(tableWords.toldMoves);
const orderUnits: ReadonlySet<string> = new Set(tableWords.orderUnits);

const spokenDeeds = phrasePattern([...tableWords.spokenDeeds, ...tableWords.doubled], 'g');
const spokenFill = phrasePattern(tableWords.spokenFill, 'g');

/** One figure and one deed at most, and words that say nothing: 二婶, 都, 没 and whatever else is left over make it another thing. */
function isDeedAlone(message: string): boolean {
  const { plain } = lex(message).text;
  const said = plain.trim().replace(opening, '');
  const figures = figuresIn(said);
  const isOne = (token: Quantity): boolean => token.is === 'amount' && token.amount.isOne;
  const counted = figures.filter((token) => !isOne(token));
  if (counted.length > 1 || figures.length - counted.length > 1) return false;
  // 来了3单: orders, and no goods.
  if (counted.some((token) => token.is === 'amount' && orderUnits.has(token.amount.unit.word))) return false;
  const words = plainWords(withoutPlaces(said, lex(said).tokens.filter(isFigureOrUnit)));
  const deeds = words.match(spokenDeeds) ?? [];
  const left = words.replace(spokenDeeds, ' ').replace(spokenFill, ' ');
  return left.trim() === '' && deeds.length <= 1 && deeds.length + figures.length > 0;
}

const withoutPlaces = (text: string, places: readonly Place[]): string =>
  places.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );

/** 价格翻一倍了, of these goods and not of what others take. */
export const saysDoubled = (message: string): boolean => {
  const words = plainWords(message);
  const isOther = [otherPrices, noPrices, denied].some((pattern) => pattern.test(words));
  return doubled.test(words) && mayBeOfTable(message) && !isOther;
};

function readMoved(message: string, words: string, title: string): OfferPart | undefined {
  if (!moves.test(words) || countFigures(message) !== 1) return undefined;
  const text = `${title} ${message.trim().replace(opening, '')}`;
  const reading = readSeller(text, { titles: [title] });
  if (reading.title?.toLowerCase() !== title.toLowerCase()) return undefined;
  // 昨天还剩40斤: so much there was. 仓库里还剩40斤没晒: none of it is for sale.
  if (reading.stock?.mode === 'set' && (past.test(words) || unready.test(words))) return undefined;
  const isMoved = reading.kind === 'price' && reading.price === null && readPriceMove(text) !== undefined;
  return isMoved || (reading.kind === 'stock' && reading.stock !== null) ? { text, reading } : undefined;
}

/** 您直接给弄成58得了, 价标低了，一斤要320才对: what it is to cost. */
function readPriced(message: string, words: string, title: string): OfferPart | undefined {
  if (otherPrices.test(words) || noPrices.test(words)) return undefined;
  const { text, tokens } = lex(message);
  const said = tokens.filter(isQuantity);
  const [sum, ...sums] = said.filter(({ is }) => is === 'money' || is === 'number');
  const [per, ...amounts] = said.filter(({ is }) => is === 'amount' || is === 'unit');
  if (!sum || sums.length > 0 || amounts.length > 0 || NO_PRICE.test(text.plain.slice(sum.end)))
    return undefined;
  if (per && !('amount' in per && per.amount.isOne && per.amount.base !== undefined)) return undefined;
  const isSet =
    endsWithSet.test(text.plain.slice(0, sum.start)) || (prices.test(words) && mistaken.test(words));
  const fen = fenIn(sum);
  if (!isSet || isDenied(text.plain, sum) || fen === undefined || !Number.isInteger(fen) || fen <= 0)
    return undefined;
  const of = per && 'amount' in per ? per.amount : undefined;
  return {
    text: `${title} ${message.slice(sum.start, sum.end)}`,
    reading: {
      ...{ kind: 'price', title, price: fen, priceQuantity: of?.base ?? null },
      ...{ measure: of?.unit.measure ?? null, stock: null, packs: [], ambiguous: [] },
    },
  };
}

/** 别改成45: in the clause of the sum, on either side of it. */
const isDenied = (plain: string, sum: Place): boolean => denied.test(clauseAround(plain, sum));

interface Place {
  readonly start: number;
  readonly end: number;
}

function clauseAround(plain: string, { start, end }: Place): string {
  const before = plain.slice(0, start).split(CLAUSE_END).at(-1) ?? '';
  return plainWords(`${before} ${plain.slice(end).split(CLAUSE_END)[0]}`);
}

const CLAUSE_END = /[,，。;；!！\s]+(?=\p{Script=Han})|[,，。;；!！]/u;

/** 核桃别改成45, 地址改成88, 成本改成4: a sum that is set, and not what goods cost. */
function setsNoPrice(message: string): boolean {
  const { text, tokens } = lex(message);
  return tokens.some((token) => {
    if (token.is !== 'money' && token.is !== 'number') return false;
    const clause = clauseAround(text.plain, token);
    const isOther = [denied, noPrices, otherPrices].some((pattern) => pattern.test(clause));
    return isOther && endsWithSet.test(text.plain.slice(0, token.start));
  });
}

/** Whether what looks like a price is none that these goods are to have. */
export const isNoPrice = (message: string, price: number | null): boolean =>
  setsNoPrice(message) || (price !== null && isOtherSum(message, price));

/** 核桃能卖到18就好了, 王姐付了21, 买5斤核桃按90: a sum that is wished for, paid, of another day or place, or for so many. */
function isOtherSum(message: string, price: number): boolean {
  const { text, tokens } = lex(message);
  const sums = tokens.filter(isQuantity).filter(({ is }) => is === 'money' || is === 'number');
  const found = sums.filter((sum) => fenIn(sum) === price);
  return (
    found.length > 0 &&
    found.every((sum) => {
      const around = alone(text.plain, sum, sums);
      return (
        [noPrices, otherPrices, deniedSum].some((pattern) => pattern.test(around)) ||
        isForAll(message, sum.start)
      );
    })
  );
}

/** The clause of a sum, without what is said of the sums beside it. */
function alone(plain: string, sum: Place, sums: readonly Place[]): string {
  const from = Math.max(0, ...sums.flatMap(({ end }) => (end <= sum.start ? [end] : [])));
  const to = Math.min(plain.length, ...sums.flatMap(({ start }) => (start >= sum.end ? [start] : [])));
  return clauseAround(plain.slice(from, to), { start: sum.start - from, end: sum.end - from });
}

/** 卖5斤核桃按90: of the five. */
function isForAll(message: string, start: number): boolean {
  const { text, tokens } = lex(message);
  const isAmount = tokens.some((token) => token.is === 'amount' && !token.amount.isOne && token.end <= start);
  return isAmount && endsWithFor.test(text.plain.slice(0, start));
}

const endsWithFor = new RegExp(`${phrasePattern(tableWords.forSum).source}\\s*$`, 'u');
/** now 53: a figure that no word makes a sum. */
export function isBareNow(message: string): boolean {
  const { text, tokens } = lex(message);
  const [figure, ...others] = tokens.filter(isQuantity);
  return (
    figure?.is === 'number' && others.length === 0 && endsWithNow.test(text.plain.slice(0, figure.start))
  );
}

const endsWithNow = new RegExp(`${phrasePattern(tableWords.nowThere).source}\\s*$`, 'u');
/** 不卖18 */
const deniedSum = new RegExp(
  `(?:${phrasePattern(tableWords.denied).source})\\S{0,2}?(?:卖|按|涨到|降到|改成|到)\\s*\\d`,
  'u',
);

const fenIn = (sum: Quantity): number | undefined =>
  sum.is === 'money' ? sum.fen : sum.is === 'number' ? (sum.value ?? 0) / 10 : undefined;

/** 改到8点, 改成5号: a time, and no sum. */
const NO_PRICE = /^\s*(?:[点号日月天年时分秒折岁%个条楼]|:\d|[ap]m\b|o.?clock)/u;

/** 卖了13斤: says itself which way it went. */
export const saysMove = (words: string): boolean => moves.test(plainWords(words));

const countFigures = (message: string): number => figuresIn(message).length;

/** 打 of 今天打的 alone counts nothing. */
const figuresIn = (message: string) =>
  lex(message)
    .tokens.filter(isFigureOrUnit)
    .filter(({ is }) => is !== 'unit');

const isFigureOrUnit = (token: Token): token is Quantity =>
  isQuantity(token) && (token.is !== 'amount' || token.text !== token.amount.unit.word);

/** Whether a message names goods that anybody sells. */
export function namesGoods(message: string): boolean {
  const lexed = lex(message);
  return findGoods(lexed, knownGoodsFor({})).some((mark) => mark !== '');
}

/** 老花眼看错秤了，是73斤: the one figure that is right, right behind one that was wrong; nothing where more is told. */
export function readRightFigure(message: string): string | undefined {
  const words = plainWords(message);
  if (!isBrief(message) || /[?？]/u.test(message) || !mistaken.test(words) || ofElse.test(words))
    return undefined;
  const [figure, ...others] = figuresIn(message);
  return figure && others.length === 0 && !namesGoods(message)
    ? lex(message).text.said.slice(figure.start, figure.end)
    : undefined;
}

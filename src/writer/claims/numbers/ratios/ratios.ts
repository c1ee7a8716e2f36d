import type { Span } from '../../phrases.ts';
import { type Amount, findAmounts, isBareNumber, PIECE } from '../amounts.ts';
import { EVERY_ONE, isSaidToBe, isWithin, readBound } from '../bounds.ts';
import { allContainers, containerNamed, packaging } from '../packaging.ts';
import { ABOUT, isSomewhatMore, type Quantity } from '../quantity.ts';

/** Two amounts of the same goods: a box and its 20 eggs, a box and its 36 yuan. */
export interface Ratio {
  readonly one: Amount;
  readonly other: Amount;
}

/** What is sold as one, where a fact gives it no name: `price: 36 yuan`. */
const PACK = 'pack';

/** What the facts say together of packs, their contents and their prices. */
export function readRatios(facts: readonly string[]): Ratio[] {
  const read = facts.map((fact) => readFact(fact.normalize('NFKC')));
  const all = read.flatMap(({ ratios }) => ratios);
  const packed = read.filter(({ isPack }) => isPack).flatMap(({ ratios }) => ratios);
  const tops = topsOf(packed.length > 0 ? packed : all);
  const [top] = tops;
  if (top && tops.length === 1) return [...all, { one: single([PACK]), other: single(top) }];
  // Where facts name no container, a text may say box or bag for it.
  return tops.length > 0 ? all : [...all, { one: single([PACK]), other: single(unheld(all)) }];
}

/** The containers of which no pack of the facts holds several. */
function unheld(ratios: readonly Ratio[]): readonly string[] {
  const held = new Set(
    ratios.flatMap(({ one, other }) => [one, other].flatMap(({ of, value }) => (value === 1 ? [] : of))),
  );
  return allContainers().filter((name) => !held.has(name));
}

/** So much of something. */
export const single = (of: readonly string[], value = 1): Amount => ({ from: 0, to: 0, of, value });

/** The containers that the facts name as one, and that nothing else holds: the case of `12 bottles in a case`. */
function topsOf(ratios: readonly Ratio[]): (readonly string[])[] {
  const sides = ratios.flatMap(({ one, other }) => [one, other]);
  const isHeld = (of: readonly string[]): boolean =>
    sides.some((side) => side.value !== 1 && isSame(side.of, of));
  const named = sides
    .filter(({ of, value }) => value === 1 && isThing(of) && !isHeld(of))
    .map(({ of }) => of);
  return named.filter((of, i) => named.findIndex((other) => isSame(of, other)) === i);
}

/** What is sold as one. */
export const THE_PACK = single([PACK]);

export const isThing = (of: readonly string[]): boolean =>
  of.includes(PIECE) || of.every((name) => name !== PACK && containerNamed(name) !== undefined);

export const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((name) => other.includes(name));

function readFact(fact: string): { ratios: Ratio[]; isPack: boolean } {
  const [, label = '', rest = fact] = /^([^:]{1,20}):(.*)$/su.exec(fact) ?? [];
  const name = label.trim().toLowerCase();
  const isPack = packaging().packLabels.includes(name);
  const isPrice = packaging().priceLabels.includes(name);
  const container = isPack || isPrice ? undefined : containerNamed(name);
  const bare = container ?? (isPrice ? [PACK] : undefined);
  const own = isPack || isPrice ? [PACK] : packaging().pieceLabels.includes(name) ? [PIECE] : container;
  const ratios = rest.split(/[,。;、](?!\d{3})/).flatMap((clause, at) => {
    if (OF_FEE.test(clause)) return [];
    const amounts = withoutRanges(clause).map((one) =>
      bare && isBare(one, clause) ? { ...one, of: bare } : one,
    );
    const pairs = amounts.flatMap((one, i) => {
      const next = amounts[i + 1];
      if (next && isProduct(one, next, clause)) return multiplied(one, next);
      return next && isPair(one, next, clause) ? [{ one, other: next }] : packOf(one, clause);
    });
    const alone = amounts[0];
    if ((isPrice && at > 0) || pairs.length > 0 || !own || !alone || amounts.length > 1) return pairs;
    const isPriced = alone.of.includes('yuan');
    return isPrice !== isPriced || isSame(alone.of, own) ? [] : [{ one: single(own), other: alone }];
  });
  const more = GOODS.test(name) ? heldBeside(rest, ratios) : [];
  return { ratios: [...ratios, ...more], isPack: isPack || container !== undefined };
}

/** Facts that name the goods, and often what a box of them holds. */
const GOODS = /^(?:商品|品名|名称|产品|title|product|name)$/iu;
/** A year is no number of pieces. */
const MOST_HELD = 1000;

/** 大约20个 of `苹果,10斤一箱,大约20个`: how many a box holds that another clause names. */
function heldBeside(fact: string, ratios: readonly Ratio[]): Ratio[] {
  const box = ratios
    .flatMap(({ one, other }) => [one, other])
    .find(({ of, value }) => value === 1 && isThing(of));
  if (!box) return [];
  return fact.split(/[,。;、]/).flatMap((clause) => {
    const [alone, ...more] = withoutRanges(clause);
    const isHeld =
      alone?.of.join() === PIECE && alone.value > 1 && alone.value < MOST_HELD && more.length === 0;
    return alone && isHeld ? [{ one: single(box.of), other: alone }] : [];
  });
}

/** What is paid for the post, or on top, is no price. */
const OF_FEE = /(?:邮|运|快递|邮寄)费|[加收添补]\s*\d|\b(?:postage|shipping|delivery|plus)\b[^,]*\d/iu;

/** 500 g x 3 bags, 3袋×500克. */
const isProduct = (one: Amount, next: Amount, clause: string): boolean =>
  /^\s*[×x*]\s*$/i.test(clause.slice(one.to, next.from)) && isMeasured(one) !== isMeasured(next);

const isMeasured = ({ of }: Amount): boolean => !isThing(of);

/** A bag is so much, and the pack is so many bags. A bare number counts whatever the text calls them. */
function multiplied(one: Amount, next: Amount): Ratio[] {
  const [measured, counted] = isMeasured(one) ? [one, next] : [next, one];
  const of = counted.of.includes(PIECE) ? [PIECE, ...allContainers()] : counted.of;
  return [
    { one: single(of), other: measured },
    { one: single([PACK]), other: { ...counted, of } },
  ];
}

/** 5 jin box, 1 kg vacuum bag: what such a container holds. */
function packOf(one: Amount, clause: string): Ratio[] {
  if (!isMeasured(one) || one.of.includes('yuan')) return [];
  const [, word = ''] = /^ (?:[a-z]+ )?([a-z]+)\b/i.exec(clause.slice(one.to)) ?? [];
  const of = containerNamed(word);
  return of ? [{ one: single(of), other: one }] : [];
}

/** 12 of `bottle: 300 ml, 12 in a case` are bottles. */
const isBare = ({ to, of }: Amount, clause: string): boolean =>
  of.includes(PIECE) && /^ (?:in|to|per|a|for)\b/.test(clause.slice(to));

/** 4到6钱 is no one amount. */
function withoutRanges(clause: string): Amount[] {
  const amounts = findAmounts(clause);
  const isRange = (one: Amount | undefined, next: Amount | undefined): boolean =>
    one !== undefined &&
    next !== undefined &&
    /^\s*(?:[到至~–-]|to|or)\s*$/.test(clause.slice(one.to, next.from));
  return amounts.filter((one, i) => !isRange(one, amounts[i + 1]) && !isRange(amounts[i - 1], one));
}

/** Amounts that stand side by side: `36元一盒`, `4 bottles to a case`. */
const isPair = (one: Amount, next: Amount, clause: string): boolean =>
  !isSame(one.of, next.of) &&
  /^(?:\s*[a-z]{0,8}){0,3}\s*[\p{Script=Han}/]{0,3}$/u.test(clause.slice(one.to, next.from));

const areBeside = (one: Amount, other: Amount, clause: string): boolean =>
  one.from < other.from ? isPair(one, other, clause) : isPair(other, one, clause);

/** Whether it says what packs hold, and not what they cost. */
export const isOfGoods = ({ one, other }: Ratio): boolean =>
  ![one, other].some(({ of }) => of.includes('yuan'));

/** How many `to` one `from` is, by what the facts say of both, or by way of others. */
export function factors(from: Amount, to: Amount, ratios: readonly Ratio[]): number[] {
  const direct = stepsFrom(from, ratios).filter(({ of }) => isSame(of, to.of));
  const ways = waysOn(from, to, ratios, []);
  return direct.length > 0
    ? [
        ...direct.map(({ value }) => value),
        ...ways.filter(({ isWhole }) => isWhole).map(({ value }) => value),
      ]
    : ways.map(({ value }) => value);
}

/** What the facts set beside an amount, so many times as it is there. */
const stepsFrom = ({ of, value }: Amount, ratios: readonly Ratio[]): Amount[] =>
  ratios.flatMap(({ one, other }) => [
    ...(isSame(one.of, of) ? [{ ...other, value: (other.value * value) / one.value }] : []),
    ...(isSame(other.of, of) ? [{ ...one, value: (one.value * value) / other.value }] : []),
  ]);

const MOST_STEPS = 3;

/** Whole where no pack is divided on the way. */
function waysOn(
  from: Amount,
  to: Amount,
  ratios: readonly Ratio[],
  seen: readonly Amount[],
): { value: number; isWhole: boolean }[] {
  if (seen.length >= MOST_STEPS) return [];
  return stepsFrom(from, ratios).flatMap((next) => {
    if ([from, ...seen].some(({ of }) => isSame(of, next.of))) return [];
    if (isSame(next.of, to.of)) return seen.length === 0 ? [] : [{ value: next.value, isWhole: true }];
    const isWhole = Number.isInteger(next.value);
    return waysOn(next, to, ratios, [...seen, from]).map((way) => ({
      value: way.value,
      isWhole: way.isWhole && isWhole,
    }));
  });
}

/** Half of the smallest coin. */
export const CLOSE = 0.005;

/** The places of a sentence whose amounts follow from its facts: two boxes for twice the price, the price of a jin. */
export function findDerived(sentence: string, ratios: readonly Ratio[]): Span[] {
  if (ratios.length === 0) return [];
  const found = findAmounts(sentence);
  const amounts = found.flatMap((one) => sensesOf(one, found, sentence));
  return amounts.flatMap((one, i) =>
    amounts
      .slice(i + 1)
      .filter((other) => other.from >= one.to && !isSame(one.of, other.of))
      .filter((other) => follows(one, other, ratios, sentence) || follows(other, one, ratios, sentence))
      .flatMap((other) => [one, other]),
  );
}

const follows = (from: Amount, to: Amount, ratios: readonly Ratio[], sentence: string): boolean =>
  factors(from, to, ratios).some((value) => isSo(value, to, sentence));

const SAVING = /(?:省|便宜|优惠|立减|少付|\b(?:save|saves|saving))\s*(?:you |your )?[了下您你]?$/iu;

const FREE = /[满免]|邮|运费|起|\b(?:free|over|postage|shipping)\b/iu;

/** Prices of a clause that the facts give for another amount than stands beside them: 39元一瓶, of 39元两瓶. */
export function mispriced(clause: string, ratios: readonly Ratio[]): Span[] {
  if (ratios.length === 0 || FREE.test(clause)) return [];
  const amounts = findAmounts(clause);
  return amounts.filter((price, i) => {
    if (!price.of.includes('yuan') || SAVING.test(clause.slice(0, price.from))) return false;
    const beside = [amounts[i - 1], amounts[i + 1]].filter(
      (one) => one !== undefined && !one.of.includes('yuan') && areBeside(one, price, clause),
    );
    const reckoned = (of: readonly string[]): number[] =>
      beside.flatMap((goods) => (goods ? factors(goods, { ...price, of }, ratios) : []));
    // 一盒二十块 may be twenty pieces.
    const isOfPieces =
      price.of.includes(PIECE) && reckoned([PIECE]).some((value) => isSo(value, price, clause));
    const values = isOfPieces ? [] : reckoned(['yuan']);
    return values.length > 0 && !values.some((value) => isSo(value, price, clause));
  });
}

/**
 * Whether an amount is as much as follows from the facts, or as a bound says of it: 一斤不到两块钱. What four weigh together
 * bounds none of them: 每个都不低于一斤.
 */
function isSo(value: number, { from, to, value: said, isOver }: Amount, sentence: string): boolean {
  const bounded = readBound(sentence, { from, to });
  if (bounded && EVERY_ONE.test(sentence)) return false;
  if (bounded) return isWithin(value, said, bounded.bound);
  if (isOver) return isSomewhatMore(value, said);
  const isAbout = isSaidToBe('about', sentence, { from, to });
  return Math.abs(value - said) < (isAbout ? ABOUT * value : CLOSE);
}

/** 四十八块 are pieces or yuan, a bare 75 may be yuan, and `each` is each of what was counted before. */
function sensesOf(one: Amount, all: readonly Amount[], sentence: string): Amount[] {
  const { from, to, of, value } = one;
  if (!of.includes(PIECE)) return [one];
  const words = sentence.slice(from, to);
  if (of.length > 1) return of.map((name) => ({ ...one, of: [name] }));
  if (isBareNumber(words)) return [one, { ...one, of: ['yuan'] }];
  const counted = all.findLast((other) => other.to <= from && other.value > 1 && isContainer(other.of));
  const isApiece = value === 1 && packaging().apiece.includes(words.toLowerCase());
  return isApiece && counted ? [one, { ...one, of: counted.of }] : [one];
}

const isContainer = (of: readonly string[]): boolean => of.some((name) => containerNamed(name) !== undefined);

/** What one pack holds in all, by way of what it holds: six bottles of 300 ml are 1.8 litres. */
export function findTotals(ratios: readonly Ratio[]): Quantity[] {
  const packs = ratios
    .flatMap(({ one, other }) => [one, other])
    .filter(({ of, value }) => value === 1 && isThing(of));
  return ['grams', 'millilitres'].flatMap((dimension) =>
    packs
      .flatMap((pack) => factors(pack, single([dimension]), ratios))
      .map((value) => ({ from: 0, to: 0, dimension, value, isLoose: false })),
  );
}

import type { Measure } from '../shop/quantity.ts';
import type { Token } from './lexer.ts';
import { THOUSAND } from './numbers.ts';
import type { Unit } from './units.ts';

/** What one container holds, or a pack is named by: `5斤装`, `30枚/箱`. */
export interface Content {
  readonly base: number;
  readonly measure: Measure;
}

export interface SaidPrice {
  readonly fen: number | undefined;
  /** What the price buys; nothing where no unit was named. A container is measured by its content where that is known. */
  readonly per: Content | undefined;
}

/** An amount of goods that is neither a pack's content nor what a price buys. */
export interface Loose {
  readonly at: number;
  readonly base: number | undefined;
  readonly unit: Unit;
}

export interface Priced {
  readonly price: SaidPrice | undefined;
  readonly contents: readonly Content[];
  readonly loose: readonly Loose[];
}

type Amount = Extract<Token, { is: 'amount' }>;

/** Sorts a message's amounts into contents of packs, what the first price buys, and the rest. */
export function readPrice(tokens: readonly Token[], plain: string): Priced {
  const used = new Set<number>();
  const contents = readContents(tokens, used);
  const price = firstPrice(tokens, plain, contents, used);
  const loose = tokens.flatMap((token, i): Loose[] =>
    token.is === 'amount' && !used.has(i) ? [{ at: token.start, base: token.base, unit: token.unit }] : [],
  );
  return { price, contents, loose };
}

function readContents(tokens: readonly Token[], used: Set<number>): Content[] {
  const contents: Content[] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.is !== 'amount' || token.base === undefined || token.unit.isContainer) continue;
    const marks = contentMarks(tokens, i, token);
    if (!marks) continue;
    for (const mark of [i, ...marks]) used.add(mark);
    contents.push({ base: token.base, measure: token.unit.measure });
  }
  return contents;
}

/** The places of the tokens that make an amount a content: 装 behind it, a container per which it is. */
function contentMarks(tokens: readonly Token[], i: number, token: Amount): number[] | undefined {
  const [two, one, after, next] = [tokens[i - 2], tokens[i - 1], tokens[i + 1], tokens[i + 2]];
  if (after?.is === 'word' && /^(?:装|规格)/.test(after.text)) return [];
  if (after?.is === 'sign' && after.sign === '/' && isContainer(next)) return [i + 1, i + 2];
  if (isContainer(after) && (after.is === 'unit' || after.isOne)) return [i + 1];
  if (one && isContainer(one) && (one.is === 'unit' || one.isOne) && one.end === token.start) return [i - 1];
  if (
    two &&
    isContainer(two) &&
    (two.is === 'unit' || two.isOne) &&
    one?.is === 'word' &&
    /^(?:装|是|约|共|有|净重|大概|of|holds|contains)$/.test(one.text)
  )
    return [i - 2];
  return undefined;
}

function isContainer(token: Token | undefined): token is Extract<Token, { is: 'amount' | 'unit' }> {
  return (token?.is === 'amount' || token?.is === 'unit') && token.unit.isContainer;
}

function firstPrice(
  tokens: readonly Token[],
  plain: string,
  contents: readonly Content[],
  used: Set<number>,
): SaidPrice | undefined {
  const hasMoney = tokens.some((token) => token.is === 'money');
  for (const [i, token] of tokens.entries()) {
    if (token.is !== 'money' && token.is !== 'number') continue;
    const per = perOf(tokens, plain, i, used);
    const isPackPrice = contents.length > 0 && !hasMoney;
    if (token.is === 'number' && !per && !isPackPrice) continue;
    const fen = token.is === 'money' ? token.fen : fenOf(token.value);
    for (const place of per?.places ?? []) used.add(place);
    return { fen, per: per ? contentOf(per.unit, per.base, contents) : contents[0] };
  }
  return undefined;
}

const fenOf = (thousandths: number | undefined): number | undefined =>
  thousandths !== undefined && thousandths % 10 === 0 ? (thousandths * 100) / THOUSAND : undefined;

interface Per {
  readonly unit: Unit;
  readonly base: number | undefined;
  readonly places: readonly number[];
}

/** The unit that a price names, behind it or before it. */
function perOf(tokens: readonly Token[], plain: string, i: number, used: Set<number>): Per | undefined {
  const money = tokens[i];
  if (!money) return undefined;
  const [before, after, next] = [tokens[i - 1], tokens[i + 1], tokens[i + 2]];
  if (after?.is === 'sign' && after.sign === '/' && next) return unitPer(next, i + 2);
  if (after?.is === 'unit') return unitPer(after, i + 1);
  if (after?.is === 'amount' && !used.has(i + 1) && (after.isOne || after.start === money.end))
    return unitPer(after, i + 1);
  if (after?.is === 'word' && /^(?:for|per|a|an|each)$/.test(after.text) && next) return unitPer(next, i + 2);
  if (before?.is === 'unit') return unitPer(before, i - 1);
  if (
    before?.is === 'amount' &&
    !used.has(i - 1) &&
    (before.isOne || before.end === money.start) &&
    !isStock(plain, before)
  )
    return unitPer(before, i - 1);
  return oneBefore(tokens, plain, i, used);
}

/** `一斤核桃15块`: the product stands between the unit and its price. */
function oneBefore(tokens: readonly Token[], plain: string, i: number, used: Set<number>): Per | undefined {
  const place = tokens.findLastIndex(
    (token, at) => at < i && token.is === 'amount' && token.isOne && !used.has(at),
  );
  const one = tokens[place];
  const money = tokens[i];
  if (one?.is !== 'amount' || !money || /[,;]/.test(plain.slice(one.end, money.start)) || isStock(plain, one))
    return undefined;
  return unitPer(one, place);
}

const isStock = (plain: string, amount: Amount): boolean =>
  /(?:有|剩|库存|存货|共)\s*$/.test(plain.slice(0, amount.start));

function unitPer(token: Token, place: number): Per | undefined {
  if (token.is === 'unit') return { unit: token.unit, base: token.unit.base, places: [place] };
  if (token.is === 'number')
    return {
      unit: PIECE,
      base: token.value === undefined ? undefined : token.value / THOUSAND,
      places: [place],
    };
  return token.is === 'amount' ? { unit: token.unit, base: token.base, places: [place] } : undefined;
}

const PIECE: Unit = { measure: 'COUNT', base: 1, isContainer: false };

/** A price per container buys its content, where that was said; a pack named by its content is bought whole. */
function contentOf(unit: Unit, base: number | undefined, contents: readonly Content[]): Content | undefined {
  if (base === undefined) return undefined;
  const content = contents[0];
  return unit.isContainer && content
    ? { base: base * content.base, measure: content.measure }
    : { base, measure: unit.measure };
}

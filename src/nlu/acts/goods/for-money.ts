import { type Fen, fen, isPrice } from '../../../shop/values/money.ts';
import { lex } from '../../lexer/lexer.ts';
import type { Token } from '../../lexer/tokens.ts';
import { pattern } from '../act-patterns.ts';
import { phrasePattern, plainWords } from '../phrases.ts';
import { isAsking, mayBeName } from '../question-topic.ts';
import { list, readWantedSum, restOfSum } from './wanted-sum.ts';

/** Goods for a sum: 来五十块钱的苹果, 20 yuan's worth of apples. */
export interface GoodsForMoney {
  readonly money: Fen;
  /** What names the goods; empty where nothing does. */
  readonly goods: string;
  /** Where the sum stands in the message, with what joins it to the goods. */
  readonly start: number;
  readonly end: number;
  /** 五十块钱的苹果 says no more than that. */
  readonly isWanted: boolean;
  /** SumRest it there are no other goods and no person. */
  readonly isAlone: boolean;
}

const NOT = phrasePattern(list.not);
const UNDONE = phrasePattern(list.undone);
const COSTS = new RegExp(`(?:${phrasePattern(list.costs).source})\\s*$`, 'u');
const OTHER = new RegExp(`(?:${phrasePattern(list.other).source})\\s*$`, 'u');
const BOUND = new RegExp(`^\\s*(?:${phrasePattern(list.bound).source})`, 'u');
const OF = new RegExp(`^\\s*(?:${phrasePattern(list.of).source})`, 'u');
const WORTH = new RegExp(`^\\W{0,2}(?:${phrasePattern(list.worth).source})|^\\s*of\\b`, 'u');
const EDGES = new RegExp(`[,，;；。!！?？、\\n]|(?:${phrasePattern(list.joint).source})`, 'gu');
const BLANKS = /[,，;；。!！?？、\n\s]/gu;
const POLITE = /(?:可以|行|好|成|中|得)?[吗不么呀]?[?？]?\s*$/u;

/** Each of the goods that a sum is to be spent on; nothing where a sum of the message, or what stands beside it, is anything else. */
export function readGoodsForMoney(message: string): readonly GoodsForMoney[] {
  const { text, tokens } = lex(message);
  const sums = tokens.filter(({ is }) => is === 'money');
  if (sums.length === 0 || sums.length > MOST || isUndone(text.plain)) return [];
  const found = sums.map((sum) => readOne(text.plain, tokens, sum));
  if (!found.every((one) => one !== undefined)) return [];
  // 来二十块的苹果和三十块的红枣: what is wanted first is said of all.
  const isWanted = found.some((one) => one.isWanted);
  return found.map((one) => ({ ...one, isWanted }));
}

const MOST = 4;

function readOne(plain: string, tokens: readonly Token[], sum: Token): GoodsForMoney | undefined {
  if (sum.is !== 'money' || sum.fen === undefined || !isPrice(sum.fen)) return undefined;
  const piece = pieceAround(plain, tokens, sum);
  if (!piece) return undefined;
  const [before, behind] = [plain.slice(piece.start, sum.start), plain.slice(sum.end, piece.end)];
  if (isOther(before, behind)) return undefined;
  const joint = WORTH.exec(behind) ?? OF.exec(behind);
  const end = sum.end + (joint?.[0].length ?? 0);
  const rest = plain.slice(end, piece.end).replace(POLITE, '');
  // "Can I have" is a wish of its own.
  const wish = readWantedSum(before.replace(pattern.asksTo, ' '), rest) ?? readWantedSum(before, rest);
  if (!wish) return undefined;
  const isWanted = wish.isWanted || WORTH.test(behind);
  const isOfGoods = joint !== null || (isWanted && !(COSTS.test(before) && behind.trim() === ''));
  const lead = plain.slice(0, piece.start);
  const name = wish.goods === '' ? nameBefore(lead) : '';
  const beside = restOfSum(plain, tokens, { ...piece, start: name === '' ? piece.start : 0 }, EDGES);
  if (!isOfGoods || beside === 'unknown') return undefined;
  const goods = wish.goods || name;
  // 给我45块 may ask for money itself.
  const isSure = isWanted && (joint !== null || goods !== '');
  return {
    ...{ money: fen(sum.fen), start: sum.start, end, goods },
    ...{ isWanted: isSure, isAlone: beside === 'nothing' },
  };
}

/** What stands between two stops, or two things; where other figures stand beside it, between two blanks. */
function pieceAround(plain: string, tokens: readonly Token[], sum: Token) {
  return [EDGES, BLANKS]
    .map((edge) => between(plain, sum, edge))
    .find(({ start, end }) =>
      tokens.every((one) => one === sum || one.end <= start || one.start >= end || !FIGURES.has(one.is)),
    );
}

const FIGURES: ReadonlySet<string> = new Set(['amount', 'unit', 'number', 'money', 'code', 'aside']);

function between(plain: string, sum: Token, edge: RegExp): { start: number; end: number } {
  const edges = [...plain.matchAll(edge)];
  const before = edges.findLast(({ index, 0: sign }) => index + sign.length <= sum.start);
  const behind = edges.find(({ index }) => index >= sum.end);
  return {
    start: before ? before.index + before[0].length : 0,
    end: behind?.index ?? plain.length,
  };
}

/** A price, a bound, what was spent, or what is only asked. */
function isOther(before: string, behind: string): boolean {
  const polite = plainWords(before.replace(pattern.asksTo, ' '));
  const rest = behind.replace(POLITE, '');
  const isDenied = NOT.test(plainWords(`${polite} ${rest}`)) || isAsking(`${polite} ${rest}`);
  return isDenied || BOUND.test(behind) || OTHER.test(before);
}

/** Taken back, complained of, or told of: 来四十五块钱的苹果，算了. */
const isUndone = (plain: string): boolean => UNDONE.test(plainWords(plain));

/** Apples, 20 yuan's worth: a name and nothing else before it. */
const nameBefore = (words: string): string => {
  const name = words.replace(/[,，:：\s再]+$/u, '');
  return mayBeName(name) && !NOT.test(plainWords(name)) ? name : '';
};

import { NUMBER, readNumber, THOUSAND } from './numbers.ts';
import { type Found, type Rule, rule } from './tokens.ts';
import { PIECE, UNIT } from './units.ts';

const YUAN_HAN = '块钱|块|元(?!宵|旦)|圆|蚊';
const YUAN_LATIN = 'yuans?|rmb|cny|kuai';
const YUAN = `${YUAN_HAN}|${YUAN_LATIN}`;
const TENTH = '毛(?!豆|尖|肚|峰|桃)|角(?!瓜|豆)|mao|jiao';
const VAGUE = String.raw`几[十百千]?|好几[十百]?|[一二三四五六七八九十百千\d]+(?:来|多|几)|[一二三四五六七八九]{2}十?|两三[十百]?|百八十|\d{1,6}(?:-|~|到|至)\d{1,6}`;
/** What is bought by the 块, a piece: not money. */
const SOLID =
  '(?:老|嫩|臭|冻)?豆腐|腊肉|肉|排骨|姜|生姜|老姜|糕|年糕|蛋糕|月饼|饼|玉|石|肥皂|香皂|红薯|地瓜|奶酪|糍粑|茶饼|砖茶|红糖|装';

/** 豆腐做了40块, 2块5一块: pieces, and what one costs. */
const pieces = (number: string | undefined): Found | undefined => {
  const value = number === undefined ? undefined : readNumber(number);
  if (value === undefined || value % THOUSAND !== 0) return undefined;
  return { is: 'amount', base: value / THOUSAND, unit: PIECE, isOne: value === THOUSAND };
};

/** Money: `15.8元`, `三块五`, `¥39.9`, `8毛`. Whole fen, or nothing where it is vague or foreign. */
export const moneyRules: readonly Rule[] = [
  rule(
    `(?<=(?:块|元|毛)(?:钱|[\\d一二三四五六七八九半])?)(一)块(?!钱|[\\d一二三四五六七八九半])`,
    ([, one]) => pieces(one),
  ),
  // 红糖一块半斤
  rule(`(?<=(?:${SOLID}))(一)块(?=(?:半|\\d+|[一二两三四五六七八九])(?:斤|两|克|g))`, ([, one]) =>
    pieces(one),
  ),
  rule(
    `(?<=(?:豆腐|豆干|糕|糍粑|腐乳|香皂|肥皂|茶砖)\\S{0,6}(?:做了?|还有|剩下?|有|存|攒了)|块钱?一块[^;]{0,12}(?:做了?|还有|剩下?|有))(${NUMBER})块(?!钱|[\\d一二三四五六七八九半])`,
    ([, number]) => pieces(number),
  ),
  rule(`(?:${VAGUE})\\s*(?:${YUAN})(?!(?:${SOLID}))`, () => ({ is: 'money', fen: undefined })),
  rule(
    // Tenths are said behind the Chinese word alone: 三块五, never `3 yuan 5`.
    `(${NUMBER})\\s*(?:(?:${YUAN_HAN})(?!(?:${SOLID}))(?:(\\d(?![\\d.]|\\s*(?:${UNIT}))|[一二三四五六七八九半](?!\\s*(?:${UNIT})|[十百千级等号样种类])))?|(?:${YUAN_LATIN}))(?:${TENTH})?`,
    ([, whole = '', part]) => ({ is: 'money', fen: moneyOf(whole, part) }),
  ),
  rule(`(?:[¥￥]|rmb|cny)\\s*(${NUMBER})(?:\\s*(?:${YUAN}))?`, ([, whole = '']) => ({
    is: 'money',
    fen: moneyOf(whole, undefined),
  })),
  // 来五十的核桃: for so much money.
  rule(`(?<=[来买要称拿])(?:${NUMBER})的(?=[\\u4e00-\\u9fff])`, () => ({ is: 'money', fen: undefined })),
  rule(String.raw`(\d{1,4})\s*(?:fen(?![a-z])|分钱)`, ([, fen = '']) => ({ is: 'money', fen: Number(fen) })),
  rule(
    String.raw`(?:[$€£]|usd|eur)\s*\d+(?:\.\d+)?|\d+(?:\.\d+)?\s*(?:[$€£]|usd|eur|dollars?|bucks?|euros?)`,
    () => ({
      is: 'money',
      fen: undefined,
    }),
  ),
  rule(
    `(${NUMBER})\\s*(?:${TENTH})(?![a-z])((?:\\d|[一二三四五六七八九])(?!\\s*(?:${UNIT})))?`,
    ([, tenths = '', part]) => ({ is: 'money', fen: tenthsOf(tenths, part) }),
  ),
];

/** Yuan with a digit of tenths behind it: 三块五, 15块8. */
function moneyOf(whole: string, part: string | undefined): number | undefined {
  const value = readNumber(whole);
  const tenths = part === undefined ? 0 : readNumber(part);
  if (value === undefined || tenths === undefined) return undefined;
  return wholeFen(value / 10 + (part === '半' ? 50 : tenths / 100));
}

function tenthsOf(whole: string, part: string | undefined): number | undefined {
  const value = readNumber(whole);
  if (value === undefined) return undefined;
  return wholeFen(value / 100 + (part === undefined ? 0 : (readNumber(part) ?? 0) / 1_000));
}

const wholeFen = (fen: number): number | undefined => (Number.isSafeInteger(fen) ? fen : undefined);

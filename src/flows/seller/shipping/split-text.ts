import { readNumber } from '../../../nlu/rules/lexer/numbers.ts';
import { findProvince, type Province, parseProvince, provinces } from '../../../shop/shipping/provinces.ts';
import type { ShippingMethod } from '../../../shop/shipping/rates.ts';
import { nextDay } from '../../../shop/shipping/rates.ts';
import { type Fen, fen } from '../../../shop/values/money.ts';
import { type BaseQuantity, isAmount } from '../../../shop/values/quantity.ts';

/** What a seller's words about delivery consist of: `快递`, `8元`, `满99包邮`, `新疆西藏`, `不发`. */
export type Piece =
  | { readonly is: 'way'; readonly way: ShippingMethod }
  | { readonly is: 'provinces'; readonly provinces: readonly Province[] }
  | { readonly is: 'fee'; readonly fen: Fen }
  | { readonly is: 'free-from'; readonly fen: Fen }
  | { readonly is: 'minimum'; readonly fen: Fen }
  | { readonly is: 'first' | 'step'; readonly grams: BaseQuantity; readonly fen: Fen }
  | { readonly is: 'days'; readonly days: readonly string[] }
  | { readonly is: 'free' | 'no-shipping' | 'shipping' | 'off' | 'on' | 'rest' | 'work' };

const N = '(\\d+(?:\\.\\d{1,2})?|[零一二三四五六七八九十百千两半]+)';
/** Money that says so; group 1 is yuan, group 2 the 角 of 八块五. */
const M = `(?:¥\\s*)?${N}\\s*(?:元|块钱|块(?:([1-9一二三四五六七八九])(?!\\d|公|斤|千))?|yuan|rmb|cny)`;
/** Money where it can be nothing else. */
const M_BARE = `¥?\\s*${N}\\s*(?:元|块钱|块|yuan|rmb)?()`;
const UNIT = '(公斤|千克|kg|kilos?|斤)';
const Q = `(?:${N}?\\s*(?:个)?${UNIT})?`;

const names = provinces.flatMap((province) => [
  province,
  findProvince(province).en?.toLowerCase() ?? province,
]);
const PROVINCE = `(?:${names.sort((a, b) => b.length - a.length).join('|')})(?:维吾尔|壮族|回族)?(?:自治区|特别行政区|省|市)?`;

type Rule = readonly [pattern: string, make: (groups: readonly string[], today: string) => Piece | undefined];

const money = (yuan = '', jiao = ''): Fen | undefined => {
  const whole = readNumber(yuan);
  const part = jiao === '' ? 0 : readNumber(jiao);
  if (whole === undefined || part === undefined) return undefined;
  const amount = whole / 10 + part / 100;
  return Number.isSafeInteger(amount) ? fen(amount) : undefined;
};

const withFen =
  (is: 'fee' | 'free-from' | 'minimum') =>
  ([, yuan, jiao]: readonly string[]): Piece | undefined => {
    const amount = money(yuan, jiao);
    return amount === undefined ? undefined : { is, fen: amount };
  };

const byWeight =
  (is: 'first' | 'step') =>
  ([, weight = '', unit = '公斤', yuan, jiao]: readonly string[]): Piece | undefined => {
    const amount = money(yuan, jiao);
    const thousandths = weight === '' ? 1_000 : readNumber(weight);
    if (amount === undefined || thousandths === undefined) return undefined;
    const grams = (thousandths * (unit === '斤' ? 500 : 1_000)) / 1_000;
    return isAmount(grams) ? { is, grams, fen: amount } : undefined;
  };

const plainly = (piece: Piece) => (): Piece => piece;

/** The first that fits counts: the longer phrase stands before the shorter. */
const rules: readonly Rule[] = [
  [
    `(?:首重|起重|first)\\s*${Q}\\s*(?:以?内)?\\s*(?:收|要|是|:)?\\s*(?:${M}|${M_BARE})`,
    (groups) => byWeight('first')(either(groups)),
  ],
  [
    `(?:续重|超出部分|超出|超重|之后|each (?:further|extra)|every (?:further|extra)|then(?: each)?)\\s*每?\\s*(?:增?加)?\\s*${Q}\\s*(?:加|收|:)?\\s*(?:${M}|${M_BARE})`,
    (groups) => byWeight('step')(either(groups)),
  ],
  [
    `(?:买?满|够)\\s*${M_BARE}\\s*(?:以上)?\\s*(?:就|即|可)?(?:包邮|免运费|免邮费?|免费送?|免)`,
    withFen('free-from'),
  ],
  [`free\\s*(?:shipping|delivery)?\\s*(?:from|over|above)\\s*${M_BARE}`, withFen('free-from')],
  [`(?:买?满)?\\s*${M}\\s*(?:起送|起订|起购|起发|起卖|才发货?|才送)`, withFen('minimum')],
  [`(?:最低|最少|起送价?|起订)(?:订单|消费|金额|买)?\\s*(?:是|:)?\\s*${M_BARE}`, withFen('minimum')],
  [`minimum(?:\\s*order)?(?:\\s*of)?\\s*:?\\s*${M_BARE}`, withFen('minimum')],
  [M, withFen('fee')],
  ['(?:快递|邮寄|快件|express|post)', plainly({ is: 'way', way: 'express' })],
  ['(?:村里送|送货上门|送货|送上门|跑腿|(?:village )?courier)', plainly({ is: 'way', way: 'courier' })],
  ['(?:上门自提|自提|自取|pick-?\\s?up)', plainly({ is: 'way', way: 'pickup' })],
  [`${PROVINCE}(?:(?:[、和及跟与/\\s]|and|or)*${PROVINCE})*`, ([all = '']) => provincesPiece(all)],
  ['(?:包邮|免运费|免邮费?|免费|不要钱|for free|free)', plainly({ is: 'free' })],
  ['(?:(?:暂时|先|都|全|也)?(?:不发货?|不寄|发不了货?|不配送|停发))', plainly({ is: 'no-shipping' })],
  ["(?:no (?:shipping|delivery) to|not shipped to|(?:do not|don't) ship to)", plainly({ is: 'no-shipping' })],
  ['(?:(?:恢复|可以|能|又|也)(?:发货?|寄)(?:了)?|ship (?:again )?to)', plainly({ is: 'shipping' })],
  ['(?:照常|上班|不休息|恢复营业|open)', plainly({ is: 'work' })],
  ['(?:休息|放假|歇业|关门|歇(?:一|两|三)?天?|closed|off on)', plainly({ is: 'rest' })],
  [
    '(?:关掉|关闭|停用|停掉|取消|没有|不做|不再|不(?=自提|送货|快递)|switch off|turn off|stop|no)',
    plainly({ is: 'off' }),
  ],
  ['(?:开通|开启|打开|支持|可以|能|加上|switch on|turn on|offer)', plainly({ is: 'on' })],
  [
    '(\\d{1,2})月(\\d{1,2})[日号]?(?:\\s*(?:到|至|-|~)\\s*(?:(\\d{1,2})月)?(\\d{1,2})[日号]?)?',
    ([, month, day, month2, day2], today) => daysPiece(today, month, day, month2, day2),
  ],
  ['(今天|明天|后天|today|tomorrow)', ([, word = ''], today) => nearDay(word, today)],
];

/** Both spellings of money stand in the pattern; one of them was there. */
const either = (groups: readonly string[]): readonly string[] => {
  const [all = '', amount = '', unit, yuan, jiao, bare] = groups;
  return [all, amount, unit ?? '公斤', yuan ?? bare ?? '', jiao ?? ''];
};

const FILLER =
  /^(?:[\s,，、;；。.!！:：]|的|都|我|俺|才(?:发货?|送|接单?|卖)|运费|邮费|费用|费|收|要|是|就|地区|偏远|全国|那边|那里|那儿|这边|统一|统统|一般|其他地方|其他省|其他|其余|每单|一单|一律|了|吧|and|to|is|we are|we will be|we|i am|im|sorry|fee|for|the|on|yuan)/;

const compiled = rules.map(([pattern, make]) => ({ pattern: new RegExp(pattern, 'y'), make }));

/** The pieces of a message, or nothing where a word of it is not known. */
export function splitSettings(message: string, today: string): Piece[] | undefined {
  const text = message.normalize('NFKC').toLowerCase().trim();
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    const found = pieceAt(text, at, today);
    if (found) {
      pieces.push(found.piece);
      at = found.end;
      continue;
    }
    const filler = FILLER.exec(text.slice(at))?.[0];
    if (!filler) return undefined;
    at += filler.length;
  }
  return pieces;
}

function pieceAt(text: string, at: number, today: string): { piece: Piece; end: number } | undefined {
  for (const { pattern, make } of compiled) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const piece = found && make(found, today);
    if (piece) return { piece, end: at + found[0].length };
  }
  return undefined;
}

function provincesPiece(text: string): Piece {
  const found = [...text.matchAll(new RegExp(PROVINCE, 'g'))].flatMap(([name]) => {
    const bare = name.replace(/(?:维吾尔|壮族|回族)?(?:自治区|特别行政区|省|市)$/, '');
    return parseProvince(bare) ?? [];
  });
  return { is: 'provinces', provinces: [...new Set(found)] };
}

/** The longest holiday that is believed, in days. */
const LONGEST = 60;

function daysPiece(today: string, month = '', day = '', month2?: string, day2?: string): Piece | undefined {
  const first = parseDay(today, month, day);
  const last = day2 === undefined ? first : first && parseDay(first, month2 ?? month, day2);
  if (!first || !last) return undefined;
  const days = [first];
  while ((days.at(-1) ?? last) < last && days.length < LONGEST) days.push(nextDay(days.at(-1) ?? last));
  return days.at(-1) === last ? { is: 'days', days } : undefined;
}

/** The next such day from `since` on. */
function parseDay(since: string, month: string, day: string): string | undefined {
  const year = Number(since.slice(0, 4));
  const at = (one: number): string => `${one}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const found = at(year) >= since ? at(year) : at(year + 1);
  const real = new Date(`${found}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(found) ? found : undefined;
}

function nearDay(word: string, today: string): Piece {
  const after = { 今天: 0, today: 0, 明天: 1, tomorrow: 1, 后天: 2 }[word] ?? 0;
  let day = today;
  for (let i = 0; i < after; i += 1) day = nextDay(day);
  return { is: 'days', days: [day] };
}

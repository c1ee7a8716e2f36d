import { NUMBER, readNumber, THOUSAND } from './numbers.ts';
import { type Text, textOf } from './text.ts';
import { UNIT, type Unit, unitOf } from './units.ts';

interface Place {
  /** Where the token stands in the message, in both of its readings. */
  readonly start: number;
  readonly end: number;
}

/** One part of a message. Both readers work on these and never look at signs themselves where a token says it. */
export type Token = Place &
  (
    | {
        readonly is: 'amount';
        readonly base: number | undefined;
        readonly unit: Unit;
        readonly isOne: boolean;
      }
    /** A unit without a number: `/斤`, `每袋`, `per kg`. */
    | { readonly is: 'unit'; readonly unit: Unit }
    | { readonly is: 'money'; readonly fen: number | undefined }
    /** In thousandths; nothing for what is vague (三四, 几十). */
    | { readonly is: 'number'; readonly value: number | undefined }
    | { readonly is: 'phone'; readonly digits: string }
    /** A date, a time, a percentage, a link, an order number: never an amount. */
    | { readonly is: 'aside' }
    /** What a stream's host calls a product: `A1`, `2号链接`. */
    | { readonly is: 'code'; readonly text: string }
    | { readonly is: 'sign'; readonly sign: string }
    | { readonly is: 'word'; readonly text: string }
  );

export interface Lexed {
  readonly text: Text;
  readonly tokens: readonly Token[];
}

type Found = Token extends infer T ? (T extends Place ? Omit<T, 'start' | 'end'> : never) : never;

interface Rule {
  readonly pattern: RegExp;
  make(found: RegExpExecArray): Found | undefined;
}

const VAGUE =
  '(?:几|数|好几|若干|多少)[十百千万]?|[一二三四五六七八九十百千\\d]+(?:来|多|几)|(?:[一二三四五六七八九]{2}|一两|两三)(?=[斤金公千克个袋箱盒瓶包罐桶枚十百块元])|\\d+(?:\\.\\d+)?\\s*(?:-|~|到|至|或|或者|to|or)\\s*\\d+(?:\\.\\d+)?|(?:a few|several|some|a couple of|couple of)(?= )';
const PIECE: Unit = { measure: 'COUNT', base: 1, isContainer: false };
const HAN = String.raw`\u4e00-\u9fff`;
/** Words that only look as if they held a number or a unit. */
const NAMES =
  '千张|百合|百香果|八宝|五谷|五香|三黄鸡|十三香|千层|万能|万一|一点|一下|一共|一起|一样|一定|一直|一会|一般|第一|统一|面包|包子|包邮|包装|包好|条件|个人|个头|件事|把握|听说|张家|双十一';
const YUAN = '块钱|块|元|圆|yuan|rmb|cny|kuai';
const TENTH = '毛|角|mao|jiao';

const rule = (source: string, make: Rule['make']): Rule => ({ pattern: new RegExp(source, 'yu'), make });

/** In this order: the first that fits at a place counts. */
const rules: readonly Rule[] = [
  rule(NAMES, ([all]) => ({ is: 'word', text: all })),
  rule(String.raw`https?:\/\/[^\s,;]+`, () => ({ is: 'aside' })),
  rule(String.raw`(?<!\d)(?:\+?86[- ]?)?1[3-9](?:[- ]?\d){9}(?!\d)`, ([all]) => ({
    is: 'phone',
    digits: all.replace(/\D/g, '').slice(-11),
  })),
  rule(String.raw`(?<![a-z])[a-z]{1,2}-\d{4}(?!\d)`, () => ({ is: 'aside' })),
  rule(
    String.raw`\d+(?:\.\d+)?\s*%|百分之[一二三四五六七八九十\d]+|[一二三四五六七八九\d](?:\.\d)?折`,
    () => ({ is: 'aside' }),
  ),
  rule(
    String.raw`\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}[日号]?|\d{1,2}月\d{1,2}[日号]?|[一二三四五六七八九十]+月(?:[一二三四五六七八九十廿]+[日号]|份|底|初)?|\d{1,2}月(?:份|底|初)?`,
    () => ({ is: 'aside' }),
  ),
  rule(
    String.raw`\d{1,2}:\d{2}|(?:早上|上午|下午|晚上|今晚|明晚|中午)?(?:\d{1,2}|[一二两三四五六七八九十]+)点(?:半|钟|[一二三四五\d]+分?)?(?![一二三四五六七八九零\d])|\d+\s*(?:am|pm)\b`,
    () => ({ is: 'aside' }),
  ),
  rule(
    String.raw`(?:\d+|[一二两三四五六七八九十几]+)(?:天|小时|分钟|号(?!链接|品|款)|日(?![\u4e00-\u9fff])|年|周|星期|个月|个小时|点钟|次|楼|栋|单元|室|路公交)|(?:\d+|one|two|three|a) ?(?:days?|hours?|minutes?|weeks?|months?|years?)(?![a-z])`,
    () => ({ is: 'aside' }),
  ),
  rule(String.raw`(?<![a-z])[x*]\s?(\d{1,4})(?![\da-z])`, ([, times = '']) => ({
    is: 'amount',
    base: Number(times),
    unit: PIECE,
    isOne: false,
  })),
  rule(
    String.raw`(?:\d+|[一二两三四五六七八九十]+)号(?:链接|品|款)|(?:链接|link ?)\d+|(?<![a-z\d])[a-z]\d{1,3}(?![\da-z])`,
    ([all]) => ({ is: 'code', text: all }),
  ),
  rule(`(?:${VAGUE})\\s*(${UNIT})`, ([, unit = '']) => vague(unit)),
  rule(`(?:${VAGUE})\\s*(?:${YUAN})`, () => ({ is: 'money', fen: undefined })),
  rule(
    `(${NUMBER})\\s*(?:${YUAN})(\\d(?![\\d.]|\\s*(?:${UNIT}))|[一二三四五六七八九半](?!\\s*(?:${UNIT})))?(?:${TENTH})?`,
    ([, whole = '', part]) => ({ is: 'money', fen: moneyOf(whole, part) }),
  ),
  rule(`(?:[¥￥]|rmb|cny)\\s*(${NUMBER})(?:\\s*(?:${YUAN}))?`, ([, whole = '']) => ({
    is: 'money',
    fen: moneyOf(whole, undefined),
  })),
  rule(
    `(${NUMBER})\\s*(?:${TENTH})(?![a-z])((?:\\d|[一二三四五六七八九])(?!\\s*(?:${UNIT})))?`,
    ([, tenths = '', part]) => ({ is: 'money', fen: tenthsOf(tenths, part) }),
  ),
  rule(`(?:a |an )?(${NUMBER})\\s*(?:of a |an? )?(${UNIT})(半)?(?: and a half)?`, amount),
  rule(String.raw`\b(?:an?) (half (?:an? )?)?(${UNIT})( and a half)?`, ([, half, unit = '', more]) =>
    englishOne(half, unit, more),
  ),
  rule(`(?:每|per |each )(${UNIT})|(?<=/ ?)(${UNIT})`, ([, said, behindSlash]) =>
    bareUnit(said ?? behindSlash ?? ''),
  ),
  // 五谷 and 百合 are no numbers: a Chinese numeral without a unit stands alone.
  rule(`(?<![一二三四五六七八九十百千万])(?:${NUMBER})(?![\\d${HAN}])|\\d+(?:\\.\\d+)?`, ([all]) => ({
    is: 'number',
    value: readNumber(all),
  })),
  rule(`[a-z]+(?:['’-][a-z]+)*`, ([all]) => ({ is: 'word', text: all })),
  rule(String.raw`[^\s\p{L}\p{N}]`, ([sign]) => ({ is: 'sign', sign })),
];

const vague = (word: string): Found | undefined => {
  const unit = unitOf(word);
  return unit && { is: 'amount', base: undefined, unit, isOne: false };
};

function amount([all, number = '', word = '', half]: RegExpExecArray): Found | undefined {
  const unit = unitOf(word);
  const value = readNumber(number);
  if (!unit) return undefined;
  const more = half || all.endsWith(' and a half') ? THOUSAND / 2 : 0;
  return {
    is: 'amount',
    base: value === undefined ? undefined : wholeBase(value + more, unit),
    unit,
    isOne: value === THOUSAND && more === 0,
  };
}

function englishOne(half: string | undefined, word: string, more: string | undefined): Found | undefined {
  const unit = unitOf(word);
  const value = (half ? THOUSAND / 2 : THOUSAND) + (more ? THOUSAND / 2 : 0);
  return unit && { is: 'amount', base: wholeBase(value, unit), unit, isOne: value === THOUSAND };
}

function bareUnit(word: string): Found | undefined {
  const unit = unitOf(word);
  return unit && { is: 'unit', unit };
}

/** Thousandths of a unit in base units; nothing where that is no whole number. */
function wholeBase(value: number, unit: Unit): number | undefined {
  const base = (value * unit.base) / THOUSAND;
  return Number.isSafeInteger(base) ? base : undefined;
}

/** Yuan with a digit of tenths behind it: 三块五, 15块8. */
function moneyOf(whole: string, part: string | undefined): number | undefined {
  const value = readNumber(whole);
  const tenths = part === undefined ? 0 : readNumber(part);
  if (value === undefined || tenths === undefined) return undefined;
  const fen = value / 10 + (part === '半' ? 50 : tenths / 100);
  return Number.isSafeInteger(fen) ? fen : undefined;
}

function tenthsOf(whole: string, part: string | undefined): number | undefined {
  const value = readNumber(whole);
  const fen =
    value === undefined
      ? undefined
      : value / 100 + (part === undefined ? 0 : (readNumber(part) ?? 0) / 1_000);
  return fen !== undefined && Number.isSafeInteger(fen) ? fen : undefined;
}

const SPACE = /\s/;

/** Takes a message apart. Signs that no rule knows gather into words. Linear in the message's length. */
export function lex(message: string): Lexed {
  const text = textOf(message);
  const tokens: Token[] = [];
  let at = 0;
  let wordStart = -1;
  const closeWord = (end: number): void => {
    if (wordStart >= 0)
      tokens.push({ is: 'word', text: text.plain.slice(wordStart, end), start: wordStart, end });
    wordStart = -1;
  };
  while (at < text.plain.length) {
    const found = SPACE.test(text.plain[at] ?? '') ? undefined : ruleAt(text.plain, at);
    if (found) {
      closeWord(at);
      tokens.push(found);
      at = found.end;
    } else if (SPACE.test(text.plain[at] ?? '')) {
      closeWord(at);
      at += 1;
    } else {
      if (wordStart < 0) wordStart = at;
      at += 1;
    }
  }
  closeWord(at);
  return { text, tokens: compounds(wholeWords(tokens)) };
}

function ruleAt(plain: string, start: number): Token | undefined {
  for (const { pattern, make } of rules) {
    pattern.lastIndex = start;
    const found = pattern.exec(plain);
    const token = found && found[0] !== '' ? make(found) : undefined;
    if (found && token) return { ...token, start, end: start + found[0].length };
  }
  return undefined;
}

/** Chinese words that stand side by side are one word. */
function wholeWords(tokens: readonly Token[]): Token[] {
  const whole: Token[] = [];
  for (const token of tokens) {
    const last = whole.at(-1);
    if (last?.is === 'word' && token.is === 'word' && last.end === token.start) {
      whole[whole.length - 1] = { ...last, text: last.text + token.text, end: token.end };
    } else whole.push(token);
  }
  return whole;
}

/** 两斤三两 is one amount: a smaller unit of mass right behind a larger one. */
function compounds(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    if (
      last?.is === 'amount' &&
      token.is === 'amount' &&
      belongsTo(last, token) &&
      last.base !== undefined &&
      token.base !== undefined
    ) {
      joined[joined.length - 1] = { ...last, base: last.base + token.base, end: token.end, isOne: false };
    } else joined.push(token);
  }
  return joined;
}

const belongsTo = (large: Token & { unit: Unit }, small: Token & { unit: Unit }): boolean =>
  large.end === small.start &&
  large.unit.measure === 'MASS' &&
  small.unit.measure === 'MASS' &&
  small.unit.base < large.unit.base;

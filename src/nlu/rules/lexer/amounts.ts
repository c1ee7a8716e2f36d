import { NUMBER, readNumber, THOUSAND } from './numbers.ts';
import { type Found, type Rule, rule } from './tokens.ts';
import { FOREIGN_UNIT, foreignUnit, PIECE, PORTION, UNIT, type Unit, unitOf, wholeBase } from './units.ts';

const HAN = String.raw`\u4e00-\u9fff`;
const HAN_NUMERALS = '一二两三四五六七八九十百千几半数多来';
const ONE_TO_NINE = '[一二三四五六七八九]';
const BETWEEN = String.raw`\s*(?:-|~|到|至|或者?|to|or)\s*`;
const WORDS = 'one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty';

/** Amounts that nobody can put a number on: 几斤, 十来斤, 三五斤, 5-6斤, a few. */
const VAGUE = [
  '(?:好几|几|数|若干|多少)[十百千万]?[多来]?',
  `(?:[一二三四五六七八九十百千两]{1,8}|\\d{1,6})(?:来|多|几)`,
  `${ONE_TO_NINE}{2}[十百千]?|一两(?=[斤公千个袋箱盒瓶包罐桶枚件份只])|两三[十百千]?|百八十|百十(?![一二三四五六七八九])|千八百|十[一二三四五六七八]?[二三四五六七八九](?<=十(?:一二|二三|三四|四五|五六|六七|七八|八九))`,
  `\\d{1,6}(?:\\.\\d{1,3})?${BETWEEN}\\d{1,6}(?:\\.\\d{1,3})?|${ONE_TO_NINE}(?:到|至|或者?)${ONE_TO_NINE}`,
  `(?:${WORDS})(?:(?<!twenty)-| to | or )(?:${WORDS})`,
  String.raw`\d{1,6}\+`,
  `(?:\\d{1,6}|\\b(?:${WORDS}|thirty|forty|fifty|sixty|seventy|eighty|ninety))[ -](?:something|odd)(?![a-z])`,
  '(?:a few|few|several|some|(?:a )?couple(?: of)?)(?= )',
  // A comma between digits is a decimal comma to some and a stop to others.
  String.raw`\d{1,6},\d{1,2}(?!\d)`,
].join('|');

/** Behind a unit: more than was said, and nobody knows by how much. 多少 asks a price. */
const OR_MORE = String.raw`(?:多(?!少|来|谢|久|送|给|大|要|买|加|放)|把(?=\s|$|[,;.]))`;

const vague = (unit: Unit | undefined): Found | undefined =>
  unit && { is: 'amount', base: undefined, unit, isOne: false };

/** Amounts of goods with their unit, and units alone. */
export const amountRules: readonly Rule[] = [
  rule(String.raw`(?<![a-z])[x*]\s?(\d{1,4})(?![\da-z.])(?!\s*(?:${UNIT}))`, ([, times = '']) => ({
    is: 'amount',
    base: Number(times),
    unit: PIECE,
    isOne: times === '1',
  })),
  rule(`(?:${VAGUE})\\s*(?:of )?(${UNIT})`, ([, unit = '']) => vague(unitOf(unit))),
  rule(`(?:${NUMBER}|\\b(?:half )?an?(?= ))\\s*(?:${FOREIGN_UNIT})(?![a-z])(?: of)?`, () =>
    vague(foreignUnit),
  ),
  rule(`(?:${NUMBER})\\s*(${UNIT})${OR_MORE}|([斤个])把(?=[${HAN}])`, ([, unit, bare]) =>
    vague(unitOf(unit ?? bare ?? '')),
  ),
  rule(`(?:(half )?an?|(${NUMBER})) dozen (?:of )?(${UNIT})`, ([, half, number, unit = '']) =>
    dozens(half, number, unit),
  ),
  rule(
    `(?:a |an )?(${NUMBER})(?:\\s*-?\\s*)(?:整(?=[只头条箱袋件桶罐瓶盒筐])|of an? |an? |(?:more|extra|other|big|small|large|little|whole|unsold|full|new|spare|broken|damaged|spoiled|rotten) )?(${UNIT})(半(?!斤|个|公|袋|箱|盒|瓶)| and a half)?`,
    amount,
  ),
  // 来袋面粉: one of them.
  rule(
    `(?<=[来要买拿称]|给我)(?:公斤|斤|袋|箱|盒|瓶|罐|桶|筐|个(?![大小好把${HAN_NUMERALS}])|包(?![装邮括裹好子])|只(?!要)|根|份|套|坛|捆)(?=[${HAN}])(?![${HAN_NUMERALS}])`,
    ([word]) => bareOne(word),
  ),
  rule(`(?<![${HAN}])斤半|(?<=[来要买])斤半`, () => ({
    is: 'amount',
    base: 750,
    unit: unitOf('斤') ?? PIECE,
    isOne: false,
  })),
  rule(
    String.raw`\b(?:an?|one|another) (half (?:an? )?)?(${UNIT})( and a half)?`,
    ([, half, unit = '', more]) => englishOne(half, unit, more),
  ),
  rule(
    `(?:每一?|按(?=(?:斤|公斤|个|只|箱|袋|盒|瓶|两)(?:卖|算|$|[\\s,;.]))|per |each |every )(${UNIT})|(?:每一?|per |each |every )(${UNIT})|(?<=/ ?|\\d(?:蚊|元|块|块钱))(${UNIT})`,
    ([, said, again, behindSlash]) => bareUnit(said ?? again ?? behindSlash ?? ''),
  ),
  rule('双份', () => ({ is: 'amount', base: 2, unit: PORTION, isOne: false })),
  // 来俩西瓜: these two count pieces by themselves.
  rule(`[俩仨](?!人|月|小时|星期|礼拜|口)`, ([all]) => ({
    is: 'amount',
    base: all === '俩' ? 2 : 3,
    unit: PIECE,
    isOne: false,
  })),
  // 一罐九十八不还价
  rule(
    `(?<=[一半每][罐袋箱盒瓶桶壶坛斤个只枚])(${NUMBER})(?=不[还讲]价|还[剩有]|包邮|谁要|要的)`,
    ([all]) => ({
      is: 'number',
      value: readNumber(all),
    }),
  ),
  // 90-120一只: nobody knows which.
  rule(
    String.raw`\d{1,5}(?:\.\d+)?\s?[-~]\s?\d{1,5}(?:\.\d+)?(?=[一每/][^\s\d]|\s*(?:yuan|kuai|rmb|a |per |each))`,
    () => ({
      is: 'number',
      value: undefined,
    }),
  ),
  // 五谷 and 百合 are no numbers: a Chinese numeral without a unit stands alone.
  rule(`(?<![一二三四五六七八九十百千万])(?:${NUMBER})(?![\\d${HAN}]|\\.\\d)|\\d+(?:\\.\\d+)?`, ([all]) => ({
    is: 'number',
    value: readNumber(all),
  })),
];

function amount([, number = '', word = '', more]: RegExpExecArray): Found | undefined {
  const unit = unitOf(word);
  const value = readNumber(number);
  if (!unit) return undefined;
  return {
    is: 'amount',
    base: value === undefined ? undefined : wholeBase(value + (more ? THOUSAND / 2 : 0), unit),
    unit,
    isOne: value === THOUSAND && !more,
  };
}

function dozens(half: string | undefined, number: string | undefined, word: string): Found | undefined {
  const unit = unitOf(word);
  const value = number === undefined ? THOUSAND / (half ? 2 : 1) : readNumber(number);
  return (
    unit && {
      is: 'amount',
      base: value === undefined ? undefined : wholeBase(value * 12, unit),
      unit,
      isOne: false,
    }
  );
}

function englishOne(half: string | undefined, word: string, more: string | undefined): Found | undefined {
  const unit = unitOf(word);
  const value = (half ? THOUSAND / 2 : THOUSAND) + (more ? THOUSAND / 2 : 0);
  return unit && { is: 'amount', base: wholeBase(value, unit), unit, isOne: value === THOUSAND };
}

function bareOne(word: string): Found | undefined {
  const unit = unitOf(word);
  return unit && { is: 'amount', base: unit.base, unit, isOne: true };
}

function bareUnit(word: string): Found | undefined {
  const unit = unitOf(word);
  return unit && { is: 'unit', unit };
}

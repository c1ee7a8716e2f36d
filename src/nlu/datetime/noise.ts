const DIGIT = '[\\d一二两三四五六七八九十]';
const DAYSIGN = '[一二三四五六日天]';

/** Why a time must be asked for, whatever numbers stand in the words. */
const ASKED: readonly RegExp[] = [
  // Again and again.
  /每[天周晚日月个逢]|天天|逢周|这[两几]天|最近|平时|平常|通常|往常|一般都?是|\b(?:every|daily|usually)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b/,
  // By the moon.
  /农历|阴历|腊月|正月|冬月|(?<![月\d])初[一二三四五六七八九十]|\blunar\b/,
  // Over already, or when it ends.
  /昨[天晚日儿夜]|前[天晚]|上个?(?:周|星期|礼拜|月)|播过|刚才|结束|下播|收摊|收播|\b(?:yesterday|last (?:night|week|month)|ago|ends?|ended|over)\b/,
  // Of no certain day or hour.
  /看情况|大大后|待定|左右|大概|大约|差不多|前后|\b(?:around|about|approximately|maybe|tbd|or so)\b/,
  /改天|过[几些]天|几天后|那[天晚]|当[天晚日]|次日|隔天|第二天|同一天/,
  /周末|月底|月初|月中(?!旬)|[上中下]旬|年[底前后]|明年|过年|开春|\b(?:weekends?|weeks?|fortnight|months?)\b/,
  new RegExp(
    `(?:下下|下|这|本)个?(?:周|星期|礼拜)(?!\\s*(?:${DAYSIGN}|[1-7]))|${DIGIT}个?(?:周|星期|礼拜|月|年)(?:以?后|之后)`,
  ),
  // Before or after it.
  /(?:[点半刻]|(?<!小)时|:\d{2}|\d点\d{1,2})(?:之?前|以前|之?后|以后)|\b(?:after|before|by|until|till)\s+(?:\d|noon|midnight)/,
  // Several days or hours.
  new RegExp(
    `(?:周|星期|礼拜)${DAYSIGN}\\s*[,和及/]\\s*${DAYSIGN}(?![点号月])|(?:周|星期|礼拜)${DAYSIGN}{2,}(?!点)`,
  ),
  new RegExp(
    `${DIGIT}\\s*[,和及~到至-]\\s*${DIGIT}{1,3}\\s*[号日]|(?<![\\d:])\\d{1,2}\\s*,\\s*\\d{1,2}\\s*点`,
  ),
  // By another clock.
  /(?:纽约|伦敦|东京|巴黎|悉尼|美东|美西|美国|欧洲|当地|日本|温哥华|多伦多)时间|\b(?:gmt|utc|est|edt|pst|pdt|cet)\b/,
  // In words that are no figures: the first of December.
  /\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|twentieth|thirtieth)\b/,
];

const EITHER = /或者?|要么|还是|\bor\b/;
const TO = String.raw`\s*(?:到|至|-|~|–|—)\s*`;
const FROM_HERE = String.raw`(?:\d|[一二两三四五六七八九十]|周)`;
const SPAN = new RegExp(
  [
    String.raw`(?:[点半时分钟刻]|[ap]m|:\d{2}|[周期拜][一二三四五六日天])${TO}(?:[早中晚上下午夜明次]{0,3}\s*)${FROM_HERE}`,
    String.raw`(?:\d|[一二两三四五六七八九十])\s*(?:到|至|-|~)\s*(?:\d{1,2}|[一二两三四五六七八九十]{1,3})\s*(?:点|[ap]m)`,
    String.raw`\b(?:from\b.+\bto|between\b.+\band)\b`,
  ].join('|'),
);
/** 八九点: one of two hours. */
const PAIR = /(?<!十)(?:一二|二三|两三|三四|四五|五六|六七|七八|八九|九十)(?=点)/;
const MENDED = /不对|说错|改成|换成|改为|更正|sorry|i mean|correction/;

/** Every day, lunar, past, vague, one of two, from-to, corrected: nobody can tell the one moment. */
export const mustAsk = (words: string): boolean =>
  [...ASKED, SPAN, PAIR, MENDED, EITHER].some((pattern) => pattern.test(words));

/** Feasts; the first of May only where no number goes on (五一 is none in 十五一斤). */
const FESTIVALS: readonly RegExp[] = [
  /元旦|春节|年三十|大年|元宵|清明|端午|七夕|中秋|重阳|国庆|圣诞|平安夜|冬至|夏至|腊八|小年|立[春夏秋冬]/,
  /双十[一二]|双1[12]|618|(?<![\d月周第])(?:五一|六一|七一|八一|十一)(?![点月号日分时个斤\d])/,
  /\b(?:christmas|new year|thanksgiving|easter|halloween|spring festival|mid-autumn|national day)\b/,
];
const MONTH =
  /(?:\d|[一二三四五六七八九十])月|\b(?:january|february|april|june|july|august|september|october|november|december)\b/;

/** A day that only a calendar of feasts knows, or a month without its day. */
export const namesOtherDay = (words: string, rest: string): boolean =>
  FESTIVALS.some((pattern) => pattern.test(words)) || MONTH.test(rest);

const NO = '(?:不播|不开播|不直播|不开|不来|不能播|不行|播不了|开不了|没空|取消|停播|停一?场|暂停)了?';
const GOODS =
  '(?:发货|到货|出货|寄出|发出|送到|送达|上市|采摘|采收|开采|截止|截单|停收|揽收|收件|取件|发车|成熟|现摘|交货)';
const HAN_DATE = '[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}[号日]';
const DAY = '(?:大?后|明|今)[天早晚]|下?个?(?:周|星期)[一二三四五六日天]';
const DATE = `(?:\\d{1,2}月\\d{1,2}[号日]?|\\d{1,2}[号日]|${HAN_DATE}|${DAY})`;
const CLOCK =
  '(?:[早中晚上下午傍]{0,2}\\s*[\\d一二两三四五六七八九十]{1,3}[点:](?:半|\\d{2}|[一二三四五]?十?[五分]?)?)?';

const DROPPED: readonly RegExp[] = [
  // 不是今晚,是明晚; 今晚不播,明晚7点.
  /不是[^,;。是]{1,10}(?=是|,|;|。|$|\s)/g,
  new RegExp(`[^,;。!?]*?${NO}`, 'g'),
  new RegExp(`${DATE}\\s*${CLOCK}\\s*(?:之?前|以前|起|开始|左右)?\\s*(?:统一|陆续|开始)?${GOODS}`, 'g'),
  new RegExp(`${GOODS}(?:时间|日期)?\\s*[:是在]?\\s*${DATE}\\s*${CLOCK}`, 'g'),
  /\b(?:not|no (?:stream|live|show))\b[^,;.]*/g,
  /\b(?:ship(?:s|ping|ped)?|deliver(?:y|s|ed)?|dispatch(?:es|ed)?|go(?:es)? out|harvest(?:ed|s)?|pick(?:ed|ing))\b[^,;]*/g,
  /(?:早上|上午|中午|下午|晚上)好/g,
  // Amounts and prices are no times.
  /\d+(?:\.\d+)?\s*(?:斤|公斤|千克|克|两|kg|g\b|箱|袋|盒|瓶|枚|件|元|块|毛|yuan|rmb|jin)(?:\s*[每一/]|\s*装(?:\s*\d+(?:\.\d+)?)?)?/g,
  /(?:价格?|单价|售价|只要|只卖)\s*\d+(?:\.\d+)?/g,
  /[¥￥$]\s?\d+(?:\.\d+)?/g,
];

/** The words without what is denied, what is about goods, and prices. */
export const withoutNoise = (words: string): string =>
  DROPPED.reduce((rest, pattern) => rest.replace(pattern, ' '), words);

import { type Rule, rule } from './tokens.ts';
import { UNIT } from './units.ts';

const aside: Rule['make'] = () => ({ is: 'aside' });

/** Words that only look as if they held a number or a unit. */
const NAMES = [
  '千张|百合|百香果|百里香|八宝|五谷|五香|五金|三黄鸡|十三香|零头|零食|零售|零嘴|零钱|千层|千斤顶|双黄蛋|双色|三只松鼠|五味子|五花肉|四季豆|三文鱼|二锅头',
  '万能|万一|一点(?![一二三四五六七八九零])|一下|一共|一起|一样|一定|一直|一会|一般|一些|一路|一家|一号店|十分|第一|统一|双十一|双十二',
  '面包|包子|包邮|包装|包好|包裹|打包|条件|个人|个头|件事|把握|听说|张家|斤两|袋装|瓶装|箱装|盒装|罐装|散装',
  String.raw`(?:\d+|[一二三四五六七八九十]+)年(?=[陈老份熟窖生])|\d+度(?=[\u4e00-\u9fff])|(?<!\d)0(?=添加|糖|脂)`,
  `(?<![块元])八角(?![一每/钱])`,
].join('|');

const DIGITS = '[一二两三四五六七八九十廿]';

/** Dates and times, in the forms that people type. */
const DATES = [
  String.raw`\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}[日号]?`,
  String.raw`\d{1,2}月(?:\d{1,2}(?:[日号](?!链接)|(?!\d|\s*[斤公千克个袋箱盒瓶]))|份|底|初|中旬)?`,
  `${DIGITS}{1,3}月(?:${DIGITS}{1,3}[日号]|份|底|初|中旬)?`,
  String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:\s*(?:am|pm)\b)?`,
  String.raw`(?:早上|上午|下午|晚上|今晚|明晚|中午|傍晚)\s*(?:\d{1,2}|${DIGITS}{1,3})点(?:半|钟|[一二三四五\d]{1,3}分?)?`,
  String.raw`(?:\d{1,2}|${DIGITS}{1,3})点(?:半|钟|[一二三四五\d]{1,3}分?)?(?![一二三四五六七八九零\d]|\s*(?:${UNIT}))`,
  String.raw`\d{1,2}\s*(?:am|pm|o'clock)\b`,
  String.raw`\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?\b`,
  String.raw`\b\d{1,2}(?:st|nd|rd|th)\b`,
  '(?:下?周|星期|礼拜)[一二三四五六日天末]',
].join('|');

const SOME = String.raw`(?:\d+|${DIGITS}{1,4}|几|半|多少|好几)`;
const SPANS = [
  `(?:${SOME}\\s*(?:-|~|到|至)\\s*)?${SOME}(?:来|多|几)?个?(?:天|小时|分钟|年(?![陈老份熟窖生])|周(?!到)|星期|礼拜|月|点钟|次|回|遍|楼|栋|幢|单元|室|层|期|岁|度|米|毫米|厘米|公分|cm(?![a-z])|mm(?![a-z])|公里|里地|路公交|口人)`,
  `${SOME}个?(?:日(?![\\u4e00-\\u9fff])|工作日)`,
  `${SOME}(?:个|口)?(?:大人|小孩|孩子|娃|人(?!参))(?:份)?`,
  String.raw`(?:\d+|one|two|three|four|five|six|seven|a|an|few)(?:\s?-\s?|\s)?(?:days?|hours?|hrs?|minutes?|mins?|weeks?|months?|years?|people|persons|kids|times|floor)(?![a-z])`,
  `第(?:\\d+|${DIGITS}{1,3})[个次单天回批号]?`,
].join('|');

const CODE = [
  String.raw`(?:\d{1,3}|${DIGITS}{1,3})号(?:链接|连接|品|款|产品|商品)|链接\s?\d{1,3}|\blink ?#?\d{1,3}|\b(?:item|no\.?|number) ?#?\d{1,3}(?=\s|$|[,.;x+*])`,
  // A number that a stream's viewer wants some of: 3号来两份, 3号+2.
  String.raw`(?<![\d月])\d{1,3}号(?=不要|别要|\s?(?:[+x*]\s?\d|也?(?:来|要|拍)?(?:\d{1,3}|${DIGITS})\s?[个份件箱袋盒瓶斤单]))`,
  // 2号和5号各一份.
  String.raw`\d{1,3}号(?=(?:(?:[和跟,]\s?|\s)\d{1,3}号)*(?:各|都(?:来|要)|每样))`,
  // 换成3号, 拍了2号.
  String.raw`(?<=(?:改|换)[成为到要]?|拍(?:了|的|下)?)\d{1,3}号(?![\d前后之到发])`,
  String.raw`(?<![a-z\d])[a-wyz]-?\d{1,3}(?![\da-z]|-\d)(?!\s?(?:级|座|栋|幢))`,
].join('|');

/** 36码, size 40: of shoes and clothes. */
const SIZES = String.raw`\bsizes? \d{1,3}(?:\s?-\s?\d{1,3})?|\d{2}(?:-\d{2})?码`;

/** What looks like a number and is none: names, links, phones, order numbers, dates, times, spans, shares, codes. */
export const asideRules: readonly Rule[] = [
  rule(SIZES, aside),
  rule('[一半][个斤两袋箱盒瓶]都?(?:不能|别|不许)少', aside),
  rule(NAMES, ([all]) => ({ is: 'word', text: all })),
  rule(String.raw`https?:\/\/[^\s,;]+`, aside),
  rule(String.raw`(?<!\d)(?:\(?\+?86\)?[- ]?)?1[3-9](?:[- .]?\d){9}(?!\d)`, ([all]) => ({
    is: 'phone',
    digits: all.replace(/\D/g, '').slice(-11),
  })),
  rule(
    String.raw`(?<![a-z\d])[a-z]{1,2}-?\d{4,}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)|\d{8,}|#\d+|(?:订单号?|单号|尾号)\s?:?\s?[a-z\d-]+`,
    aside,
  ),
  rule(
    String.raw`(?:\d{1,9}(?:\.\d+)?\s*(?:%|percent\b)|(?:five|ten|fifteen|twenty|thirty|forty|fifty) percent\b)|百分之(?:${DIGITS}{1,3}|\d{1,3})|(?:${DIGITS}|\d(?:\.\d)?)折`,
    aside,
  ),
  rule(`(?<!\\d)(?:${CODE})`, ([all]) => ({ is: 'code', text: all })),
  rule(DATES, aside),
  rule(`${SPANS}|\\d{1,2}号(?!\\d)`, aside),
];

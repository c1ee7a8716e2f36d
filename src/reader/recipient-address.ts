import { lex } from './lexer.ts';
import type { Part } from './recipient-part.ts';
import type { Text } from './text.ts';

const HAN = String.raw`\u4e00-\u9fff`;
/** What parts of a Chinese address end with. */
const MARK =
  '省|自治区|自治州|特别行政区|市|区|县|旗|州|镇|乡|街道|大道|大街|街|路|巷|胡同|里弄|弄|村委会|村|屯|庄|小区|社区|花园|家园|公寓|大厦|广场|中心|学校|大学|学院|中学|小学|幼儿园|医院|超市|驿站|宿舍|工业园|产业园|开发区|新村|苑|园|城|院|楼|栋|幢|座|单元|室|号|组|段|里|门口|门|对面|旁边?|斜对面|附近';
const NUMBERED = `附?(?:[a-z]?\\d+(?:-\\d+)*[a-z]?|[一二三四五六七八九十百]+|[a-z])(?:号楼|号院|号门|号|栋|幢|座|单元|室|楼|层|弄|组|期|门|队|段|区|米|-)?(?:[东南西北]门)?`;
const PART = `(?:[${HAN}]{0,10}?(?:${MARK})|${NUMBERED})`;
const CHAIN = `${PART}(?:[\\s,]*${PART})+`;

/** What an address is introduced by. */
const LEAD =
  '(?:(?:收货|收件|送货|邮寄|寄件|我的?|新)?(?:地址|住址)(?!写|填|错|不|有|能|可|要|怎|发)(?:是|为|改成|改为|改到|换成)?\\s*:?|应该是|正确的?是|(?:改|换)(?:成|到)|送货?到|寄(?:给我)?到|发货?到|邮寄?到|送去|寄去|发往|寄往|送往|快递到|送|寄|邮|发到?|到|住在?|我在|在)\\s*';
const LED = new RegExp(`${LEAD}(${CHAIN})`, 'g');
const BARE = new RegExp(`(?<=^|[\\s,.;!:\\d斤个箱袋盒瓶包桶罐只份号])(${CHAIN})`, 'g');
const STREET =
  /省|市|区|县|镇|乡|街|路|巷|村|小区|花园|大学|学院|中学|小学|医院|胡同|大道|公寓|大厦|苑|屯|庄|社区|州/;
/** Enough to be an address where nobody and no phone is named. */
const CERTAIN =
  /(?:省|市|县|区|镇|乡|村|路|街|道|巷|小区|苑|花园).*\d|.(?:省|市|县|区).*(?:路|街|镇|乡|村|小区|区)/;

const WESTERN =
  'street|st|road|rd|avenue|ave|lane|ln|district|building|bldg|village|county|city|town|township|room|apartment|apt|block|community|province|garden|gardens|estate|drive|alley|hutong|university';
const UNIT = '(?:room|rm|no|apt|apartment|flat|building|bldg|unit|floor|block|suite)\\.? ?#?\\d+[a-z]?';
const NEXT = `(?:[ ,]+(?:${UNIT}|\\d+(?:st|nd|rd|th)? floor|\\d{6}|\\d{1,5}[a-z]? (?=[^,;]*\\b(?:${WESTERN})\\b)[^,;.!?\\n]+|[^,;.!?\\d\\n]+?(?=[,;.!?\\n]|$| - )))`;
const ENGLISH = new RegExp(
  `(?:(?:deliver|ship|send|mail|post)(?: (?:it|them|that|this))? to|(?:my )?address(?: is)?\\s*:?|\\bto\\b|\\bat\\b)?[\\s,;]*((?:${UNIT}|#?\\d{1,5}[a-z]?)(?:[ ,]+${UNIT})*(?:[ ,]+\\d{1,5}[a-z]?)?[, ]+(?:(?!address)[^;\\n?!\\d]){0,60}?\\b(?:${WESTERN})\\b\\.?(?: \\d{1,4})?${NEXT}*)`,
);

/** Beijing Chaoyang District, Jianguo Road 8: the largest first, as it is said in Chinese. */
const NUMBER_LAST =
  /(?:^|[,;:\n]\s*)((?:[a-z]+ ){1,4}(?:district|city|county|province|town|village)\b[^;\n?!\d]{1,60}?\b(?:road|rd|street|st|avenue|ave|lane)\b(?: no\.?)? ?\d{1,5}[a-z]?(?:, ?(?:building|room|unit|flat|floor)[^,;\n]{1,12})*)/;

/** Where goods go, in one string. `isExpected` where a name or a phone was given too: then less is enough. */
export function findAddress(text: Text, isExpected: boolean): Part | undefined {
  return (
    chinese(LED, text, isExpected) ??
    chinese(BARE, text, isExpected) ??
    english(ENGLISH, text) ??
    (isExpected ? english(NUMBER_LAST, text) : undefined)
  );
}

function chinese(pattern: RegExp, text: Text, isExpected: boolean): Part | undefined {
  for (const found of text.plain.matchAll(pattern)) {
    const goods = goodsBefore(found[1] ?? '');
    const all = (found[1] ?? '').slice(goods);
    const street = withTail(withoutOrder(all), all, text.plain, found.index + found[0].length);
    const isPlace = street.length >= 4 && STREET.test(street) && /[一-鿿]{2}/.test(street);
    if (!isPlace || !(isExpected || CERTAIN.test(street))) continue;
    const start = found.index + found[0].length - all.length;
    return partAt(text, goods > 0 ? start - 1 : found.index, start, start + street.length);
  }
  return undefined;
}

/** 寄20斤苹果到西安市…: how much stands before the place is what is sent there. */
function goodsBefore(chain: string): number {
  const [before] = /^.{2,24}?[到至往](?=..)/u.exec(chain) ?? [];
  return before && hasAmount(before) ? before.length : 0;
}

const hasAmount = (words: string): boolean => lex(words).tokens.some((token) => token.is === 'amount');

/** Numbers and names of goods behind an address are none of it: `麓山南路2号,腊肉五斤`. */
function withoutOrder(address: string): string {
  let end = 0;
  for (const found of address.matchAll(/[^\s,]+/g)) {
    const isOrder = hasAmount(found[0]) && !STREET.test(found[0]);
    if (isOrder) break;
    end = found.index + found[0].length;
  }
  return address.slice(0, end).replace(/[\s,]+$/, '');
}

/** A landmark right behind the address belongs to it: 菜鸟驿站. */
function withTail(street: string, all: string, plain: string, end: number): string {
  if (street !== all) return street;
  const tail = new RegExp(
    `^[${HAN}]{1,12}?(?:驿站|超市|店|门口|旁边?|对面|楼下|学校|厂|公司)(?=[\\s,.;]|$)`,
  ).exec(plain.slice(end));
  return street + (tail?.[0] ?? '');
}

function english(pattern: RegExp, text: Text): Part | undefined {
  const found = pattern.exec(text.plain);
  if (!found?.[1]) return undefined;
  const start = found.index + found[0].length - found[1].length;
  return partAt(text, found.index, start, start + found[1].length);
}

function partAt({ said }: Text, from: number, start: number, end: number): Part {
  return { text: said.slice(start, end).replace(/^[\s,.;:]+|[\s,.;:]+$/g, ''), start: from, end };
}

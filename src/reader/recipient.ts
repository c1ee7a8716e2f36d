import type { Text } from './text.ts';

/** Whom goods go to, as far as a message says. */
export interface Recipient {
  readonly name: string | null;
  /** Eleven digits. */
  readonly phone: string | null;
  /** In one string, without labels. */
  readonly address: string | null;
}

/** What was found, and the message without it: blanked, so that places stay. */
export interface Found {
  readonly recipient: Recipient | null;
  readonly rest: Text;
}

const PHONE =
  /(?:(?:电话|手机号?|联系方式|号码|tel|phone|mobile|call)(?:号码|number)?\s*(?:是|is)?\s*[:#]?\s*)?(?<!\d)(?:\+?86[- ]?)?(1[3-9](?:[- ]?\d){9})(?!\d)/;

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文温庞樊兰殷施洪翟安颜倪牛柴聂鲁岳齐梅庄辛管祝左涂谷时包耿卜费柳詹关苗欧葛';
const NAME = `(?:欧阳|上官|司马|诸葛|[${SURNAMES}])[\\u4e00-\\u9fff]{1,2}?`;
const TITLE = '(?:先生|女士|小姐|老师|阿姨|叔叔|大爷|大妈|师傅)';

const MARK =
  '省|自治区|特别行政区|市|区|县|旗|镇|乡|街道|大道|大街|街|路|巷|胡同|里弄|弄|村委会|村|屯|庄|小区|社区|花园|家园|公寓|大厦|广场|中心|学校|大学|学院|中学|小学|医院|超市|驿站|宿舍|工业园|产业园|苑|园|城|院|楼|栋|幢|座|单元|室|号|组|门';
const PART = `(?:[\\u4e00-\\u9fff]{0,8}?(?:${MARK})|(?:[a-z]?\\d+(?:-\\d+)*|[一二三四五六七八九十百]+|[a-z])(?:号楼|号院|号门|号|栋|幢|座|单元|室|楼|层|弄|组|期|门|队|米|-)?(?:[东南西北]门)?)`;
const ADDRESS = new RegExp(
  `(?:(?:收货地址|收件地址|送货地址|地址|送到|寄到|发到|邮到|送去|寄去|发往|寄往|送往|寄给我?到?|快递到|邮寄到|送|寄|发|到|住在|我在|在)\\s*(?:是|:)?\\s*|^|(?<=[\\s,.;!:\\d斤个箱袋盒瓶包]))(${PART}(?:\\s*,?\\s*${PART})+)`,
  'g',
);
const STREET = /省|市|区|县|镇|乡|街|路|巷|村|小区|花园|大学|中学|医院|胡同|大道|公寓|大厦|苑/;

const WESTERN =
  'street|st|road|rd|avenue|ave|lane|ln|district|building|village|county|city|town|room|apartment|apt|block|community';
/** A house number and a street, with all that follows up to a stop. */
const ENGLISH_STREET = new RegExp(
  `(?:(?:deliver|ship|send|mail|post)(?: (?:it|them|that|this))? to|address(?: is)?\\s*:?|\\bto\\b|\\bat\\b)?[\\s,;]*((?:(?:room|no\\.?|apt|building|unit) ?)?#?\\d+[a-z]?[^;\\n]*?\\b(?:${WESTERN})\\b(?:[ ,]+[^,;\\d\\n]+)*)`,
);

/** Finds name, phone and address, in any order, with labels or without. */
export function takeRecipient(text: Text): Found {
  const taken: [number, number][] = [];
  const cut = (start: number, end: number): void => {
    taken.push([start, end]);
  };
  const blanked = (): string => blank(text.plain, taken);

  const phone = PHONE.exec(text.plain);
  if (phone) cut(phone.index, phone.index + phone[0].length);
  const name = findName(
    blanked(),
    phone ? phone.index : undefined,
    phone ? phone.index + phone[0].length : undefined,
    text,
  );
  if (name) cut(name.start, name.end);
  const address = findAddress(blanked(), phone !== null || name !== undefined, text);
  if (address) cut(address.start, address.end);

  const digits = phone?.[1]?.replace(/\D/g, '') ?? null;
  const isNone = !digits && !address && !name;
  const rest = { said: blank(text.said, taken), plain: blanked() };
  return {
    recipient: isNone ? null : { name: name?.text ?? null, phone: digits, address: address?.text ?? null },
    rest,
  };
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const LABELLED_NAME =
  /(?:收件人|收货人|联系人|姓名|名字|我叫|name)\s*(?:是|is)?\s*[:：]?\s*([\u4e00-\u9fff]{2,4}|[a-z]+(?: [a-z]+)?)(?=[\s,.;]|$)/;
const ENGLISH_NAME = /(?:my name is|name's|for|attn:?|i'm|recipient:?)\s+([a-z]+ [a-z]+)(?=\s*[,;.]|\s*$)/;

function findName(
  plain: string,
  phoneStart: number | undefined,
  phoneEnd: number | undefined,
  text: Text,
): Piece | undefined {
  for (const pattern of [LABELLED_NAME, ENGLISH_NAME]) {
    const found = pattern.exec(plain);
    if (found?.[1]) return pieceOf(found, found[1], text);
  }
  if (phoneStart === undefined || phoneEnd === undefined) return withTitle(plain, text);
  const before = new RegExp(
    `(?:^|[\\s,.;:号室楼栋村元院区门县]|(?:收|给))(${NAME}${TITLE}?)(?:收)?[\\s,.;:()]*$`,
  ).exec(plain.slice(0, phoneStart));
  if (before?.[1]) return pieceOf(before, before[1], text);
  const after = new RegExp(`^[\\s,.;:()]*(${NAME}${TITLE}?)(?:收)?(?=[\\s,.;:()]|$)`).exec(
    plain.slice(phoneEnd),
  );
  if (after?.[1])
    return shifted(pieceOf(after, after[1], { said: text.said.slice(phoneEnd), plain: '' }), phoneEnd);
  return english(plain, text) ?? alone(plain, text) ?? withTitle(plain, text);
}

/** With a phone given, a part of the message that is a name and nothing else is the name. */
function alone(plain: string, text: Text): Piece | undefined {
  const found = new RegExp(`(?<=^|[\\s,.;:])(${NAME}${TITLE}?)(?:收)?(?=[\\s,.;]|$)`).exec(plain);
  return found?.[1] ? pieceOf(found, found[1], text) : undefined;
}

function withTitle(plain: string, text: Text): Piece | undefined {
  const found = new RegExp(`(?<=^|[\\s,.;:])((?:${NAME})?${TITLE})收?(?=[\\s,.;]|$)`).exec(plain);
  return found?.[1] && found[1].length > 2 ? pieceOf(found, found[1], text) : undefined;
}

/** Two capitalised words beside a phone: Li Lei. */
function english(_plain: string, text: Text): Piece | undefined {
  const found = /(?<=^|[,;.]\s*|\s)([A-Z][a-z]+ [A-Z][a-z]+)(?=\s*(?:[,;.]|$|\+?\d))/.exec(text.said);
  if (!found?.[1] || /Road|Street|District|Village|County|City|Avenue|Lane|Building/.test(found[1]))
    return undefined;
  return { text: found[1], start: found.index, end: found.index + found[1].length };
}

function findAddress(plain: string, isExpected: boolean, text: Text): Piece | undefined {
  const labelled =
    /(?:收货地址|收件地址|送货地址|地址)\s*(?:是|:)?\s*([^;!?]{4,100}?)(?=\s*(?:;|$|,?\s*(?:电话|手机|收件人|收货人|姓名|联系)))/.exec(
      plain,
    );
  if (labelled?.[1]) return trimmed(pieceOf(labelled, labelled[1], text));
  for (const found of plain.matchAll(ADDRESS)) {
    const street = found[1] ?? '';
    if (
      street.length >= 4 &&
      STREET.test(street) &&
      (isExpected || /\d|.(?:市|县|区).+(?:路|街|镇|村|小区|区)/.test(street))
    ) {
      return trimmed(pieceOf(found, street, text));
    }
  }
  const western = ENGLISH_STREET.exec(plain);
  return western?.[1] ? trimmed(pieceOf(western, western[1], text)) : undefined;
}

/** The piece with its label or verb cut away too. */
function pieceOf(found: RegExpExecArray | RegExpMatchArray, part: string, text: Text): Piece {
  const index = found.index ?? 0;
  const at = index + found[0].lastIndexOf(part);
  return { text: text.said.slice(at, at + part.length).trim(), start: index, end: index + found[0].length };
}

const shifted = (piece: Piece, by: number): Piece => ({
  ...piece,
  start: piece.start + by,
  end: piece.end + by,
});

const trimmed = (piece: Piece): Piece => ({
  ...piece,
  text: piece.text.replace(/^[\s,.;:]+|[\s,.;:]+$/g, ''),
});

/** What was taken becomes a stop, so that what stood before and behind it stays apart. */
function blank(text: string, taken: readonly [number, number][]): string {
  let rest = text;
  for (const [start, end] of taken)
    rest = rest.slice(0, start) + ';'.repeat(Math.max(0, end - start)) + rest.slice(end);
  return rest;
}

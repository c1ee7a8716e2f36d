/** Addresses, names and contacts. They are never sent to a model. */
const PERSONAL: readonly RegExp[] = [
  // Labels with what follows them to the end of the clause.
  /(?:收[件货貨获獲]人|联系人|姓名|[电電][话話]|手机号?|微信号?|vx|wx|qq|邮箱|身份证号?|收货地址|收件地址|地址|address|phone|mobile|tel|wechat|e-?mail)\s*[:是]?\s*[^,。;\n]+/giu,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
  // Mobile and land lines, with or without signs between, and any other long row of digits.
  /(?:\+?86[- ]?)?1[3-9](?:[- ]?\d){9}(?:[-转]\d{1,6})?/gu,
  /(?:\(?0\d{2,3}\)?[- ]?)?\d{7,8}(?!\d)/gu,
  /\d(?:[- ]?\d){9,}/gu,
  // A place with the number of a house, a flat or a group, and who lives there.
  /[\p{Script=Han}\d]{0,30}(?:路|街|巷|弄|胡同|大道|小区|花园|苑|公寓|大厦|村|组|队|栋|幢|座|楼|单元)[\p{Script=Han}\d-]{0,12}?\d+(?:-\d+)*[号室栋幢座楼层单元组队]+[\p{Script=Han}\d]{0,12}(?: +\p{Script=Han}{2,4}(?=$|[\s,。;]))?/gu,
  // A name with its title, as on a parcel.
  /\p{Script=Han}{1,3}(?:先生|女士|小姐|老师)(?:收|亲启)?/gu,
  /(?<![\p{Script=Han}])\p{Script=Han}{2,4}(?:收|亲启)(?=$|[\s,。;])/gu,
  // An English address: a number beside a street, a room or a building.
  /[^\n.;]*\b(?:street|road|avenue|lane|district|building|room|flat|apartment|estate)\b[^\n.;]*\d[^\n.;]*/giu,
  /[^\n.;]*\d[^\n.;]*\b(?:street|road|avenue|lane|district|building|room|flat|apartment|estate)\b[^\n.;]*/giu,
  /\b(?:name|to|attn|recipient)\s*:\s*[^,;\n]+/giu,
];

const CALLED =
  /(?:\+?86[-. ]?)?1[3-9](?:[-. ]?\d){9}|09\d{2}[- ]?\d{3}[- ]?\d{3}|\b0\d-\d{7,8}|400-\d{3}-\d{4}|\(?85[23]\)?[- ]?\d{4}[- ]?\d{4}|(?<!\d)[2-9]\d{7}(?!\d)|\+\d{1,3}(?:[ -]?\d){8,}|\(?0\d{2,3}\)?[- ]?\d{7,8}|\+?(?:85[23]|886)[- ]?\d{2,4}[- ]?\d{4}|(?<!\d)[5-9]\d{3} \d{4}(?!\d)|收[件货貨获獲]人|[电電][话話]/u;
/** In a text with a telephone number, a sentence that names a place is an address, and a very short one a name. */
const PLACE =
  /[省市区區县縣旗镇鎮乡鄉街道路巷弄村寨屯组組号號栋棟幢座楼樓室]|\d{2,}[-#]\d|\b(?:street|road|avenue|lane|district|building|room)\b|\b\d{6}\b/iu;
const BARE_NAME =
  /^(?:\d[)、.]\s*)?(?:[\p{Script=Han}\s,，、:·]{1,6}|(?:(?:to|name|attn)\s*:\s*)?\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2}|[\p{Script=Han}·]{2,3}[。.])$/iu;

/**
 * Replaces telephone numbers, addresses and names in `text` by spaces. A sentence with a telephone number is removed as
 * a whole: it is an address rather than a description of goods.
 */
export function withoutPersonalData(text: string): string {
  const plain = text.normalize('NFKC');
  const kept = CALLED.test(plain) ? withoutRecipients(plain) : plain;
  return PERSONAL.reduce((left, pattern) => left.replace(pattern, ' '), kept)
    .replace(/ {2,}/g, ' ')
    .trim();
}

const withoutRecipients = (text: string): string =>
  text
    .split(/(?<=[。!?\n])/u)
    .filter((sentence) => !CALLED.test(sentence) && !PLACE.test(sentence) && !BARE_NAME.test(sentence.trim()))
    .join('');

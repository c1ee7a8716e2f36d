/** Where a house stands, who is called, and where they are reached: nothing of it goes to a model. */
const PERSONAL: readonly RegExp[] = [
  // Labels with what follows them to the end of the clause.
  /(?:收件人|收货人|联系人|姓名|电话|手机号?|微信号?|vx|wx|qq|邮箱|身份证号?|收货地址|收件地址|地址|address|phone|mobile|tel|wechat|e-?mail)\s*[:是]?\s*[^,。;\n]+/giu,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
  // Mobile and land lines, with or without signs between, and any other long row of digits.
  /(?:\+?86[- ]?)?1[3-9](?:[- ]?\d){9}(?:[-转]\d{1,6})?/gu,
  /(?:\(?0\d{2,3}\)?[- ]?)?\d{7,8}(?!\d)/gu,
  /\d(?:[- ]?\d){9,}/gu,
  // A place with the number of a house, a flat or a group.
  /[\p{Script=Han}\d]{0,30}(?:路|街|巷|弄|胡同|大道|小区|花园|苑|公寓|大厦|村|组|队|栋|幢|座|楼|单元)[\p{Script=Han}\d-]{0,12}?\d+(?:-\d+)*[号室栋幢座楼层单元组队]+[\p{Script=Han}\d]{0,12}/gu,
  // Somebody by name, as a parcel is addressed.
  /\p{Script=Han}{1,3}(?:先生|女士|小姐|老师)(?:收|亲启)?/gu,
];

/** `text` without telephone numbers, addresses and people that it names; the gap is a space. */
export function withoutPersonalData(text: string): string {
  const plain = text.normalize('NFKC');
  return PERSONAL.reduce((left, pattern) => left.replace(pattern, ' '), plain)
    .replace(/ {2,}/g, ' ')
    .trim();
}

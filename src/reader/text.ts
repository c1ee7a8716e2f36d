/** A message in two readings of the same length, so that what is found in one can be cut from the other. */
export interface Text {
  /** As it was said, with full-width signs made narrow. */
  readonly said: string;
  /** For the rules: simplified characters, lower case, plain punctuation and spaces. */
  readonly plain: string;
}

const traditional =
  '來兩個點買賣還給錢塊斤條雞鴨鵝棗麥麵雜糧紅綠黃豬魚貨發單號這裡嗎麼沒後請問價運費郵訂購換須聯繫電話樓區鄉鎮縣東廣灣陳張楊趙吳劉黃馬孫蘇龍葉鄭韓馮幾麻煩謝謝開關對錯說記種類時間週讓從總數萬億擔籃簍罐盤鹽醬絲薯蘋葡萄橘樹醃製乾濕鮮蠔蝦蠶寶顆粒隻裝無無論與剩餘儲庫補進壞漲降圓毛鐘見應該進達過遠';
const simplified =
  '来两个点买卖还给钱块斤条鸡鸭鹅枣麦面杂粮红绿黄猪鱼货发单号这里吗么没后请问价运费邮订购换须联系电话楼区乡镇县东广湾陈张杨赵吴刘黄马孙苏龙叶郑韩冯几麻烦谢谢开关对错说记种类时间周让从总数万亿担篮篓罐盘盐酱丝薯苹葡萄橘树腌制干湿鲜蚝虾蚕宝颗粒只装无无论与剩余储库补进坏涨降元毛钟见应该进达过远';

const toSimplified = new Map([...traditional].map((sign, i) => [sign, [...simplified][i] ?? sign]));

const signs = new Map([
  ['。', '.'],
  ['、', ','],
  ['，', ','],
  ['；', ';'],
  ['：', ':'],
  ['？', '?'],
  ['！', '!'],
  ['～', '~'],
  ['【', '('],
  ['】', ')'],
  ['×', 'x'],
  ['＊', '*'],
  ['\n', ';'],
  ['\t', ' '],
  ['\r', ' '],
]);

/** Prepares a message for reading. Never throws; a lone surrogate or a sign we do not know stays itself. */
export function textOf(message: string): Text {
  const said = message.toWellFormed().normalize('NFKC').replaceAll('⁄', '/');
  let plain = '';
  for (const sign of said) plain += plainSign(sign);
  return { said, plain };
}

/** The same length as `sign`, always: positions in both readings agree. */
function plainSign(sign: string): string {
  const known = signs.get(sign) ?? toSimplified.get(sign);
  if (known !== undefined) return known;
  const lower = sign.toLowerCase();
  return lower.length === sign.length ? lower : sign;
}

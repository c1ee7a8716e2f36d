/** Traditional characters of goods and kitchens, and below them their simplified forms, sign by sign. */
const traditional =
  '棗麥麵雜糧紅綠黃豬魚雞鴨鵝鹽醬絲蘋樹醃製乾濕鮮蝦顆飯餅餃湯漿薑蔥蘿蔔筍藥蓮鳳櫻蕎穀麩蕓薺莧銅鬆蘆蟲蠟藍萊蔭農傳鄉陽陰養蜜棧榛' +
  '塊條個兩買賣來點錢無與餘進見應該過遠為張楊趙吳劉馬孫蘇龍葉鄭韓馮陳關貨發單號釀釀鱉鯉鯽鱸鴿鵪鶉鹹瓊麴氣葷韮蔴蔘蓡參樺莖幹脫殼軟薯漬顏參爐圍園場東廣灣縣鎮區樓電話籃簍盤籠罈壺頭腸臘燻滷鹵禮' +
  '豐產純淨專種類層雙淺濃溫熱凍貝蠔蠶繭絨絮綿緞紙筆壯歲羅鈣鐵鋅';
const simplified =
  '枣麦面杂粮红绿黄猪鱼鸡鸭鹅盐酱丝苹树腌制干湿鲜虾颗饭饼饺汤浆姜葱萝卜笋药莲凤樱荞谷麸芸荠苋铜松芦虫蜡蓝莱荫农传乡阳阴养蜜栈榛' +
  '块条个两买卖来点钱无与余进见应该过远为张杨赵吴刘马孙苏龙叶郑韩冯陈关货发单号酿酿鳖鲤鲫鲈鸽鹌鹑咸琼曲气荤韭麻参参参桦茎干脱壳软薯渍颜参炉围园场东广湾县镇区楼电话篮篓盘笼坛壶头肠腊熏卤卤礼' +
  '丰产纯净专种类层双浅浓温热冻贝蚝蚕茧绒絮绵缎纸笔壮岁罗钙铁锌';

const known = new Map([...traditional].map((sign, i) => [sign, [...simplified][i] ?? sign]));

/** The same words in simplified characters; what is not in the table stays as it is. */
export const toSimplified = (text: string): string =>
  [...text].map((sign) => known.get(sign) ?? sign).join('');

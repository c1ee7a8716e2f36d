/** A message in two readings of the same length, so that what is found in one can be cut from the other. */
export interface Text {
  /** As it was said, with full-width signs made narrow. */
  readonly said: string;
  /** For the rules: simplified characters, lower case, plain punctuation and spaces. */
  readonly plain: string;
}

/** Traditional characters of goods, places, names and everyday verbs, and below them their simplified forms. */
const traditional =
  '來兩個點買賣還給錢塊條雞鴨鵝棗麥麵雜糧紅綠黃豬魚貨發單號這裡嗎麼沒後請問價運費郵訂購換須聯繫電話樓區鄉鎮縣東廣灣陳張楊趙吳劉馬孫蘇龍葉鄭韓馮幾煩謝開關對錯說記種類時間週讓從總數萬億擔籃簍盤鹽' +
  '醬絲蘋樹醃製乾濕鮮蠔蝦蠶寶顆隻裝無論與餘儲庫補進壞漲圓鐘見應該達過遠鷄裏係説壇罈壺聽斬會為們媽爺師罵掛處圍國園場門戶層棟員醫學廳橋陽陰漢濟寧蘭慶臺滬閩贛遼齊爾內雲貴義興長鋼鐵銀鍋爐燒煙鹵滷臘' +
  '腸腳頭腦飯餅餃饅餡湯漿薑蔥蘿蔔筍藥蓮菓檸鳳楓櫻蕎穀榖麩蕓薺莧銅鬆隨順豐遞輸現貼備註紙禮節紮顏顧賀鄧許鄒譚賴閻嚴羅龔盧蔣賈韋鍾範歐魯畢蕭傳偉麗華強軍靜輝鵬傑濤瑩嬌婭艷豔囉誒喲嘍嘗試夠樣邊別僅約' +
  '將則賬帳結轉匯額優專車載選擇確認訊簡體稱銷預麽甚誰纔剛連兒婦親願歡愛壓廠莊營灘溝嶺嶽島壩潤澤滄湧滙瀋獻瓊瑪產畝療皺盡瞭碼積穩竄籠糰團級細終組絕網緊線編緩縮繩續罷習聖聞聲職臨舉舊艙萊蔭蕩薩藍藝' +
  '蘆蘊虛虧蟲蠟術衛複規覺觀計討訓託訴詢詳誠誤課調談諒證識議護讀變貓財責貪貿賞賠贈贊跡輕輛輪辦農迴逕適遲遺醜釘針鈣鈴鉀銘錄鎖鏡閃閉閒闆陣際險隱雖雙離難靈頁項領題顯風飛飲養館駕騎騙驗鬧鯉鯽鱸鴿鵪鶉' +
  '鳥鹹齡龜擺撿據擠擴攤攝攜斷於晉暫曆歷書檢櫃欄歲殘氣沖決況淚淨淺測溫滅滾滿漁漸潔澆濃灑災熱燈爛爭牆狀獨獲環當畫異疊瘋盃眾睜礦祕稅穫筆箇築篩純紗納紹統經維綿緣練縱繡纖聰肅脫膠舖鋪艱莖著葷蒼蓋蕪貝' +
  '負販資賓質軟較輔遊邁郟釀釋鈔鉛錦鍵閣闊隊霧響頂頗顛飄飼駐髒鬥魷鮑鯊鰱鱔鱉麴黴齒伕佈併俠倆倉偵側傘傷僑儘償兌凍凱劃劇劍動務勝勞勢勸協卻厭厲叢吶嚇嚐嚮囑圖執堅報塗塵墊墳壯壽夾奪奮妝姪娛嬸宮實審寫' +
  '寬尋導屆屬崗巖帥帶幣幫廁廂廚廢廟彈彙徑復徹恆悅惡惱慘慣慮憂憑憶懇懶懷戀戰戲拋拚挾捲掃採揀揚損搶摺撥擁擋擾斃佔';
const simplified =
  '来两个点买卖还给钱块条鸡鸭鹅枣麦面杂粮红绿黄猪鱼货发单号这里吗么没后请问价运费邮订购换须联系电话楼区乡镇县东广湾陈张杨赵吴刘马孙苏龙叶郑韩冯几烦谢开关对错说记种类时间周让从总数万亿担篮篓盘盐' +
  '酱丝苹树腌制干湿鲜蚝虾蚕宝颗只装无论与余储库补进坏涨元钟见应该达过远鸡里系说坛坛壶听斩会为们妈爷师骂挂处围国园场门户层栋员医学厅桥阳阴汉济宁兰庆台沪闽赣辽齐尔内云贵义兴长钢铁银锅炉烧烟卤卤腊' +
  '肠脚头脑饭饼饺馒馅汤浆姜葱萝卜笋药莲果柠凤枫樱荞谷谷麸芸荠苋铜松随顺丰递输现贴备注纸礼节扎颜顾贺邓许邹谭赖阎严罗龚卢蒋贾韦钟范欧鲁毕萧传伟丽华强军静辉鹏杰涛莹娇娅艳艳啰诶哟喽尝试够样边别仅约' +
  '将则账账结转汇额优专车载选择确认讯简体称销预么什谁才刚连儿妇亲愿欢爱压厂庄营滩沟岭岳岛坝润泽沧涌汇沈献琼玛产亩疗皱尽了码积稳窜笼团团级细终组绝网紧线编缓缩绳续罢习圣闻声职临举旧舱莱荫荡萨蓝艺' +
  '芦蕴虚亏虫蜡术卫复规觉观计讨训托诉询详诚误课调谈谅证识议护读变猫财责贪贸赏赔赠赞迹轻辆轮办农回径适迟遗丑钉针钙铃钾铭录锁镜闪闭闲板阵际险隐虽双离难灵页项领题显风飞饮养馆驾骑骗验闹鲤鲫鲈鸽鹌鹑' +
  '鸟咸龄龟摆捡据挤扩摊摄携断于晋暂历历书检柜栏岁残气冲决况泪净浅测温灭滚满渔渐洁浇浓洒灾热灯烂争墙状独获环当画异叠疯杯众睁矿秘税获笔个筑筛纯纱纳绍统经维绵缘练纵绣纤聪肃脱胶铺铺艰茎着荤苍盖芜贝' +
  '负贩资宾质软较辅游迈郏酿释钞铅锦键阁阔队雾响顶颇颠飘饲驻脏斗鱿鲍鲨鲢鳝鳖曲霉齿夫布并侠俩仓侦侧伞伤侨尽偿兑冻凯划剧剑动务胜劳势劝协却厌厉丛呐吓尝向嘱图执坚报涂尘垫坟壮寿夹夺奋妆侄娱婶宫实审写' +
  '宽寻导届属岗岩帅带币帮厕厢厨废庙弹汇径复彻恒悦恶恼惨惯虑忧凭忆恳懒怀恋战戏抛拼挟卷扫采拣扬损抢折拨拥挡扰毙占';

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

/** A Chinese comma is no decimal comma: 25，5斤 are two amounts. */
const COMMA_BETWEEN = /(?<=[\d\uff10-\uff19])[，、](?=[\d\uff10-\uff19])/gu;

/** Prepares a message for reading. Never throws; a lone surrogate or a sign we do not know stays itself. */
export function textOf(message: string): Text {
  const said = message.toWellFormed().replace(COMMA_BETWEEN, '；').normalize('NFKC').replaceAll('⁄', '/');
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

import { pinyin } from 'pinyin-pro';

/** The provinces, autonomous regions and municipalities, as people say them. */
export const provinces = [
  ...['北京', '天津', '河北', '山西', '内蒙古', '辽宁', '吉林', '黑龙江', '上海', '江苏', '浙江', '安徽'],
  ...['福建', '江西', '山东', '河南', '湖北', '湖南', '广东', '广西', '海南', '重庆', '四川', '贵州'],
  ...['云南', '西藏', '陕西', '甘肃', '青海', '宁夏', '新疆', '台湾', '香港', '澳门'],
] as const;
export type Province = (typeof provinces)[number];

const english: Readonly<Record<Province, string>> = {
  ...{ 北京: 'Beijing', 天津: 'Tianjin', 河北: 'Hebei', 山西: 'Shanxi', 内蒙古: 'Inner Mongolia' },
  ...{ 辽宁: 'Liaoning', 吉林: 'Jilin', 黑龙江: 'Heilongjiang', 上海: 'Shanghai', 江苏: 'Jiangsu' },
  ...{ 浙江: 'Zhejiang', 安徽: 'Anhui', 福建: 'Fujian', 江西: 'Jiangxi', 山东: 'Shandong' },
  ...{ 河南: 'Henan', 湖北: 'Hubei', 湖南: 'Hunan', 广东: 'Guangdong', 广西: 'Guangxi' },
  ...{ 海南: 'Hainan', 重庆: 'Chongqing', 四川: 'Sichuan', 贵州: 'Guizhou', 云南: 'Yunnan' },
  ...{ 西藏: 'Tibet', 陕西: 'Shaanxi', 甘肃: 'Gansu', 青海: 'Qinghai', 宁夏: 'Ningxia' },
  ...{ 新疆: 'Xinjiang', 台湾: 'Taiwan', 香港: 'Hong Kong', 澳门: 'Macau' },
};

/** The province's name in both languages. */
export function findProvince(name: string): { own: string; en: string | undefined } {
  const province = provinces.find((one) => one === name);
  return { own: name, en: province && english[province] };
}

/** Cities that people name without their province. What two provinces have (朝阳, 吉林 but its own) is left out. */
const cities: Readonly<Partial<Record<Province, string>>> = {
  河北: '石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 雄安',
  山西: '太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 平遥 介休 孝义',
  内蒙古: '呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒 阿拉善',
  辽宁: '沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛',
  吉林: '长春 四平 辽源 通化 白山 松原 白城 延边',
  黑龙江: '哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭',
  江苏: '南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 江阴 常熟',
  浙江: '杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌',
  安徽: '合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城',
  福建: '福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 晋江',
  江西: '南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶',
  山东: '济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽',
  河南: '郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源',
  湖北: '武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门 神农架',
  湖南: '长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西',
  广东: '广州 深圳 珠海 汕头 佛山 韶关 湛江 肇庆 江门 茂名 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮',
  广西: '南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左',
  海南: '海口 三亚 三沙 儋州 文昌 琼海',
  四川: '成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山',
  贵州: '贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南',
  云南: '昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆',
  西藏: '拉萨 日喀则 昌都 林芝 山南 那曲 阿里',
  陕西: '西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛',
  甘肃: '兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南',
  青海: '西宁 海东 玉树 果洛 海西',
  宁夏: '银川 石嘴山 吴忠 固原 中卫',
  新疆: '乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 巴音郭楞 阿克苏 喀什 和田 伊犁 塔城 阿勒泰 石河子',
  台湾: '台北 新北 台中 台南 高雄',
};

const byCity: ReadonlyMap<string, Province> = new Map(
  provinces.flatMap((province) => (cities[province]?.split(' ') ?? []).map((city) => [city, province])),
);

// A street or a district may be called after a city far away: 上海路, 中山区.
const NOT_A_PLACE =
  '(?!东?西?南?北?中?[一二三四五]?(?:路|街|大道|大街|巷|胡同|弄|区|县|镇|乡|村|小区|花园|大厦|广场|饭店))';
const HAN_NAMES = new RegExp(
  `(${[...provinces, ...byCity.keys()].sort(longestFirst).join('|')})${NOT_A_PLACE}`,
);

function longestFirst(a: string, b: string): number {
  return b.length - a.length;
}

let byLatin: ReadonlyMap<string, Province> | undefined;

/** By its Latin name in lower case. The table is made for the first one: the sounds of all cities take some 30 ms. */
function fromLatin(name: string): Province | undefined {
  byLatin ??= latinNames();
  return byLatin.get(name);
}

/** What is spelt alike in two provinces (Suzhou, Fuzhou, Yichun) tells nothing. */
function latinNames(): Map<string, Province> {
  const names = new Map<string, Province | undefined>();
  for (const [city, province] of byCity) {
    const latin = pinyin(city, { toneType: 'none', type: 'array', v: true }).join('');
    const isShared = names.has(latin) && names.get(latin) !== province;
    names.set(latin, isShared ? undefined : province);
  }
  const known = [...names].filter((entry): entry is [string, Province] => entry[1] !== undefined);
  const own = provinces.map((province): [string, Province] => [english[province].toLowerCase(), province]);
  return new Map([...known, ...own, ['xizang', '西藏'], ["xi'an", '陕西']]);
}

/** The province that a written address names, by itself or by its city; nothing where that is not certain. */
export function detectProvince(address: string): Province | undefined {
  const [, han] = HAN_NAMES.exec(address) ?? [];
  if (han) return parseProvince(han);
  return latinProvince(address.toLowerCase());
}

/** The province of that very name: 山西, 山西省, Shanxi, or a city of it. */
export const parseProvince = (name: string): Province | undefined =>
  provinces.find((province) => province === name) ?? byCity.get(name) ?? fromLatin(name.toLowerCase());

/** The last name counts: western addresses go from the small to the large. A street's name is none. */
function latinProvince(address: string): Province | undefined {
  const words = address.split(/[\s,.;]+/).filter((word) => word !== '');
  const found = words.flatMap((word, i) => {
    if (/^(road|rd|street|st|avenue|ave|lane|district)$/.test(words[i + 1] ?? '')) return [];
    return fromLatin(`${word} ${words[i + 1] ?? ''}`) ?? fromLatin(word) ?? [];
  });
  return found.at(-1);
}

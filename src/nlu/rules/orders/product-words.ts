/** Whoever the goods are for, or whoever speaks. */
const PEOPLE =
  '(?:[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗](?:大姐|大哥|大爷|大妈|大娘|大叔|大婶|婶|叔|姨|姐|哥|嫂子?|总|老板娘?)|老板娘?|主播|店家|掌柜的?|亲们?|老乡|乡亲们?|家人们|老铁们?|宝子们?|姐妹们?|美女|帅哥|小哥哥?|小妹|大姐|大哥|大叔|阿姨|师傅|大娘|大爷|大妈|大婶|(?:我|我们|咱|咱们|俺|你|你们|您|他|她|这边)?(?:家里?)?(?:爸妈|老?娘|老?爹|妈妈?|爸爸?|爷爷|奶奶|姥姥|姥爷|外婆|外公|老婆(?!饼)|媳妇|老公|孩子|宝宝|闺蜜|室友|对象|男朋友|女朋友|儿子|女儿|闺女|家人|同事|朋友|邻居|姐姐?|哥哥?|弟弟?|妹妹?|婆婆|岳父|岳母|亲戚)们?|(?:我们|咱们|咱)?(?:单位|公司|店里|食堂|饭店)|我们?|咱们?|俺们?|你们?|您|他们?|她们?|大家)(?:家里?)?';
const WHEN =
  '(?:最近|上面|前面|(?:今|明|后|昨|前)(?:天|晚|早|儿)|(?:这|下|上)?(?:周|星期|礼拜)[一二三四五六日天末]|(?:下|这|上)(?:个?月|周|回|次)|(?:中秋|端午|春节|国庆|元旦|清明|重阳|腊八|冬至|元宵|除夕|过年|过节|双十一|年)节?(?:之?前|后|的时候|用|要用)|月底|月初|年底|周末|刚才|刚刚|之前|以前|先前|本来(?:想|说|是)?|原来(?:想|说)?|原先|一开始|现在|今年|去年|直播(?:间)?里?(?:说|看到|讲|卖)?的?|视频里|晚上|早上|中午|下午|上午)的?';

/** What stands around a product in an order and is not its name. */
const LEAD = new RegExp(
  `^(?:${PEOPLE}|${WHEN}|(?:过年|过节|送礼|送人|自己|平时|孩子|老人)(?:送礼|送人|吃|用|喝)?的|(?:送|寄|放)到[\u4e00-\u9fff]{1,6}(?:就行|即可|就好)|然后|但是|不过|唔该|俾|仲要?|按照?|照着|侬好呀?|恁家?|说(?=[你恁他她我])|有[啥什]么?|能?泡水喝的|团购|拼团|重新下?单?|买.{1,4}送.{1,3}?(?:的话|活动)|有(?:折扣|优惠|活动|现货|货)(?:的话)?|[有没多甜好行薄厚香脆新大]的话|(?:可以|新鲜|便宜|合适|包邮|好吃|不贵)的话|[甜好行薄香脆]就(?=[来要拿])?|(?:便宜|贵|大|小|好|甜|新鲜)一?点?的那[种个款]|还?有没有|要不然?|要么|要是|如果|你好|您好|哈喽|嗨|喂|嗯+|对|麻烦|劳驾|辛苦|请问?|问一?下|帮忙?|给(?!力)|替|想要?|打算|准备|需要|能不能|可不可以|可以|可否|能|先|就(?:要|给)?|再(?:要|来|加|给|多)?|还(?:要|有|想|得)?|得|也要?|那(?:就|个|种|款|些|边|家)?|(?:这|哪|两|一)(?:个|种|款|些|样)|一种|另外|顺便|外加|加上|以及|一共|总共|一起|对了|下单|预订|预定|接龙|已经?|拍下?|订购?|定(?!制)|买(?:点|些)?|购买?|拿|整|称|秤|割|切|剁|装(?!饰)|发|寄|邮|送|留|囤|搞|抢|搭|弄|添|补(?![品药血])|凑|带(?![壳皮骨])|捎|换(?:成|个|点)?|改(?:成|要)?|把|将|从|由|用|要(?!是)|来(?!凤)(?:个|点|些)?|点(?!心)|些|多少?|各(?:来|要)?|每样|每种|分别|都(?:要|来)?|的(?!确)|和(?![田桃])|跟|与|及|加(?!州|拿)|上(?!海|等|好|面)|下|去(?!皮|核|壳|骨)|个|份|的话|一下|只要|只|单(?!位)|号|不是|不对|错了|啊|哦|噢|吧|呢|哈|哎|诶|第[一二三]次|头一[次回]|初次|首次|过[来去](?=[拿取提要买拉])|有没有|有|卖不卖|卖|找一?下?|看看|看一下|看|搜索?|推荐|不要|大概|大约|差不多|左右|上下|以上|以内|至少|起码|同样的?|一样的?|价|块钱|元(?!宵)|钱(?!塘)|(?:刚才?|刚刚|之前|前面)?(?:说|讲|提)(?:的|到的|过的)|刚(?!果)|少发|漏发|收到|这|那)+`,
);
const TAIL = new RegExp(
  '(?:(?<=..)还?有没有.*|(?:吧|啊|呀|哦)(?:老板娘?|主播|亲|大姐|大哥)|(?<=..)[我俺](?:家)?(?:妈|爸|姐|哥|弟|妹|婆婆|奶奶|爷爷|同事|朋友|邻居|对象|老公|老婆)|一起发货?|混装?|做(?:公司|单位|员工)?(?:福利|礼品|礼物).*|吧|啊|呀|哦|噢|呢|了|哈|的|嘛|啦|哇|喽|呗|谢谢.*|多谢.*|感谢.*|辛苦.*|(?<=..)(?:给|送)(?:我|我们|家里|咱)?(?:孩子|宝宝|小孩|娃|老人|爸妈|妈妈?|爸爸?|父母|客人|朋友|家人|同事|亲戚|媳妇|老婆|老公|奶奶|爷爷)[吃喝用熬煮做尝补送].*|尝尝|试试|照[旧样]|没得|好伐|[寄送发]?到(?:单位|公司|家里?|学校)|凑个?|(?:公司|单位|员工|过年)?发福利.*|发(?:给)?我|寄(?:给)?我|(?:能|可以)再?加|([\u4e00-\u9fff])不\\1.*|[切剁砍]好(?:的?[片块丝丁段])?|来[它他]|记上|记一下|记着|安排上?|多少钱|怎么卖|什么价|行吗|行不行|可以吗|可以不|好吗|好不好|吗|么|不(?=$)|没有?|各(?:来|要|拿)?|每样|每种|分别|都(?:要|来)?|和|跟|与|以及|还有|外加|加上?|再来?|再要|也要?|(?:要|来|称|整|搞|拿|弄)(?:个|上|点|他个)?|我?(?:想要?|要)|给(?:我|俺|咱)?们?(?:称|来|拿|留|整|装|发|寄)?|帮我|买|订|秤|留|拍|割|切|剁|另外|一起|一共|总共|大概|大约|差不多|左右|上下|至少|起码|最少|足?够|着|多|就行|就好|就够|即可|够了|先|就|只要|只|打包|包邮|包装|发货|尽快|快点|送(?:到|来)?|寄(?:到|来)?|下单|装|散装|换成|改成|改为|换|改|把|从|由|原来|不要|不对|错了|说错|不是|而是|是|我|给|家|的话|请|卖|' +
    '还有|有(?:货|卖)?|在卖|(?:有|要)(?:大|小|散|瓶|袋|盒|箱)(?:瓶|袋|盒|箱|包|份|个)?(?:装)?的?|一样|收拾干净|(?:真的?|很|挺|太|都|特别|非常|蛮|超级?|好|更)?(?:好吃|好喝|爱吃|不错|喜欢)|(?:真的?|很|挺|太|特别|非常|蛮|超级?)(?:好|香|甜|新鲜|正|棒|划算))$',
);
/** Words that stand alone and still name no product. */
const NOTHING =
  /^(?:[袋瓶盒箱罐桶散]装?|[袋瓶盒箱罐桶]子|(?:特|超)?[大中小]果|顺丰|中通|圆通|申通|韵达|极兔|邮政|ems|好评|便宜|过来?|抓|(?:那个)?[瓶袋盒箱罐]子|记|能?到|(?:薄|厚|小|大|细)[片块丝丁段条]|问价|运费|邮费|地址|电话|手机|收件人|收货人|姓名|名字|老样子|东西|货|单|订单|下单|数量|规格|价格|钱|什么|啥|多少|今天|明天|主播|老板|大家|这|那|它|们|一样|两样|三样|样|[一二两三四五六七八九十\d]+样|种|号|款|链接|左右|大概|快|好|行|嗯|对|不|备注|急用?|自己吃|自己|送人|送礼|送礼用|一起|同样|一样|话|大|小|大份|小份|扣|打|(?:包|装|打包)?(?:得|的)?(?:结实|严实|好|仔细|牢)(?:点|一点|些)?|新鲜|新鲜(?:点|一点|些)|(?:大|小|好|甜|嫩|瘦|肥|熟|干|辣)(?:点|一点|些)|麻烦|辛苦|一份|着|够|重新|微信号?|微信同号|vx|好友|联系方式|地方|取|拿|自提|尝尝|试试|尝|收拾干净|过年|周末|着急|不急|尽快|赶紧)$/;
/** A remark about goods or people, not a name. */
const REMARK =
  /(?:不变|不动|照旧)$|不能少|^一半|^备注|^数量|^先?放(?:你|您|我|在|店)|^商品$|^产品$|^品名$|^货品$|^(?:除了|付[了过]|[少多别]放|不小心|退$|补(?:脑|身|血|钙|气)|是?[老小][王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗]$|什么|啥|哪|期待|挑|选|别|记得|尽量|分|轻|切|剁|去掉|全都?要?)|(?:爱吃|好吃|好喝|喜欢|吃完|吃着|吃了|吃不|过年用|送人|送礼|送给|尝尝|试试|收拾|客人|请客|结婚|满月|坏|碎|破|漏|发霉|着急|急用|怕|够吃|谢|上次买|上回买|收到|放心|信得过|回头|老顾客|新顾客|拿去|去拿|来拿|来取|自提|自取|包好|包装(?!的)|快递|发货|一起发|一块发|寄|地址|电话|不用|太|挺|真|很)/;

const LATIN_NOISE = new Set(
  "i i’d i'd i’ll i'll id ill im i'm we we'd we'll you your u my me us can could would will may might want wanted wants need needs like love to have get getting got order ordering ordered buy take give gimme send ship deliver add put keep save set reserve grab bring pack make it that this that's it's these those them they the a an of some any few more and plus with also then too as well for from in on at by please pls plz thanks thank thx ta cheers hi hiya hello hey dear boss sir madam there just only about around approximately roughly maybe ok okay yes yeah yep no nope not but instead rather actually sorry wait mean each apiece both so be is are was do does did let lets let's now today tomorrow tonight another extra aside up down worth total altogether order: or possible soon asap good morning evening afternoon everyone guys one ones x looking look find search searching show there's anything something how much many what which where when who why sell selling carry stock left available still currently change swap switch same last time usual again everything yuan rmb kuai quick question out n more extra call hold double pick collect myself ourselves yourself least most max min minimum maximum office home house whoops oops meant late said mail post week weeks month".split(
    ' ',
  ),
);
/** What begins with one of these is about the order, not its goods. */
const LATIN_STORY = new Set(
  'picking collecting deliver delivering delivery coming paying calling leave leaving ring if unless wrong called named boss monday tuesday wednesday thursday friday saturday sunday mum mom dad mother father wife husband grandma grandpa granny kids son daughter friend team party family wedding company tab amount quantity address parcel payment'.split(
    ' ',
  ),
);
/** What follows one of these tells when, for whom or why: no part of a name. */
const LATIN_END = new Set(
  'for until till til by before after because since if so when while that which who to from on at during this next delivered shipped sent as please pls plz thanks thank thx per aside left today tomorrow tonight instead again asap available though under over below'.split(
    ' ',
  ),
);

/** Parts of a phrase that may each name a product: `小米和红枣`, `walnuts and millet`. `plain` is `said` for the rules. */
export function productsIn(said: string, plain: string): string[] {
  const between =
    /(?<=[\u4e00-\u9fff])(?:和(?![田桃])|跟|以及|还有|加上|外加|与)(?=[\u4e00-\u9fff])|\s+(?:and|plus|with|&|n)\s+/g;
  const products: string[] = [];
  let from = 0;
  for (const found of plain.matchAll(between)) {
    products.push(productIn(said.slice(from, found.index), plain.slice(from, found.index)));
    from = found.index + found[0].length;
  }
  products.push(productIn(said.slice(from), plain.slice(from)));
  return products.filter((product) => product !== '');
}

/** Longer words tell a story and name no product; trimming them would take long. */
const MAX_WORDS = 120;

/** A product's name out of the words around it; empty where they name none. */
export function productIn(said: string, plain: string): string {
  if (plain.length > MAX_WORDS) return '';
  return /[\u4e00-\u9fff]/.test(plain) ? chinese(said, plain) : latin(said.trim());
}

/** The rules look at `plain`; what is cut out is what was said. */
function chinese(said: string, plain: string): string {
  let [start, end] = [0, plain.length];
  for (let length = -1; length !== end - start; ) {
    length = end - start;
    start += /^\s*/.exec(plain.slice(start, end))?.[0].length ?? 0;
    start += LEAD.exec(plain.slice(start, end))?.[0].length ?? 0;
    end = start + plain.slice(start, end).trimEnd().replace(TAIL, '').length;
  }
  const name = plain.slice(start, end);
  return NOTHING.test(name) || REMARK.test(name) ? '' : said.slice(start, end);
}

function latin(text: string): string {
  const words = text.split(/\s+/);
  const isNoise = (word: string | undefined): boolean =>
    word !== undefined && (LATIN_NOISE.has(word.toLowerCase()) || word === '');
  let from = 0;
  while (from < words.length && isNoise(words[from])) from += 1;
  const first = words[from]?.toLowerCase() ?? '';
  if (LATIN_STORY.has(first) || LATIN_END.has(first)) return '';
  const cut = words.findIndex((word, i) => i > from && LATIN_END.has(word.toLowerCase()));
  let to = cut < 0 ? words.length : cut;
  while (to > from && isNoise(words[to - 1])) to -= 1;
  // Said twice for good measure: walnuts walnuts!!
  const once = words.slice(from, to).filter((word, i, all) => word !== all[i - 1]);
  return once.join(' ');
}

/** What stands around a product in an order and is not its name. */
const LEAD =
  /^(?:老板娘?|主播|店家|掌柜的?|亲们?|大姐|大哥|大叔|阿姨|师傅|你好|您好|哈喽|嗨|喂|嗯+|麻烦(?:你|您)?|请(?:你|您)?(?:给|帮)?|帮忙?|帮我|给我们?家?|给(?!力)|我们?家?里?|咱们?|你们?家?的?|您家?|想要?|打算|准备|需要|能不能|可不可以|可以|可否|能|先|就要?|再要?|再来|还要|还有|还想?|也要?|那就?|那个|这个|这款|另外|顺便|外加|加上|以及|一共|总共|一起|今天|今晚|明天|昨天|刚才|对了|下单|预订|预定|接龙|已拍|拍下?|订购?|定(?!制)|买|购买?|拿|整|称|装(?!饰)|发我?|寄|留|搞|抢|弄|换成?|改成?|改要|把|将|要(?!是)|来(?!凤)|点(?!心)|些|各(?:来|要)?|每样|每种|分别|都(?:要|来)?|的(?!确)|和(?!田)|跟|与|及|加(?!州|拿)|上(?!海|等|好)|个|份|的话|一下|只要|家里|朋友|单|号|不是|不对|错了|说错了|打错了|啊|哦|噢|吧|呢|哈|哎|诶|有没有|有|卖不卖|卖|找一?下?|看看|看一下|想看|搜索?|推荐|不要)+/;
const TAIL =
  /(?:吧|啊|呀|哦|噢|呢|了|哈|的|嘛|啦|哇|喽|呗|谢谢.*|多谢.*|感谢.*|辛苦.*|行吗|行不行|可以吗|可以不|好吗|好不好|吗|么|没有?|各(?:来|要|拿)?|每样|每种|分别|都(?:要|来)?|和|跟|与|以及|还有|外加|加上?|再来?|再要|也要?|要|来|我要|我想要|给我|帮我|买|订|拿|称|留|拍|另外|一起|一共|总共|大概|大约|差不多|左右|上下|就行|就好|就够|即可|够了|先|就|只要|只|打包|包邮|包装|发货|尽快|快点|送(?:到|来)?|寄(?:到|来)?|下单|装|散装|换成|改成|改为|换|改|把|不要|不对|错了|说错|不是|而是|是|我|给|家|的话|请)+$/;
const NOTHING =
  /^(?:运费|邮费|地址|电话|手机|收件人|姓名|名字|老样子|东西|货|单|订单|数量|规格|价格|钱|什么|啥|多少|今天|明天|主播|老板|大家|这|那|它|我|你|他|她|们|一样|两样|三样|样|种|号|款|链接|左右|大概|快|好|行|嗯|对|不|请|备注|急用?|自己吃|送人|送礼)$/;

const LATIN_NOISE = new Set(
  "i i’d i'd i’ll i'll id ill we we'd you your my me us can could would will may might want wants need needs like love to have get getting order ordering buy take give send ship deliver add put keep save reserve grab bring pack make it that this those these them the a an of some any few more and plus with also then too as well for from in on at by please pls plz thanks thank thx hi hello hey dear boss sir madam there just only about around maybe ok okay yes yeah no not but instead rather actually sorry wait mean each apiece both so be is are was do does did let lets let's now today tomorrow tonight another extra aside up worth total altogether order: or if possible soon asap cheers good morning evening afternoon everyone one ones x looking find search show got is there how much many what which where when who why".split(
    ' ',
  ),
);

/** Parts of a phrase that may each name a product: `小米和红枣`, `walnuts and millet`. `plain` is `said` for the rules. */
export function productsIn(said: string, plain: string): string[] {
  const between =
    /(?<=[\u4e00-\u9fff])(?:和(?!田)|跟|以及|还有|加上|外加|与)(?=[\u4e00-\u9fff])|\s+(?:and|plus|with|&)\s+/g;
  const products: string[] = [];
  let from = 0;
  for (const found of plain.matchAll(between)) {
    products.push(productIn(said.slice(from, found.index), plain.slice(from, found.index)));
    from = found.index + found[0].length;
  }
  products.push(productIn(said.slice(from), plain.slice(from)));
  return products.filter((product) => product !== '');
}

/** A product's name out of the words around it; empty where they name none. */
export function productIn(said: string, plain: string): string {
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
  return NOTHING.test(plain.slice(start, end)) ? '' : said.slice(start, end);
}

function latin(text: string): string {
  const words = text.split(/\s+/);
  const isNoise = (word: string | undefined): boolean =>
    word !== undefined && (LATIN_NOISE.has(word.toLowerCase()) || word === '');
  let [from, to] = [0, words.length];
  while (from < to && isNoise(words[from])) from += 1;
  while (to > from && isNoise(words[to - 1])) to -= 1;
  return words.slice(from, to).join(' ');
}

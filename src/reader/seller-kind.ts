/** What a seller's message is about. */
export type SellerKind = 'product' | 'stock' | 'price' | 'status' | 'stream' | 'other';

const asking =
  /[?]|吗|呢$|多少钱|什么价|怎么|为什么|咋|哪里|有没有|能不能|可不可以|行不行|好不好|该不该|要不要|\b(?:how|what|why|when|where|who|should i|can i|can you|could you|do you|is it|are there)\b/;
const hearsay =
  /听说|据说|有人说|人家说|都说|别人家?|人家|他们家?|隔壁|邻居|邻村|市场上?|行情|外面|超市里?|网上|去年|前年|往年|以前|当年|小时候|记得|那时候|如果|要是|假如|万一|也许|可能|说不定|打算|准备|想着|考虑|梦见|希望|要能|客人说|顾客说|买家说|他说|她说|i heard|they say|people say|somebody said|someone said|neighbou?r|last year|years? ago|used to|rumou?r|\bif\b|maybe|perhaps|might|thinking of|plan to|hope|wish|in the (?:city|market|supermarket)|remember when/;
const stream =
  /开播|直播|上播|下播|开始播|播一?会|开个?播|我(?:在|要)播|连麦|预告|\blive\b|stream|broadcast|on air/;
const off =
  /下架|停售|停卖|暂停|先不卖|不卖了|不再卖|别卖了|卖完|卖光|卖没|售罄|断货|没货|没有了|没了|空了|恢复|重新(?:卖|上)|接着卖|继续卖|再上架|上架|sold out|out of stock|paus|\bhide\b|(?:take|put|pull) .{0,30}(?:off|down|back|up)|stop selling|resume|back on sale|on sale again|unavailable|no more|all gone|none left|sell .{0,20} again|relist|unlist|discontinue/;

const add =
  /补货|补了?|进货|进了|到货|到了|新到|又来|来了|又有|又收|收了|又?加|添|新增|增加|多了|又摘|摘了|又打|打了|退回|退了|退货|退来|入库|回来|还回|restock|add|more\b|came in|arrived|returned|brought back|got (?:another|in)|another|replenish|received|picked|harvested|new batch|plus/;
const sub =
  /卖了|卖出|卖掉|卖去|售出|出了|走了|发了|拿走|拿了|取走|买走|坏了|坏掉|烂了|烂掉|碎了|破了|摔|丢了|送人|送了|送给|扣|减|少了|吃了|吃掉|自己留|留了|留下|损耗|撒了|sold|spoil|broke|broken|damaged|lost|gave|given away|taken|took|used|ate|eaten|removed?|minus|rotten|went bad|gone bad|shipped/;
const left =
  /还有|还剩|剩下|剩余|只剩|就剩|剩|库存|存货|现有|现货|余|总共有|一共有|共有|还能卖|可卖|改为|改成|盘点|left|in stock|remain|stock(?:ed)?\b|have|\bset\b|total|available|still/;

const priceWords =
  /降|涨|调|改价|改成|改为|改到|便宜|贵|优惠|打折|特价|现价|现在|从今天|今天起|今起|恢复原价|price|cheaper|dearer|reduc|drop|rais|increas|lower|discount|\bnow\b|chang|cut/;
const relative =
  /(?:降|涨|便宜|贵|减|加|少收|多收|优惠|提)(?:价)?了?(?:\s*)(?=[\d一二两三四五六七八九十半])(?!.*(?:到|至|成|为))|(?:每斤|一斤|每公斤|每箱|每袋|每瓶|全部|都)(?:降|涨|便宜|贵)|\b(?:cheaper|dearer|more expensive|less|off)\b|(?:up|down|lower|raise|reduce|drop|cut|increase)(?:d|s)?(?: the price)?(?: of [a-z ]+?)? by\b/;
const absolute = /(?:降|涨|调|改|便宜|减|提)(?:价)?(?:到|至|成|为)|\b(?:to|now|at)\b/;
const tier =
  /以上|起(?:批|订|卖|送)|满\d|批发|\bover\b|or more|\bfrom \d+\s?(?:kg|jin|g)\b|以内|每满|more than|at least|bulk|wholesale/;

export type StockMode = 'set' | 'add' | 'sub';

export const isTalk = (plain: string): boolean => asking.test(plain) || hearsay.test(plain);
export const isStream = (plain: string): boolean => stream.test(plain);
export const isOnOrOff = (plain: string): boolean => off.test(plain);
export const isPriceChange = (plain: string): boolean => priceWords.test(plain);
export const isRelative = (plain: string): boolean => relative.test(plain) && !absolute.test(plain);
export const isTier = (plain: string): boolean => tier.test(plain);

/** What the words around an amount make of it; "sold 30, 70 left" is read clause by clause. */
export function modeIn(plain: string): StockMode | undefined {
  if (/还有|还剩|剩下|只剩|就剩|剩余|库存|\bleft\b|remain|in stock/.test(plain)) return 'set';
  if (sub.test(plain)) return 'sub';
  if (add.test(plain)) return 'add';
  return left.test(plain) || /(?<!没)有/.test(plain) ? 'set' : undefined;
}

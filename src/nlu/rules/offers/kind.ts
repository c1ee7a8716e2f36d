export type SellerKind = 'product' | 'stock' | 'price' | 'status' | 'stream' | 'other';

const asking =
  /[?]|([\u4e00-\u9fff])不\1|会不会|是否|吗|(?<!没.{1,8}|着|还.{1,8})呢$|(?<![没不])多少|什么价|什么时候|怎么|为什么|为啥|咋|哪[里个天些儿]|几点|有没有|能不能|可不可以|行不行|好不好|该不该|要不要|是不是|谁|^(?:is|are|was|do|does|did|should|can|could|would|may|what|how|why|when|where|who|which)\b|\b(?:how (?:much|many|do|can|to)|should i|can i|can you|could you|do you|tell me|wondering|what's|what is)\b/;
const hearsay =
  /听说|据说|有人(?:说|卖)|人家|都说|别人|别家|他们家?|(?<!给)隔壁|邻居家?(?:卖|的|说)|邻村|市场上?|行情|每天(?:能?卖)|一天(?:能?卖)|平均|收入|提现|货款|密码|收购|早先|镇[上里]|(?<!给)县里|村头|(?<![给让被])老[张王李赵刘陈孙周吴]家|收成|外面|(?<!给.{0,6})超市|网上|抖音|快手|淘宝|拼多多|京东|我看(?!着)|集上|镇上卖|城里|那会儿|那时|当年|当初|小时候|记得|去年(?!的|产|收|陈)|前年(?!的)|往年|如果|要是|假如|万一|也许|可能|说不定|打算|想着|考虑|梦见|希望|要能|(?:客人|顾客|买家|他|她|老板)说|\b(?:i heard|they say|people (?:say|pay|sell)|(?:some(?:body|one)|group|he|she|guy|man|woman|uncle|aunt) (?:\w+ ){0,3}(?:said|says)|(?:back )?in (?:19|20)\d\d|back then|neighbou?r\S*|last year|years? ago|used to (?:be|cost|sell)|rumou?rs?|if|maybe|perhaps|might|i (?:think|guess|suppose|wonder)|should be(?! \d)|thinking of|plan to|hope|wish|in the (?:city|market|supermarket)|supermarket|remember|(?:a|per|every|each) day|earned|income|takings|everyone (?:says|sells)|other (?:people|sellers|farmers)|my (?:father|grandfather|grandmother|uncle|cousin))\b/;
const live =
  /开播|播完|收播|准时播|点(?:半|钟|\d+分?)?播|下[回次]播|不播|停播|不见不散|播不了|直播|上播|下播|播一?会|开个?播|开始播|我(?:在|要)播|连麦|\b(?:go(?:ing)?|be|are|am|i'm|we're|is) live\b|live ?stream|\blive (?:at|from|tonight|tomorrow|today|now|on|in|show|again|soon)\b|\bstream|broadcast|on air/;
/** A stream that somebody names in passing: 直播间卖了30斤, 直播价. */
const liveInPassing =
  /直播间?(?:里|上)?(?:[卖走出][了出掉]|送了|专享|特价|下单)|直播价|\bsold\b.{1,40}\bon (?:the |my |our )?(?:live ?)?stream/;

/** A stream with its time is announced, even where the words go on about how to choose walnuts. */
const isAnnounced = (plain: string): boolean =>
  /今晚|马上|等会|一会|待会|明[天晚早]|点|\d:\d\d|tonight|tomorrow/.test(plain) &&
  !/[?]|吗|几点|什么时候|怎么[开播直]|\b(?:how|when|what)\b/.test(plain);

/** 不知道咋回事 asks nothing. */
export const isNoTitle = (plain: string): boolean =>
  asking.test(plain.replace(/要多少有多少|多少都有|有多少[算要]多少|不知道.*$|don'?t know.*$/g, '')) ||
  hearsay.test(plain);

export const isStream = (plain: string): boolean =>
  live.test(plain) && !liveInPassing.test(plain) && (!isNoTitle(plain) || isAnnounced(plain));

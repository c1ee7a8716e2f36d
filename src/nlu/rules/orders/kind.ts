/** What a buyer's message is about, before its lines are read. */
export type BuyerKind = 'order' | 'search' | 'question' | 'status' | 'cancel' | 'human' | 'other';

const human =
  /听不懂|换个人|回个?电话|人工|真人|客服|找(?:个|一下)?(?:人|老板|村里)|转接|活人|(?:叫|让|找|喊|请)你?们?(?:家|的)?(?:老板|店主|卖家|店家|负责人|领导|经理)(?!娘?给|娘?帮|来点|来两)|投诉|有人(?:在)?吗|有人(?:能)?(?:理|回|管)|有没有人|联系(?:一下)?(?:老板|卖家|商家)|\bhuman\b|real person|\bagent\b|(?:talk|speak|chat)(?:ing)? (?:to|with) (?:a|an|some|the)|customer service|operator|representative|(?:speak|talk) (?:to|with)|complain|(?:anybody|anyone|somebody|someone) there|\bcall me\b|need (?:some )?help\b/;

/** Said outright, whatever it is about. */
const humanFirst = /(?:talk|speak) (?:to|with) (?:a person|a human|someone|somebody|a real)|转人工|人工客服/;

const cancel =
  /取消|退单|退订|撤单|撤(?:了|掉|销)|(?:不|别)(?:想)?(?:要|买|订)了|别发了|不用发了|先不要|不(?:想)?要(?!太|紧|求|带|有)[^,;.!?]{1,12}了|不买了|算了(?:吧)?(?:不要|别)|退掉|退了吧|退款|退货|cancel|\brefund|\breturn (?:it|them|the|my)|don'?t want (?:it|them|the|my|that|any)|no longer (?:want|need)|(?:do not|don'?t) (?:need|send|ship) (?:it|them|the|my)|changed my mind|call off|\bstop (?:my|the) order|money back|forget (?:it|the order|my order)|^(?:please |pls )?(?:remove|take off|drop|delete) (?:the|my|that) [a-z ]+[.!]*$|^no (?:more )?(?!thanks|problem|worries|idea|way|need|one|rush|hurry)[a-z ]{3,20}[.!]*$|take .+ off my order|remove .+ (?:from|off) my/;

/** Whatever is asked besides. */
const unwanted = /不想要了|不想买了/;

/** How goods may be returned is asked, and nothing given back yet. */
const asksReturn =
  /怎么退|如何退|退货(?:流程|政策|费|吗|要)|(?:可以|能|能不能|支持|包)退(?:货|款)?(?:吗|不|么)|how (?:do|can) (?:i|we) (?:get|ask for|have) (?:a |my )?(?:refund|money)|can (?:i|we) return/;

const swap =
  /换成|改成|改为|换|改要|要(?!了|退|取消)|来|换做|就(?:够|行|好)|instead|switch|change .+ to|make (?:it|that)|rather/;

const status =
  /(?:货|东西|订单|快递|包裹|单子|核桃|小米|蜂蜜)?.{0,6}(?:到哪(?:儿|里)?了|走到哪|到哪里了|在哪了|发(?:货|出来|出)?了(?:吗|没|么)|发没发|发货了?没|寄了吗|寄出了?(?:吗|没)|还没(?:到|收到|发|发货|送到|来|有到)|没收到|收不到|显示没发|催一?下|催[催单]|什么时候(?:能|会|可以)?(?:到|发货|发|送到|送|寄)|啥时候(?:能|会)?(?:到|发货|发|送到)|几时到|到了(?:吗|没)|再不(?:发|到|寄)|怎么还(?:没|不)|物流|单号|快递(?:到(?!.{0,12}(?:多少|几块|几元|贵|免))|信息|查)|查.{0,6}(?:订单|快递|物流|单|货|包裹)|(?:没|无)(?:个)?(?:动静|消息|信儿|影|更新|下文)|(?:到|等到)现在(?:都|还)|还在路上|等了|订单(?:状态|进度|怎么样))|where(?:'s| is| are) (?:my|the|[a-z]-?\d)|my (?:order|parcel|package) (?:hasn'?t|has not|isn'?t|still|never)|track(?:ing)?|has (?:it|my|the|[a-z]-?\d).{0,20} (?:shipped|arrived|been sent|left)|(?:hasn'?t|haven'?t|not|didn'?t|never) (?:yet )?(?:arrived?|received?|got(?:ten)?|come|came|shown|get)|when (?:will|does|is|do) (?:it|my|the|they|i).{0,30}(?:arriv|com(?:e|ing)|get|deliver|ship)|still (?:nothing|no |not)|\bordered\b.{0,60}\b(?:ago|yesterday|last|and)\b|where (?:is it|are they)|status of|order status|still waiting|has my|did you (?:ship|send)|is my order|did my (?:order|parcel)|are my|shipped (?:yet|my)/;

/** What came was too little or spoiled: it is about an order that was made. */
const complaint =
  /(?:少|漏|错)(?:发|寄|给|装)|(?<!地址|电话|号码?|姓名|名字|手机|位置|刚才|刚刚|我)发(?:错|少|漏)了?|寄(?:错|少)|(?:收|到).{0,8}少了|少了[一两几\d]|缺斤|有(?:霉|坏|烂|虫|碎|破)的?(?=$|[,;.!])|(?<!别|不要|怕)(?:坏|碎|破|烂|漏|发霉|变质|臭|蔫|压扁)了|哈喇|变味|(?<!酸)酸了|馊了|是(?:坏|碎|破|烂|霉)的|only (?:got|received|get)|nothing (?:came|arrived)|says delivered|(?:arrived|came) with|(?:were|was|arrived|came) (?:all )?(?:broken|damaged|rotten|spoiled|missing|bad|mouldy|moldy|crushed|wrong)|missing from/;

/** What came is set against what was ordered. */
const shortfall = /\b(?:got|received)\b.{1,40}\bordered\b|\bordered\b.{1,40}\b(?:got|received)\b/;

/** How long it takes is asked before one buys, and of what one bought. */
const span =
  /(?:多久|几天|哪天|多长时间|多少天|几日)(?:才|就)?(?:能|可以|会)?(?:到|发货|发|送到|送|收到|寄到)|要(?:多久|几天|多长时间)/;
const bought =
  /我的|我(?:昨天|前天|上周|上次)?(?:买|订|拍|下|要)的|那(?:个|批|些|\d|[一二两三四五六七八九十])|订单|单子|下(?:的|了)单|(?:昨|前)天|上(?:周|星期)|包裹|还没|怎么还/;

const money =
  /多少钱|什么价|啥价|价(?:格|钱)|批发价|给个价|还搞(?:活动)?|买.{1,4}送.{1,4}(?:还|吗|么|不$)|怎么卖|咋卖|能(?:买|来|换|称)(?:多少|几)|几块|几元|多钱|贵不贵|便宜(?:点|些|吗|不)|bao ?you|优惠|打折|运费|邮费|快递费|(?<!凑个?)包邮|免邮|一共多少|总共多少|合计|how much|what(?:'s| is) the (?:price|cost|total|shipping|postage|fee)|price of|\bprice\b|\bcost\b|shipping (?:fee|cost|to)|postage|free shipping|discount|deliver(?:y)? (?:fee|cost|charge)|free delivery|cheaper|expensive/;

const asks =
  /[?]|吗|呢$|么$|还是.{1,12}(?:好|划算|合适|便宜|新鲜)[\s.!]*$|几[斤个箱件份]起|限购几|(?<![不有])没有?[\s.!]*$|([\u4e00-\u9fff])不\1|[钱费]不\s*$|是.{1,8}还是|多少|什么|(?<!那)啥|怎么|咋|哪|有几|几(?:个|斤|天|点|号)[^,]*[?]|几点|几号|能(?:买|来|换)几|够(?:不够|几|吗|吃)|(?<![来要拿买称十百])几(?:个|斤|枚|只|瓶|袋|两|克|公斤|盒|箱|份|包|件|条)(?:啊|呀|呢)?\s*$|能不能|可不可以|是不是|有没有|会不会|好不好|甜不甜|如何|为什么|多大|多长|多重|多久|几天|够不够|\b(?:how|whats?|when|wheres?|which|whos?|why|do you|do the|do they|can you|could you|contains?)\b|^\s*(?:(?:so|and|but|hey|hi|hello|sorry|also|oh|ok) )*(?:is|are|does)\b/;

const politeOrder =
  /(?:能|可以|可否|能否|能不能|可不可以|麻烦|帮|请).{0,6}(?:给我|来|要|订|买|留|拿|发|称|装|寄|下单|[加换改添](?!急|价))|(?:can|could|may|might) (?:i|we|you).{0,20}(?:have|get|order|buy|send|take|reserve|keep|put|save|bring|pack|add|hold|pick|weigh|include|set|spare|mail|post|grab|change|make|swap|give)|possible to (?:have|get|order|buy|add)|(?:i'd|i would|we'd|we would) like|would like|too late to (?:add|get|order|have)|please/;

const wants =
  /(?:^|[^需重主首])要(?!是|不|紧|求|么|的是|的不是|的话)|来(?:上|个|点|些|一|两|二|三|四|五|六|七|八|九|十|半|\d|几)|买|订|下单|拍(?:下|了|一|两|\d)?|购|拿|整|给我|帮我|留|称|装(?:上)?|再加|加(?:一|两|二|三|\d|上|点|个)|搞|抢|换成|改成|抓(?:点|一|两|\d)|弄(?:点|些|一|两|\d)|割|切|剁|捎|带(?:一|两|二|三|\d|点|些)|\b(?:want|(?<!(?:my|the|'s|this|that|your|last) )order(?! (?:[a-z]-?\d|number|no\b|status))|buy|get|take|give|send|need|like|have|add|reserve|keep|put|save|grab|pack|make|gimme|swap|change)\b|(?<![\u4e00-\u9fff])(?:\d+|[一二两三四五六七八九十百]+)(?:(?:块钱?|元钱?)的|块钱)(?=[\u4e00-\u9fff])(?![一每])|[$¥]\s?\d+(?:\.\d+)? (?:of|worth)|worth of|i'?ll|just (?:the|some)|let me|\bplease\b|扣1|已拍|接龙/;

const searches =
  /有没有|(?:还|有)(?:.{1,12})?(?:卖|有)?(?:吗|么|没|不)(?=[,;.!?\s啊呀了]|$)|卖不卖|卖.{0,10}(?:吗|么)|有货|找|想看|看看|看一下|搜|想买点|哪里(?:有|买)|哪有|有什么|有啥|有哪些|卖什么|卖啥|推荐|上新|looking for|(?:do|have) (?:you|u|ya) (?:guys )?(?:still )?(?:have|sell|carry|got|stock)|(?:have )?you got|\bany\b.{1,40}|got any|search|find|show me|what .{0,20}(?:do you (?:have|sell)|is (?:there|on sale|fresh)|have you got)|what (?:have you|else)|is there|are there|in stock|available|still selling/;

/** What one has or has not that is no goods: an invoice, a discount, a smell. */
const noGoods =
  /有(?:没有)?(?:什么)?(?:区别|不同|优惠|活动|发票|保质期|检测|证书|质检|质量|问题|异味|添加|农药|打药|籽|核(?!桃)|虫(?!草)|多(?:大|重|少|长)|几|点|人|时间|用|效|团购|赠品|小样|破损|坏|券|折|保证|售后|机打|生产)|can i|could i|does|is it|are they|is the|are the/;

const greetings =
  /^(?:你好|您好|大家好|老板好|嗨|哈喽|早上好|上午好|下午好|晚上好|在吗|在不在|谢谢|多谢|感谢|好的|好|嗯|嗯嗯|哦|哈哈+|呵呵|ok|okay|(?:hi|hello|hey)(?: there| all| everyone| guys)?|thanks|thank you|thx|good morning|good evening|收到|知道了|可以|行|不错|支持|加油|666+|👍|🌹|再见|拜拜|bye|主播好[^\d要来拍]*|真好看|好漂亮|(?:扣|打)?\s?\d{1,4}|[+]\d|nice.*|great.*|cool|lol+|haha.*|wow.*|love (?:it|this|the|your).*|beautiful.*|amazing.*|awesome.*|yum.*|yes|no)[\s.!~,啊呀哈了的]*$/;

export const isHuman = (plain: string): boolean => human.test(plain);
export const isCancel = (plain: string): boolean =>
  !humanFirst.test(plain) && (unwanted.test(plain) || (cancel.test(plain) && !asksReturn.test(plain)));
/** 我要退一瓶蜂蜜: goods go back, however many. */
export const isReturn = (plain: string): boolean =>
  /(?<![先谁])(?:我?想|要|给我)退(?![休步烧役])|退[一两二][单份箱]/.test(plain) && !asksReturn.test(plain);
export const isSwap = (plain: string): boolean => swap.test(plain.replace(cancel, ''));
/** 今天下单什么时候能到: asked before one buys. */
const beforeBuying =
  /(?:现在|今[天晚]|马上|如果|要是|若)(?:拍|下单|买|付款|订)[^,;.!?]{0,8}(?:什么时候|啥时候|几[天时号]|多久|哪天)/;

export const isStatus = (plain: string): boolean =>
  (status.test(plain) && !beforeBuying.test(plain)) ||
  complaint.test(plain) ||
  (span.test(plain) && bought.test(plain));
export const isShortfall = (plain: string): boolean => shortfall.test(plain);
export const asksTime = (plain: string): boolean => span.test(plain) || beforeBuying.test(plain);
export const asksMoney = (plain: string): boolean => money.test(plain);
export const isAsking = (plain: string): boolean => asks.test(plain);
export const isPoliteOrder = (plain: string): boolean => politeOrder.test(plain);
export const isWanting = (plain: string): boolean =>
  wants.test(plain.replace(/\bdo (?:you|u|ya) (?:guys )?(?:still )?have\b/, ''));
export const isSearching = (plain: string): boolean => searches.test(plain) && !noGoods.test(plain);
export const isGreeting = (plain: string): boolean => greetings.test(plain.trim());

/** What a buyer's message is about, before its lines are read. */
export type BuyerKind = 'order' | 'search' | 'question' | 'status' | 'cancel' | 'human' | 'other';

const human =
  /人工|真人|客服|找(?:个|一下)?(?:人|老板|村里)|转接|活人|有人(?:在)?吗|有没有人|联系(?:一下)?(?:老板|卖家|商家)|\bhuman\b|real person|\bagent\b|(?:talk|speak|chat)(?:ing)? (?:to|with) (?:a|an|some|the)|customer service|operator|representative|is anybody there|anyone there/;

const cancel =
  /取消|退单|退订|撤单|(?:不|别)(?:想)?(?:要|买|订)了|别发了|不用发了|先不要|不(?:想)?要(?!太|紧|求|带|有)[^,;.!?]{1,12}了|不买了|算了(?:吧)?(?:不要|别)|退掉|退了吧|退款|退货|cancel|don'?t want (?:it|them|the|my|that|any)|no longer (?:want|need)|(?:do not|don'?t) (?:need|send|ship) (?:it|them|the|my)|changed my mind|call off|forget (?:it|the order|my order)|take .+ off my order|remove .+ (?:from|off) my/;

const swap = /换成|改成|改为|换|改要|要(?!了)|来|换做|instead|switch|change .+ to|make (?:it|that)|rather/;

const status =
  /(?:货|东西|订单|快递|包裹|单子|核桃|小米|蜂蜜)?.{0,6}(?:到哪(?:儿|里)?了|走到哪|到哪里了|在哪了|发(?:货|出来|出)?了(?:吗|没|么)|发没发|发货了?没|寄了吗|寄出了?(?:吗|没)|还没(?:到|收到|发|发货|送到|来|有到)|没收到|收不到|什么时候(?:能|会|可以)?(?:到|发货|发|送到|送|寄)|啥时候(?:能|会)?(?:到|发货|发|送到)|几时到|多久(?:能)?到|几天(?:能)?到|哪天(?:能)?到|到了(?:吗|没)|怎么还(?:没|不)|物流|单号|快递(?:到|信息|查)|查(?:一下)?(?:订单|快递|物流|单)|订单(?:状态|进度|怎么样))|where(?:'s| is| are) (?:my|the)|track(?:ing)?|has (?:it|my|the).{0,20} (?:shipped|arrived|been sent|left)|(?:hasn'?t|haven'?t|not|didn'?t|never) (?:yet )?(?:arrived?|received?|got(?:ten)?|come|came|shown|get)|when (?:will|does|is|do) (?:it|my|the|they|i).{0,30}(?:arriv|come|get|deliver|ship)|status of|order status|still waiting|has my|did you (?:ship|send)|is my order|are my|shipped (?:yet|my)/;

const money =
  /多少钱|什么价|啥价|价(?:格|钱)|怎么卖|咋卖|几块|几元|多钱|贵不贵|便宜(?:点|些|吗|不)|优惠|打折|运费|邮费|快递费|包邮|免邮|一共多少|总共多少|合计|how much|what(?:'s| is) the (?:price|cost|total|shipping|postage|fee)|price of|\bprice\b|\bcost\b|shipping (?:fee|cost|to)|postage|free shipping|discount|deliver(?:y)? (?:fee|cost|charge)|cheaper/;

const asks =
  /[?]|吗|呢$|么$|多少|什么|啥|怎么|咋|哪|有几|几(?:个|斤|天|点|号)[^,]*[?]|能不能|可不可以|是不是|有没有|会不会|好不好|甜不甜|如何|为什么|多大|多久|几天|够不够|\b(?:how|what|when|where|which|who|why|is|are|does|do you|can you|could you|will)\b/;

const politeOrder =
  /(?:能|可以|可否|能否|能不能|可不可以|麻烦|帮|请).{0,6}(?:给我|来|要|订|买|留|拿|发|称|装|寄|下单)|(?:can|could|may|might) (?:i|we|you).{0,20}(?:have|get|order|buy|send|take|reserve|keep|put|save|bring|pack)|(?:i'd|i would|we'd|we would) like|would like|please/;

const wants =
  /(?:^|[^需重主首])要(?!是|不|紧|求|么)|来(?:上|个|点|些|一|两|二|三|四|五|六|七|八|九|十|半|\d|几)|买|订|下单|拍(?:下|了|一|两|\d)?|购|拿|整|给我|帮我|留|称|装(?:上)?|再加|加(?:一|两|二|三|\d|上|点|个)|搞|抢|换成|改成|\b(?:want|order|buy|get|take|give|send|need|like|have|add|reserve|keep|put|save|grab|pack|make)\b|i'?ll|let me|\bplease\b|扣1|已拍|接龙/;

const searches =
  /有没有|有.{1,12}(?:吗|么|没)|卖.{0,10}(?:吗|么)|找|想看|看看|看一下|搜|想买点|哪里(?:有|买)|有什么|有啥|卖什么|推荐|looking for|do you (?:have|sell|carry)|any .{1,20}(?:left|today)?|got any|search|find|show me|what .{0,20}(?:do you (?:have|sell)|is (?:there|on sale))|is there|are there/;

const greetings =
  /^(?:你好|您好|大家好|老板好|嗨|哈喽|早上好|上午好|下午好|晚上好|在吗|在不在|谢谢|多谢|感谢|好的|好|嗯|嗯嗯|哦|哈哈+|呵呵|ok|okay|hi|hello|hey|thanks|thank you|thx|good morning|good evening|收到|知道了|可以|行|不错|支持|加油|666+|👍|🌹|再见|拜拜|bye|主播好.*|真好看|好漂亮|nice|great|cool|lol|yes|no)[\s.!~,啊呀哈了的]*$/;

export const isHuman = (plain: string): boolean => human.test(plain);
export const isCancel = (plain: string): boolean => cancel.test(plain);
export const isSwap = (plain: string): boolean => swap.test(plain.replace(cancel, ''));
export const isStatus = (plain: string): boolean => status.test(plain);
export const asksMoney = (plain: string): boolean => money.test(plain);
export const isAsking = (plain: string): boolean => asks.test(plain);
export const isPoliteOrder = (plain: string): boolean => politeOrder.test(plain);
export const isWanting = (plain: string): boolean => wants.test(plain);
export const isSearching = (plain: string): boolean => searches.test(plain);
export const isGreeting = (plain: string): boolean => greetings.test(plain.trim());

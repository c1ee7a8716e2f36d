/** What words around the numbers say about them. `noise` says nothing and is no part of a product's name. */
export type Cue =
  | 'set'
  | 'has'
  | 'add'
  | 'made'
  | 'sub'
  | 'on-off'
  | 'change'
  | 'now'
  | 'relative'
  | 'share'
  | 'was'
  | 'fee'
  | 'or-more'
  | 'at-least'
  | 'pack'
  | 'for'
  | 'of'
  | 'each'
  | 'every-kind'
  | 'in-turn'
  | 'new'
  | 'fix'
  | 'noise';

/** Words of a cue as the source of a pattern; Latin ones end where a word ends. */
export type CueTable = readonly (readonly [Cue, string])[];

/** Cues that stand anywhere in a run of words, the more telling first: what two of them claim goes to the first. */
export const anywhere: CueTable = [
  ['fix', '[哦啊噢]不|不好意思|不对|[说打搞写弄报记看][错多少]了?|错了|更正|手误|应该是'],
  [
    'fix',
    'strike that|scratch that|sry|sorry|no,? wait|wait|i mean|correction|oops|make that|make it|typo|actually',
  ],
  [
    'noise',
    '卖得(?:很|还|挺)?(?:好|快|不错|差|慢)|(?:通知|公告)(?=$|[\\s,.!:])|有的是|管够|(?:家里)?有事|不[涨降]价了?|(?:今年|当年|当季)的?新货|刚?刚?(?:下树|出土|出锅|出窑|出炉)|买一送一|零售|包邮|不多了?|快没了|不讲价|量大从优|要的?(?:亲们?|朋友|老板|人)?(?:说话|联系|速来|快来|抓紧|私信|找我)|明天请早|谢谢大家|欢迎下单|先到先得',
  ],
  ['fee', '送货(?:上门)?(?:费|要加|另加)|运费|邮费|快递费|定金|押金|邮资|shipping|postage|delivery|deposit'],
  [
    'new',
    '(?:新上架?|上架?|推出)新品|新品(?:上架|上市|上新)?|上新|(?<!重)新上架|(?<!重)新上|上市|^new(?: product| item| listing| arrival| in)?s?$|(?:just|newly) (?:listed|in)$|for sale',
  ],
  [
    'on-off',
    '(?<=把.{1,6})下了(?=$)|下市了?|(?:都|全)?收起来|清零|归零|(?:都|全)卖啦|也?不剩了?|撤下来?了?|撤了|(?:先|可以|暂时|全部|取消)?下架|[没木]有了|没有(?=.{1,8}了$)|停一[停下]|再?挂上|^恢复(?!原价)|停售|停卖|暂停(?:销售|出售|售卖)?|不卖|不再卖|别卖|卖完|卖光|卖没|卖空|售罄|售完|断货|缺货|没货|没有了|没[了啦喽咯]|没有货|空了|抢光|过季了?|抢完|恢复(?:销售|出售|上架|售卖)|(?:重新|继续|接着|恢复|再)(?:开)?(?:卖|上架|上线)|(?:可以|能)?上架|(?:可以|能)(?:卖|买|下单)|又?有货了|又有货|上线|开卖|开售',
  ],
  [
    'on-off',
    'sold out|(?<=\\ball .{2,20} )gone|back in stock|nothing left(?: of)?|(?:are|is) over|^stop(?: selling)?|(?:start|keep|continue) selling(?: again)?|out of stock|all gone|none left|(?:back )?on sale(?: again)?|no more|not for sale|unavailable|relist|unlist|delist|discontinued?|paused?|resumed?|unpause|hidd?en?|stop selling|off the shelf|off sale|(?:take|put|pull|bring)(?= .{1,30}? (?:off|down|back|up|on hold|away))|on hold|(?:are |is )?finished|ran out(?: of)?|run out(?: of)?|out of|(?:are|is) back$|again$|take down|taken down|bring back|sell again',
  ],
  ['in-turn', '分别(?:是|为|卖|要)?|respectively'],
  ['change', '(?:调|改|恢复|回)(?:回|到)?(?:原来|之前|以前|原先)的(?:价格?|价钱)'],
  ['or-more', '^不到|以上|以内|以下|^起|起[批订卖送拍购发]|批发价?|团购价?|多买'],
  ['or-more', 'or more|or over|and up|bulk|wholesale'],
  [
    'was',
    '不是(?=[卖发送补进来])|(?:昨天|之前|原来|本来)(?:还)?(?:剩下?|有|是|卖)?(?=$)|(?<!恢复)原价|原来|本来|之前',
  ],
  ['was', 'was|were|used to be|instead of'],
  [
    'change',
    '(?:价格)?(?:涨|降|调整?|跌|回|落|提|减|便宜|上调|下调|卖)价?格?[到至为成回]|改[到成为价回]|改一?下价|改下价|变成|调价|现价|特价|优惠价|活动价|处理价|清仓价?|促销价?|秒杀价?|(?:从|自)?(?:今天?|明天?|后天|现在|即日)(?:开始|起)',
  ],
  ['share', '恢复原价|半价'],
  ['share', 'half price(?: on)?'],
  ['change', 'on special(?: (?:at|for))?|should be|^reduce|^lower(?:ing)?|^rais(?:e|ing)|^price for'],
  [
    'change',
    '(?:price )?(?:drop|back|goes|going|go|come|gone|went|dropped|cut|lowered|reduced|raised|up|down|changed?|increased?)(?: the price)? to|from (?:today|tomorrow)(?: on)?|reduced|raised?|lower(?:ed)?|^make|^cut|increased?|changed?|discount(?:ed)?|sale price|new price|price|drop(?:ped)?',
  ],
  ['change', '便宜(?:卖|处理|出|点)了?|价格?再?[低高]一?点'],
  [
    'relative',
    '(?<!霜)降(?!糖|压|火|血|脂)(?:价)?了?|跌价?了?|涨价?了?|便宜了?|贵了?|加价|减价|提价|优惠|少收|多收|上调|下调|让利|立减',
  ],
  ['relative', 'cheaper|dearer|more expensive|less'],
  ['add', '(?:加|补|放|添|入|计|算)(?:[入进](?:库存|仓库|库里|库)?|到(?:库存|仓库|库里|库))(?:里|中)?'],
  ['add', '库存(?:增加|加|补)'],
  ['sub', '库存(?:减少?|扣掉?)'],
  ['add', '加货|添货|上货|进仓'],
  [
    'set',
    '现在(?:还有|有|还剩|一共|总共|共有|共)|(?<!没)还(?:剩余|剩下?|余下?|有)|(?:只|就|仅|才)剩下?了?|剩余|剩下|余下|(?:有)?库存(?:量|为|是|还有|剩余|剩|更新|调整)?|存货|现货|现有|余量|(?<!现)在库|还能卖|有货|盘(?:[点库]|了一?下)|清点|实际(?:还有|有|是|还剩)?|实有',
  ],
  [
    'set',
    'miscounted|recounted|stock ?(?:check|count|take)|left|leaves|leaving|remaining|remains?|in stock|available|still|stock(?:s| is| of)?|inventory|only|(?:we are )?down to',
  ],
  [
    'sub',
    '被.{1,5}?[了走掉]|(?:卖|售|发|送|拿|拉|取|提|买|订|运|带|寄)(?:出去?|掉|走|给)了?|[送拉运]去了?|[卖发走拿订送寄带取]了|出(?:库|货|了)|[碰压摔冻撞磕弄砸]坏了?|(?:受潮|发霉|长虫|生虫)(?:坏了?|了)?|坏掉?了|坏了|烂掉?了|摔碎?了|预留了?|留出|打[碎破翻]了?|[碎破漏洒撒丢扔倒死霉蔫裂馊瘪]碎?破?掉?了|(?:发芽|生芽|长芽|长毛|虫蛀|被偷)了?|[咬啃叼偷]了|送(?:人|给|亲戚|朋友|邻居|邻里)了?|扣[掉除]|减[去掉少]|(?<!多)少了|(?:自己家?|自家|家里)?(?:吃|喝|用)掉?了|自[留用]|(?:自己|自家)?留[了下]|损耗|报[废损]|过期了?|下单了|借(?:给|走|出)了?|预订了?|试吃了?',
  ],
  [
    'sub',
    'sold|sell|bought|ruined|got (?:wet|lost|stolen|eaten|crushed|damaged|burnt|mouldy)|(?:mice|rats|birds|bugs) (?:got|ate)|stolen|spoil(?:ed|t)?|broke|broken$|damaged|lost|gave away|given away|gave|taken|took|used|ate|eaten|removed?|minus|rotten|rotted|(?:went|gone|go) (?:bad|off|mouldy|moldy)|shipped|threw (?:away|out)|thrown (?:away|out)|cracked|leaked|mouldy|moldy|died|subtract|deduct|smashed|bruised$|subtracted',
  ],
  [
    'made',
    '[攒凑](?:够|齐)了?|(?:又|再|刚|新|现|今早|今天)?[摘采打做蒸捡下挖捞磨榨宰杀烤晒酿炒割拔攒囤收熬煮腌炸炼](?:了|[回出上下]来?了?|来了?|好了?)',
  ],
  ['made', '(?<!-)(?:picked|harvested|laid|dug|gathered|collected|caught)'],
  [
    'add',
    '(?:新|又|再)?(?:补货|补了|补上|补进|进货|进了|到货|到了|来货|来了|运来|拉来|送来)|又(?:补|收|来|有|到|进|添|加)|新增|增加|加[了上]|加回来?|添了|多了|多出来?|退(?:回来?|货|来|还|了)(?:了)?|拒收|还回来?了?|返还|入库|进仓|追加|再加|再来|找回',
  ],
  [
    'add',
    'found|got back|restock(?:ed|ing)?|add(?:ed)?|came in|come in|came back|arrived|returned|return|brought back|sent back|another|more|replenish(?:ed)?|received|got in|refill(?:ed)?|delivered|put back',
  ],
  ['each', 'each|apiece'],
  ['now', '现在|now'],
  ['has', '(?:现在)?(?:一共|总共|统共|拢共|共计|合计|共有)(?:有)?|have|has|total|in all|altogether|^set'],
  ['of', 'holds|contains|containing'],
  [
    'noise',
    'changed my mind|(?:to|for|from|at|in|by|on|off) (?:my|our|the|his|her|their|us|them)(?! cob\\b)\\b.*|(?:this|last) (?:morning|week|year|season|time)|because .*|on the way.*|(?:till|until) .*|to (?:the )?(?:hail|rain|frost|mice|birds|heat)',
  ],
];

/** Short cues that are trusted only right before an amount. */
export const beforeAmount: CueTable = [
  ['at-least', '每[天日](?:早上?|晚上?|上午|下午)?能?[出做供卖产发摘]?'],
  ['set', '剩|余|存|改|调|(?:改|调)成|[加补添增减降]到'],
  ['every-kind', '各有?|每种有?'],
  ['has', '先挂|先上|先放|(?<!没)有|共|最后|就|能[出做供卖]|只有?|\\bgot|\\blast|\\bset to'],
  ['add', '补|加|添|增|进|来|(?<!不)到|收|退|回|上'],
  ['made', '新到(?=$)|[新现刚又再][摘采打做蒸捡挖捞磨榨晒烤下]'],
  ['was', '不是|\\b(?:not|had)'],
  ['made', '\\b(?:baked|made|smoked|pressed|brewed)'],
  ['sub', '[碰压摔冻撞磕弄砸打][碎坏破烂]|(?<!只)留|(?<!能)卖|(?<!能)出|减|扣|坏|烂|送|拿|用|吃|摔|碎|丢|死'],
  [
    'at-least',
    '每[天日]|不到|将近|接近|限购|限量?|最多|最少|至少|满|买|少于|不足|低于|超过|\\b(?:over|more than|at least|min(?:imum)?(?: order)?|under|buy|from)',
  ],
  ['for', '\\b(?:for|per)'],
];

/** Short cues that are trusted only right before money. */
export const beforeMoney: CueTable = [
  ['set', '剩|余'],
  ['has', '\\bgot'],
  ['made', '\\b(?:baked|made|smoked|pressed|brewed)'],
  ['was', '从|由|不是|别[标卖写]|\\b(?:from|not)'],
  ['relative', '减|加|\\b(?:by|up|down)'],
  ['change', '还是|改|调|到|成|为|恢复'],
  ['at-least', '满|\\b(?:over|under|above)'],
  ['for', '\\bfor'],
];

/** Short cues that are trusted only at the end of what is said. */
export const atEnd: CueTable = [['on-off', '恢复|没有|停了|结束了|再上|重新上']];

/** Words around a product's name that are no part of it: who, when, whose, and the small words of every sentence. */
const PEOPLE =
  '[老小][王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗](?=[要订拿买退取说家])|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗](?:大哥|大姐|哥|姐|叔|婶|姨)|有人|有个?(?=客|买)|老鼠|虫子|鸟|野猪|买家|客人|客户|顾客|饭店|学校|食堂|单位|公司|隔壁|亲戚|朋友们?|邻居|老板们?|大家好|大家|亲们?|家人们?';
const DAYS =
  '今年|今天|今早|今晚|今日|昨天|昨晚|前天|明天|后天|刚才|刚刚|刚|目前|早上|上午|中午|下午|晚上|[今昨明前]儿个?|这次|[这本上]周|这批|本月|最近|路上';
const OURS = '我家里?|我们家?|咱们?家?|自己家|自家|自己|家里|俺们?家?|我';
const LEAD = `[这那头][茬批波锅窝]|帮[我俺]?挂(?:上|一?个)?|挂(?!面)(?:上|一?个)?|[多少][写记报数]了|应该|(?:爹|娘|爸|妈|爷爷?|奶奶?|姥姥|姥爷|公公|婆婆)家?的|这|那|说|[大二三四]?(?:婶|姑|姨|叔|舅|哥|嫂|姐|爷|奶)家的|库房里?|线[下上]|品名|名称|产品|商品|标题|所有|电话|微信|联系|新到(?=一批)|一批|一波|我?想把|我想|直播间里?|直播价|直播(?=[卖送])|(?:刚|新|现)?[摘采收挖捞做磨榨晒烤酿种养](?=的)|地里|库里|棚里|店里|仓库里?|树上|规格|净含量|装|的|了|把|将|给|出售|卖|先|已经|已|又|再|都|还|就|只|仅|每|约|大概|大约|请|帮我|帮忙|可以|麻烦|价格|价钱|单价|售价|是|个|也|另外|还是|一共|现(?=[卖有])|刚?从.{1,3}[里上下][拔摘挖采捡]的|啊|呀|哦|啦|哈(?!密)|吧|呢`;
const TAIL = `给[老小]?[\u4e00-\u9fff]{1,2}家|喽|咯|嘞|卖得|[让被]人|有了|先?挂着|到尾声|[坛瓶袋盒箱罐桶]装|处理|[让被](?:虫|鸟|鼠|猪)子?|给(?:我家?)?[大小二三]?[姨姑舅叔婶爸妈哥姐爷奶].*|这|过|只够|论个?|按[个斤只箱件条袋盒瓶把块]卖?|[熏腌晒酿煮烤炒泡磨晾卤炸]好|线[下上]|库里|地里|家里|仓库里?|棚里|不够|真空(?:包装|装)?|独立包装|简装|精装|按|没|全部?|价|装车|现[杀摘采挖磨榨做烤炒]|暂时?|打|一共|总共|价格|价钱|单价|售价|定价|卖|先|都|全部|又|再|还|就|只|仅|每|才|约|大概|大约|差不多|整整|数量|的|了|吧|啊|呀|哦|啦|哈|呢|和|要|已经|已|可以|是|个|每|也|请|个个|钱|左右|记一下|记下|(?<![棉丝毛绒褥盖])被|从`;
const NOISE_LATIN =
  "good (?:morning|evening|afternoon)(?: everyone| everybody| all| guys)?|hey|to (?:a|an) (?:fox|dog|cat|wolf|hawk|weasel|customer|friend|neighbou?r)|approx|approximately|roughly|keep|(?:mum|mom|dad|mother|father|grandma|granny|she|he) (?:says|said)(?: that)?|(?:away )?(?:as|for) (?:samples?|gifts?|presents?|tasting)|i'm|we're|i've|we've|i'll|we'll|a|an|the|of|for|per|at|is|are|be|am|was|were|just|we|i|we've|i've|they|had|do|my|our|your|us|ourselves|myself|in|on|to|from|by|up|out|this|that|these|today|tonight|tomorrow|yesterday|morning|afternoon|evening|please|pls|hi|hello|there|and|with|some|it|them|its|also|put|take|took|get|gets|down|back|again|home|off|customers?|buyers?|mice|rats|birds|bugs|worms|kids|somebody|aunt|uncle|cousin|sister|brother|mother|father|wife|husband|friends?|guests?|a customer|into|yuan|rmb|about|fresh batch|batch|x|knock|got|name|product|item|title|quantity|qty|last|i'm|right|then|so|all|cost|costs|selling|sell|will|gone|fell|fallen|went|can|you|thanks|thank|everyone|still|only|no|go|goes|come|comes|came|bring|brought|make|makes";

/** The source of a pattern for whole Latin words. */
export const latin = (words: string): string => `\\b(?:${words})\\b`;

export const noiseAtStart = new RegExp(
  `^(?:\\s+|${DAYS}|${OURS}|${PEOPLE}|${LEAD}|(?:${latin(NOISE_LATIN)}))`,
  'u',
);
export const noiseAtEnd = new RegExp(
  `(?:\\s+|${DAYS}|${OURS}|${PEOPLE}|${TAIL}|(?:${latin(NOISE_LATIN)}))$`,
  'u',
);

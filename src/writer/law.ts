// What an advertisement for food may not say: the Advertising Law of the People's Republic of China, article 9
// (superlatives), 17 and 18 (effects on health), 28 (what nobody can prove), and marks that need a certificate.

const superlatives = [
  // 最近, 最后, 最多, 最少, 最晚 speak of time and amounts.
  String.raw`最(?!近|后|终|多|少|迟|晚|早|低起)\p{Script=Han}`,
  '第[一1](?![0-9次批天年步场茬季回个道手]|时间)',
  '(?:国家|世界|全球|宇宙|国宝|顶|殿堂)级|全国领先|顶尖|极品|极致|极佳|绝佳|绝无仅有|独一无二|唯一|首选|首屈一指|独家',
  '王牌|金牌|之王|冠军|霸主|至尊|巅峰|无敌|无与伦比|遥遥领先|史无前例|史上|绝版|领导品牌|驰名|特供|专供|万能|永久',
];

const guarantees = [
  '100 ?%|百分之?百|绝对|保证|包甜|包治|假一赔|纯天然|零添加|无添加|无公害|无农药|零农残|无污染|无副作用',
  '有机|绿色食品|地理标志|野生|正宗',
];

const health = [
  '治疗|治病|治愈|医治|主治|根治|疗效|药效|药用|入药|偏方|秘方|养生|保健|滋补|大补|补(?:脑|肾|血|气|钙|身)',
  '[防抗]癌|癌症|肿瘤|抗(?:氧化|衰老|炎|病毒)|降(?:血压|血糖|血脂|三高|压|糖|脂|火)|高血压|糖尿病|心血管|软化血管|三高',
  '减肥|瘦身|壮阳|[养护保]肝|养胃|润肺|止咳|清热|祛湿|排毒|解毒|养颜|美容|延年益寿|长寿|益智|健脑|安神|助眠|失眠',
  '免疫力?|(?:预防|防治).{0,4}(?:病|症)|消炎|杀菌|利尿|通便|消化不良|贫血',
];

const english = [
  'best(?! (?:before|by|if used))|bestselling|finest|greatest|unrivall?ed|unbeatable|unmatched|unparallell?ed|incomparable',
  String.raw`no\.? ?1|number one|#1|the most (?!of)\w+|ultimate|supreme|perfect|world[- ]class|state[- ]level|national[- ]level`,
  'top[- ](?:grade|quality|class|notch|tier|rated)|the only|champion|second to none|once[- ]in[- ]a[- ]lifetime',
  '(?:100|one hundred|a hundred) ?(?:%|per ?cent)|all[- ]natural|pure(?:ly)? natural|guarantee[ds]?|organic|pesticide[- ]free',
  'chemical[- ]free|additive[- ]free|no additives|wild[- ](?:grown|picked|harvested)|authentic',
  'cures?|curing|heals?|healing|treats? (?:your|the|high|low|all|any)|treatments?|therap(?:y|eutic)|remed(?:y|ies)|medicin(?:e|es|al)',
  'cancer|diabet(?:es|ic)|hypertension|blood (?:pressure|sugar)|cholesterol|tumou?rs?|diseases?|illness(?:es)?|insomnia|arthritis',
  'immun(?:e|ity)|detox(?:es|ify)?|anti[- ]?(?:cancer|ag(?:e)?ing|oxidants?|inflammatory)|weight[- ]loss|lose weight|slimming',
  'boosts? (?:your |the )?(?:brain|memory|health|energy)|health benefits?|superfoods?|prevents?',
  'good for (?:your |the )?(?:brain|heart|health|skin|memory|eyes|hair|kidneys|liver|stomach)',
].join('|');

const forbidden: readonly RegExp[] = [
  ...[superlatives, guarantees, health].map((words) => new RegExp(words.join('|'), 'gu')),
  new RegExp(String.raw`(?<![\w])(?:${english})(?![\w])`, 'giu'),
];

/** Every word of `text` that the law forbids, once each. Wide letters and spaces between the signs do not hide one. */
export function findUnlawful(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/(?<=\p{Script=Han})[^\S\n]+(?=\p{Script=Han})/gu, '');
  return [...new Set(forbidden.flatMap((pattern) => plain.match(pattern) ?? []))];
}

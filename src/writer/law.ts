/**
 * Words that an advertisement may not carry. Superlatives: Advertising Law of the People's Republic of China, article 9;
 * effects on health: articles 17 and 18; guarantees nobody can give: article 28.
 */
const forbidden: readonly RegExp[] = [
  /最(?!近|后|少|多可|低起)|第一|唯一|国家级|世界级|全国|顶级|顶尖|极品|极致|特级|首选|绝对|百分之?百|100%|永久|万能|无敌|王牌|之王|独家|史上|冠军|遥遥领先/g,
  /治疗|治愈|疗效|药用|防癌|抗癌|降(?:血压|血糖|血脂)|排毒|壮阳|补肾|养颜|美容|减肥|瘦身|延年益寿|长寿|提高免疫|增强免疫|消炎|预防.{0,4}病/g,
  /纯天然|零添加|无添加|无公害|无农药|有机|绿色食品|野生|正宗|保证|承诺|假一赔/g,
  /\b(?:best|finest|no\. ?1|number one|unrivalled|unbeatable|perfect|guarantee[ds]?|100% (?:natural|pure)|world[- ]class|top quality)\b/gi,
  /\b(?:cures?|heals?|treats?|prevents? (?:disease|cancer)|anti-?cancer|lowers? (?:blood|cholesterol)|detox|weight loss|boosts? (?:immunity|your immune)|organic|pesticide-free|wild)\b/gi,
];

/** Every word of `text` that the law forbids, as it stands there. */
export const unlawfulWords = (text: string): string[] =>
  forbidden.flatMap((pattern) => text.match(pattern) ?? []);

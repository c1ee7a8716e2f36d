/** Names of goods that are one sign long. */
const SHORT = new Set('油盐醋茶米面蛋鸡鸭鹅鱼肉枣桃梨杏酒蜜姜蒜葱糖豆瓜藕');
/** What names of farm goods and village wares end with. */
const LAST = new Set(
  '糁米面粉豆枣桃仁子籽油醋酱酒茶蜜糖盐肉蛋鸡鸭鹅鱼虾蟹菜瓜果梨杏李橙橘桔柚柑莓莲藕笋菇耳菌薯芋姜蒜葱椒栗榛花参芪杞麻麦粱粟谷糕饼馍馒条丝皮干片肠腿骨蹄肚爪翅奶酪膏露汁叶芽苗种草芹韭茄椿荠蕨核生萝卜枣糍粑粽汤酪腐乳豉泡葵蔗萄榴榄蕉荔枇杷樱柿楂棠芒椰瓣菊玫桂银枸芷归被鞋垫布筐篮席扇枕',
);

/** Whether Chinese words end as names of goods do. A hint for words that nothing else says to be wanted. */
export function looksLikeGoods(words: string): boolean {
  const signs = [...words.replace(/\s+$/, '')];
  const last = signs.at(-1) ?? '';
  return signs.length === 1 ? SHORT.has(last) : LAST.has(last);
}

/** 有磕碰的不要, 别给我烂的: how the goods should not be. */
const UNWANTED =
  /(?:[烂坏碎虫伤碰裂蔫]的?|软的)[^\s]{0,4}(?:不要|别|莫|甭|唔好|唔要|勿)|(?:不要|别|莫|甭|唔好|勿)[^\s]{0,5}[烂坏碎虫伤碰裂蔫]/u;
/** No bruised ones please, nothing broken: the same in English, where nothing is told of what came. */
const UNWANTED_EN =
  /\b(?:no|nothing|none|avoid|without)(?: (?:the|any|too|that|is|are))* (?:bruised|rotten|broken|cracked|mouldy|moldy|damaged|spoiled|squashed|soft|wormy)\b(?!.*\b(?:came|arrived|got|was|were|have)\b)/u;

/** Whether a wish says how the goods should not be. `said` in plain words. */
export const saysUnwanted = (said: string): boolean => UNWANTED.test(said) || UNWANTED_EN.test(said);

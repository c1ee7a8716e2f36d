import { normalizeText } from '../text/text.ts';

// An address that is told in two messages: 寄苏州姑苏区平江路呀, then 128弄5号.

const COUNT = '[\\d一二三四五六七八九十百零两〇甲乙丙]+';
/** Begins with a number of a lane or a house: something stands before it. */
const GOES_ON = new RegExp(
  `^${COUNT}[-–—]?${COUNT.replace('+', '*')}\\s*(?:弄|号|號|巷|栋|棟|幢|单元|單元|室|楼|樓|座|组|組|队|隊|门|門)`,
  'u',
);
const TAIL = /(?<=\p{Script=Han})[呀啊哦哈嘛吧呢啦咯噻]+$/u;

/** The whole address; nothing where the second is one of its own. */
export function joinAddress(known: string, more: string): string | undefined {
  const begun = known.replace(TAIL, '').trim();
  if (!GOES_ON.test(normalizeText(more).plain) || HAS_HOUSE.test(normalizeText(begun).plain))
    return undefined;
  return `${begun}${more}`;
}

/** A house is told already: another one corrects it. */
const HAS_HOUSE = new RegExp(`${COUNT}\\s*(?:号|号楼|栋|幢|室|弄|座|单元)`, 'u');

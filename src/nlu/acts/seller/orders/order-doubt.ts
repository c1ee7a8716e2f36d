import { splitClauses } from '../../clauses.ts';
import { phrasePattern, phrasePatterns, plainWords } from '../../phrases.ts';
import { sellerLexicon } from '../seller-lexicon.ts';

// Whether an order's deed is meant by its words, for its buyer hears of it at once.

const { orders } = sellerLexicon;
const { moneyUnsure, declineUnsure, declining, declineNumbered, accept, acceptAsked } =
  phrasePatterns(orders);
const deed = phrasePattern([...orders.declining, ...orders.decline]);
const left = new RegExp(`^${phrasePattern(orders.declineLeft).source}`, 'u');
const fill = new RegExp(`^(?:${phrasePattern(orders.decliningFill).source}|\\s+)+`, 'u');
const anAccept = phrasePattern(orders.accept, 'g');
const acceptFill = phrasePattern(orders.acceptFill, 'g');

/** 等钱到手了我就发, 整不了那么多，能发5斤, 做不了主: nothing is done yet, or not all of it is refused. */
export function isSure(does: string, message: string): boolean {
  const words = plainWords(message);
  if (does === 'money') return !moneyUnsure.test(words) && !/[?？]\s*$/u.test(message);
  if (does !== 'decline') return true;
  const isPartly = declineUnsure.test(words) || SOME_GOES.test(words) || sendsElse(message);
  return !isPartly && !/[?？]\s*$/u.test(message) && !splitClauses(message).some(isCutShort);
}

/** 能发5斤, and not 不能发. */
const SOME_GOES = /(?<![不没才])能(?:发|寄|给)/u;

/** 发不了顺丰，发邮政 */
const sendsElse = (message: string): boolean =>
  splitClauses(message)
    .slice(1)
    .some((clause) => SENDS.test(clause));
const SENDS =
  /^(?:我|俺|就|只能|可以|给您|给你|给她|给他|帮您|改)*(?:发|寄)(?:别的|其他|其它|顺丰|邮政|圆通|中通|申通|韵达|京东|极兔|德邦|快递|物流|平邮)/u;

/** 做不了主, 取消不了, 发不了顺丰: what stands right behind is what it is about, and no reason. */
function isCutShort(clause: string): boolean {
  const words = plainWords(clause);
  const found = deed.exec(words);
  if (!found) return false;
  const rest = words.slice(found.index + found[0].length).replace(fill, '');
  const signs = rest.match(/\p{Script=Han}/gu)?.length ?? 0;
  const behind = words.slice(found.index + found[0].length);
  // 接不了 下雨: what stands apart is why.
  if (rest === '' || /^\s+\p{Script=Han}/u.test(behind) || declineNumbered.test(rest) || declining.test(rest))
    return false;
  return left.test(rest) || (signs > 0 && signs < LEAST_REASON);
}

/** 雨, 主: too little to tell why. */
const LEAST_REASON = 3;

/** 接一下孩子, 谁能接, 接着说: of no order that is named, and something else is taken. */
export function isElsewhere(message: string): boolean {
  const clause =
    splitClauses(message)
      .map(plainWords)
      .find((one) => accept.test(one)) ?? plainWords(message);
  const [first] = [...clause.matchAll(anAccept)];
  if (!first) return false;
  const behind = clause.slice(first.index + first[0].length).replace(anAccept, ' ');
  return acceptAsked.test(clause.slice(0, first.index)) || /[^\d\s]/u.test(behind.replace(acceptFill, ''));
}

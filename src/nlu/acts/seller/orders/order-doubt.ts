import { splitClauses } from '../../clauses.ts';
import { phrasePattern, phrasePatterns, plainWords } from '../../phrases.ts';
import { sellerLexicon } from '../seller-lexicon.ts';

// Whether an order's deed is meant by its words, for its buyer hears of it at once.

const { orders } = sellerLexicon;
const { moneyUnsure, moneyAhead, declining, declineUnsure, declineNumbered, declineAhead, ...said } =
  phrasePatterns(orders);
const waited = phrasePattern(orders.declineWaited, 'g');
const why = new RegExp(`^${said.declineWhy.source}`, 'u');
const deed = phrasePattern([...orders.declining, ...orders.decline]);
const payment = phrasePattern([...orders.money, ...orders.moneyNumbered]);
const behindMoney = new RegExp(`^\\s*${phrasePattern(orders.moneyBehind).source}\\s*$`, 'u');
const left = new RegExp(`^${phrasePattern(orders.declineLeft).source}`, 'u');
const fill = new RegExp(`^(?:${phrasePattern(orders.decliningFill).source}|\\s+)+`, 'u');
const anAccept = phrasePattern(orders.accept, 'g');
const acceptFill = phrasePattern(orders.acceptFill, 'g');

/** 等钱到手了我就发, 整不了那么多，能发5斤, 做不了主: nothing is done yet, or not all of it is refused. */
export function isSure(does: string, message: string): boolean {
  const words = plainWords(message);
  if (does === 'money') return !moneyUnsure.test(words) && !/[?？]\s*$/u.test(message) && !isUnpaid(message);
  if (does !== 'decline') return true;
  const isPartly =
    declineUnsure.test(words.replace(waited, ' ')) ||
    isAhead(words) ||
    SOME_GOES.test(words) ||
    sendsElse(message);
  return !isPartly && !/[?？]\s*$/u.test(message) && !splitClauses(message).some(isCutShort);
}

/** Before friday I cannot: and not `decline, sold out before noon`. */
const isAhead = (words: string): boolean => declineAhead.test(words.slice(0, deed.exec(words)?.index ?? 0));

/** 没收到钱, 明天就付了, 钱到账没; and not 钱到了，还没发货. */
const isUnpaid = (message: string): boolean =>
  splitClauses(message).some((clause) => {
    const words = plainWords(clause);
    const found = payment.exec(words);
    if (!found) return false;
    const until = found.index + found[0].length;
    return moneyAhead.test(words.slice(0, until)) || behindMoney.test(words.slice(until));
  });

/** 能发5斤, and not 不能发. */
const SOME_GOES = /(?<![不没才])能(?:发|寄|给)/u;

/** 发不了顺丰，发邮政 */
const sendsElse = (message: string): boolean =>
  splitClauses(message)
    .slice(1)
    .some((clause) => SENDS.test(clause.trim()));
const SENDS = new RegExp(
  `^${said.sendsLead.source}*[发寄]${said.sendsElse.source}${said.sendsEnd.source}*$`,
  'u',
);

/** 做不了主, 取消不了, 发不了顺丰: what stands right behind is what it is about, and no reason. */
function isCutShort(clause: string): boolean {
  const words = plainWords(clause);
  const found = deed.exec(words);
  if (!found) return false;
  const rest = words.slice(found.index + found[0].length).replace(fill, '');
  const signs = rest.match(/\p{Script=Han}/gu)?.length ?? 0;
  const behind = words.slice(found.index + found[0].length);
  // 接不了 下雨: what stands apart is why.
  const isWhy = why.test(rest) || declineNumbered.test(rest) || declining.test(rest);
  if (rest === '' || isWhy || /^\s+\p{Script=Han}/u.test(behind)) return false;
  return left.test(rest) || (signs > 0 && signs < LEAST_REASON);
}

/** 雨, 主: too little to tell why. */
const LEAST_REASON = 3;

/** 接一下孩子, 谁能接, 接着说: of no order that is named, and something else is taken. */
export function isElsewhere(message: string): boolean {
  const clause =
    splitClauses(message)
      .map(plainWords)
      .find((one) => said.accept.test(one)) ?? plainWords(message);
  const [first] = [...clause.matchAll(anAccept)];
  if (!first) return false;
  const [ahead, behind] = [clause.slice(0, first.index), clause.slice(first.index + first[0].length)];
  if (said.acceptAsked.test(ahead) || (said.acceptElse.test(ahead) && !OF_ORDERS.test(clause))) return true;
  const isFilled = !/[^\d\s]/u.test(behind.replace(anAccept, ' ').replace(acceptFill, ''));
  return !isFilled && (!isAllTaken(clause, first) || said.acceptElse.test(behind));
}

const OF_ORDERS = /单|\borders?\b/u;

/** 都接了谢谢大家支持: all of them, and it is done. */
const isAllTaken = (clause: string, { 0: taken, index }: RegExpExecArray): boolean =>
  said.takenAll.test(clause.slice(0, index + taken.length)) &&
  TAKEN.test(clause.slice(index + taken.length - 1));

const TAKEN = /^.?[了啦喽咯咧嘞喇咗晒哩]/u;

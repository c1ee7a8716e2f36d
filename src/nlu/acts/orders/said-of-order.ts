import { readAct } from '../act.ts';
import { pattern } from '../act-patterns.ts';
import { splitClauses } from '../clauses.ts';
import { inStandardWords } from '../dialects.ts';
import { lexicon } from '../lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';
import { isAsking } from '../question-topic.ts';

// What is said of an order that was placed, or is about to be.

const moneyBack = phrasePattern([...lexicon.part.moneyBack, '退款', '退钱', '退货'], 'g');

/** 退款, refund: money back, whatever was wrong. */
export const wantsMoneyBack = (message: string): boolean => pattern.moneyBack.test(plainWords(message));

/** 压碎了，退钱: what is wrong is said beside it. */
export const saysDamage = (message: string): boolean =>
  pattern.refund.test(plainWords(message).replace(moneyBack, ' '));

/** 你帮我催催卖家: not only that it is late, but what is to be done. */
export const asksToUrge = (message: string): boolean => pattern.urge.test(inStandardWords(message));

/** Said of a cancellation that was asked about: 对，取消 agrees, and 还是别取消了 does not. 听说要等很久，取消吧 does. */
export const agreesToCancel = (message: string): boolean => {
  const clauses = splitClauses(withoutMust(message)).map(plainWords);
  const own = clauses.filter((clause) => !pattern.hearsay.test(clause));
  const said = own.join(' ');
  const isOwn = own.length === clauses.length || CANCELS.test(said);
  const isAsked = own.length < clauses.length && isAsking(message);
  const isDenied = pattern.negation.test(said) || pattern.restore.test(said);
  return said !== '' && isOwn && said.length < 24 && !isDenied && !isAsked;
};

/** … 别取消了 refuses it, and 怎么还不取消 and 不取消不行 do not. */
export const refusesToCancel = (message: string): boolean => {
  const said = plainWords(withoutMust(message));
  return said.length < 24 && pattern.cancelDenied.test(said) && !isAsking(message);
};

const withoutMust = (message: string): string =>
  message.replace(pattern.mustCancel, (words) => (/\p{Script=Han}/u.test(words) ? '取消' : 'cancel'));
const CANCELS = /取消|\bcancel/u;

/** 来5斤: so much is wanted; 5斤, behind a story, may be of the story, and 拿了5斤 is one. */
export const wantsNow = (clause: string): boolean => {
  const said = plainWords(clause);
  return pattern.wanting.test(said) && !pattern.bought.test(said);
};

/** 上周买了核桃, 红枣收到了: what somebody had, or was only thought of. */
export const tellsPast = (clause: string): boolean => {
  const act = readAct(clause)?.is;
  return act === 'received' || act === 'unreal' || pattern.bought.test(plainWords(clause));
};

/** 这个来5斤: of what is in sight. */
export const pointsAt = (message: string): boolean => pattern.this.test(plainWords(message));

/** 红枣不好吃, my kids hate dates, 比红枣便宜: what is named there is not wanted. */
export const namesUnwanted = (clause: string): boolean =>
  pattern.unwanted.test(plainWords(clause)) || THAN.test(plainWords(clause));

/** What stands before 比 may be praised by it. */
const THAN =
  /^(?:比(?![较如]).{1,12}?(?:便宜|贵|好|甜|大|强|差)|(?:better|cheaper|dearer|nicer|sweeter|bigger) than)/u;

/** 先不买，地址存一下: an address comes, and no order with it. */
export const onlySaves = (message: string): boolean => pattern.onlySaves.test(plainWords(message));

/** 那寄到北京呢: what it would be, and nothing is agreed to. */
export const mayOnlyAsk = (message: string): boolean => isAsking(message) || /[呢吗么?？]/u.test(message);

/** 还寄老地方 says where it goes, and nothing new. */
export const keepsAddress = (message: string): boolean => pattern.sameAddress.test(plainWords(message));

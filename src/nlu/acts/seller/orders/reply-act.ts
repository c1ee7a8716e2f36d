import { normalizeText } from '../../../text/text.ts';
import { phrasePattern, plainWords } from '../../phrases.ts';
import { sellerLexicon } from '../seller-lexicon.ts';
import { type MessageAct, SURELY, TO_US, withoutJoints } from './message-act.ts';
import { isNobody, isNoMessage, isOnlySum, isThought } from './no-message.ts';
import { findOrderNumbers } from './order-act.ts';

const { beside, loose, reply, askThem, asker, lead, kin, person, crowd, empty, toUs } = sellerLexicon.tell;
const source = (list: readonly string[]): string => phrasePattern(list).source;

const AHEAD = new RegExp(`^(?:${source([...lead, ...asker])}|[\\s,，:：你您])+`, 'iu');
const [aPerson, aCrowd] = [phrasePattern(person), phrasePattern(crowd)];
/** 说一声, 转告: to whom is not said; 告诉他们: more than whoever asked. */
const isToOne = (cue: string): boolean => !loose.includes(cue) && aPerson.test(cue) && !aCrowd.test(cue);
const ASKS_THEM = new RegExp(`^${source(askThem)}`, 'iu');
const CUE = new RegExp(`^${source([...beside.filter(isToOne), ...reply, ...askThem])}`, 'iu');
/** 告诉客人们, 回人家的钱: somebody or something else than was thought. */
const GOES_ON = /^(?:们|哋|的)/u;
const EMPTY = new RegExp(`^(?:${source(empty)}|\\s)+$`, 'iu');
const aHow = phrasePattern(toUs);
const KIN = new RegExp(`^${source(kin)}`, 'iu');
const QUOTES = /^[「“"'『]+|[」”"'』]+$/gu;

/** Longer than that is a story. */
const MAX_LENGTH = 300;

interface Told {
  readonly cue: string;
  /** 跟王芳说: who, where the cue goes around the name. */
  readonly whom: string;
  /** What stands behind the cue, as it was typed. */
  readonly rest: string;
}

/** Who begins by telling somebody something. */
function findTold(message: string, pattern: RegExp): Told | undefined {
  const { said: even, plain } = normalizeText(message);
  const said = even.length === message.length ? message : even;
  if (message.length > MAX_LENGTH) return undefined;
  const from = AHEAD.exec(plain)?.[0].length ?? 0;
  const [cue, ...gaps] = pattern.exec(plain.slice(from)) ?? [];
  if (cue === undefined || isThought(plain.slice(from))) return undefined;
  const whom = gaps.find((gap) => gap !== undefined) ?? '';
  return { cue, whom, rest: said.slice(from + cue.length).trimStart() };
}

/** 跟他说微辣; 再问哈她要几斤; tell her it is fresh: what is to reach whoever spoke last; nothing where nobody is to be told. */
export function readReply(message: string): string | undefined {
  const { cue, rest } = findTold(message, CUE) ?? { cue: '', rest: '' };
  const isNone = isNoMessage(cue, rest) || GOES_ON.test(rest) || !isForThem(rest);
  if (isNone || findOrderNumbers(rest).length > 0) return undefined;
  const words = withoutJoints(rest).replace(QUOTES, '').trim();
  return words === '' ? undefined : words;
}

/** 回她没货, 讲俾佢听唔得: her of the order that was spoken of. */
export function readReplyAct(message: string): MessageAct | undefined {
  // 叫她吃饭, 让客人久等了: of somebody, and not surely to her.
  const words = OF_HER.test(message) ? undefined : readReply(message);
  return words === undefined || isOnlySum(words) ? undefined : { rest: words, whom: HER };
}

const HER = '她';
const OF_HER = /^\s*(?:[让叫喊请]|the answer\b)/iu;

/** What stands behind 告诉她 is for her: neither 她儿子来拿, nor how that is done. */
export const isForThem = (rest: string): boolean =>
  !KIN.test(rest) && !EMPTY.test(plainWords(rest)) && !aHow.test(plainWords(rest));

/** 告诉她没货了吗, let her know when?: it may be us who are asked. */
export const mayAskUs = (message: string): boolean =>
  /[?？]\s*$|[吗么]\s*$/u.test(message) && findTold(message, ASKS_THEM) === undefined;

/** 告诉王芳没货了, tell her brother it is sold out: whatever follows is for one somebody, and changes nothing here. */
export const isForBuyer = (message: string): boolean => {
  const rest = behindCue(message);
  return rest !== undefined && !aCrowd.test(rest.slice(0, CROWD_WITHIN));
};

/** 告诉他们没货了: for several. */
export const isForSeveral = (message: string): boolean =>
  behindCue(message) !== undefined && !isForBuyer(message);

/** 回答她的问题, tell her …: it begins like words to somebody, be they told or not. */
export const beginsForBuyer = (message: string): boolean =>
  (findTold(message, CUE) ?? findTold(message, SURELY)) !== undefined;

/** 跟你说一下，核桃没货了; 给核桃改成18，听说…: news for us, and words with figures or stops before who is told. */
const FOR_US =
  /^\s*(?:跟|和|给|对|同|告诉)(?:你|您|我|大家|大伙|家人们)|^\s*(?:跟|和|给|对)[^说讲]{0,12}[,，\d]|^\s*(?:tell you|let everyone|tell everyone)\b/iu;

function behindCue(message: string): string | undefined {
  if (FOR_US.test(message)) return undefined;
  const forHer = findTold(message, CUE);
  const told = forHer ?? findTold(message, SURELY);
  if (!told || isNoMessage(told.cue, told.rest) || isNobody(told.whom)) return undefined;
  // 通知：明天不发货 is news for all; 回她：没货 is not.
  const goesOn = forHer ? /^的/u : /^(?:的|[:：,，])/u;
  const isNone =
    told.rest === '' || [told.rest, told.whom].some((one) => TO_US.test(one)) || goesOn.test(told.rest);
  return isNone || EMPTY.test(plainWords(told.rest)) ? undefined : told.rest;
}

/** 告诉客人们, tell all the customers */
const CROWD_WITHIN = 20;

/** 王芳要核桃5斤, of 王芳要核桃5斤，告诉她明天发: what stands before the words is of her, or hangs on something. */
export const isOfBuyer = (words: string): boolean => OF_BUYER.test(words);
const OF_BUYER =
  /(?<![其吉])[她他佢]|等|客人|买家|如果|要是|(?<!不)[要订问](?!改|涨|降|卖)|收到|\b(?:if|when|wants?|ordered|asked|asks|got|she|he)\b/iu;

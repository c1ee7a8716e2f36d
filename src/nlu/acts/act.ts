import { asksPolitely, courtesy, pattern } from './act-patterns.ts';
import { splitClauses } from './clauses.ts';
import { inStandardWords } from './dialects.ts';
import { type CommandName, lexicon, type Topic } from './lexicon.ts';
import { A_PHONE, goesElsewhere, isForeign, meansHome } from './orders/delivery/destination.ts';
import { isAlert, isOfDelivery, tellsOfParcel } from './orders/delivery/parcel-said.ts';
import { type RecipientPiece, readRecipientPiece } from './orders/delivery/recipient-piece.ts';
import { readWay } from './orders/delivery/way-said.ts';
import { deniesLoss } from './orders/loss-told.ts';
import { readNote } from './orders/note-said.ts';
import { type PayWay, readPayWay } from './orders/pay-way.ts';
import { asksBack, asksHowCome, isMistap } from './orders/restoring.ts';
import { saysUnwanted } from './orders/unwanted.ts';
import { saidForList } from './otherwise.ts';
import { findWhole, inOneBreath, phrasePattern, phrasePatterns, plainWords } from './phrases.ts';
import { namesAmount } from './question-topic.ts';

/** What a message does in a conversation, beside naming goods: pure, from its words alone. */
export type Act =
  | { readonly is: 'yes' | 'no' | 'drop' | 'thanks' | 'greet' | 'same' | 'bye' | 'restore' | 'received' }
  | {
      readonly is: 'confirm' | 'call' | 'person' | 'hurry' | 'unreal' | 'bot' | 'praise' | 'anger' | 'refund';
    }
  /** What is no business: `about` where something of its own can be said to it. */
  | { readonly is: 'chat'; readonly about?: ChatSubject }
  | { readonly is: 'address' | 'elsewhere' | 'home' }
  | { readonly is: 'show'; readonly screen: keyof typeof lexicon.screens }
  /** How much of what stands there is wanted: twice, or half. */
  | { readonly is: 'times'; readonly by: 2 | 0.5 }
  /** A piece of the recipient alone. */
  | RecipientPiece
  | { readonly is: 'pay'; readonly way: PayWay }
  /** How the goods travel. */
  | { readonly is: 'way'; readonly way: 'pickup' | 'courier' | 'express' }
  /** `wish`: how the goods should be, for who packs them. */
  | { readonly is: 'note' | 'wish'; readonly text: string }
  | { readonly is: 'command'; readonly command: CommandName }
  | { readonly is: 'topic'; readonly topic: Topic };

export const chatSubjects = [
  ...(['weather', 'joke', 'self', 'mood', 'wish', 'slip', 'insult', 'fond'] as const),
] as const;
export type ChatSubject = (typeof chatSubjects)[number];

const { whole, part, topics } = lexicon;

const findExact = findWhole(whole);
const findScreen = findWhole(lexicon.screens);
const findAgreement = findWhole({ confirm: [...whole.yes, ...whole.confirm] });
const isAgreement = inOneBreath(
  [...whole.yes, ...whole.confirm, ...whole.bye, ...part.content],
  whole.confirm,
);
const topicPatterns = Object.entries(topics).map(
  ([topic, list]) => [topic as Topic, phrasePattern(list)] as const,
);

const isQuestion = (said: string): boolean =>
  /[?？]|[吗么呢]\s*$|(?:可以|能|会|行|赔|退|换|管)[^,，。]{0,12}不\s*$|(?<!现)((?![行中成动时])\p{Script=Han})[不没唔]\1/u.test(
    said,
  );

/** Longer than that is no plain yes or no, and no note either. */
const MAX_LENGTH = 200;

/** What the message does, in a dialect too; nothing where it is about goods and amounts. */
export function readAct(message: string): Act | undefined {
  if (message.length > MAX_LENGTH) return undefined;
  const act = readPlainAct(message);
  if (act) return act;
  const found = readPlainAct(inStandardWords(message));
  // What is written down is written as it was typed.
  return found && !('text' in found) ? found : undefined;
}

function readPlainAct(message: string): Act | undefined {
  const said = plainWords(message);
  const sign = said === '' ? readSign(message) : undefined;
  if (sign) return { is: sign };
  const exact =
    findExact(said, courtesy) ??
    findAgreement(said, courtesy) ??
    (isAgreement(said.replace(HELPING, ' ')) ? 'confirm' : readOpening(message));
  if (exact) return { is: exact };
  const screen = findScreen(said, courtesy);
  if (screen) return { is: 'show', screen };
  return (
    (isQuestion(message) ? undefined : readWay(said)) ??
    readPerson(said) ??
    readCommand(said) ??
    readNote(message, said) ??
    readTalk(message, said) ??
    readCardAct(message, said) ??
    readTopic(said)
  );
}

/** 嗯嗯就这样，帮我确认下单: for whom it is done says nothing. */
const HELPING = /[帮给替][我俺咱]|请|麻烦(?:您|你)?|劳驾/gu;

/** 👌 and 🙅 alone, and any other picture. */
const readSign = (message: string): 'yes' | 'no' | 'chat' | undefined =>
  (['yes', 'no'] as const).find((is) => lexicon.signs[is].some((sign) => message.includes(sign))) ??
  (/\p{Extended_Pictographic}/u.test(message) ? 'chat' : undefined);

const isLatin = (words: string): boolean => !/\p{Script=Han}/u.test(words);

/** 都不要了，谢谢; not yet, let me ask my wife: the first clause says it, and the others name nothing. */
function readOpening(message: string): 'no' | 'drop' | 'confirm' | 'thanks' | undefined {
  const [first = '', ...others] = message.split(/[,，。;；!！]+/).map(plainWords);
  const found = others.length > 0 ? findExact(first, courtesy) : undefined;
  const isPlain = others.every((clause) => !/[\d一二两三四五六七八九十]/.test(clause) && clause.length < 40);
  if (!isPlain || (found !== 'no' && found !== 'drop' && found !== 'confirm' && found !== 'thanks'))
    return undefined;
  // Whatever stands behind an order may change where it goes: only thanks do not.
  if (found === 'confirm')
    return others.every((clause) => clause === '' || findExact(clause, courtesy) === 'thanks')
      ? found
      : undefined;
  // Thanks, when will it be sent?
  const isMore = (clause: string): boolean =>
    (found === 'thanks' && (isQuestion(clause) || pattern.asks.test(clause))) ||
    [pattern.add, pattern.set, pattern.thatOrder, pattern.restore, CANCELS].some((one) => one.test(clause));
  return others.some(isMore) ? undefined : found;
}

/** 不想要了，把订单取消: an order is meant, not what is about to be ordered. */
const CANCELS = /取消|退|\bcancel|\brefund/;

/** 宝宝不吃，那单退了吧; nix the order. */
export const saysCancel = (message: string): boolean =>
  CANCELS.test(plainWords(message)) || pattern.remove.test(plainWords(message));

const commandPatterns = Object.entries(phrasePatterns(lexicon.commands)) as [CommandName, RegExp][];

/** Longer messages that have such words in them are about something else. */
const COMMAND_LENGTH = 60;

/** Whether words of the list stand there, and say what it is for. */
const says = (list: keyof typeof pattern, said: string): boolean =>
  pattern[list].test(saidForList('buyer', list, said));

/** 有货了告诉我 of 有货了告诉我 我要寄给我妈. */
const clauseOfAlert = (said: string): string =>
  (isLatin(said) ? undefined : said.split(' ').find((part) => ALERTING.test(part))) ?? said;
const ALERTING = phrasePattern([...lexicon.commands.notify, ...lexicon.commands.streamRemind, ...part.tells]);

/** One command alone: 开播叫我, `rate my order`. */
function readCommand(said: string): Act | undefined {
  if (said.length > COMMAND_LENGTH) return undefined;
  const command =
    commandPatterns.find(([name, words]) => words.test(saidForList('commands', name, said)))?.[0] ??
    (pattern.tells.test(said) ? 'notify' : undefined);
  if (command && isAlert(command) && isOfDelivery(clauseOfAlert(said))) return undefined;
  // 不会弄手机付钱，见到货再给现金: no help is wanted.
  const isPay = command === 'help' && readPayWay(said) !== undefined;
  return command && !isPay ? { is: 'command', command } : undefined;
}

/** 转人工，我付了钱一直没人发货: whatever else is said, a person is wanted. */
function readPerson(said: string): Act | undefined {
  if (says('bot', said) && !/找|要|转|want|need/.test(said)) return { is: 'bot' };
  if (pattern.unreal.test(said)) return { is: 'unreal' };
  return says('person', said) && !pattern.wish.test(said) ? { is: 'person' } : undefined;
}

function readTalk(message: string, said: string): Act | undefined {
  // 怎么还不恢复, did I say bring it back?: what is only asked brings nothing back.
  const isToBe = (!isQuestion(message) || pattern.asksTo.test(said) || asksHowCome(said)) && !asksBack(said);
  if ((says('restore', said) || isMistap(said)) && isToBe) return { is: 'restore' };
  // 你们是不是骗子，上回的全是霉: what is wrong comes first.
  if (!says('refund', said) && topicPatterns.some(([is, words]) => is === 'safe' && words.test(said)))
    return { is: 'topic', topic: 'safe' };
  const isAsked =
    isQuestion(said) || topicPatterns.some(([is, words]) => is === 'returns' && words.test(said));
  if (saysUnwanted(said)) return { is: 'wish', text: message.trim() };
  // 签收了但是缺两斤: it has come, and not all of it.
  const isHarm = says('refund', said) && !deniesLoss(message);
  if (isHarm || (saysReceived(said) && pattern.receivedAmiss.test(said)))
    // 你们是不是骗子，打开全是霉 asks nothing.
    return isAsked && !says('anger', said) ? { is: 'topic', topic: 'returns' } : { is: 'refund' };
  if (says('hurry', said) || pattern.urge.test(said)) return { is: 'hurry' };
  if (says('same', said) && !/\d/.test(said)) return { is: 'same' };
  if (doubles(message, said) && !namesBehind('double', said)) return { is: 'times', by: 2 };
  if (halves(message, said) && !namesBehind('halve', said)) return { is: 'times', by: 0.5 };
  if (says('anger', said)) return { is: 'anger' };
  if (says('praise', said) && !/\d|[谁哪]/.test(said) && !namesAmount(message)) return { is: 'praise' };
  return saysReceived(said) ? { is: 'received' } : undefined;
}

/** 黑豆一半就行，二斤: how much it is stands behind it. */
function namesBehind(list: 'double' | 'halve', said: string): boolean {
  const found = pattern[list].exec(said);
  return found !== null && namesAmount(said.slice(found.index + found[0].length));
}

/** 翻一倍: of what is wanted; 价格翻一倍了 tells of the price. */
const doubles = (message: string, said: string): boolean =>
  says('double', said) &&
  splitClauses(message)
    .map(plainWords)
    .some(
      (words) => pattern.double.test(words) && !pattern.costs.test(words) && !/怎么|咋|为[什啥]/u.test(words),
    );

/** 减一半嘛: and neither of what it costs, nor only asked. 减一半行吗 asks politely. */
function halves(message: string, said: string): boolean {
  const isHalf = splitClauses(message).some((clause) => {
    const words = plainWords(clause);
    return !pattern.costs.test(words) && (says('halve', words) || isHalfAlone(clause));
  });
  return isHalf && (!isQuestion(message) || said.replace(asksPolitely, ' ') !== said);
}

/** Halve that, then: nothing else stands in the clause. */
const isHalfAlone = (clause: string): boolean => {
  const said = plainWords(clause);
  return (
    pattern.halfOf.test(said) &&
    [pattern.halfOf, courtesy, asksPolitely, aside]
      .reduce((rest, words) => rest.replace(words, ' '), said)
      .trim() === ''
  );
};

const aside = phrasePattern([...part.choosing, ...part.correction], 'g');

function readCardAct(message: string, said: string): Act | undefined {
  const piece = readRecipientPiece(message);
  if (piece) return piece;
  const isCall = CALLS.test(said) && pattern.wish.test(said);
  if (/\d/.test(isCall ? said.replace(A_PHONE, ' ') : said)) return undefined;
  // Do I have to pay now: asked in English without a sign.
  const isAsked = isQuestion(message) || OPENS_QUESTION.test(said);
  if (isAsked && readPayWay(said)) return { is: 'topic', topic: 'payment' };
  const way = isAsked ? undefined : readPayWay(said);
  if (way && said.length < (/\p{Script=Han}/u.test(said) ? 40 : 80) && !/[和or]{1,2}.*付款/.test(said))
    return { is: 'pay', way };
  if (!isAsked && meansHome(said)) return { is: 'home' };
  if (goesElsewhere(said) && said.length < 24 && !CALLS.test(said)) return { is: 'elsewhere' };
  if (pattern.address.test(said) && said.length < 24) return { is: 'address' };
  const isWish = !pattern.notWish.test(said) && (says('wish', said) || tellsOfParcel(said));
  return isWish && !isQuestion(message) ? { is: 'wish', text: message.trim() } : undefined;
}

const OPENS_QUESTION =
  /^(?:(?:do|does|is|are) (?:i|you|we|it|there|the|they)|(?:what|how|when|where|which) (?:is|are|do|does|can|should|ways?))\b/u;

/** 这是给我爸的，电话打我的: whom to call, and no other address. */
const CALLS = /电话|打我|\bcall|\bphone/;

function readTopic(said: string): Act | undefined {
  if (/\d\s*(?:斤|公斤|克|kg|jin)|^(?:不要|别|不用|甭|莫|勿|唔好|唔使|dont|do not)/.test(said))
    return undefined;
  if (isForeign(said) && pattern.sent.test(said)) return { is: 'topic', topic: 'abroad' };
  const asked = said.replace(DIFFERENCE, ' ');
  const topic = topicPatterns.find(([name, words]) => words.test(saidForList('topics', name, asked)))?.[0];
  return topic && { is: 'topic', topic };
}

/** 差在哪里 asks for no place. */
const DIFFERENCE = /(?:差|差别|差异|区别|分别|不同|好|贵|妙)(?:是|都|就|系)?(?:在|喺)(?:哪里|哪儿|哪|边度)/gu;

/** A topic asked about beside an order: 苹果10斤，顺便问下几天能到. */
export const readSideTopic = (message: string): Topic | undefined =>
  topicPatterns.find(([name, words]) => words.test(saidForList('topics', name, plainWords(message))))?.[0];

/** 谢谢，东西收到了: whatever else is said, it has come. */
export const saysReceived = (message: string): boolean => {
  const said = saidForList('buyer', 'received', inStandardWords(message));
  const found = pattern.received.exec(said);
  if (!found) return false;
  // 货到了打我媳妇电话: it has not come yet.
  const isAhead = CALLS.test(said) && pattern.wish.test(said);
  // 货到了再付钱: nor has it here.
  const [behind = ''] = said.slice(found.index + found[0].length).split(/[\s,，。;；!！]/u);
  return (
    !isAhead &&
    (behind.startsWith('当天') || behind.search(pattern.notReceived) !== 0) &&
    !/没|未|\bnot\b/u.test(said) &&
    !isQuestion(said)
  );
};

/** 我想问下你们那里有没有人: a sentence with persons and questions in it is no name of goods. */
export const isSentence = (message: string): boolean =>
  pattern.sentence.test(plainWords(message)) || pattern.sentence.test(inStandardWords(message));

/** 跟上次一样再来一份: what was bought before, in the same amounts. */
export const asksSame = (message: string): boolean => readAct(message)?.is === 'same';

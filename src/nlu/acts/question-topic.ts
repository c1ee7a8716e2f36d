import { lex } from '../lexer/lexer.ts';
import { THOUSAND } from '../lexer/numbers.ts';
import { pattern } from './act-patterns.ts';
import { lexicon } from './lexicon.ts';
import { phrasePattern, plainWords } from './phrases.ts';

// What a question is about: its words without those that only ask.

const asking = phrasePattern(lexicon.asking, 'g');
const delivered = phrasePattern(lexicon.delivered);
/** 甜不甜 asks; 好吃吗 too. */
const REPEATED = /(\p{Script=Han})不\1|\p{Script=Han}?吗|么$/gu;
/** Where it is to go. */
const PLACE = /(?:送|寄|发|运|邮)?[到往]\p{Script=Han}{2,4}|\bto [a-z]+/gu;

/** The words that may name something; empty where there are none. */
export function readQuestionTopic(message: string): string {
  const { text, tokens } = lex(message);
  let said = '';
  let end = 0;
  for (const token of tokens) {
    if (token.is !== 'word') continue;
    said +=
      token.start === end
        ? text.plain.slice(token.start, token.end)
        : ` ${text.plain.slice(token.start, token.end)}`;
    end = token.end;
  }
  return plainWords(said)
    .replace(PLACE, ' ')
    .replace(REPEATED, ' ')
    .replace(asking, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** 这个甜吗, 酸不酸: the one sign that is asked, which is no word of a topic. */
export const readSignAsked = (message: string): string =>
  /(\p{Script=Han})(?:吗|么|不\1)[?？]?$/u
    .exec(message.trim())?.[1]
    ?.replace(/[有在行好是能可要卖对成中了的呢过来去送发到个]/u, '') ?? '';

/** 有吗, 有货吗: whether there is any, and nothing is named. */
export const namesNothing = (words: string): boolean =>
  /^[有货现在还吗没不呢的了嘛么啊呀\s?？]+$/u.test(words);

/** Whether it is asked how long something takes: 发到成都得走几天. */
export const asksHowLong = (message: string): boolean => {
  const said = plainWords(message);
  return pattern.howLong.test(said) && !pattern.feeWords.test(said);
};

/** Whether it is asked what it costs to bring something. */
export const asksForFee = (message: string): boolean => delivered.test(plainWords(message));

/** A name in signs, or two Latin words; more than that was not meant as the name of a thing. */
export const mayBeName = (message: string): boolean =>
  /^[\p{Script=Han}]{1,6}$|^[a-z'’-]+(?: [a-z'’-]+)?$/iu.test(message.trim());

/** One short word below a photo is its name. */
export const mayBeTitle = (message: string): boolean => /^[^\d?？\n]{1,12}$/.test(message.trim());

/** Whether so much of something is spoken of. */
export const namesAmount = (message: string): boolean =>
  lex(message).tokens.some((token) => token.is === 'amount' && !token.amount.unit.isPortion);

/** 打没打过蜡, 系唔系, 剪脚了没有, 恁是拿碾子碾嘞不, too. */
const ASKED = /[?？]|[吗么呢]\s*$|(\p{Script=Han})[不没唔冇]\1|[了过嘞咧](?:没有?|不)\s*$/u;

/** Whether something is asked at all: 打不打农药, `is it sprayed?` */
export const asksSomething = (message: string): boolean => ASKED.test(message);

/** … also where it has no sign of it but its words: 酿了几年. */
export const isAsking = (message: string): boolean =>
  asksSomething(message) || pattern.asks.test(plainWords(message));

/** 甚价钱, how much: what it costs is asked, whatever it is. */
export const asksPrice = (message: string): boolean => pattern.priced.test(plainWords(message));

const [ifLead, lead, tail] = [lexicon.part.whatIf, lexicon.part.whatAbout, lexicon.part.asksSame].map(
  (list) => phrasePattern(list),
);
const AT_START = new RegExp(`^(?:(${ifLead?.source})|${lead?.source})+\\s*`, 'u');
const AT_END = new RegExp(`\\s*(?:${tail?.source})+[呀啊哦]?$`, 'u');

/** 那5斤捏, n for 5 kg?: the question that was just asked, of another amount; that amount alone. */
export function readOtherAmount(message: string): string | undefined {
  const said = plainWords(message).replace(PLACE, ' ').trim();
  const [begin = '', supposed] = AT_START.exec(said) ?? [];
  const [end = ''] = AT_END.exec(said) ?? [];
  const isAsked = supposed !== undefined || end !== '' || (begin !== '' && /[?？]/.test(message));
  const amount = said.slice(begin.length, said.length - end.length).trim();
  const [only, ...others] = lex(amount).tokens;
  return isAsked && only?.is === 'amount' && others.length === 0 ? amount : undefined;
}

/** A sentence that asks nothing and names no amount: with an order in sight, it may be meant for whoever packs it. */
export const mayBeNote = (message: string): boolean =>
  message.trim().length > 2 && message.length < 80 && !isAsking(message) && !namesAmount(message);

/** 50, 五十: a number and nothing else. */
export function readBareNumber(words: string): number | undefined {
  const [only, ...others] = lex(words).tokens;
  if (only?.is !== 'number' || others.length > 0 || only.value === undefined) return undefined;
  return only.value / THOUSAND;
}

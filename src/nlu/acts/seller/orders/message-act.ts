import { normalizeText } from '../../../text/text.ts';
import { phrasePattern } from '../../phrases.ts';
import { sellerLexicon } from '../seller-lexicon.ts';
import { isNobody, isNoMessage, isThought } from './no-message.ts';

/** Words that a seller wants to reach a buyer: who is meant stands at the beginning of `rest`, or was said before it. */
export interface MessageAct {
  /** What stands behind the verb, as it was typed: to whom, and what. */
  readonly rest: string;
  /** 跟王芳说: who, where the verb goes around the name. */
  readonly whom: string | undefined;
}

const OPENING = /^\s*(?:请|麻烦|帮我|帮忙|替我|给我|你|再|please|can you|could you|just)*\s*/iu;
/** 告诉…, and 跟…说 with whoever stands between. */
function cues(list: readonly string[]): { readonly plain: RegExp; readonly around: RegExp } {
  const around = list
    .filter((one) => one.includes('…'))
    .toSorted((a, b) => b.length - a.length)
    .map((one) => {
      const [before = '', behind = ''] = one.split('…');
      return /[a-z]/.test(one) ? `${before}\\s+(.{1,24}?)\\s+${behind}\\b` : `${before}(.{1,16}?)${behind}`;
    });
  const plain = list.filter((one) => !one.includes('…'));
  return {
    plain: new RegExp(`^${phrasePattern(plain).source}`, 'u'),
    around: new RegExp(`^(?:${around.join('|')})`, 'u'),
  };
}

const { say, ask, surely } = sellerLexicon.tell;
const { plain: PLAIN, around: AROUND } = cues([...say, ...ask]);
const sure = cues(surely);
/** What can mean nothing but that somebody is told. */
export const SURELY = new RegExp(`${sure.plain.source}|${sure.around.source}`, 'u');
/** 跟我说, tell me: somebody wants to be told. */
export const TO_US = /^\s*(?:我|俺|咱|大家|所有人|家人们|me\b|us\b|everyone\b|everybody\b|all\b)/iu;

/** 请问A-0008是寄到哪里的: we are asked, and nobody else. */
const ASKS_US = /^\s*请问/u;

/** Longer than that is a story. */
const MAX_LENGTH = 300;

/** 告诉王芳明天发货, 跟A-0317说一声, `ask Wang Fang if …`; nothing where nobody is to be told. */
export function readMessageAct(message: string): MessageAct | undefined {
  const { said: even, plain: words } = normalizeText(message);
  // As it was typed, signs and all, as long as places agree.
  const said = even.length === message.length ? message : even;
  if (message.length > MAX_LENGTH || ASKS_US.test(words) || isThought(words)) return undefined;
  const from = OPENING.exec(words)?.[0].length ?? 0;
  const text = words.slice(from);
  const found = PLAIN.exec(text);
  const rest = found && said.slice(from + found[0].length).trim();
  if (found && rest) {
    const isNone = TO_US.test(rest) || isNoMessage(found[0], rest.replace(PRONOUN, ''));
    return isNone ? undefined : { rest, whom: undefined };
  }
  const numbered = NUMBERED.exec(text)?.[0];
  if (numbered) return ofOrder(said.slice(from), text, numbered);
  const about = AROUND.exec(text);
  const whom = about?.slice(1).find((one) => one !== undefined);
  if (!about || whom === undefined || TO_US.test(whom) || isNobody(whom)) return undefined;
  const behind = said.slice(from + about[0].length).trim();
  return isNoMessage(about[0], behind) ? undefined : { rest: behind, whom };
}

/** A-0008 告诉她没货了: her who bought that. */
function ofOrder(said: string, text: string, number: string): MessageAct | undefined {
  const behind = text.slice(number.length);
  const start = number.length + (/^[\s,，:：]*/u.exec(behind)?.[0].length ?? 0);
  const cue = SURELY.exec(text.slice(start))?.[0];
  if (cue === undefined) return undefined;
  const rest = said.slice(start + cue.length).trim();
  const told = rest.replace(PRONOUN, '').trim();
  if ((!ANY_PRONOUN.test(cue) && !PRONOUN.test(rest)) || isNoMessage(cue, told)) return undefined;
  return { rest: told, whom: number.trim() };
}

/** What is left to be told when it is known whom: without 说, 一声, that. */
export const withoutJoints = (rest: string): string =>
  rest
    .replace(/^(?:那边|家的?|那单|的?买家|的|她|他|人家)*(?=\p{Script=Han}{2,}|[\s,，:：])/u, '')
    .replace(/^\s*(?:一声|一下|一句|说一声|说一下|说下|说|讲|[,，:：]|that\b|to say\b|know\b)+\s*/iu, '')
    .trim();

const ANY_PRONOUN =
  /(?:(?:他|她|人家|买家|客人|顾客|佢|对方|客户)(?!们|哋)|这单|那单|him\b|her\b|them\b|the (?:buyer|customer)\b)/iu;
const PRONOUN = new RegExp(`^\\s*${ANY_PRONOUN.source}`, 'iu');
const OF_GOODS = /^\s*(?:那个|那位)?(?:买|订|要)\S{1,12}?的/u;
const NUMBERED = /^\s*(?:the buyer of\s+)?[a-z]{1,2}\s*-?\s*\d{1,4}/iu;

/** 她, the buyer: whoever was spoken of. */
export const isPronoun = (whom: string): boolean => PRONOUN.test(whom);

/** 买核桃的: by what was bought. */
export const readGoodsOfWhom = (whom: string): string | undefined => OF_GOODS.exec(whom)?.[0];

/** The words without the order's number, the buyer's name, or 她. */
export function withoutWhom(rest: string, name: string): string {
  const isName = name !== '' && rest.toLowerCase().startsWith(name.toLowerCase());
  if (isName) return rest.slice(name.length).trim();
  return rest.replace(NUMBERED, '').replace(OF_GOODS, '').replace(PRONOUN, '').trim();
}

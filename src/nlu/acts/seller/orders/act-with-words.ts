import { normalizeText } from '../../../text/text.ts';
import { phrasePattern, phrasePatterns } from '../../phrases.ts';
import { sellerLexicon } from '../seller-lexicon.ts';
import { readMessageAct } from './message-act.ts';
import { isNoMessage } from './no-message.ts';
import { findOrderNumbers, readOrderActs } from './order-act.ts';

/** What is done with an order, and what its buyer is to read beside that. */
export interface ActWithWords {
  readonly deed: string;
  readonly does: 'accept' | 'ship' | 'decline';
  /** As it was typed; empty where nothing is to be passed on. */
  readonly words: string;
  /** Asked where it may be told of somebody else; never where it is not to be said. */
  readonly goes: 'now' | 'asked' | 'never';
  /** 告诉她们: to each of several. */
  readonly isToSeveral: boolean;
}

const { beside, reason, lead, unsaid, unwritten } = sellerLexicon.tell;
const told = phrasePattern(beside, 'g');
const why = phrasePattern([...reason, ...beside], 'g');
const patterns = phrasePatterns(sellerLexicon.tell);
const source = (list: readonly string[]): string => phrasePattern(list).source;

/** Longer than that is a story. */
const MAX_LENGTH = 160;
const JOINTS = /^[\s,，:：、.。\-–—]+/u;
const ENDS = /[\s,，。.、;；!！\-–—]+$/u;
/** Between two clauses; a blank is one among Chinese signs. */
const MARKS = /[,，。;；:：!！\n]\s*|(?<=\p{Script=Han})\s+(?=\p{Script=Han}|$)/gu;
/** 你给人家讲一声: who speaks, and to whom. */
const LEADS = new RegExp(
  `(?:(?:给|跟|和|同)(?:他|她|佢|人家|客人|买家|对方)?|${source(lead)}|你|您|恁|侬|\\s)*$`,
  'iu',
);
const UNSAID_AT_END = new RegExp(`(?:我|俺|咱|\\s)*${source(unsaid)}\\s*$`, 'iu');
/** 理由别写，就说没货 */
const UNWRITTEN = `${source(reason)}(?:就|先|\\s)*${source(unwritten)}`;
const UNWRITTEN_CLAUSE = new RegExp(`${UNWRITTEN}[^,，;；。]*[,，;；。]\\s*`, 'iu');
const IS_UNWRITTEN = new RegExp(`^${UNWRITTEN}`, 'iu');
/** 发了再告诉她: not now. */
const AFTERWARDS = /再|就|then/iu;
/** A-0317接了你跟她说: the deed is whole, and what follows begins there. */
const DEED_WHOLE = /(?:[了啦咯喽哒咗货单走\d]|ed|sent|done|gone)$/iu;
/** 说，后天发: the mark shows that 说 is no part of 说明书. */
const SAYING = /^(?:(?:说|讲|一声|一下|一句|下)+(?=[\s,，:：])|一声(?!不)|声(?![音称明]))/u;
/** Inform the customer to check the seal, tell her that it is fresh. */
const THAT = /^(?:to|that)\s+/iu;
const QUOTED = /^(?:"([^"]*)"|“([^“”]*)”|「([^「」]*)」|『([^『』]*)』)$/u;
const ASKING = /[吗嘛]$/u;
/** 让他来拿: who has somebody do something need not be us. */
const CAUSING = /^[让叫喊]/u;

/** 葛根粉那单接了，跟人家说后天才磨得好; nothing where no order is accepted, sent or refused in front of the words. */
export function readActWithWords(typed: string): ActWithWords | undefined {
  const message = typed.replace(UNWRITTEN_CLAUSE, '');
  const { said: even, plain } = normalizeText(message);
  if (message.length > MAX_LENGTH || /[?？]\s*$/u.test(message) || readMessageAct(message)) return undefined;
  const said = even.length === message.length ? message : even;
  const [one, ...others] = [...plain.matchAll(told)].flatMap((cue) => split(said, plain, cue) ?? []);
  const later = one?.goes === 'never' && others.find(({ goes }) => goes !== 'never');
  // 别告诉她涨价了，跟她说后天发: one of them is not to be said.
  if (later) return { ...later, deed: one.deed, goes: 'asked' };
  if (one) return one;
  const reasons = [...plain.matchAll(why)].flatMap((cue) => split(said, plain, cue) ?? []);
  return reasons.find(({ does }) => does === 'decline');
}

function split(said: string, plain: string, { 0: cue, index }: RegExpExecArray): ActWithWords | undefined {
  const { before, clause } = inFront(said.slice(0, index));
  const isDeed = clause !== '' && deedIn(clause) !== undefined;
  const words = withoutSaying(said.slice(index + cue.length));
  const hasUnsaid = isUnsaid(plain.slice(before.length - clause.length, before.length), isDeed);
  const isCaused = CAUSING.test(cue) && ((clause !== '' && !isDeed) || patterns.kin.exec(words)?.index === 0);
  const isNever = hasUnsaid || isCaused || IS_UNWRITTEN.test(plain.slice(index)) || isNoMessage(cue, words);
  const deed = (isDeed ? before.replace(UNSAID_AT_END, '') : before.slice(0, before.length - clause.length))
    .replace(LEADS, '')
    .replace(ENDS, '');
  const does = deedIn(deed);
  if (!does || (words === '' && !isNever)) return undefined;
  const isToSeveral = patterns.several.test(cue);
  if (isNever) return { deed, does, words: '', goes: 'never', isToSeveral };
  const between = said.slice(before.length, index);
  const isOurs = clause === '' || (isDeed && isEndOfDeed(clause, between));
  const isSure = isOurs && !isUnclear(said.slice(index + cue.length), words, cue);
  return { deed, does, words, goes: isSure ? 'now' : 'asked', isToSeveral };
}

/** 因为她上次没给钱: a reason that speaks of her is between the family and us. */
export const speaksOfBuyer = (words: string): boolean =>
  /(?<![其吉])[她他佢]|客人|买家|\b(?:she|he|her|him|they|them|customer|buyer)\b/iu.test(words);

/** What stands in front of the cue, and the last clause of it: empty where the cue begins a new one. */
function inFront(front: string): { before: string; clause: string } {
  const led = front.replace(LEADS, '');
  // 接了 麻烦告诉她: the blank belongs to what is taken off.
  const before = /\s/u.test(front[led.length] ?? '') ? front.slice(0, led.length + 1) : led;
  const from = [...before.matchAll(MARKS)].map((mark) => mark.index + mark[0].length).at(-1) ?? 0;
  return { before, clause: before.slice(from) };
}

function deedIn(words: string): ActWithWords['does'] | undefined {
  const [act, ...others] = words.trim() === '' ? [] : readOrderActs(words);
  if (!act || others.length > 0) return undefined;
  const { does } = act;
  return does === 'accept' || does === 'ship' || does === 'decline' ? does : undefined;
}

/** 要不要告诉她 is a question; 没发 tells of the deed, 别 behind it of the words. */
const isUnsaid = (clause: string, isDeed: boolean): boolean =>
  !patterns.whether.test(clause) && (isDeed ? UNSAID_AT_END : patterns.unsaid).test(clause);

const isEndOfDeed = (clause: string, between: string): boolean =>
  !AFTERWARDS.test(between) && (between.trim() !== '' || DEED_WHOLE.test(clause.trim()));

/** Where they may be somebody else's words, or more than words. */
const isUnclear = (rest: string, words: string, cue: string): boolean =>
  patterns.kin.exec(words)?.index === 0 ||
  (patterns.loose.test(cue) && !/^\s*[:：]/u.test(rest)) ||
  phrasePattern(beside).test(normalizeText(words).plain) ||
  findOrderNumbers(words).length > 0 ||
  ASKING.test(words);

/** Whether words that were found in a message without a rule may go to a buyer: the same is asked of them as of others. */
export function mayGoToBuyer(words: string, message: string): boolean {
  const around = normalizeText(message.replace(words, ' ')).plain;
  return !patterns.unsaid.test(around) && !isUnclear(words, words, '');
}

function withoutSaying(rest: string): string {
  const words = rest
    .replace(JOINTS, '')
    .replace(SAYING, '')
    .replace(JOINTS, '')
    .replace(THAT, '')
    .replace(ENDS, '')
    .trim();
  return (
    QUOTED.exec(words)
      ?.slice(1)
      .find((inner) => inner !== undefined) ?? words
  ).trim();
}

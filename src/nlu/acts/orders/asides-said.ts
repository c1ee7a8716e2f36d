import { guessAct } from '../../guess/buyer-guess.ts';
import { readBuyer } from '../../read.ts';
import { parseRecipient } from '../../recipient/parse.ts';
import { type Act, readAct } from '../act.ts';
import { pattern } from '../act-patterns.ts';
import { lexicon } from '../lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';
import { isAsking, namesAmount } from '../question-topic.ts';
import { setApart } from './delivery/set-apart.ts';

// 苹果10斤，王芳 138… 桃园路1号，到付，备注别压: what is said of payment and parcel beside goods and address.

export type Aside = Extract<Act, { is: 'pay' | 'note' | 'wish' | 'way' }>;

export interface WithAsides {
  /** The message without them, as it was typed. */
  readonly rest: string;
  readonly asides: readonly Aside[];
}

interface Clause {
  readonly words: string;
  readonly end: string;
  readonly aside?: Aside | undefined;
}

/** Between the clauses of what is said beside goods and address. */
export const BREAK = /([,，;；。!！\n]+|\.(?=\s|$))/u;

/** Takes off each clause that only says how it is paid, how it travels, or what the courier should know. */
export function splitAsides(message: string): WithAsides {
  const parts = withStop(message).split(BREAK);
  const read = parts.flatMap((words, i): Clause[] =>
    i % 2 === 0 ? [{ words, end: parts[i + 1] ?? '', aside: readAside(words) }] : [],
  );
  const clauses = withReasons(read, message);
  const rest = clauses.map(({ words, end, aside }) => (aside ? '' : words + end)).join('');
  return {
    rest: rest.replace(/[,，;；。.\s]+$/u, '').trim(),
    asides: clauses.flatMap(({ aside }) => aside ?? []),
  };
}

/** 土鸡蛋 60枚 别碎了啊: what stands behind the last blank, where amounts or whom it goes to stand before it. */
function withStop(message: string): string {
  if (standsWithRecipient(message)) return setApart(message, isAsideAlone);
  const found = LAST_PIECE.exec(message.replace(THANKS, ''));
  const [, before = '', last = ''] = found ?? [];
  return namesAmount(before) && !namesAmount(last) && readAside(last) ? `${before}，${last}` : message;
}

export const standsWithRecipient = (message: string): boolean => {
  const { recipient } = readBuyer(message);
  return Boolean(recipient?.phone || recipient?.address);
};

const isAsideAlone = (part: string): boolean => !namesAmount(part) && readAside(part) !== undefined;

/** … and behind it: they ask nothing. */
const THANKS = new RegExp(
  `(?:\\s+(?:${phrasePattern([...lexicon.whole.thanks, ...lexicon.courtesy]).source}))+\\s*$`,
  'u',
);
const LAST_PIECE = /^(.*\p{Script=Han})[ \u3000]+(\p{Script=Han}[^\s,，;；。]*)$/u;

/** 孩子吃不了辣，备注微辣就行: why it is wished stands in the note too, and so does what stands behind 备注一下. */
function withReasons(clauses: readonly Clause[], message: string): readonly Clause[] {
  return clauses.map((clause, i): Clause => {
    if (clause.aside || !isRemark(clause.words)) return clause;
    const [before, next] = [clauses[i - 1], clauses[i + 1]];
    const isBeside = isSaid(before?.aside) || isSaid(next?.aside) || isLed(clauses.slice(0, i));
    return isBeside && !isOfAddress(clause.words, message)
      ? { ...clause, aside: { is: 'wish', text: clause.words.trim() } }
      : clause;
  });
}

/** … District, Chengdu 610000. Call before delivery: the town is a part of the address, and its postcode of whom it goes to. */
export function isOfAddress(words: string, message: string): boolean {
  const { used } = parseRecipient(message);
  const start = message.indexOf(words.trim());
  const end = start + words.trim().length;
  return used.some((span) => span.start < end && start < span.end);
}

const isSaid = (aside: Aside | undefined): boolean => aside?.is === 'note' || aside?.is === 'wish';

/** Nothing but remarks since a note was begun. */
function isLed(before: readonly Clause[]): boolean {
  const at = before.findLastIndex(({ aside }) => aside?.is === 'note');
  return at >= 0 && before.slice(at + 1).every(({ words }) => isRemark(words));
}

/** Goods, amounts, addresses, questions and whatever does something are none. */
export function isRemark(clause: string): boolean {
  const said = plainWords(clause);
  if (EMPTY_FIELD.test(clause)) return false;
  if (said.length < LEAST_SIGNS || NO_WORDS.test(said) || readAct(clause) || isAsking(clause)) return false;
  if (pattern.hurry.test(said) || pattern.correction.test(said)) return false;
  const { kind, lines, recipient } = readBuyer(clause);
  return REMARKS.has(kind) && lines.length === 0 && !recipient && !namesAmount(clause);
}

/** 请安排周一到周五派送 asks for no status. */
const REMARKS: ReadonlySet<string> = new Set(['other', 'human', 'status']);
const LEAST_SIGNS = 4;
/** A postcode, a second phone. */
const NO_WORDS = /^[^\p{L}]*$/u;
/** 电子邮箱：, of a form. */
const EMPTY_FIELD = /[:：]\s*$/u;

function readAside(clause: string): Aside | undefined {
  if (clause.trim() === '') return undefined;
  const act = readAct(clause) ?? likelyPayment(clause);
  return act?.is === 'pay' || act?.is === 'way' || act?.is === 'note' || act?.is === 'wish' ? act : undefined;
}

/** I'll wire you the money: no rule knows all the ways to say it. */
function likelyPayment(clause: string): Act | undefined {
  const guess = namesAmount(clause) ? undefined : guessAct(clause);
  return guess?.is === 'pay' && readBuyer(clause).lines.length === 0 ? guess : undefined;
}

import { lexicon, type Topic } from './lexicon.ts';
import { findWhole, phrasePattern, phrasePatterns, plainWords } from './phrases.ts';

/** What a message does in a conversation, beside naming goods: pure, from its words alone. */
export type Act =
  | { readonly is: 'yes' | 'no' | 'drop' | 'thanks' | 'greet' | 'same' | 'bye' | 'restore' | 'received' }
  | { readonly is: 'bot' | 'praise' | 'anger' | 'refund' }
  | { readonly is: 'address' }
  | { readonly is: 'pay'; readonly way: 'delivery' | 'transfer' }
  | { readonly is: 'note'; readonly text: string }
  | { readonly is: 'topic'; readonly topic: Topic };

/** How an amount changes what is wanted; `rest` is the message without the words that said so. */
export interface AmountChange {
  readonly how: 'add' | 'set' | 'say';
  /** Which of what was shown: 1 is the first, -1 the last. */
  readonly nth: number | undefined;
  /** It points at what is on the table. */
  readonly isThis: boolean;
  readonly rest: string;
}

const { whole, part, topics, ordinals } = lexicon;

const courtesy = phrasePattern(lexicon.courtesy, 'g');

const findExact = findWhole(whole);
const pattern = phrasePatterns(part);
const topicPatterns = Object.entries(topics).map(
  ([topic, list]) => [topic as Topic, phrasePattern(list)] as const,
);

const isQuestion = (said: string): boolean => /[?？]|[吗么呢]\s*$/u.test(said);

/** Longer than that is no plain yes or no, and no note either. */
const MAX_LENGTH = 200;

/** What the message does; nothing where it is about goods and amounts. */
export function readAct(message: string): Act | undefined {
  if (message.length > MAX_LENGTH) return undefined;
  const said = plainWords(message);
  const exact = findExact(said, courtesy);
  if (exact) return { is: exact };
  return readTalk(said) ?? readCardAct(message, said) ?? readTopic(said);
}

function readTalk(said: string): Act | undefined {
  if (pattern.bot.test(said) && !/找|要|want|need/.test(said)) return { is: 'bot' };
  if (pattern.restore.test(said)) return { is: 'restore' };
  if (pattern.refund.test(said) && !isQuestion(said)) return { is: 'refund' };
  if (pattern.anger.test(said)) return { is: 'anger' };
  if (pattern.praise.test(said) && !/\d/.test(said)) return { is: 'praise' };
  return pattern.received.test(said) && !/没|未|not/.test(said) ? { is: 'received' } : undefined;
}

function readCardAct(message: string, said: string): Act | undefined {
  const note = pattern.note.exec(said);
  if (note && note.index < 12) {
    const typed = message.slice(message.toLowerCase().indexOf(note[0]) + note[0].length);
    const text = typed.replace(/^[\s,，:：。一下]+/u, '').trim();
    if (text !== '') return { is: 'note', text };
  }
  if (/\d/.test(said)) return undefined;
  const way = payWay(said);
  if (way && said.length < 40 && !/[和or]{1,2}.*付款/.test(said)) return { is: 'pay', way };
  return pattern.address.test(said) && said.length < 24 ? { is: 'address' } : undefined;
}

function payWay(said: string): 'delivery' | 'transfer' | undefined {
  if (pattern.payDelivery.test(said)) return 'delivery';
  return pattern.payTransfer.test(said) ? 'transfer' : undefined;
}

function readTopic(said: string): Act | undefined {
  if (/\d\s*(?:斤|公斤|克|kg|jin)/.test(said)) return undefined;
  const topic = topicPatterns.find(([, words]) => words.test(said))?.[0];
  return topic && { is: 'topic', topic };
}

/** A topic asked about beside an order: 苹果10斤，顺便问下几天能到. */
export const readSideTopic = (message: string): Topic | undefined =>
  topicPatterns.find(([, words]) => words.test(plainWords(message)))?.[0];

const ordinal = Object.entries(ordinals).map(([n, list]) => [Number(n), phrasePattern(list)] as const);

/** What an amount is said to do, and about which. */
export function readAmountChange(message: string): AmountChange {
  const said = plainWords(message);
  const nth = ordinal.find(([, words]) => words.test(said));
  const how = pattern.set.test(said) ? 'set' : pattern.add.test(said) ? 'add' : 'say';
  const cue = how === 'say' ? said : said.replace(pattern[how], ' ');
  const rest = (nth ? cue.replace(nth[1], ' ') : cue).replace(pattern.this, ' ').replace(courtesy, ' ');
  return { how, nth: nth?.[0], isThis: pattern.this.test(said), rest: rest.trim() };
}

/** 核桃不要了, `drop the dates`: the words of the thing, and what was said after it. */
export function readRemoval(message: string): { readonly words: string; readonly rest: string } | undefined {
  const clauses = message.split(/[,，;；。!！\n]+/);
  const at = clauses.findIndex((clause) => pattern.remove.test(plainWords(clause)));
  if (at < 0) return undefined;
  const words = plainWords(clauses[at] ?? '')
    .replace(pattern.remove, ' ')
    .replace(courtesy, ' ')
    .trim();
  if (words === '') return undefined;
  return {
    words,
    rest: clauses
      .filter((_, i) => i !== at)
      .join(',')
      .trim(),
  };
}

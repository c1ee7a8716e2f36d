import { findCueClasses, findCues } from '../../clauses/cues.ts';
import type { Lexed, Token } from '../../lexer/tokens.ts';
import type { Mark } from '../../model/goods.ts';
import { orderWords } from './order-words.ts';

const NAMING = new Set(['B', 'I']);

/**
 * 留住条金华火腿，再加两斤半马蹄粉: an amount was given to goods of another clause, and the known goods right beside it were
 * left. It is asked.
 */
export function leavesOwner({ tokens }: Lexed, marks: readonly Mark[], tags: readonly string[]): boolean {
  return tokens.some((token, i) => {
    if (token.is !== 'amount') return false;
    const isFarLeft = (tags[i] === 'QL' || tags[i] === 'EL') && isApart(tokens, tags, i, -1);
    const isFarRight = (tags[i] === 'QR' || tags[i] === 'ER') && isApart(tokens, tags, i, 1);
    const isLeftOut = (at: number): boolean => Boolean(marks[at]) && !NAMING.has(tags[at] ?? '');
    return (isFarLeft && isLeftOut(i + 1)) || (isFarRight && isLeftOut(i - 1));
  });
}

/** Whether a sign stands between an amount and the name on that side. */
function isApart(tokens: readonly Token[], tags: readonly string[], from: number, step: 1 | -1): boolean {
  for (let i = from + step; i >= 0 && i < tokens.length; i += step) {
    if (NAMING.has(tags[i] ?? '')) return false;
    if (tokens[i]?.is === 'sign') return true;
  }
  return false;
}

const ORDERING = new Set(['QL', 'QR', 'EL', 'ER']);
const PEOPLE = new Set(['family', 'others']);
const EXPLAINING = new Set(['past', 'corrected', 'total', 'negated', 'asked', 'hearsay']);
const explains = (cue: string): boolean => EXPLAINING.has(cue.slice(0, -1));

/**
 * 我买一箱梨，我妈买两箱; 一箱寄爸妈，一箱寄公婆: so much is for somebody else, too, and was left. Whether both are wanted is asked.
 */
export function leavesShare(lexed: Lexed, tags: readonly string[]): boolean {
  const { tokens } = lexed;
  const classes = findCueClasses(lexed);
  const cues = findCues(lexed);
  const unitOf = (i: number): string | undefined => {
    const token = tokens[i];
    return token?.is === 'amount' ? token.amount.unit.word : undefined;
  };
  const isOfPeople = (i: number): boolean => {
    const [first, end] = clauseAround(tokens, i);
    return classes.slice(first, end).some((name) => PEOPLE.has(name));
  };
  return tokens.some((token, i) => {
    if (token.is !== 'amount' || tags[i] !== 'X') return false;
    const taken = tags.flatMap((tag, j) =>
      ORDERING.has(tag) && unitOf(j) === token.amount.unit.word ? [j] : [],
    );
    // 一箱30个 says what a box holds.
    if (taken.length === 0 || (token.amount.isOne && tokens[i + 1]?.is === 'amount')) return false;
    if (cues[i]?.some(explains)) return false;
    // 两个媳妇 counts people, and 来两箱，一箱寄家里，一箱寄单位 says where each of them goes.
    if (PEOPLE.has(classes[i + 1] ?? '') || isParted(tokens, tags)) return false;
    return [i, ...taken].some(isOfPeople);
  });
}

/** 小米5斤，不够再来3斤: an amount that comes to another one, which was left. */
export function leavesFirst(lexed: Lexed, tags: readonly string[]): boolean {
  const { text, tokens } = lexed;
  const cues = findCues(lexed);
  return tokens.some((token, i) => {
    if (token.is !== 'amount' || !ORDERING.has(tags[i] ?? '')) return false;
    const [first] = clauseAround(tokens, i);
    const isAdded = tokens
      .slice(Math.max(first, i - WITHIN), i)
      .some(({ start }) => orderWords.adds.at(text.plain, start) !== undefined);
    return (
      isAdded &&
      tokens.some(
        (other, j) =>
          j < first &&
          tags[j] === 'X' &&
          isAlike(token, other) &&
          !cues[j]?.some(explains) &&
          !isBought(lexed, j),
      )
    );
  });
}

/** 上月买过三斤: it came already. */
function isBought({ text, tokens }: Lexed, i: number): boolean {
  const [first, end] = clauseAround(tokens, i);
  return tokens.slice(first, end).some(({ start }) => orderWords.bought.at(text.plain, start) !== undefined);
}

const WITHIN = 3;

const isAlike = (one: Token, other: Token): boolean =>
  one.is === 'amount' && other.is === 'amount' && one.amount.unit.word === other.amount.unit.word;

/** The amounts that were left make together one that was taken. */
function isParted(tokens: readonly Token[], tags: readonly string[]): boolean {
  const baseOf = (token: Token): number => (token.is === 'amount' ? (token.amount.base ?? Number.NaN) : 0);
  const left = tokens.reduce((sum, token, i) => (tags[i] === 'X' ? sum + baseOf(token) : sum), 0);
  return tokens.some((token, i) => ORDERING.has(tags[i] ?? '') && baseOf(token) === left);
}

function clauseAround(tokens: readonly Token[], i: number): [number, number] {
  const isStop = ({ is, text }: Token): boolean => is === 'sign' && /[,;.!?]/.test(text);
  const end = tokens.findIndex((token, j) => j > i && isStop(token));
  return [tokens.findLastIndex((token, j) => j < i && isStop(token)) + 1, end < 0 ? tokens.length : end];
}

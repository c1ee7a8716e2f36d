import { lex } from '../../lexer/lexer.ts';
import { isQuantity, type Quantity } from '../../lexer/tokens.ts';
import { normalizeText } from '../../text/text.ts';
import { readInstead } from '../instead.ts';
import { withoutDenied } from '../offers/denied.ts';
import { phrasePattern, plainWords } from '../phrases.ts';
import { draftLexicon } from './lexicon.ts';

// 等下写错咯，是160一斤，不是一公斤: what is right, without what was wrong.

const { openings, slips, becomes, tails } = draftLexicon;
const SIGNS = '[\\s,;.!:，。；！：、~…-]*';
const opening = new RegExp(`^${SIGNS}(?:${phrasePattern([...openings, ...becomes]).source})${SIGNS}`, 'u');
const slip = new RegExp(`^${SIGNS}(?:${phrasePattern(slips).source})${SIGNS}`, 'u');
const START = new RegExp(`^${SIGNS}`, 'u');
const tail = new RegExp(`(?:${SIGNS}${phrasePattern(tails).source})*${SIGNS}$`, 'u');
const unsure = phrasePattern(draftLexicon.unsure);

export interface DraftFix {
  /** What is right, ready to be read behind the name of what it is about. */
  readonly right: string;
  /** The figure that is not meant. */
  readonly not?: Quantity;
}

/** What a message puts right; nothing where it says that nothing was wrong. */
export function readDraftFix(message: string): DraftFix | undefined {
  const { rest, isSlip } = withoutOpening(message.trim());
  const { right, not } = withoutDenied(rest);
  if (!isSlip && !not) return undefined;
  const words = readInstead(message) ?? withoutOpening(right).rest.replace(tail, '').replace(START, '');
  return { right: inUnitOf(words, not), ...(not && { not }) };
}

/** oh wait, 9; 哦不，是9斤: the one figure that stands behind words of surprise, and nothing else. */
export function readFigureBehind(message: string): string | undefined {
  const figure = readFigureAlone(message);
  const { rest } = withoutOpening(message.trim());
  return rest.length < message.trim().length ? figure : undefined;
}

/** 六块八, behind a doubt; never 刚才6块8 or 等下75. */
export const readDoubtedFigure = (message: string): string | undefined =>
  unsure.test(plainWords(message)) ? undefined : readFigureAlone(message);

/** 六块八, 是6.8: one figure, with or without words of surprise before it, and nothing else. */
function readFigureAlone(message: string): string | undefined {
  if (/[?？]|[吗么]\s*$/u.test(message)) return undefined;
  const figure = withoutOpening(message.trim()).rest.replace(tail, '').replace(START, '');
  const [only, ...others] = lex(figure).tokens;
  return only && others.length === 0 && isQuantity(only) ? figure : undefined;
}

/** 22一斤: figures and nothing else. */
export function isFiguresAlone(message: string): boolean {
  const { tokens } = lex(message);
  return tokens.some(isQuantity) && tokens.every((token) => isQuantity(token) || token.is === 'sign');
}

/** The message without the words of surprise and of the slip at its beginning. */
function withoutOpening(message: string): { rest: string; isSlip: boolean } {
  let rest = message;
  let isSlip = false;
  for (;;) {
    const { plain } = normalizeText(rest);
    const found = slip.exec(plain) ?? opening.exec(plain);
    if (!found || found[0] === '') return { rest, isSlip };
    isSlip ||= slip.test(plain);
    rest = rest.slice(found[0].length);
  }
}

/** 不是40斤是38: in the unit of what was wrong. */
function inUnitOf(right: string, not: Quantity | undefined): string {
  const [only, ...others] = lex(right).tokens.filter(isQuantity);
  const isBare = only?.is === 'number' && others.length === 0;
  if (!isBare || not?.is !== 'amount' || not.amount.isOne) return right;
  const { text } = lex(right);
  return `${text.said.slice(0, only.end)}${not.amount.unit.word}${text.said.slice(only.end)}`;
}

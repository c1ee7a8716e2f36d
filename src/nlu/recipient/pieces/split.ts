import { TAKEN } from '../mask.ts';
import type { Span } from '../text.ts';

const ABBREVIATION = /(?:^|[\s,.;!?])(?:no|rd|st|ave|apt|rm|bldg|mrs|mr|ms|dr|fl|blk|ln)$/;
const MAX_BRACKET = 24;

/** Cuts a masked message at stops, line breaks and spaces. Spaces inside English and stops inside brackets cut nothing. */
export function split(plain: string): Span[] {
  const pieces: Span[] = [];
  let start = 0;
  let closing = -1;
  const close = (end: number): void => {
    const trimmed = trim(plain, start, end);
    if (trimmed) pieces.push(trimmed);
  };
  for (let at = 0; at < plain.length; at += 1) {
    if (plain[at] === '(' && at > start && closing < at) closing = closingOf(plain, at);
    if (at <= closing && at > start && plain[at] !== TAKEN) continue;
    if (!isBorder(plain, at) && !(/[()]/.test(plain[at] ?? '') && at > closing)) continue;
    close(at);
    start = at + 1;
  }
  close(plain.length);
  return pieces;
}

/** Where a bracket closes; before it where it does not, or holds something that was taken out. */
function closingOf(plain: string, open: number): number {
  const end = plain.indexOf(')', open);
  const isWhole = end > open && end - open <= MAX_BRACKET && !plain.slice(open, end).includes(TAKEN);
  return isWhole ? end : open - 1;
}

function isBorder(plain: string, at: number): boolean {
  const sign = plain[at] ?? '';
  const before = plain[at - 1] ?? '';
  const behind = plain[at + 1] ?? '';
  if (sign === TAKEN || /[;,!?|\n~+:"“”<>@]/.test(sign)) return true;
  if (sign === '.')
    return !/[a-z\d]/.test(behind) && !ABBREVIATION.test(plain.slice(0, at)) && !/\d$/.test(before + behind);
  if (sign === '/') return !(/[a-z\d]/.test(before) && /[a-z\d]/.test(behind));
  if (sign === '#') return !/[\da-z]/.test(before);
  if (sign === '-') return before === ' ' && behind === ' ';
  return sign === ' ' && !isInEnglish(plain, at) && !isInWideName(plain, at);
}

/** A space between two signs that stand alone: 黄 河. */
function isInWideName(plain: string, at: number): boolean {
  const before = /(?:^|[\s;!?|,:\ue000])\p{Script=Han} *$/u.test(plain.slice(Math.max(0, at - MAX_WORD), at));
  return before && /^ +\p{Script=Han}(?=$|[\s;!?|,\ue000])/u.test(plain.slice(at, at + MAX_WORD));
}

/** A space between two Latin words or numbers of English. In Chinese, 203 Lucy is a room and a name. */
function isInEnglish(plain: string, at: number): boolean {
  const before = /[^\s;!?|,\ue000]*$/.exec(plain.slice(Math.max(0, at - MAX_WORD), at))?.[0] ?? '';
  const behind = /^\s*([^\s;:!?|,\ue000]+)/.exec(plain.slice(at, at + MAX_WORD))?.[1] ?? '';
  if (behind === '-' || before === '-' || !LATIN_WORD.test(before) || !LATIN_WORD.test(behind)) return false;
  return /^[^\d]+$|^\d+$/.test(before + behind) || !/\p{Script=Han}/u.test(plain) || /\d/.test(behind);
}

const LATIN_WORD = /^[\p{Script=Latin}\d.'#/()&-]+$/u;
const MAX_WORD = 40;

const OPEN = /^[^\p{L}\p{N}(]$/u;
const SHUT = /^[^\p{L}\p{N})#]$/u;

/** Without blanks and signs at its borders, and without brackets that enclose all of it or only open or only close. */
function trim(plain: string, from: number, to: number): Span | undefined {
  let start = from;
  let end = to;
  for (;;) {
    const words = plain.slice(start, end);
    if (words === '') return undefined;
    if (OPEN.test(words[0] ?? '') && !(words[0] === '(' && isPair(words))) start += 1;
    else if (SHUT.test(words.at(-1) ?? '') && !(words.at(-1) === ')' && hasOpen(words))) end -= 1;
    else if (words[0] === '(' && words.at(-1) === ')' && words.indexOf(')') === words.length - 1) {
      start += 1;
      end -= 1;
    } else return /[\p{L}\p{N}]/u.test(words) ? { start, end } : undefined;
  }
}

const isPair = (words: string): boolean => words.includes(')');
const hasOpen = (words: string): boolean => words.lastIndexOf('(') >= 0;

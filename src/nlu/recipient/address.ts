import { isCertain } from './evidence.ts';
import { alternation, lexicon } from './lexicon.ts';
import { TAKEN } from './mask.ts';
import type { Piece } from './pieces/piece.ts';
import type { Span, Text } from './text.ts';

export interface FoundAddress {
  readonly words: string;
  readonly plain: string;
  readonly pieces: readonly Piece[];
  readonly unsure: readonly Span[];
}

export interface Expectation {
  /** The message answers a question about the address: what is left is address. */
  readonly isAnswer: boolean;
  /** A name or a phone was given: less is enough. */
  readonly isBeside: boolean;
}

const CORRECTION = new RegExp(alternation(lexicon.correction));

/** All pieces that say where, in the order said. */
export function findAddress(
  text: Text,
  pieces: readonly Piece[],
  expected: Expectation,
): FoundAddress | undefined {
  const groups = groupsOf(pieces, expected);
  const corrected = afterCorrection(text, groups);
  const chosen = corrected.flat();
  const words = join(text, chosen, 'said');
  if (!/\p{L}/u.test(words) || !isEnough(chosen, expected)) return undefined;
  const unsure = chosen.filter((piece) => isUnsure(piece, chosen)).map(({ start, end }) => ({ start, end }));
  return { words, plain: join(text, chosen, 'plain'), pieces: chosen, unsure };
}

const isEnough = (chosen: readonly Piece[], { isAnswer, isBeside }: Expectation): boolean =>
  isAnswer ||
  chosen.some(({ is, isLabelled, plain }) => is === 'address' && isLabelled && plain.length > 3) ||
  isCertain(chosen.map(({ plain }) => plain).join(' ')) ||
  (isBeside && chosen.some(({ evidence }) => evidence >= 2));

/** Runs of pieces that may be address, each with at least one that is. */
function groupsOf(pieces: readonly Piece[], expected: Expectation): Piece[][] {
  const groups: Piece[][] = [];
  let open: Piece[] = [];
  const close = (): void => {
    if (open.some(isAddress) || (expected.isAnswer && open.length > 0)) groups.push(open);
    open = [];
  };
  for (const piece of pieces) {
    // 小米 送到北京市…: what leads to the address says where it begins.
    if (piece.is === 'address' && !open.some(isAddress)) close();
    if (piece.kind === 'words' && isOpen(piece)) open.push(piece);
    else close();
  }
  close();
  return groups;
}

/** A label says otherwise only where it is one for certain. */
const isOpen = ({ is, isLabelled }: Piece): boolean =>
  is === undefined || is === 'address' || (is === 'name' && !isLabelled);

const isAddress = ({ is, evidence }: Piece): boolean => is === 'address' || evidence >= 2;

/** 寄到西宁市…,不对,寄到兰州市…: the last counts. */
function afterCorrection(text: Text, groups: readonly Piece[][]): Piece[][] {
  const last = groups.at(-1)?.[0];
  const before = groups.at(-2)?.at(-1);
  const isMended = last && before && CORRECTION.test(text.plain.slice(before.end, last.start));
  return isMended ? groups.slice(-1) : [...groups];
}

/** Behind a room nothing more is to be said of where: 8216房,临时住三天. */
const ROOM_END = /\d(?:室|房|号房)$/;

/** Neither by its words nor by an address before it is it certain that this is a part of the address. */
function isUnsure(piece: Piece, chosen: readonly Piece[]): boolean {
  if (isAddress(piece)) return false;
  const at = chosen.indexOf(piece);
  if (piece.evidence === 0 && ROOM_END.test(chosen[at - 1]?.plain ?? '')) return true;
  return !chosen.slice(0, at).some(isAddress) && !(piece.evidence > 0 && chosen.some(isAddress));
}

/** What stood between two pieces stays between them, but for labels and line breaks. */
function join(text: Text, pieces: readonly Piece[], as: keyof Text): string {
  let words = '';
  let end = 0;
  for (const piece of pieces) {
    const gap = words === '' ? '' : gapOf(text[as].slice(end, piece.start), words, piece.plain);
    words += gap + text[as].slice(piece.start, piece.end);
    end = piece.end;
  }
  return words.replaceAll(TAKEN, '').trim();
}

function gapOf(between: string, before: string, behind: string): string {
  if (/^[ ,.;、，。·/()-]{1,3}$/.test(between)) return between;
  return /[a-z\d]$/i.test(before) || /^[a-z\d]/i.test(behind) ? ' ' : '';
}

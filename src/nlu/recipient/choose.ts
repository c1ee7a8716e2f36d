import { addressEvidence } from './evidence.ts';
import { lexicon } from './lexicon.ts';
import { type Masked, TAKEN } from './mask.ts';
import { gluedName, looksLikeFullName, nameLikeness } from './names.ts';
import type { Piece } from './pieces/piece.ts';
import type { Span } from './text.ts';

/** The name, and the pieces without it. */
export interface Choice {
  readonly name?: Span;
  /** The name with what leads to it. */
  readonly whole?: Span;
  readonly isSure: boolean;
  readonly rest: readonly Piece[];
}

/** Less is no name: a word beside the phone is one, a word at the border of the message may be. */
const ENOUGH = 3;

/** Whose parcel it is: by its label, by what leads to it, by the phone beside it, or glued to the address. */
export function chooseName(pieces: readonly Piece[], masked: Masked): Choice {
  const labelled = pieces.find((piece) => isNamed(piece) && piece.kind === 'words');
  if (labelled && !isPlainAddress(labelled)) return taken(pieces, labelled, true);
  const words = pieces.filter(({ kind, is }) => kind !== 'goods' && kind !== 'courtesy' && is !== 'other');
  // Without an address any word may stand beside a phone.
  const isPlaced = words.some(({ evidence }) => evidence >= 2);
  const scored = words
    .filter(({ is }) => is !== 'address')
    .map((piece) => ({ piece, likeness: nameLikeness(piece) }))
    .filter(({ likeness }) => isPlaced || likeness >= ENOUGH)
    .map(({ piece, likeness }) => ({ piece, score: likeness + standing(piece, words, masked) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  const named = best && nameBeside(best.piece, words);
  if (best && named) return taken(without(pieces, best.piece), named, true);
  if (best) return taken(pieces, plainer(best.piece, words, masked), true);
  const glued = gluedIn(pieces, masked);
  return glued.name || masked.phones.length === 0 || !isPlaced ? glued : lastResort(pieces, words, masked);
}

/** 妈妈收：… 周桂兰 138…: whose parcel it is stands there by name too. */
function nameBeside(best: Piece, words: readonly Piece[]): Piece | undefined {
  if (!kin.has(best.plain)) return undefined;
  return words.find((piece) => piece !== best && piece.kind === 'words' && looksLikeFullName(piece.plain));
}

const kin = new Set(lexicon.leads.kin);

const isNamed = ({ is, isLabelled, plain }: Piece): boolean =>
  (is === 'name' && isLabelled) || (is === 'chain' && looksLikeFullName(plain));

const isPlainAddress = ({ plain, evidence }: Piece): boolean => evidence >= 3 && plain.length > 6;

/** Where a name stands: beside the phone, or first or last of what is said. */
function standing(piece: Piece, words: readonly Piece[], masked: Masked): number {
  const isBorder = piece === words[0] || piece === words.at(-1);
  const less = (piece.kind === 'talk' ? 2 : 0) + (isAttached(piece, words, masked) ? 2 : 0);
  return (isBesidePhone(piece, words, masked) ? 3 : 0) + (isBorder ? 1 : 0) - less;
}

/** Only a space parts it from the address, where stops part other things: 狮子楼 西邻,手机…. */
function isAttached(piece: Piece, words: readonly Piece[], { plain }: Masked): boolean {
  const gap = (one: Piece | undefined, other: Piece | undefined): string =>
    one && other ? plain.slice(one.end, other.start) : TAKEN;
  const at = words.indexOf(piece);
  const isNear = (near: Piece | undefined, between: string): boolean =>
    near !== undefined && near.evidence > 0 && /^ +$/.test(between);
  const isStopped = words.some((one, i) => /[,;\n]/.test(gap(one, words[i + 1])));
  const before = words[at - 1];
  const behind = words[at + 1];
  return isStopped && (isNear(before, gap(before, piece)) || isNear(behind, gap(piece, behind)));
}

/** 小鱼儿 四川省… 万科城 138…: what may be a part of the address yields to a word at the other end that is none. */
function plainer(best: Piece, words: readonly Piece[], masked: Masked): Piece {
  if (best.evidence === 0 || best.isLed) return best;
  const ends = [words[0], words.at(-1)];
  const other = ends.find(
    (end) =>
      end && end !== best && end.kind === 'words' && end.evidence === 0 && !isAttached(end, words, masked),
  );
  return other && other.plain.length <= 10 ? other : best;
}

/**
 * A nickname may be any words: what stands alone on one side of the phone, with the address on the other, else what is no
 * address at a border of the message.
 */
function lastResort(pieces: readonly Piece[], words: readonly Piece[], masked: Masked): Choice {
  const open = words.filter(
    (piece) =>
      piece.kind === 'words' &&
      piece.is === undefined &&
      piece.plain.length <= 10 &&
      !isAttached(piece, words, masked),
  );
  const beside =
    loneBesidePhone(open, words, masked) ??
    open.find((one) => one.evidence === 0 && isBesidePhone(one, words, masked));
  const isBorder = (piece: Piece): boolean => piece === words[0] || piece === words.at(-1);
  const border = words.length > 1 ? open.find((piece) => piece.evidence === 0 && isBorder(piece)) : undefined;
  const piece = beside ?? border;
  return piece ? taken(pieces, piece, beside !== undefined) : { isSure: true, rest: pieces };
}

function loneBesidePhone(
  open: readonly Piece[],
  words: readonly Piece[],
  { phones }: Masked,
): Piece | undefined {
  const [phone] = phones;
  if (!phone) return undefined;
  const before = words.filter(({ end }) => end <= phone.start);
  const behind = words.filter(({ start }) => start >= phone.end);
  const [lone, others] =
    before.length === 1 ? [before[0], behind] : behind.length === 1 ? [behind[0], before] : [];
  const isApart = lone && lone.evidence < 3 && others?.some(({ evidence }) => evidence >= 3);
  return isApart ? open.find((piece) => piece === lone) : undefined;
}

function isBesidePhone(piece: Piece, words: readonly Piece[], { phones }: Masked): boolean {
  const at = words.indexOf(piece);
  const before = words[at - 1];
  const behind = words[at + 1];
  return phones.some(
    ({ start, end }) =>
      (start >= piece.end && (behind === undefined || behind.start >= end)) ||
      (end <= piece.start && (before === undefined || before.end <= start)),
  );
}

const taken = (pieces: readonly Piece[], piece: Piece, isSure: boolean): Choice => ({
  name: { start: piece.start, end: piece.end },
  whole: piece.whole,
  isSure,
  rest: without(pieces, piece),
});

const without = (pieces: readonly Piece[], piece: Piece): Piece[] => pieces.filter((one) => one !== piece);

/** 118号张建国电话是137…, whatever comes behind the number: 谢谢. */
const isBeforePhoneLabel = (piece: Piece, { phones, plain }: Masked): boolean =>
  phones.some(
    ({ start }) => start > piece.end && LEADS_ON.test(plain.slice(piece.end, start).replaceAll(TAKEN, '')),
  );

/** What may stand beside a label, which is taken out. */
const LEADS_ON = /^[是为:]?\s*$/u;

function gluedIn(pieces: readonly Piece[], masked: Masked): Choice {
  for (const piece of pieces) {
    const isBeforePhone = masked.phones.some(({ start }) => start === piece.end);
    if (piece.evidence < (isBeforePhone ? 1 : 2) || piece.kind !== 'words') continue;
    const isLast = piece === pieces.at(-1) || isBeforePhone || isBeforePhoneLabel(piece, masked);
    const found =
      gluedName(piece.plain, false) ??
      (isLast && masked.phones.length > 0 ? gluedName(piece.plain, true) : undefined);
    if (!found) continue;
    const name = { start: piece.start + found.start, end: piece.start + found.end };
    const left =
      found.start === 0 ? { start: name.end, end: piece.end } : { start: piece.start, end: name.start };
    const plain = piece.plain.slice(left.start - piece.start, left.end - piece.start);
    const said = piece.said.slice(left.start - piece.start, left.end - piece.start);
    const whole = { start: found.start === 0 ? left.start : piece.whole.start, end: left.end };
    const rest = { ...piece, ...left, whole, plain, said, evidence: addressEvidence(plain) };
    return {
      name,
      whole: name,
      isSure: isBeforePhone,
      rest: pieces.map((one) => (one === piece ? rest : one)),
    };
  }
  return { isSure: true, rest: pieces };
}

import { cutGoods } from '../cut.ts';
import { addressEvidence, firstPlace, isLatin } from '../evidence.ts';
import { findAmounts } from '../goods.ts';
import type { Label } from '../labels.ts';
import { alternation, lexicon } from '../lexicon.ts';
import type { Masked } from '../mask.ts';
import { isNameForCertain, looksLikeFullName } from '../names.ts';
import type { Span, Text } from '../text.ts';
import type { Piece, PieceKind } from './piece.ts';
import { split } from './split.ts';

const { leads, courtesy, talk, english } = lexicon;
const COURTESY = new RegExp(`^(?:${alternation(courtesy)}[哈啦呀啊哦噢咯嘞呢呐嘛哟]*[!~.]*)+$`);
const BEFORE = new RegExp(`^(?:${alternation([...leads.before, '谢谢老板', '谢谢', '你好', '您好'])})+`);
const NAME_LEAD = new RegExp(`^${alternation(leads.name)}`);
const ADDRESS_LEAD = new RegExp(`^[我她他]?${alternation(leads.address)}(?:[:\\s]*)`);
const ONLY_LEAD = new RegExp(
  `^(?:${alternation([...leads.before, ...leads.name, ...leads.address])})+$|^${alternation(english.before)}(?: ${alternation([...english.before, ...english.kin])})*$`,
);
const SHORT_LEAD = /^[寄发送邮到在]$/;
/** 我哥赵磊: whose brother he is, is no part of the name. */
const KIN = new RegExp(`^[我她他俺俄]${alternation(leads.kin)}?([\\p{Script=Han}]{2,4})$`, 'u');
const TAIL = /(?:[寄送发邮]|就行了?|就可以|就好|吧|谢谢|收件?|亲收|代收)$/;
const SENT_TO_NAME = /收件?$|亲收$/;
const CORRECTION = new RegExp(alternation(lexicon.correction));
/** 不要放驿站. */
const WISH = /^(?:不要|不用|别|请勿|千万|一定要?)/;
const TALK = new RegExp(alternation([...talk, ...lexicon.correction]));
const WHOSE = new RegExp(
  `^(?:.*\\b${alternation(english.kin)} )?${alternation(leads.place)}$|^[寄发送给到]*[我她他俺俄]${alternation([...leads.kin, ...leads.place])}$`,
);
const OWN = 'my|our|his|her|their';
const KIN_BEHIND = `(?<=\\b(?:${OWN}|the|for) )${alternation(english.kin)}`;
const LED_BY = alternation([...english.before, ...OWN.split('|'), 'the', 'changed', 'new']);
/** My sister Anna Li is Anna Li, and Granny Wu is called so. */
const ENGLISH_LEAD = new RegExp(`^(?:(?:${LED_BY}|${KIN_BEHIND})\\s+)+`);

/** Call Centre Building, Ring Road North: part of a place's name, and nobody's wish. */
const PROPER = /^(?:Call|Ring|Reach|Please|Post|Mail|Will) \p{Lu}/u;
const isProper = (said: string, plain: string): boolean => {
  const [first = '', second = ''] = said.split(/\s+/u);
  const isLed = english.before.includes(second.toLowerCase());
  return PROPER.test(`${first} ${second}`) && !isLed && addressEvidence(plain) > 0;
};

const PEOPLE = alternation([...english.kin, ...english.whose]);
const THEIR_PLACE = `(?:${OWN}) ${alternation(english.whosePlaces)}`;
/** A straw mat sent to my office: for whom or where it is, before the name and the address. */
const FOR_WHOM = new RegExp(
  `\\b(?:to|for) (?:(?:(?:${OWN})(?: [a-z'-]+)? |(?:a|the) )?${PEOPLE}|${THEIR_PLACE})$`,
);

/** All pieces of a message in order. */
export function findPieces(text: Text, masked: Masked): Piece[] {
  const spans = split(masked.plain);
  const pieces = spans.flatMap((span, i) => piecesOf(text, masked, span, spans[i - 1]));
  const isNamed = pieces.some(({ plain, kind }) => kind === 'words' && isNameForCertain(plain));
  return pieces.map((piece, i) => {
    if (isNamedGoods(pieces, i)) return { ...piece, kind: 'goods' };
    // 寄给我妈 孙桂兰: whose mother she is, is neither name nor address.
    return isNamed && isWhose(piece.plain) ? { ...piece, kind: 'courtesy' } : piece;
  });
}

/** 核桃 before or behind a bare 5斤. */
function isNamedGoods(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (piece?.kind !== 'words' || piece.is || piece.evidence >= 2 || piece.plain.length > 8) return false;
  const isBare = (one: Piece | undefined): boolean =>
    one?.kind === 'goods' &&
    findAmounts(one.plain, false).some(({ end, start }) => end - start === one.plain.length);
  if (isBare(pieces[at + 1])) return !looksLikeFullName(piece.plain) || pieces[at + 2] === undefined;
  return isBare(pieces[at - 1]) && !looksLikeFullName(piece.plain) && !isBare(pieces[at - 2]);
}

function piecesOf(text: Text, masked: Masked, span: Span, last: Span | undefined): Piece[] {
  const words = masked.plain.slice(span.start, span.end);
  const label = masked.labels.findLast(
    ({ end }) => end <= span.start && isGap(masked.plain.slice(end, span.start)),
  );
  const isBeforePhone = masked.phones.some(
    ({ start }) => start >= span.end && isNothing(masked.plain.slice(span.end, start)),
  );
  const isBehindAddress = last !== undefined && isAddressBefore(masked.plain, last, span);
  return cutGoods(words, { isBeforePhone, isBehindAddress }).flatMap(({ start, end, isGoods }) => {
    const from = span.start + start;
    const to = span.start + end;
    if (isGoods) return [made(text, { start: from, end: to }, 'goods')];
    return [led(text, trimmed(text.plain, from, to), label)];
  });
}

const isAddressBefore = (plain: string, last: Span, span: Span): boolean =>
  /^ +$/.test(plain.slice(last.end, span.start)) && addressEvidence(plain.slice(last.start, last.end)) > 0;

/** Blanks and signs alone. */
const isGap = (words: string): boolean => !/[^\s:;,.()-]/.test(words);

/** The same, and what was taken out. */
const isNothing = (words: string): boolean => !/[^\s:;,.()\ue000-]/.test(words);

function trimmed(plain: string, from: number, to: number): Span {
  const words = plain.slice(from, to);
  const start = from + (/^[\s,.:;-]+/.exec(words)?.[0].length ?? 0);
  return { start: Math.min(start, to), end: to - (/[\s,.:;-]+$/.exec(words)?.[0].length ?? 0) };
}

function made(text: Text, { start, end }: Span, kind: PieceKind, whole: Span = { start, end }): Piece {
  const plain = text.plain.slice(start, end);
  return {
    start,
    end,
    plain,
    said: text.said.slice(start, end),
    kind,
    whole,
    isLabelled: false,
    isLed: false,
    evidence: addressEvidence(plain),
  };
}

/** Without what leads to it and what is said behind it. */
function led(text: Text, span: Span, said: Label | undefined): Piece {
  const whole = text.plain.slice(span.start, span.end);
  // 地址：陈志强，139…，上海市…: the word stands before all of it.
  const isName = isNameForCertain(whole) && addressEvidence(whole) === 0;
  const isOfAll = isName && addressEvidence(text.plain.slice(span.end)) >= 2;
  const label = said?.kind === 'address' && isOfAll ? undefined : said;
  if (!label?.isSure && (COURTESY.test(whole) || ONLY_LEAD.test(whole))) return made(text, span, 'courtesy');
  if (isWhose(whole) && text.plain[span.end] === ':') return made(text, span, 'courtesy');
  // 14 Elm Street next to the school is a street.
  const isForWhom = !label && FOR_WHOM.test(whole) && !/\d/.test(whole) && addressEvidence(whole) === 0;
  if (isForWhom) return made(text, span, 'courtesy');
  const isNamed = isProper(text.said.slice(span.start, span.end), whole);
  const lead = label || isNamed ? { length: 0 } : leadOf(whole);
  const tail = isLatin(whole) ? '' : (TAIL.exec(whole.slice(lead.length))?.[0] ?? '');
  const isTail = tail !== '' && whole.length - lead.length - tail.length >= 1;
  const end = isTail ? span.end - tail.length : span.end;
  const piece = made(text, trimmed(text.plain, span.start + lead.length, end), 'words', span);
  const is = label?.kind ?? lead.is;
  const isNoTitle =
    !is &&
    (WISH.test(piece.plain) || (piece.evidence === 0 && isTalkative(piece.plain))) &&
    !isNameForCertain(piece.plain);
  const isLed = lead.is === 'name' || (isTail && SENT_TO_NAME.test(tail) && piece.evidence < 2);
  return {
    ...piece,
    kind: isNoTitle && !isLed ? 'talk' : 'words',
    ...(is && { is }),
    isLabelled: label?.isSure === true,
    isLed,
  };
}

const isWhose = (words: string): boolean => WHOSE.test(words);

const isTalkative = (words: string): boolean => (isLatin(words) ? CORRECTION : TALK).test(words);

function leadOf(words: string): { length: number; is?: 'name' | 'address' } {
  if (isLatin(words)) {
    const [lead = ''] = ENGLISH_LEAD.exec(words) ?? [];
    return { length: Math.min(lead.length, words.length) };
  }
  const before = BEFORE.exec(words)?.[0].length ?? 0;
  const rest = words.slice(before);
  const [toName = ''] = NAME_LEAD.exec(rest) ?? [];
  const name = rest.slice(toName.length).replace(KIN, '$1');
  const isName = /^[找写叫]$/.test(toName) ? looksLikeFullName(name) : /^[\p{Script=Han}·]{2,7}$/u.test(name);
  if (toName !== '' && isName) return { length: words.length - name.length, is: 'name' };
  // 我朋友林佩珊收: the name alone.
  const own = KIN.exec(rest.replace(/亲?收$/, ''))?.[1] ?? '';
  const ownAt = rest.indexOf(own);
  if (ownAt > 1 && looksLikeFullName(own)) return { length: before + ownAt, is: 'name' };
  const [toPlace = ''] = ADDRESS_LEAD.exec(rest) ?? [];
  const place = rest.slice(toPlace.length);
  const isSure = toPlace !== '' && (addressEvidence(place) >= 2 || firstPlace(place)?.at === 0);
  if (isSure || (toPlace.length > 1 && !SHORT_LEAD.test(toPlace.trim())))
    return { length: before + toPlace.length, is: 'address' };
  const dangling = /^的(?=[\p{Script=Han}]{2,4}$)/u.test(rest) ? 1 : 0;
  return { length: addressEvidence(rest) >= 2 ? before : dangling };
}

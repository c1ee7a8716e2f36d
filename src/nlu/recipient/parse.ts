import { findAddress } from './address.ts';
import { type Choice, chooseName } from './choose.ts';
import { isCertain } from './evidence.ts';
import { leadEnd } from './lead-before.ts';
import { alternation, lexicon } from './lexicon.ts';
import { type Masked, mask } from './mask.ts';
import { closed } from './names.ts';
import type { FoundPhone, PhoneKind } from './phones.ts';
import { findPieces } from './pieces/pieces.ts';
import { inOrder, numberSpans, spansBetween, takenSpans } from './pieces/spans.ts';
import { findRegion, type Region } from './places.ts';
import { plainText, type Span, type Text } from './text.ts';

/** Whom goods go to, as far as a message says, and what else it says. All places are in `text`. */
export interface Recipient extends Region {
  readonly name?: string;
  /** Eleven digits of a mobile, area code and number of a landline (0931-2180017), the local number of Hong Kong and others. */
  readonly phone?: string;
  /** Behind a marketplace's hidden number. */
  readonly extension?: string;
  readonly postcode?: string;
  /** In one string, in the order said, nothing cut. */
  readonly address?: string;
  readonly missing: readonly ('name' | 'phone' | 'address')[];
  /** Parts that may belong elsewhere; the card shows them marked. */
  readonly unsure: readonly Span[];
  /** What is left: goods, talk, a second phone. */
  readonly unused: readonly Span[];
  /** What was taken, labels included, and every phone and postcode: none of it is an amount of goods. */
  readonly used: readonly Span[];
  /** The message as its places count: half-width, otherwise as it was typed. */
  readonly text: string;
}

export interface RecipientContext {
  /** The message answers a question about the address: what is left of it is address. */
  readonly isAnswer?: boolean;
}

/** Longer messages are no addresses. */
const MAX_LENGTH = 2_000;

/** Reads name, phone and address in any order, with labels or without. Never throws. */
export function parseRecipient(message: string, context: RecipientContext = {}): Recipient {
  const text = plainText(message.slice(0, MAX_LENGTH));
  return parseBehind(text, leadEnd(text.said)) ?? parse(text, context);
}

/** A whole person behind talk, read as if nothing stood before; nothing where one is not whole. */
function parseBehind({ said, plain }: Text, start: number): Recipient | undefined {
  if (start === 0) return undefined;
  const hidden = (words: string): string => BLANK.repeat(start) + words.slice(start);
  const found = parse({ said: hidden(said), plain: hidden(plain) }, {});
  if (found.missing.length > 0 || !HAN.test(found.address ?? '')) return undefined;
  const isBehind = ({ end }: Span): boolean => end > start;
  const unused = [{ start: 0, end: start }, ...found.unused.filter(isBehind)];
  return { ...found, unused, used: found.used.filter(isBehind), text: said };
}

const BLANK = ';';
const HAN = /\p{Script=Han}/u;

function parse(text: Text, context: RecipientContext): Recipient {
  const masked = mask(text);
  const phone = choosePhone(text, masked.phones);
  const all = findPieces(text, masked);
  const isAnswer = context.isAnswer === true;
  const isLabelled = all.some((piece) => piece.isLabelled || piece.is === 'chain');
  const isBeside = masked.phones.length > 0 || isLabelled;
  const isSaid = isBeside || isAnswer || isCertain(all.map(({ plain }) => plain).join(' '));
  const choice: Choice = isSaid ? chooseName(all, masked) : { isSure: true, rest: all };
  const address = findAddress(text, choice.rest, {
    isAnswer,
    isBeside: isBeside || choice.name !== undefined,
  });
  const greetings = all.filter(({ kind }) => kind === 'courtesy');
  return assemble(text, masked, phone, choice, address, greetings);
}

/** 万 里 is 万里; the stop of an initial belongs to it: Aiko T. */
function nameSaid(said: string, { start, end }: Span): string {
  const name = said.slice(start, end).trim();
  return closed(said[end] === '.' && / \p{Lu}$/u.test(name) ? `${name}.` : name);
}

type Address = ReturnType<typeof findAddress>;

function assemble(
  text: Text,
  masked: Masked,
  phone: FoundPhone | undefined,
  { name: named, whole, isSure }: Choice,
  address: Address,
  greetings: readonly Span[],
): Recipient {
  const name = named && nameSaid(text.said, named);
  const isAny = name !== undefined || phone !== undefined || address !== undefined;
  const parts = {
    ...(name && { name }),
    ...(phone && { phone: phone.number }),
    ...(phone && masked.extension && { extension: masked.extension }),
    ...(isAny && masked.postcode && { postcode: masked.postcode.digits }),
    ...(address && { address: address.words }),
  };
  const pieces = [
    ...(whole ? [whole] : []),
    ...(address?.pieces.map((piece) => piece.whole) ?? []),
    ...greetings,
  ];
  const taken = isAny ? takenSpans(masked, phone, pieces) : [];
  return {
    ...parts,
    ...(address && findRegion(address.plain)),
    missing: (['name', 'phone', 'address'] as const).filter((part) => parts[part] === undefined),
    unsure: [...(address?.unsure ?? []), ...(named && !isSure ? [named] : [])],
    used: inOrder([...taken, ...numberSpans(masked)]),
    unused: spansBetween(text.said, taken),
    text: text.said,
  };
}

const CORRECTION = new RegExp(alternation(lexicon.correction));
const SPARE = new RegExp(alternation(lexicon.spare));
/** 13300005168/15600007294: both reach the same person. */
const EITHER = /^\s*\/\s*$/;
const ORDER: readonly PhoneKind[] = ['mobile', 'abroad', 'landline'];

/**
 * A mobile before a landline. Of two mobiles nobody knows which is meant, but after a correction it is the last, and before
 * a spare one (备用) or behind a stroke the first.
 */
function choosePhone(text: Text, phones: readonly FoundPhone[]): FoundPhone | undefined {
  const kind = ORDER.find((one) => phones.some((phone) => phone.kind === one));
  const [first, ...others] = phones.filter((phone) => phone.kind === kind);
  const last = others.at(-1);
  if (!first || !last || others.every(({ number }) => number === first.number)) return first;
  if (CORRECTION.test(text.plain.slice(0, last.start))) return last;
  const between = text.plain.slice(first.end, last.start);
  return SPARE.test(between) || EITHER.test(between) ? first : undefined;
}

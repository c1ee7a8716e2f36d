import { isLastSign, type Known } from '../model/goods.ts';
import { saleLexicon } from './words.ts';

// The name of goods among the words that a seller says around it: 咱家冻下的那个沙棘果能给卖了不.

/** A name as it stands in the message, and how likely it is one. */
export interface NameFound {
  readonly start: number;
  readonly end: number;
  readonly likeness: number;
  /** Names of several goods, that are named once more each. */
  readonly isHeading: boolean;
}

const HAN = /\p{Script=Han}/u;
const MOST_SIGNS = 9;
const MOST_WORDS = 4;

/** The name in a run of words that stands at `start`; nothing where nothing is left of it that may be one. */
export function findName(plain: string, start: number, end: number, known: Known): NameFound | undefined {
  const whole = trimmed(plain, start, end);
  const found = HAN.test(plain.slice(whole.start, whole.end))
    ? hanName(plain, whole, known)
    : latinName(plain, whole, known);
  return found && found.end > found.start ? found : undefined;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function trimmed(plain: string, start: number, end: number): Span {
  const words = plain.slice(start, end);
  const lead = /^[\s'’-]*/u.exec(words)?.[0].length ?? 0;
  const rest = /[\s'’-]*$/u.exec(words)?.[0].length ?? 0;
  return { start: start + lead, end: Math.max(start + lead, end - rest) };
}

/** Where a known name of two signs or more begins at `at`, its end. */
function knownEnd(plain: string, at: number, end: number, known: Known): number | undefined {
  const word = known.at(plain, at)?.word;
  return word !== undefined && word.length > 1 && at + word.length <= end ? at + word.length : undefined;
}

function withoutLeads(plain: string, { start, end }: Span, known: Known): Span {
  let at = start;
  for (;;) {
    const next = trimmed(plain, at, end).start;
    if (knownEnd(plain, next, end, known) !== undefined || plain.startsWith('有机', next))
      return { start: next, end };
    const lead = saleLexicon.lead.exec(plain.slice(next, end))?.[0] ?? '';
    if (lead === '') return { start: next, end };
    at = next + lead.length;
  }
}

function hanName(plain: string, whole: Span, known: Known): NameFound | undefined {
  const open = withoutLeads(plain, whole, known);
  const cut = { start: open.start, end: tailStart(plain, open, known) };
  const ofWhom = withoutLeads(plain, { start: behindOf(plain, cut), end: cut.end }, known);
  const { start, end } = trimmed(plain, ofWhom.start, withoutOf(plain, ofWhom));
  const name = plain.slice(start, end);
  if (name === '' || name.length > MOST_SIGNS || /\s/u.test(name)) return undefined;
  const isLed = start > whole.start;
  const isKnown = endsKnown(plain, start, end, known);
  if (!isKnown && name.length < 2) return undefined;
  const isEnded = isLastSign(name.at(-1) ?? '');
  const likeness =
    (isKnown ? 4 : holdsKnown(plain, start, end, known) ? 3 : isEnded ? 1 : 0) +
    (isLed ? 1 : 0) -
    (withoutOf(plain, ofWhom) < ofWhom.end ? 2 : 0);
  return { start, end, likeness, isHeading: saleLexicon.together.test(name) };
}

/** 的 of 屋里熏的腊鱼块: what stands behind it is what it is; 枣花的 stays. */
function behindOf(plain: string, { start, end }: Span): number {
  const words = plain.slice(start, end);
  const at = Math.max(...['的', '嘅', '嘞', '哩'].map((sign) => words.lastIndexOf(sign, words.length - 2)));
  return at > 0 ? start + at + 1 : start;
}

const withoutOf = (plain: string, { start, end }: Span): number =>
  end - start > 2 && /[的嘅嘞哩]$/u.test(plain.slice(start, end)) ? end - 1 : end;

/** Where something else than the name begins. */
function tailStart(plain: string, { start, end }: Span, known: Known): number {
  const inside: Span[] = [];
  for (let at = start; at < end; at += 1) {
    const stop = knownEnd(plain, at, end, known);
    if (stop === undefined) continue;
    inside.push({ start: at, end: stop });
    at = stop - 1;
  }
  for (const { index } of plain.slice(start, end).matchAll(saleLexicon.tail)) {
    const at = start + index;
    const isInside = inside.some((one) => at > one.start && at < one.end);
    const isName = at - start > 1 || inside.some((one) => one.end <= at) || known.at(plain, start);
    if (at > start && !isInside && isName) return at;
  }
  return end;
}

function endsKnown(plain: string, start: number, end: number, known: Known): boolean {
  for (let at = start; at < end; at += 1) {
    const word = known.at(plain, at)?.word;
    if (word !== undefined && at + word.length === end) return true;
  }
  return false;
}

function holdsKnown(plain: string, start: number, end: number, known: Known): boolean {
  for (let at = start; at < end; at += 1) if (knownEnd(plain, at, end, known) !== undefined) return true;
  return false;
}

const WORD = /[a-z]+(?:['’-][a-z]+)*/gu;
const DETERMINERS = new Set([
  'of',
  'some',
  'the',
  'our',
  'my',
  'these',
  'those',
  'with',
  'her',
  'his',
  'their',
]);

/** `grandma's plum jam` of `could you put up grandma's plum jam for me`. */
function latinName(plain: string, whole: Span, known: Known): NameFound | undefined {
  const open = withoutLeads(plain, whole, known);
  const cut = latinEnd(plain, open, known);
  const words = [...plain.slice(open.start, cut).matchAll(WORD)];
  const at = words.findLastIndex(({ 0: word }) => DETERMINERS.has(word) || /['’]s$/u.test(word));
  const [first, ...others] = words.slice(at + 1);
  if (!first || others.length >= MOST_WORDS) return undefined;
  const from = withoutLeads(plain, { start: open.start + first.index, end: cut }, known);
  const { start, end } = trimmed(plain, from.start, from.end);
  const name = plain.slice(start, end);
  if (!/^[a-z][a-z' -]+$/u.test(name)) return undefined;
  const isKnown = endsKnown(plain, start, end, known) || holdsKnown(plain, start, end, known);
  return { start, end, likeness: (isKnown ? 4 : 0) + (start > whole.start ? 1 : 0), isHeading: false };
}

function latinEnd(plain: string, { start, end }: Span, known: Known): number {
  for (const { index } of plain.slice(start, end).matchAll(saleLexicon.tail)) {
    const at = start + index;
    const isInside = [...plain.slice(start, at).matchAll(WORD)].some(
      (word) => (knownEnd(plain, start + word.index, end, known) ?? 0) > at,
    );
    if (at > start && !isInside) return at;
  }
  return end;
}

import type { Lexed, Token } from '../lexer/lexer.ts';
import { THOUSAND } from '../lexer/numbers.ts';
import { PIECE, unitOf } from '../lexer/units.ts';
import type { Cue } from './cues.ts';
import { boxOf, containerAt, filledBox, singular, unitName } from './packs/containers.ts';
import { piecesOf } from './packs/pieces.ts';
import { EACH, inUnit, isCue, type Part } from './part.ts';
import { runsOf } from './runs.ts';

export function partsOf(lexed: Lexed): Part[] {
  const { plain } = lexed.text;
  const tokens = runsOf(lexed);
  const parts = tokens.flatMap((token, i) => partsIn(token, plain, tokens[i - 1], tokens[i + 1]));
  return countedOf(summed(multiplied(withoutRecipe(parts, plain), plain), plain), plain);
}

/** 礼盒(小米2斤 红豆1斤): what a box is made up of is neither its weight nor how many there are. */
function withoutRecipe(parts: readonly Part[], plain: string): readonly Part[] {
  const [list] = plain.matchAll(/\([^()]*\)/g);
  if (!list) return parts;
  const isInside = ({ start }: Part): boolean => start > list.index && start < list.index + list[0].length;
  const isRecipe = parts.filter((part) => part.is === 'amount' && isInside(part)).length > 1;
  return isRecipe ? parts.filter((part) => !isInside(part)) : parts;
}

type Amount = Extract<Part, { is: 'amount' }>;

/** 半斤的40包 一斤的25包: packs, and what all of them weigh. */
function summed(parts: readonly Part[], plain: string): Part[] {
  const sizes = parts.flatMap((part, i): { size: Amount; count: Amount }[] => {
    const isSaid = isCue(parts[i + 1], 'pack') || isCue(parts[i + 1], 'has') || isCue(parts[i + 1], 'set');
    const count = isSaid ? parts[i + 2] : parts[i + 1];
    if (part.is !== 'amount' || count?.is !== 'amount') return [];
    const isSize = part.unit.measure !== 'COUNT' && count.unit.isContainer;
    return isSize && /^\s*(?:的|(?:装|包装)的?)(?:还?有|还?剩)?\s*$/.test(plain.slice(part.end, count.start))
      ? [{ size: part, count }]
      : [];
  });
  const last = sizes.at(-1);
  if (!last || sizes.length < 2) return [...parts];
  const base = sizes.reduce((sum, { size, count }) => sum + (size.base ?? NaN) * (count.base ?? NaN), 0);
  const whole: Amount = {
    ...last.count,
    unit: last.size.unit,
    name: last.size.name,
    base: Number.isSafeInteger(base) ? base : undefined,
    isOne: false,
  };
  return parts.flatMap((part, i): Part[] => {
    if (part.is === 'cue' && sizes.some(({ size }) => size === parts[i - 1])) return [];
    if (sizes.some(({ size }) => size === part))
      return [part, { is: 'cue', cue: 'pack', start: part.end, end: part.end }];
    if (part === last.count) return [whole];
    return sizes.some(({ count }) => count === part) ? [] : [part];
  });
}

/** 500ml×6瓶 is 3,000 ml. */
function multiplied(parts: readonly Part[], plain: string): Part[] {
  return parts.flatMap((part, i): Part[] => {
    const [before, next] = [parts[i - 1], parts[i + 1]];
    if (isTimes(before, part, plain)) return [];
    if (part.is !== 'amount' || next?.is !== 'amount' || !isTimes(part, next, plain)) return [part];
    const base = part.base === undefined || next.base === undefined ? undefined : part.base * next.base;
    return [{ ...part, base, isOne: false, end: next.end }];
  });
}

const isTimes = (one: Part | undefined, other: Part, plain: string): boolean =>
  one?.is === 'amount' &&
  other.is === 'amount' &&
  one.unit.measure !== 'COUNT' &&
  other.unit.measure === 'COUNT' &&
  /^\s*[x*]\s*$/.test(plain.slice(one.end, other.start));

/** `5 more boxes` is five boxes, `12 chickens` twelve pieces. */
function countedOf(parts: readonly Part[], plain: string): Part[] {
  const units = new Set<Part>();
  const named = new Map<Part, Part>();
  const counted = parts.map((part, i): Part => {
    const noun = isCue(parts[i + 1], 'add') || isCue(parts[i + 1], 'sub') ? parts[i + 2] : parts[i + 1];
    if (part.is === 'number' && isOfThem(parts, i))
      return { ...part, is: 'amount', unit: PIECE, name: EACH, ...inUnit(part.value, PIECE) };
    if (part.is !== 'number' || noun?.is !== 'name') return part;
    const words = plain.slice(noun.start, noun.end);
    const unit = unitOf(words);
    if (unit) units.add(noun);
    if (unit) return { ...part, is: 'amount', unit, name: singular(words), ...inUnit(part.value, unit) };
    const ears = /^[a-z]+s of (?=[a-z])/.exec(words)?.[0];
    if (ears) named.set(noun, { ...noun, start: noun.start + ears.length });
    const isPlural = /^[a-z][a-z '-]*[^s]s$/.test(words) || (isDigit(part) && /^[a-z]{3,}$/.test(words));
    return isPlural || ears
      ? { ...part, is: 'amount', unit: PIECE, name: EACH, ...inUnit(part.value, PIECE) }
      : part;
  });
  return counted.filter((part) => !units.has(part)).map((part) => named.get(part) ?? part);
}

/** `1 duck`, but not `the last one lol`. */
const isDigit = ({ value, start, end }: Extract<Part, { is: 'number' }>): boolean =>
  value === THOUSAND && end - start === 1;

/** `2000 of them`. */
const isOfThem = (parts: readonly Part[], at: number): boolean =>
  isCue(parts[at + 1], 'of') && (parts[at + 2] === undefined || parts[at + 2]?.is === 'stop');

function partsIn(token: Token, plain: string, before: Token | undefined, after: Token | undefined): Part[] {
  const place = { start: token.start, end: token.end };
  switch (token.is) {
    case 'amount':
      return [{ ...token, name: unitName(plain.slice(token.start, token.end)) }];
    case 'unit':
      return [{ ...token, name: unitName(plain.slice(token.start, token.end)) }];
    case 'number':
      // Half price: nobody knows of what.
      if (plain.slice(token.start, token.end) === 'half') return [{ is: 'cue', cue: 'share', ...place }];
      return [token];
    case 'money':
      return [token];
    case 'sign':
      if (token.sign === '/') return [{ is: isBetween(token, plain, after) ? 'stop' : 'slash', ...place }];
      if (/[→>]/.test(token.sign)) return [{ is: 'cue', cue: 'change', ...place }];
      if (token.sign === '=' && after?.is === 'money') return [];
      if (token.sign === '=') return [{ is: 'cue', cue: 'set', ...place }];
      if (token.sign === '(') return [{ is: 'open', ...place }];
      if (/[+-]/.test(token.sign) && opensChange(token, before, after))
        return [{ is: 'cue', cue: token.sign === '+' ? 'add' : 'sub', ...place }];
      return /[,;!.:|+]/.test(token.sign) ? [{ is: 'stop', ...place }] : [];
    case 'word':
      return wordParts(token, plain, before, after);
    case 'aside': {
      const isShare = /[折%]|percent/.test(plain.slice(token.start, token.end));
      return [isShare ? { is: 'cue', cue: 'share', ...place } : { is: 'aside', ...place }];
    }
    default:
      return [{ is: 'aside', ...place }];
  }
}

/** +4 honey, +10斤: a sign that nothing stands before. */
const opensChange = (sign: Token, before: Token | undefined, after: Token | undefined): boolean =>
  after?.start === sign.end && (after.is === 'amount' || (after.is === 'number' && before === undefined));

/** 300ml / 26 yuan / 44 jars: with room around it, it divides. */
const isBetween = ({ start, end }: Token, plain: string, after: Token | undefined): boolean =>
  plain[start - 1] === ' ' &&
  plain[end] === ' ' &&
  (after?.is === 'money' || (after?.is === 'amount' && !after.isOne));

/** Words right behind an amount may begin with its container, or say that it fills one. */
function wordParts(word: Token, plain: string, before: Token | undefined, after: Token | undefined): Part[] {
  const next =
    after?.is === 'amount' ? 'amount' : after?.is === 'money' || after?.is === 'number' ? 'money' : 'other';
  const heads = headsOf(before, word, plain);
  const start = heads.at(-1)?.end ?? word.start;
  const tail = next === 'other' ? filledBox(before, start, word.end, plain) : boxOf(start, word.end, plain);
  const end = tail[0]?.start ?? word.end;
  return [...heads, ...piecesOf(plain, start, end, next).flatMap(pieceParts), ...tail];
}

/** What the first words mean only right behind a number: `3 yuan off`, `bags of`, 5斤装, 9块一斤了. */
function headsOf(before: Token | undefined, word: Token, plain: string): Part[] {
  const words = plain.slice(word.start, word.end);
  const head = (cue: Cue, length: number, start = word.start): Part => ({
    is: 'cue',
    cue,
    start,
    end: start + length,
  });
  if (before?.is === 'money' && /^off\b(?! sale)/.test(words)) return [head('relative', 3)];
  const [each = ''] =
    (before?.is === 'money' && /^(?:an?|per) (?!time|bit|lot|few)[a-z]{3,}\b/.exec(words)) || [];
  if (each !== '')
    return [{ is: 'unit', unit: PIECE, name: EACH, start: word.start, end: word.start + each.length }];
  if (before?.is !== 'amount' && before?.is !== 'unit' && before?.is !== 'number') return [];
  if (/^of\b/.test(words)) return [head('of', 2)];
  if (words === '了') return [head('now', 1)];
  const noun =
    before.is === 'amount' && (!before.unit.isContainer || words.startsWith('礼盒'))
      ? containerAt(before, word, plain)
      : undefined;
  const start = noun?.end ?? word.start;
  const isFilled = /^装(?!了|好|车)/.test(plain.slice(start, word.end));
  return [...(noun ? [noun] : []), ...(isFilled ? [head('pack', 1, start)] : [])];
}

function pieceParts({ start, end, cue }: { start: number; end: number; cue: Cue | undefined }): Part[] {
  if (cue === 'noise' || cue === 'new') return cue === 'new' ? [{ is: 'cue', cue, start, end }] : [];
  if (cue === 'each') return [{ is: 'unit', unit: PIECE, name: EACH, start, end }];
  return [cue ? { is: 'cue', cue, start, end } : { is: 'name', start, end }];
}

import { type Lexed, lex, type Token } from './lexer.ts';
import { readNumber, THOUSAND } from './numbers.ts';
import { type Cue, piecesOf } from './seller-cues.ts';
import type { Place } from './tokens.ts';
import { PIECE, type Unit, unitOf } from './units.ts';

export interface Amount extends Place {
  readonly is: 'amount';
  readonly base: number | undefined;
  readonly unit: Unit;
  /** The unit's word, so that a 瓶 is not taken for an 箱. */
  readonly name: string;
  readonly isOne: boolean;
}

/** A unit without a number: `/斤`, `每袋`, `500g jars`, `each`. */
export interface Bare extends Place {
  readonly is: 'unit';
  readonly unit: Unit;
  readonly name: string;
}

/** A seller's message, taken apart: numbers with their units, and what the words between them say about those. */
export type Part =
  | Amount
  | Bare
  | (Place & { readonly is: 'money'; readonly fen: number | undefined })
  | (Place & { readonly is: 'number'; readonly value: number | undefined })
  | (Place & { readonly is: 'cue'; readonly cue: Cue })
  | (Place & { readonly is: 'stop' })
  | (Place & { readonly is: 'slash' })
  | (Place & { readonly is: 'open' })
  | (Place & { readonly is: 'name' })
  | (Place & { readonly is: 'aside' });

export const EACH = 'each';

export function partsOf(lexed: Lexed): Part[] {
  const { plain } = lexed.text;
  const tokens = runsOf(
    lexed.tokens.flatMap((token) => pricedOne(token, plain)),
    plain,
  );
  return countedOf(
    tokens.flatMap((token, i) => partsIn(token, plain, tokens[i - 1], tokens[i + 1])),
    plain,
  );
}

/** `5 more boxes` is five boxes, `12 chickens` twelve pieces. */
function countedOf(parts: readonly Part[], plain: string): Part[] {
  const units = new Set<Part>();
  const named = new Map<Part, Part>();
  const counted = parts.map((part, i): Part => {
    const noun = isCue(parts[i + 1], 'add') ? parts[i + 2] : parts[i + 1];
    if (part.is !== 'number' || noun?.is !== 'name') return part;
    const words = plain.slice(noun.start, noun.end);
    const unit = unitOf(words);
    if (unit) units.add(noun);
    if (unit) return { ...part, is: 'amount', unit, name: singular(words), ...inUnit(part.value, unit) };
    const ears = /^[a-z]+s of (?=[a-z])/.exec(words)?.[0];
    if (ears) named.set(noun, { ...noun, start: noun.start + ears.length });
    const isPlural = /^[a-z][a-z '-]*[^s]s$/.test(words);
    return isPlural || ears
      ? { ...part, is: 'amount', unit: PIECE, name: EACH, ...inUnit(part.value, PIECE) }
      : part;
  });
  return counted.filter((part) => !units.has(part)).map((part) => named.get(part) ?? part);
}

/** A number of a unit, in base units; nothing where that is no whole number. */
export function inUnit(value: number | undefined, unit: Unit): { base: number | undefined; isOne: boolean } {
  const base = value === undefined ? undefined : (value * unit.base) / THOUSAND;
  return { base: Number.isSafeInteger(base) ? base : undefined, isOne: value === THOUSAND };
}

const ONE_BEHIND = /^(.+)([一半]\D{1,3})$|^(\d[\d.]*|(?!half|quarter|third)[a-z-]+)\s+(an?\s.*)$/;

/** 四十五一斤 and `45 a kilo` are a price and its unit, not an amount. */
function pricedOne(token: Token, plain: string): Token[] {
  if (token.is !== 'amount') return [token];
  const [all = '', han, hanOne, latin, latinOne] = ONE_BEHIND.exec(plain.slice(token.start, token.end)) ?? [];
  const [number, one] = [han ?? latin, hanOne ?? latinOne];
  const value = number && readNumber(number);
  const unit = one === undefined ? undefined : lex(one).tokens[0];
  if (!number || !value || unit?.is !== 'amount') return [token];
  const border = token.start + number.length;
  const second = token.end - (one ?? all).length;
  return [
    { is: 'number', value, start: token.start, end: border },
    { ...unit, start: second, end: token.end },
  ];
}

/** Joins words that make one run, and numbers that belong to a name: 九月红橙, five-spice tofu, 7-grain flour. */
function runsOf(tokens: readonly Token[], plain: string): Token[] {
  const runs: Token[] = [];
  for (const [i, token] of tokens.entries()) {
    const last = runs.at(-1);
    if (last?.is === 'word' && continues(last, token, tokens[i + 1], plain))
      runs[runs.length - 1] = wordFrom(last.start, token.end, plain);
    else if (opensName(token, tokens[i + 1], last, plain)) runs.push(wordFrom(token.start, token.end, plain));
    else runs.push(token);
  }
  return runs;
}

const wordFrom = (start: number, end: number, plain: string): Token => ({
  is: 'word',
  text: plain.slice(start, end),
  start,
  end,
});

function continues(last: Token, token: Token, next: Token | undefined, plain: string): boolean {
  if (token.is === 'sign')
    return (
      token.sign === '-' &&
      /[a-z\d]$/.test(plain.slice(last.start, last.end)) &&
      last.end === token.start &&
      next?.start === token.end
    );
  if (token.is !== 'word') return false;
  const between = plain.slice(last.end, token.start);
  return between === '' || (/^[a-z&]/.test(token.text) && /[a-z0-9'’-]$/.test(plain.slice(0, last.end)));
}

const HAN_WORD = /^[\u4e00-\u9fff]/;

function opensName(token: Token, next: Token | undefined, last: Token | undefined, plain: string): boolean {
  if (token.is !== 'aside' && token.is !== 'number') return false;
  const text = plain.slice(token.start, token.end);
  const isTight = next !== undefined && next.start === token.end;
  if (/^(?:[a-z]+|\d+)-[a-z]+$/.test(text) && next?.is === 'word') return true;
  if (isTight && next?.is === 'sign' && next.sign === '-') return /^[a-z\d]+$/.test(text);
  if (next?.is !== 'word') return false;
  if (isTight) return /^[一二三四五六七八九十百千]/.test(text) && opensHan(next, plain);
  return last === undefined && /^[a-z]+$/.test(text) && !/(?:s|s [a-z]+)$/.test(latinRun(plain, next.start));
}

/** True for a word that itself begins with a name. */
function opensHan(word: Token, plain: string): boolean {
  const [first] = piecesOf(plain, word.start, word.end, 'other');
  return HAN_WORD.test(plain.slice(word.start)) && first?.start === word.start && first.cue === undefined;
}

const latinRun = (plain: string, start: number): string =>
  /^[a-z '-]*[a-z]/.exec(plain.slice(start))?.[0] ?? '';

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
      if (token.sign === '/') return [{ is: 'slash', ...place }];
      if (/[→>]/.test(token.sign)) return [{ is: 'cue', cue: 'change', ...place }];
      if (token.sign === '(') return [{ is: 'open', ...place }];
      if (/[+-]/.test(token.sign) && after?.is === 'amount' && after.start === token.end)
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

/** Words right behind an amount may begin with its container, or say that it fills one. */
function wordParts(word: Token, plain: string, before: Token | undefined, after: Token | undefined): Part[] {
  const next =
    after?.is === 'amount' ? 'amount' : after?.is === 'money' || after?.is === 'number' ? 'money' : 'other';
  const heads = headsOf(before, word, plain);
  const start = heads.at(-1)?.end ?? word.start;
  const tail = next === 'other' ? [] : boxOf(start, word.end, plain);
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
  if (before?.is !== 'amount' && before?.is !== 'unit' && before?.is !== 'number') return [];
  if (/^of\b/.test(words)) return [head('of', 2)];
  if (words === '了') return [head('now', 1)];
  const noun =
    before.is === 'amount' && !before.unit.isContainer ? containerAt(before, word, plain) : undefined;
  const start = noun?.end ?? word.start;
  const isFilled = /^装(?!了|好|车)/.test(plain.slice(start, word.end));
  return [...(noun ? [noun] : []), ...(isFilled ? [head('pack', 1, start)] : [])];
}

/** `a box of 12`: a container right before what it holds. */
function boxOf(start: number, end: number, plain: string): Part[] {
  const [all = '', name = ''] = /\b([a-z]+) of$/.exec(plain.slice(start, end)) ?? [];
  const unit = unitOf(name);
  const from = end - all.length;
  if (!unit?.isContainer) return [];
  return [
    { is: 'unit', unit, name: singular(name), start: from, end: from + name.length },
    { is: 'cue', cue: 'of', start: end - 2, end },
  ];
}

function pieceParts({ start, end, cue }: { start: number; end: number; cue: Cue | undefined }): Part[] {
  if (cue === 'noise' || cue === 'new') return cue === 'new' ? [{ is: 'cue', cue, start, end }] : [];
  if (cue === 'each') return [{ is: 'unit', unit: PIECE, name: EACH, start, end }];
  return [cue ? { is: 'cue', cue, start, end } : { is: 'name', start, end }];
}

/** The container that a content stands before: `500g jars`, 5斤箱, 20斤网兜装. */
function containerAt(amount: Token, word: Token, plain: string): Bare | undefined {
  const words = plain.slice(word.start, word.end);
  const latin = /^[a-z]+/.exec(words)?.[0];
  const gap = word.start - amount.end;
  if (gap > (latin ? 1 : 0) || /^(?:包邮|包装|打包|装|套餐)/.test(words)) return undefined;
  const net = /^网[兜袋]/.exec(words)?.[0];
  const names = latin ? [latin] : [net, words.slice(0, 3), words.slice(0, 2), words.slice(0, 1)];
  for (const name of names) {
    const unit = name === undefined ? undefined : name === net ? unitOf('袋') : unitOf(name);
    if (name && unit?.isContainer)
      return { is: 'unit', unit, name: singular(name), start: word.start, end: word.start + name.length };
  }
  return undefined;
}

const OF_NUMBER =
  /^(?:[x*]?\s*[\d.,/]+|[零〇一二三四五六七八九十百千万两半俩仨廿卅几多来]+|(?:\/|每一?|per|each|every|another|one|an?)(?![a-z]))\s*/;

/** The unit's own word: 箱 in 二十箱, box in `40 boxes`. */
function unitName(text: string): string {
  const latin = /([a-z]+)$/.exec(text)?.[1];
  if (latin) return singular(latin);
  let rest = text;
  while (OF_NUMBER.test(rest) && !unitOf(rest)) rest = rest.replace(OF_NUMBER, '');
  return rest.replace(/[半]$/, '') || text;
}

const singular = (name: string): string => name.replace(/(?<=x|ch|sh)es$|(?<!s)s$/, '');

export const isCue = (part: Part | undefined, cue: Cue): boolean => part?.is === 'cue' && part.cue === cue;

import { lex } from '../lexer/lexer.ts';
import { numberAt } from '../lexer/numbers.ts';
import type { Token } from '../lexer/tokens.ts';
import { findGoods, type Known } from '../model/goods.ts';
import { placeAt } from '../recipient/places.ts';
import { splitWords, type Words } from '../text/words.ts';
import { idleWords, joinsTimes, leadsToHour, leadsToOld, placeAliases, timeWords } from './shape-words.ts';

// What a sentence says it of: each figure, name or place is a slot, and the sentence without them is its shape.

export const slotKinds = [
  ...(['money', 'amount', 'number', 'item', 'time', 'order', 'code'] as const),
  ...(['goods', 'place', 'person'] as const),
] as const;
export type SlotKind = (typeof slotKinds)[number];

export interface Slot {
  readonly kind: SlotKind;
  /** As typed, in simplified signs and lower case; of a place that is said short, its names. */
  readonly text: string;
  /** As typed, in capitals where it was. */
  readonly said: string;
  /** Of money: fen. Of a bare number: thousandths. Of an item: its number. */
  readonly value?: number;
  /** 3块: money, or three pieces. */
  readonly isCount?: true;
  /** What was before, and is said no more: 从6块改成8块. */
  readonly isOld?: true;
  /** The provinces that a place lies in, where they are certain. */
  readonly provinces?: readonly string[];
  /** Where it stands in the sentence. */
  readonly start: number;
  readonly end: number;
}

export interface Shape {
  readonly slots: readonly Slot[];
  /** The sentence with `<kind>` for each slot. */
  readonly masked: string;
  /** The sentence in simplified signs and lower case, and as it was typed; of the same length. */
  readonly plain: string;
  readonly said: string;
}

/** Names that are slots wherever they stand: of goods, places beside those of China in Chinese, and people. */
export interface Names {
  readonly goods: Known;
  readonly places?: Words<true>;
  readonly people?: Words<true>;
}

/** Names as they are looked for in sentences. */
export const namesAsWords = (names: readonly string[]): Words<true> =>
  splitWords(names.filter(Boolean).map((name) => [name.toLowerCase(), true] as const));

type Found = Omit<Slot, 'said' | 'start'>;

/** Takes a sentence apart into its shape and what fills it. */
export function findShape(sentence: string, names: Names): Shape {
  const lexed = lex(sentence);
  const { plain, said } = lexed.text;
  const { tokens } = lexed;
  const marks = findGoods(lexed, names.goods);
  const slots: Slot[] = [];
  let read = 0;
  for (const [i, token] of tokens.entries()) {
    const { start } = token;
    if (start < read) continue;
    const idle = idleWords.at(plain, start);
    if (idle) {
      read = start + idle.word.length;
      continue;
    }
    const found =
      personAt(plain, start, names) ??
      goodsAt(plain, marks, tokens, i) ??
      placeSlot(plain, start, names) ??
      timeAt(plain, token) ??
      slotOf(token) ??
      roundNumber(plain, token);
    if (!found) continue;
    const old = isFigure(found.kind) && leadsToOld(plain.slice(0, start));
    const last = slots.at(-1);
    const joined = joinedTime(last, found, plain, start);
    if (joined && last)
      slots[slots.length - 1] = { ...last, ...joined, said: said.slice(last.start, joined.end) };
    else
      slots.push({
        ...found,
        start,
        said: said.slice(start, found.end),
        ...(old && { isOld: true as const }),
      });
    read = found.end;
  }
  return { slots, masked: mask(plain, slots), plain, said };
}

function mask(plain: string, slots: readonly Slot[]): string {
  let read = 0;
  const parts: string[] = [];
  for (const { start, end, kind } of slots) {
    parts.push(plain.slice(read, start), `<${kind}>`);
    read = end;
  }
  return [...parts, plain.slice(read)].join('');
}

const isFigure = (kind: SlotKind): boolean => kind === 'money' || kind === 'amount' || kind === 'number';

/** 明天 下午 五点, 8 tonight: the same time goes on. */
function joinedTime(
  last: Slot | undefined,
  next: Found,
  plain: string,
  start: number,
): { readonly kind: 'time'; readonly text: string; readonly end: number } | undefined {
  if (!last || !joinsTimes(plain.slice(last.end, start))) return undefined;
  const isHour = next.kind === 'number' && last.kind === 'time' && leadsToHour(plain.slice(0, start));
  const isDay =
    next.kind === 'time' &&
    (last.kind === 'time' || (last.kind === 'number' && leadsToHour(plain.slice(0, last.start))));
  return isHour || isDay
    ? { kind: 'time', text: plain.slice(last.start, next.end), end: next.end }
    : undefined;
}

function personAt(plain: string, start: number, { people }: Names): Found | undefined {
  const found = people?.at(plain, start);
  return found && { kind: 'person', text: found.word, end: start + found.word.length };
}

/** A name of goods that begins with the i-th token. */
function goodsAt(
  plain: string,
  marks: readonly string[],
  tokens: readonly Token[],
  i: number,
): Found | undefined {
  const mark = marks[i];
  if (mark !== 'S' && mark !== 'B') return undefined;
  const last = mark === 'S' ? i : marks.findIndex((one, j) => j > i && one === 'E');
  const end = tokens[last]?.end;
  return end === undefined
    ? undefined
    : { kind: 'goods', text: plain.slice(tokens[i]?.start ?? 0, end), end };
}

/** Before the name of a county without its ending stands where it goes: 和平 and 长安 are words of other things too. */
const TOWARDS = /[到发寄往去在从至送给]$/u;

function placeSlot(plain: string, start: number, { places }: Names): Found | undefined {
  const alias = placeAliases.at(plain, start);
  const named = placeAt(plain, start);
  if (alias && start + alias.word.length > (named?.end ?? 0))
    return {
      kind: 'place',
      text: alias.value.join('、'),
      provinces: alias.value,
      end: start + alias.word.length,
    };
  const word = places?.at(plain, start);
  if (word && start + word.word.length >= (named?.end ?? 0))
    return { kind: 'place', text: word.word, provinces: [word.word], end: start + word.word.length };
  if (!named) return undefined;
  const isCounty = !named.isFull && named.candidates.every(({ level }) => level === 'county');
  if (isCounty && !TOWARDS.test(plain.slice(0, start))) return undefined;
  const provinces = [...new Set(named.candidates.map(({ province }) => province))];
  return {
    kind: 'place',
    text: plain.slice(start, named.end),
    end: named.end,
    ...(provinces.length === 1 && { provinces }),
  };
}

function timeAt(plain: string, { start, is, text }: Token): Found | undefined {
  const word = timeWords.at(plain, start);
  const end = word ? start + word.word.length : start;
  return end > start && !(is === 'aside' && text.length > end - start)
    ? { kind: 'time', text: plain.slice(start, end), end }
    : undefined;
}

function slotOf(token: Token): Found | undefined {
  const { text, end } = token;
  switch (token.is) {
    case 'money':
      return {
        kind: 'money',
        text,
        end,
        ...(token.fen !== undefined && { value: token.fen }),
        ...(token.pieces && { isCount: true as const }),
      };
    case 'amount':
      // 包邮, 排上: a unit without a figure counts nothing.
      return FIGURE.test(text) ? { kind: 'amount', text, end } : undefined;
    case 'number':
      if (LONG.test(text)) return { kind: 'code', text, end };
      return { kind: 'number', text, end, ...(token.value !== undefined && { value: token.value }) };
    case 'code':
      return { kind: 'item', text, end, ...(token.item !== undefined && { value: token.item }) };
    case 'aside':
      return asideSlot(text, end);
    default:
      return undefined;
  }
}

/** 满一百, 超过三百的: numbers that are read without a unit only because they are told here. */
function roundNumber(plain: string, { start, is }: Token): Found | undefined {
  const found =
    is === 'word' && ROUND.test(plain.slice(start, start + 2)) ? numberAt(plain, start) : undefined;
  return found?.value === undefined
    ? undefined
    : { kind: 'number', text: plain.slice(start, found.end), value: found.value, end: found.end };
}

const ROUND = /^[一二两三四五六七八九][十百千万]/u;
const FIGURE =
  /[\d一二两三四五六七八九十百千半廿俩仨]|^(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|half|dozen)\b/u;
const ORDER = /^(?:订单号?|单号|尾号)?\s?:?\s?[a-z]-\d+$/u;
/** A parcel's number, a telephone number. */
const CODE = /^(?:[a-z]{1,3}-?\d{4,}|\d{8,})$/u;
/** No sum has so many figures: it is a parcel's number. */
const LONG = /^\d{7,}$/u;
/** 第二, 三次, 六口人: they count, and tell no time. */
const COUNTED = /^第|[次回遍岁度楼人位家倍成折%]$|percent|people|person/u;

function asideSlot(text: string, end: number): Found | undefined {
  if (ORDER.test(text)) return { kind: 'order', text, end };
  if (CODE.test(text)) return { kind: 'code', text, end };
  return COUNTED.test(text) ? undefined : { kind: 'time', text, end };
}

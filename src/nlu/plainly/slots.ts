import { lex } from '../lexer/lexer.ts';
import type { Token } from '../lexer/tokens.ts';
import { findGoods, type Known } from '../model/goods.ts';
import { placeAt } from '../recipient/places.ts';

// What a sentence says it of: each figure, name or place is a slot, and the sentence without them is its shape.

export type SlotKind = 'money' | 'amount' | 'number' | 'item' | 'time' | 'order' | 'code' | 'goods' | 'place';

export interface Slot {
  readonly kind: SlotKind;
  /** As typed, in simplified signs. */
  readonly text: string;
  /** Of money: fen. Of a bare number: thousandths. Of an item: its number. */
  readonly value?: number;
}

export interface Shape {
  readonly slots: readonly Slot[];
  /** The sentence with `<kind>` for each slot. */
  readonly masked: string;
}

/** Takes a sentence apart into its shape and what fills it. `known` finds names of goods. */
export function findShape(sentence: string, known: Known): Shape {
  const lexed = lex(sentence);
  const { plain } = lexed.text;
  const marks = findGoods(lexed, known);
  const slots: Slot[] = [];
  const masked: string[] = [];
  let read = 0;
  const keepUntil = (start: number): void => {
    masked.push(plain.slice(read, start));
  };
  const add = (slot: Slot, end: number): void => {
    slots.push(slot);
    masked.push(`<${slot.kind}>`);
    read = end;
  };
  for (const [i, token] of lexed.tokens.entries()) {
    if (token.start < read) continue;
    const end = goodsEnd(marks, i, lexed.tokens);
    const place = end === undefined ? placeAt(plain, token.start) : undefined;
    const slot = end === undefined && !place ? slotOf(token) : undefined;
    if (end === undefined && !place && !slot) continue;
    keepUntil(token.start);
    if (end !== undefined) add({ kind: 'goods', text: plain.slice(token.start, end) }, end);
    else if (place) add({ kind: 'place', text: plain.slice(token.start, place.end) }, place.end);
    else if (slot) add(slot, token.end);
  }
  keepUntil(plain.length);
  return { slots, masked: masked.join('') };
}

/** Where a name of goods that begins with the i-th token ends. */
function goodsEnd(marks: readonly string[], i: number, tokens: readonly Token[]): number | undefined {
  if (marks[i] === 'S') return tokens[i]?.end;
  if (marks[i] !== 'B') return undefined;
  const last = marks.findIndex((mark, j) => j > i && mark === 'E');
  return tokens[last]?.end;
}

function slotOf(token: Token): Slot | undefined {
  const { text } = token;
  switch (token.is) {
    case 'money':
      return { kind: 'money', text, ...(token.fen !== undefined && { value: token.fen }) };
    case 'amount':
      return { kind: 'amount', text };
    case 'number':
      return { kind: 'number', text, ...(token.value !== undefined && { value: token.value }) };
    case 'code':
      return { kind: 'item', text, ...(token.item !== undefined && { value: token.item }) };
    case 'aside':
      return { kind: asideKind(text), text };
    default:
      return undefined;
  }
}

const ORDER = /^(?:订单号?|单号|尾号)?\s?:?\s?[a-z]-\d+$/u;
/** A parcel's number, a telephone number. */
const CODE = /^[a-z]{0,3}\d{8,}$/u;

const asideKind = (text: string): SlotKind => (ORDER.test(text) ? 'order' : CODE.test(text) ? 'code' : 'time');

import type { Measure } from '../../../shop/values/quantity.ts';
import { type Lexed, lex, type Token } from '../lexer/lexer.ts';
import { readNumber, THOUSAND } from '../lexer/numbers.ts';
import { PIECE, type Unit, unitOf } from '../lexer/units.ts';
import { type Cue, piecesOf } from './cues.ts';
import { productsIn } from './product-words.ts';

export interface Amount {
  /** Base units; null where it is not certain. */
  readonly quantity: number | null;
  readonly measure: Measure | null;
  /** Nothing for a bare number, and for a count that is multiplied with its content already. */
  readonly unit: Unit | undefined;
  /** A bare number, in thousandths: it takes its unit from what it corrects. */
  readonly bare?: number | undefined;
}

/** What an order is made of, in the order in which it was said. */
export type Item =
  | { readonly is: 'product'; readonly text: string; readonly isTrait: boolean }
  | { readonly is: 'amount'; readonly amount: Amount }
  /** What one container holds; one that is `alone` is an amount where no container is counted. */
  | { readonly is: 'content'; readonly amount: Amount; readonly mayStandAlone: boolean }
  | { readonly is: Cue | 'stop' };

type Found = { readonly items: readonly Item[]; readonly used: number } | undefined;

/** Takes an order apart into products, amounts, contents of containers, and words that say what to do with them. */
export function itemsOf(message: string): Item[] {
  const { text, tokens } = lex(message);
  const items: Item[] = [];
  for (let i = 0; i < tokens.length; ) {
    const found = quantityAt(tokens, i, text.plain) ?? wordsAt({ text, tokens }, i);
    items.push(...found.items);
    i += found.used;
  }
  return items;
}

/** An amount or a content that begins at token `i`. The shapes are tried in this order. */
function quantityAt(tokens: readonly Token[], i: number, plain: string): Found {
  const shapes = [price, inBrackets, timesContent, contentOf, containerHolds, plainAmount, bareNumber];
  for (const shape of shapes) {
    const found = shape(tokens, i, plain);
    if (found) return found;
  }
  return undefined;
}

const amountOf = (base: number | null | undefined, unit: Unit): Amount => ({
  quantity: base ?? null,
  measure: unit.measure,
  unit,
});

/** 15元一斤, 一斤15元, $3 per kg: what it costs, not how much is wanted. */
function price(tokens: readonly Token[], i: number, plain: string): Found {
  const [one, next, third] = tokens.slice(i, i + 3);
  // 38一箱: a bare number before one container is its price.
  if (
    one?.is === 'number' &&
    next?.is === 'amount' &&
    next.isOne &&
    next.start === one.end &&
    /^[一每]/.test(plain.slice(next.start))
  )
    return { items: [], used: 2 };
  if (one?.is === 'money') {
    const pieces = piecesSaid(one, tokens[i - 1], next, plain);
    if (pieces) return pieces;
    const unit = isSign(next, '/') ? third : next;
    const isPer =
      unit?.is === 'unit' ||
      (unit?.is === 'amount' && unit.isOne && unit.start === next?.start && one.end === next.start);
    return { items: [], used: isPer ? (isSign(next, '/') ? 3 : 2) : 1 };
  }
  return one?.is === 'amount' && one.isOne && next?.is === 'money' && next.start === one.end
    ? { items: [], used: 2 }
    : undefined;
}

/** 砧板一块: one board, not one yuan. */
function piecesSaid(money: Token, before: Token | undefined, next: Token | undefined, plain: string): Found {
  const [, few, digits] =
    /^(?:([一二两三四五])|(\d{1,2}))块$/.exec(plain.slice(money.start, money.end)) ?? [];
  const isEnd = next === undefined || next.is === 'sign';
  if (before?.is !== 'word' || !isEnd || (digits !== undefined && !SOLID.test(before.text))) return undefined;
  const value = readNumber(few ?? digits ?? '');
  return value === undefined
    ? undefined
    : { items: [{ is: 'amount', amount: amountOf(value / THOUSAND, PIECE) }], used: 1 };
}

/** What is sold by the 块, so that even 3块 of it is hardly money. */
const SOLID = /(?:豆腐|豆干|糕|糍粑|腐乳|皂|生姜|老姜|红糖|砖茶)$/;

/** two 5kg bags, 3 x 500g, 500g*2, 500g*2瓶: so many times a content. */
function timesContent(tokens: readonly Token[], i: number): Found {
  const [one, next, third, fourth] = tokens.slice(i, i + 4);
  if (one?.is === 'amount' && !one.unit.isContainer) {
    if (next?.is === 'amount' && next.unit === PIECE && next.end - next.start > 1)
      return { items: [times(one, next.base)], used: 2 };
    if (isTimes(next) && (third?.is === 'amount' || third?.is === 'number'))
      return { items: [times(one, countOf(third))], used: 3 };
  }
  // three bags of 5 jin millet
  const isOf = next?.is === 'word' && next.text === 'of';
  const isOfThe = isOf && third?.is === 'word' && third.text === 'the';
  const inside = isOfThe ? fourth : third;
  if (
    one?.is === 'amount' &&
    one.unit.isContainer &&
    isOf &&
    inside?.is === 'amount' &&
    !inside.unit.isContainer
  )
    return { items: [times(inside, countOf(one))], used: isOfThe ? 4 : 3 };
  if (one?.is !== 'number') return undefined;
  const content = isTimes(next) ? third : next;
  if (content?.is !== 'amount' || content.unit.isContainer) return undefined;
  const word = isTimes(next) ? fourth : third;
  const isFilled = isContainerWord(word);
  if (!isFilled && !isTimes(next)) return undefined;
  return { items: [times(content, countOf(one))], used: (isTimes(next) ? 3 : 2) + (isFilled ? 1 : 0) };
}

/** 5斤装, 500g/瓶, 10斤一箱, 一壶5斤, 5 kg each box, 5升的…: what a container holds. */
function contentOf(tokens: readonly Token[], i: number, plain: string): Found {
  const [one, next, third] = tokens.slice(i, i + 3);
  if (one?.is !== 'amount') return undefined;
  const content = (used: number, mayStandAlone: boolean): Found => ({
    items: [{ is: 'content', amount: amountOf(one.base, one.unit), mayStandAlone }],
    used,
  });
  if (isSign(next, '/') && third?.is === 'unit') return content(3, true);
  if (next?.is === 'unit' && next.unit.isContainer && !one.unit.isContainer) return content(2, true);
  const isBeside = next !== undefined && plain.slice(one.end, next.start).trim() === '';
  if (!isBeside) return undefined;
  if (next.is === 'amount' && next.isOne && next.unit.isContainer && !isNamed(third, next))
    return isSameUnit(one, next, plain) ? undefined : content(2, true);
  if (one.unit.isContainer) return undefined;
  if (next.is === 'word' && /^装/.test(next.text)) return content(next.text === '装' ? 2 : 1, false);
  if (next.is === 'word' && /^(?:左右|上下)?的/.test(next.text)) return content(1, true);
  return isContainerWord(next) ? content(2, /[^s]$/.test(next.is === 'word' ? next.text : '')) : undefined;
}

/** 一箱(24瓶): what stands in brackets behind a container is in it. */
function inBrackets(tokens: readonly Token[], i: number): Found {
  const [before, open, inside, close] = [tokens[i - 1], ...tokens.slice(i, i + 3)];
  const isInside = isSign(open, '(') && isSign(close, ')') && inside?.is === 'amount';
  if (!isInside || before?.is !== 'amount' || !before.unit.isContainer) return undefined;
  return {
    items: [{ is: 'content', amount: amountOf(inside.base, inside.unit), mayStandAlone: true }],
    used: 3,
  };
}

/** 每箱10斤, 一壶5斤. */
function containerHolds(tokens: readonly Token[], i: number, plain: string): Found {
  const [one, next] = tokens.slice(i, i + 2);
  const isContainer = (one?.is === 'unit' || (one?.is === 'amount' && one.isOne)) && one.unit.isContainer;
  if (!isContainer || next?.is !== 'amount' || next.start !== one.end || isSameUnit(one, next, plain))
    return undefined;
  return {
    items: [{ is: 'content', amount: amountOf(next.base, next.unit), mayStandAlone: true }],
    used: 2,
  };
}

/** All containers share one unit: the word tells them apart. */
const isSameUnit = (one: Token, other: Token, plain: string): boolean =>
  plain.slice(other.end - 1, other.end) === plain.slice(one.end - 1, one.end);

function plainAmount(tokens: readonly Token[], i: number): Found {
  const one = tokens[i];
  if (one?.is !== 'amount') return undefined;
  return { items: [{ is: 'amount', amount: amountOf(one.base, one.unit) }], used: 1 };
}

/** A bare number counts pieces behind a plus or a times sign, and right before a Latin word; else nobody knows its unit. */
function bareNumber(tokens: readonly Token[], i: number): Found {
  const [before, one, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  if (one?.is !== 'number') return undefined;
  const isCount =
    (before?.is === 'sign' && /[+*]/.test(before.sign)) ||
    (after?.is === 'word' && /^[a-z]/.test(after.text) && !/^(?:and|or|but|to)$/.test(after.text));
  const count = countOf(one);
  if (isCount && count !== null)
    return { items: [{ is: 'amount', amount: amountOf(count, PIECE) }], used: 1 };
  const isOpen = count !== null && before?.is === 'word';
  const open: Item = {
    is: 'amount',
    amount: { quantity: null, measure: null, unit: undefined, bare: one.value },
  };
  return { items: isOpen ? [open] : [], used: 1 };
}

/** A whole number of pieces or containers. */
function countOf(token: Extract<Token, { is: 'amount' | 'number' }>): number | null {
  if (token.is === 'amount') return token.unit.measure === 'COUNT' ? (token.base ?? null) : null;
  const { value } = token;
  return value !== undefined && value > 0 && value % THOUSAND === 0 ? value / THOUSAND : null;
}

function times(content: Extract<Token, { is: 'amount' }>, count: number | null | undefined): Item {
  const quantity = content.base === undefined || !count ? null : content.base * count;
  return { is: 'amount', amount: { ...amountOf(quantity, content.unit), unit: undefined } };
}

const isSign = (token: Token | undefined, sign: string): boolean =>
  token?.is === 'sign' && token.sign === sign;
const isTimes = (token: Token | undefined): boolean =>
  isSign(token, '*') || (token?.is === 'word' && token.text === 'x');
/** `bags` behind `5kg`. */
const isContainerWord = (token: Token | undefined): boolean =>
  token?.is === 'word' && /^[a-z]+$/.test(token.text) && unitOf(token.text)?.isContainer === true;
/** True where what follows is a product's name: 2斤 一箱苹果. */
const isNamed = (token: Token | undefined, before: Token): boolean =>
  token?.is === 'word' &&
  token.start === before.end &&
  !/^(?:的|那种|那个|来|要|拍|买|分|装|包)/.test(token.text);

/** Words that belong together, in Latin letters one phrase, divided into products and cues; a sign is a stop. */
function wordsAt({ text, tokens }: Lexed, i: number): { items: readonly Item[]; used: number } {
  const first = tokens[i];
  if (first?.is === 'code') return { items: [product(text.said.slice(first.start, first.end))], used: 1 };
  if (first?.is === 'sign') return { items: /[,;.!?:]/.test(first.sign) ? [{ is: 'stop' }] : [], used: 1 };
  if (first?.is !== 'word') return { items: [], used: 1 };
  let used = 1;
  let end = first.end;
  for (
    let next = tokens[i + 1];
    next?.is === 'word' && isGlued(text.plain, first.start, end, next);
    used += 1
  ) {
    end = next.end;
    next = tokens[i + used + 1];
  }
  const behind = tokens[i + used];
  if (isDestination(text.plain, tokens[i - 1], first, end)) return { items: [{ is: 'purpose' }], used };
  const items = phraseItems(text.said.slice(first.start, end), text.plain.slice(first.start, end));
  const isAttached = behind?.is === 'amount' || behind?.is === 'number';
  return { items: isAttached ? items.map(beforeAmount) : items, used };
}

/** 一箱发上海: where a part of it goes. */
const isDestination = (plain: string, before: Token | undefined, { start }: Token, end: number): boolean =>
  before?.is === 'amount' &&
  before.end === start &&
  /^(?:发(?![菜糕面酵])|寄)(?:到|去|往|给)?\p{Script=Han}{2,4}$/u.test(plain.slice(start, end));

const product = (text: string, isTrait = false): Item => ({ is: 'product', text, isTrait });
/** Before an amount, 不要 speaks of what follows. */
const beforeAmount = (item: Item, i: number, items: readonly Item[]): Item => {
  return item.is === 'dropped' && i === items.length - 1 ? { is: 'not' } : item;
};

/** Latin words of one phrase belong together, Chinese ones only where nothing stands between. */
function isGlued(plain: string, start: number, end: number, token: Token): boolean {
  const between = plain.slice(end, token.start);
  if (between === '') return true;
  return (
    between.trim() === '' && /[a-z]$/.test(plain.slice(start, end)) && /^[a-z]/.test(plain.slice(token.start))
  );
}

function phraseItems(said: string, plain: string): Item[] {
  return piecesOf(plain).flatMap(({ cue, start, end }): Item[] => {
    if (cue) return [{ is: cue }];
    const piece = plain.slice(start, end);
    const isTrait =
      /的(?:那[种款个])?[啊呀哦呢吧]?\s*$|^(?!the |these |those ).+ ones?\s*$|^\s*(?:un)?(?:salted|roasted|raw|fresh|dried|shelled|unshelled|organic|ripe|sweet|big|small)(?: and (?:un)?(?:salted|roasted|raw|fresh|dried|shelled|organic|ripe|sweet))?\s*$/.test(
        piece,
      );
    return productsIn(said.slice(start, end), piece).map((text) => product(text, isTrait));
  });
}

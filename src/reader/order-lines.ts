import type { Measure } from '../shop/quantity.ts';
import { type Lexed, lex, type Token } from './lexer.ts';
import { THOUSAND } from './numbers.ts';
import { productsIn } from './product-words.ts';
import type { Unit } from './units.ts';

/** One thing that somebody wants. */
export interface BuyerLine {
  /** In the buyer's own words; empty when unsaid. */
  readonly product: string;
  /** Base units; null when unsaid or vague. */
  readonly quantity: number | null;
  readonly measure: Measure | null;
}

export interface Lines {
  readonly lines: readonly BuyerLine[];
  /** True where an amount was named and is not certain. */
  readonly isVague: boolean;
}

/** What an order is made of, in the order in which it was said. */
type Item =
  | { readonly is: 'product'; readonly text: string }
  | { readonly is: 'amount'; readonly quantity: number | null; readonly measure: Measure }
  /** What one container holds: it multiplies a count of containers. */
  | { readonly is: 'content'; readonly base: number | null; readonly measure: Measure }
  | { readonly is: 'each' }
  | { readonly is: 'correction' };

/** Reads products and amounts in any order: `核桃5斤`, `5斤核桃`, `核桃和小米各5斤`. */
export function readLines(message: string): Lines {
  return assemble(withContents(itemsOf(lex(message))));
}

const CORRECTION =
  /不对|说错|错了|打错|啊不|哦不|噢不|不不|改成|改为|换成|更正|no wait|i mean|scratch that|actually|make (?:that|it)|correction|rather/;

function itemsOf({ text, tokens }: Lexed): Item[] {
  const items: Item[] = [];
  let words: { start: number; end: number } | undefined;
  const closeWords = (): void => {
    if (words)
      items.push(
        ...wordItems(text.said.slice(words.start, words.end), text.plain.slice(words.start, words.end)),
      );
    words = undefined;
  };
  for (const [i, token] of tokens.entries()) {
    if (token.is === 'word' && isGlued(text.plain, words, token))
      words = { start: words?.start ?? token.start, end: token.end };
    else {
      closeWords();
      if (token.is === 'word') words = { start: token.start, end: token.end };
      else items.push(...tokenItems(text.said, tokens, i));
    }
  }
  closeWords();
  return items;
}

/** Latin words of one phrase belong together, Chinese ones only where nothing stands between. */
function isGlued(plain: string, words: { start: number; end: number } | undefined, token: Token): boolean {
  if (!words) return false;
  const between = plain.slice(words.end, token.start);
  return (
    between === '' ||
    (between.trim() === '' &&
      /[a-z]$/.test(plain.slice(words.start, words.end)) &&
      /^[a-z]/.test(plain.slice(token.start)))
  );
}

function wordItems(said: string, plain: string): Item[] {
  const items: Item[] = [];
  if (CORRECTION.test(plain)) items.push({ is: 'correction' });
  const isEach = /各|每样|每种|分别|\beach\b|apiece/.test(plain);
  items.push(...productsIn(said, plain).map((text): Item => ({ is: 'product', text })));
  // 各 stands behind Chinese products and before an amount; `each` stands anywhere.
  return isEach ? [...items, { is: 'each' }] : items;
}

function tokenItems(said: string, tokens: readonly Token[], i: number): Item[] {
  const token = tokens[i];
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  switch (token?.is) {
    case 'code':
      return [{ is: 'product', text: said.slice(token.start, token.end) }];
    case 'amount':
      return amountItems(token.base ?? null, token.unit, before, after, tokens[i + 2]);
    case 'number':
      return numberItems(token.value, before, after);
    default:
      return [];
  }
}

/** An amount, or what a container holds: `5斤装`, `500g/瓶`, `10斤一箱`. */
function amountItems(
  base: number | null,
  unit: Unit,
  before: Token | undefined,
  after: Token | undefined,
  next: Token | undefined,
): Item[] {
  const isPacked =
    !unit.isContainer &&
    ((after?.is === 'word' && after.text.startsWith('装')) || isPerContainer(after, next));
  const isPerContent = before?.is === 'unit' && before.unit.isContainer;
  if (isPacked || isPerContent) return [{ is: 'content', base, measure: unit.measure }];
  return [{ is: 'amount', quantity: base, measure: unit.measure }];
}

const isPerContainer = (after: Token | undefined, next: Token | undefined): boolean =>
  (after?.is === 'sign' && after.sign === '/' && next?.is === 'unit' && next.unit.isContainer) ||
  (after?.is === 'unit' && after.unit.isContainer);

/** A bare number counts pieces behind a plus or a times sign, and right before a Latin word; else nobody knows its unit. */
function numberItems(value: number | undefined, before: Token | undefined, after: Token | undefined): Item[] {
  const isCount =
    (before?.is === 'sign' && /[+*]/.test(before.sign)) ||
    (after?.is === 'word' && /^[a-z]/.test(after.text) && after.text !== 'of');
  const whole = value !== undefined && value % THOUSAND === 0 ? value / THOUSAND : null;
  if (isCount && whole !== null && whole > 0) return [{ is: 'amount', quantity: whole, measure: 'COUNT' }];
  return whole !== null && before?.is === 'word' && !after
    ? [{ is: 'amount', quantity: null, measure: 'COUNT' }]
    : [];
}

/** Two boxes of a 5 斤 pack are 10 斤, whichever was said first. A content without a count is no amount. */
function withContents(items: readonly Item[]): Item[] {
  const content = items.find((item) => item.is === 'content');
  if (content?.is !== 'content') return [...items];
  return items.flatMap((item): Item[] => {
    if (item.is === 'content') return [];
    if (item.is !== 'amount' || item.measure !== 'COUNT') return [item];
    const quantity = item.quantity === null || content.base === null ? null : item.quantity * content.base;
    return [{ is: 'amount', quantity, measure: content.measure }];
  });
}

interface Draft {
  product: string;
  amount: Extract<Item, { is: 'amount' }> | undefined;
}

/** Gives each product its amount: the one behind it, else the one before it; 各 gives all of them the same. */
function assemble(items: readonly Item[]): Lines {
  const drafts: Draft[] = [];
  let open: Draft[] = [];
  let ahead: Extract<Item, { is: 'amount' }> | undefined;
  let isEach = false;
  let isCorrecting = false;
  let isVague = false;

  const give = (amount: Extract<Item, { is: 'amount' }>): void => {
    const last = open.at(-1);
    if (isEach && open.length > 0) for (const draft of open) draft.amount = amount;
    else if (last) last.amount = amount;
    else if (isCorrecting && drafts.length > 0) (drafts.at(-1) as Draft).amount = amount;
    else {
      if (ahead) drafts.push({ product: '', amount: ahead });
      ahead = amount;
      return;
    }
    open = [];
    isEach = false;
    isCorrecting = false;
  };

  for (const item of items) {
    switch (item.is) {
      case 'correction':
        isCorrecting = drafts.length > 0;
        break;
      case 'each':
        isEach = true;
        break;
      case 'content':
        break;
      case 'amount':
        give(item);
        break;
      case 'product': {
        const draft: Draft = { product: item.text, amount: ahead };
        if (isCorrecting) replaceLast(drafts, draft);
        else drafts.push(draft);
        if (!ahead) open.push(draft);
        if (!isEach) ahead = undefined;
        isCorrecting = false;
        break;
      }
    }
  }
  if (ahead && !isEach) drafts.push({ product: '', amount: ahead });
  isVague = drafts.some(({ amount }) => amount?.quantity === null);
  return { lines: merged(drafts).map(lineOf), isVague };
}

/** The last word counts: the same product, or what was just said wrong, is said anew. */
function replaceLast(drafts: Draft[], draft: Draft): void {
  const same = drafts.findIndex(({ product }) => product === draft.product);
  drafts.splice(same >= 0 ? same : drafts.length - 1, 1);
  drafts.push(draft);
}

/** A product that was named without an amount and then with one was meant once. */
function merged(drafts: readonly Draft[]): Draft[] {
  return drafts.filter((draft, i) => {
    const isNamedAgain = drafts.some(
      (other, j) => j !== i && other.product === draft.product && (other.amount || j < i),
    );
    return draft.amount !== undefined || !isNamedAgain;
  });
}

const lineOf = ({ product, amount }: Draft): BuyerLine => ({
  product,
  quantity: amount?.quantity ?? null,
  measure: amount && amount.quantity !== null ? amount.measure : null,
});

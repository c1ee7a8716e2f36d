import type { Amount, Lexed, Token } from '../lexer/tokens.ts';
import { isQuantity } from '../lexer/tokens.ts';
import type { Known, Mark } from '../model/goods.ts';
import type { BuyerLine, BuyerReading } from '../reading.ts';
import { listsFile, loadLexicon } from '../text/lexicon.ts';
import { splitWords } from '../text/words.ts';

// A list of known goods with their amounts leaves no room for doubt: none of it may be lost, whatever was learned.

const file = loadLexicon('lists', listsFile);
const wordsOf = (list: readonly string[]) => splitWords(list.map((word) => [word, true] as const));
const [between, each, same, unless] = [file.between, file.each, file.same, file.unless].map(wordsOf);

/** Longer lists are left to what was learned. */
const MOST = 12;

/** What stands in a list, in its order. `same`: what was said before, of this too. */
type Item =
  | { readonly is: 'name'; readonly product: string }
  | { readonly is: 'amount'; readonly amount: Amount }
  | { readonly is: 'each' | 'same' };

/** The reading with all lines of a plain list, where it has lost some of them. */
export function withWholeList(
  lexed: Lexed,
  marks: readonly Mark[],
  known: Known,
  reading: BuyerReading,
): BuyerReading {
  const counted = lexed.tokens.filter(isQuantity).length;
  const isStated = reading.lines.every(({ quantity }) => quantity !== null);
  const isWhole = counted > 1 && isStated && reading.lines.length === counted;
  const list =
    isWhole || counted > MOST || takesBack(lexed, marks) ? undefined : readList(lexed, marks, known);
  if (!list || (reading.kind !== 'order' && !list.isAll)) return reading;
  const lines = sharedLines(list.items) ?? pairedLines(list.items, false);
  const isMore = lines && lines.length > 1 && (list.isAll || lines.length > reading.lines.length);
  return isMore ? { ...reading, kind: 'order', lines, ambiguous: [] } : reading;
}

/** The lines of the list in a message; nothing where there is none. */
export function listedLines(
  lexed: Lexed,
  marks: readonly Mark[],
  known: Known,
): readonly BuyerLine[] | undefined {
  const items = readList(lexed, marks, known)?.items;
  return items && (sharedLines(items) ?? pairedLines(items, true));
}

/** Whether something in the message is taken back, told or imagined. */
export const takesBack = ({ text, tokens }: Lexed, marks: readonly Mark[]): boolean =>
  tokens.some((token, i) => !marks[i] && unless?.at(text.plain, token.start) !== undefined);

interface List {
  readonly items: readonly Item[];
  /** Nothing else stands in the message. */
  readonly isAll: boolean;
}

/** The things of the list; nothing where something between them is not of a list. Words around it say other things. */
function readList(lexed: Lexed, marks: readonly Mark[], known: Known): List | undefined {
  const { text, tokens } = lexed;
  const items: Item[] = [];
  let isBroken = false;
  let isAll = true;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token) continue;
    const found = itemAt(lexed, marks, known, i);
    if (found) {
      // Another list begins behind other words: which is meant nobody can tell.
      if (isBroken && items.some(({ is }) => is === 'name')) return undefined;
      items.push(found.item);
      i = found.last;
      isBroken = false;
      continue;
    }
    const word = between?.at(text.plain, token.start);
    if (word) i = lastWithin(tokens, i, token.start + word.word.length);
    else {
      isAll = false;
      isBroken = items.length > 0;
    }
  }
  return { items, isAll };
}

function itemAt(
  { text, tokens }: Lexed,
  marks: readonly Mark[],
  known: Known,
  i: number,
): { readonly item: Item; readonly last: number } | undefined {
  const token = tokens[i];
  if (!token) return undefined;
  // 那个 counts nothing.
  if (token.is === 'amount' && token.text !== token.amount.unit.word)
    return { item: { is: 'amount', amount: token.amount }, last: i };
  if (marks[i] === 'S' || marks[i] === 'B') {
    const last = marks[i] === 'S' ? i : marks.indexOf('E', i);
    const product = text.said.slice(token.start, tokens[last]?.end ?? token.end);
    return { item: { is: 'name', product }, last };
  }
  if (isInflected(known, token)) return { item: { is: 'name', product: token.text }, last: i };
  const eachWord = each?.at(text.plain, token.start)?.word;
  if (eachWord) return { item: { is: 'each' }, last: lastWithin(tokens, i, token.start + eachWord.length) };
  const sameWord = same?.at(text.plain, token.start)?.word;
  return sameWord
    ? { item: { is: 'same' }, last: lastWithin(tokens, i, token.start + sameWord.length) }
    : undefined;
}

/** One apple is of the apples in the catalogue. */
const isInflected = (known: Known, { is, text }: Token): boolean =>
  is === 'word' &&
  /^[a-z]{3,}$/.test(text) &&
  [`${text}s`, text.replace(/e?s$/, '')].some((form) => known.at(form, 0)?.word === form);

const lastWithin = (tokens: readonly Token[], i: number, end: number): number => {
  let last = i;
  while ((tokens[last]?.end ?? end) < end) last += 1;
  return last;
};

/** 各来2斤苹果和黄豆: one amount, said for each of all that is named. */
function sharedLines(items: readonly Item[]): BuyerLine[] | undefined {
  const names = items.flatMap((item) => (item.is === 'name' ? [item.product] : []));
  const isOnce = new Set(names).size === names.length && names.length > 1;
  const at = items.findIndex(({ is }) => is === 'amount');
  const only = items[at];
  const isAlone = items.filter(({ is }) => is === 'amount').length === 1;
  const isShared = items[at - 1]?.is === 'each' || items[at + 1]?.is === 'each';
  return isOnce && isAlone && isShared && only?.is === 'amount' && isPlain(only.amount)
    ? names.map((product) => toLine(product, only.amount))
    : undefined;
}

/** 苹果10斤加红枣2斤, `10斤 apple`: each name beside its amount; `isMixed`: on either side of it, as in 苹果5斤加2斤红枣. */
function pairedLines(items: readonly Item[], isMixed: boolean): BuyerLine[] | undefined {
  const isNameFirst = items[0]?.is === 'name';
  const lines: BuyerLine[] = [];
  for (let i = 0; i < items.length; i += 2) {
    const pair = [items[i], items[i + 1]] as const;
    const isNamed = isMixed ? pair[0]?.is === 'name' : isNameFirst;
    const [name, other] = isNamed ? pair : [pair[1], pair[0]];
    const last = lines.at(-1);
    if (name?.is !== 'name') return undefined;
    if (other?.is === 'same' && last) lines.push({ ...last, product: name.product });
    else if (other?.is === 'amount' && isPlain(other.amount)) lines.push(toLine(name.product, other.amount));
    else return undefined;
  }
  return new Set(lines.map(({ product }) => product)).size === lines.length ? lines : undefined;
}

const isPlain = ({ base, unit }: Amount): boolean => base !== undefined && !unit.isPortion;

const toLine = (product: string, { base, unit }: Amount): BuyerLine => ({
  product,
  quantity: base ?? null,
  measure: unit.measure,
  ...(unit.isContainer && { isContainer: true as const }),
});

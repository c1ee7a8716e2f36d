import { readData } from '../../shop/values/data-file.ts';
import { type Amount, isQuantity, type Lexed } from '../lexer/tokens.ts';
import type { Known, Mark } from '../model/goods.ts';
import type { BuyerLine, BuyerReading } from '../reading.ts';
import { listsFile } from '../text/lexicon.ts';
import { splitWords } from '../text/words.ts';
import { lastBetween, type Name, type PlainItem, type PlainText, plainItemAt } from './plain-items.ts';

// A list of known goods with their amounts leaves no room for doubt: none of it may be lost, whatever was learned.

const file = readData('lexicon/lists.yaml', listsFile);
const unless = splitWords(file.unless.map((word) => [word, true] as const));

/** Longer lists are left to what was learned. */
const MOST = 12;

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
    isWhole || counted > MOST || takesBack(lexed, marks) ? undefined : readList({ ...lexed, marks, known });
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
  const items = readList({ ...lexed, marks, known })?.items;
  return items && (sharedLines(items) ?? pairedLines(items, true));
}

/** Whether something in the message is taken back, told or imagined. */
export const takesBack = ({ text, tokens }: Lexed, marks: readonly Mark[]): boolean =>
  tokens.some((token, i) => !marks[i] && unless.at(text.plain, token.start) !== undefined);

interface List {
  readonly items: readonly PlainItem[];
  /** Nothing else stands in the message. */
  readonly isAll: boolean;
}

/** The things of the list; nothing where something between them is not of a list. Words around it say other things. */
function readList(plain: PlainText): List | undefined {
  const items: PlainItem[] = [];
  let isBroken = false;
  let isAll = true;
  for (let i = 0; i < plain.tokens.length; i += 1) {
    const found = plainItemAt(plain, i);
    if (found) {
      // Another list begins behind other words: which is meant nobody can tell.
      if (isBroken && items.some(({ is }) => is === 'name')) return undefined;
      items.push(found.item);
      i = found.last;
      isBroken = false;
      continue;
    }
    const last = lastBetween(plain, i);
    if (last !== undefined) i = last;
    else {
      isAll = false;
      isBroken = items.length > 0;
    }
  }
  return { items, isAll };
}

/** 各来2斤苹果和黄豆: one amount, said for each of all that is named. */
export function sharedLines(items: readonly PlainItem[]): BuyerLine[] | undefined {
  const names = items.flatMap((item) => (item.is === 'name' ? [item] : []));
  const isOnce = areDifferent(names) && names.length > 1;
  const at = items.findIndex(({ is }) => is === 'amount');
  const only = items[at];
  const isAlone = items.filter(({ is }) => is === 'amount').length === 1;
  const isShared = items[at - 1]?.is === 'each' || items[at + 1]?.is === 'each';
  return isOnce && isAlone && isShared && only?.is === 'amount' && isPlain(only.amount)
    ? names.map((name) => toLine(name, only.amount))
    : undefined;
}

/** 苹果10斤加红枣2斤, `10斤 apple`: each name beside its amount; `isMixed`: on either side of it, as in 苹果5斤加2斤红枣. */
export function pairedLines(items: readonly PlainItem[], isMixed: boolean): BuyerLine[] | undefined {
  const isNameFirst = items[0]?.is === 'name';
  const lines: BuyerLine[] = [];
  for (let i = 0; i < items.length; i += 2) {
    const pair = [items[i], items[i + 1]] as const;
    const isNamed = isMixed ? pair[0]?.is === 'name' : isNameFirst;
    const [name, other] = isNamed ? pair : [pair[1], pair[0]];
    const last = lines.at(-1);
    if (name?.is !== 'name') return undefined;
    // 3号两斤，5号一样.
    if ((other?.is === 'same' || other?.is === 'each') && last) lines.push({ ...last, ...nameOf(name) });
    else if (other?.is === 'amount' && isPlain(other.amount)) lines.push(toLine(name, other.amount));
    else return undefined;
  }
  return areDifferent(lines) ? lines : undefined;
}

const areDifferent = (names: readonly Name[]): boolean =>
  new Set(names.map(({ product, item }) => item ?? product)).size === names.length;

const nameOf = ({ product, item }: Name): Name => ({ product, ...(item !== undefined && { item }) });

const isPlain = ({ base }: Amount): boolean => base !== undefined;

export const toLine = (name: Name, { base, unit }: Amount): BuyerLine => ({
  ...nameOf(name),
  quantity: base ?? null,
  measure: unit.measure,
  ...(unit.isContainer && !unit.isPortion && { isContainer: true as const }),
});

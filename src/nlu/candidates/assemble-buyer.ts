import { THOUSAND } from '../lexer/numbers.ts';
import { type Amount, isQuantity, type Lexed, type Token } from '../lexer/tokens.ts';
import { PIECE } from '../lexer/units.ts';
import type { BuyerLine } from '../reading.ts';
import { type BuyerTag, findNames, type Name, type Tag } from '../tagger/tags.ts';

/** What tags make of a message: the lines of an order, and which of them hold an amount that has to be asked. */
export interface Draft {
  readonly lines: readonly BuyerLine[];
  readonly isVague: boolean;
}

interface Item {
  readonly place: number;
  name: Name | undefined;
  amounts: Wanted[];
  /** The place of the number that a stream's host calls it by: 5号的核桃. */
  code?: number;
}

interface Wanted {
  readonly place: number;
  amount: Amount | undefined;
  /** An amount was said that nobody can put a number on. */
  isVague: boolean;
  /** A number that counts nothing yet: walnuts 2. It counts what a pack of them holds, where that is said. */
  readonly bare?: number;
  content?: Amount;
}

/** Puts a tagged message together: every amount goes to its goods. */
export function assembleBuyer({ text, tokens }: Lexed, tags: readonly Tag<BuyerTag>[]): Draft {
  const items: Item[] = namesIn(tags, tokens).map((name) => ({ place: name.first, name, amounts: [] }));
  const each: { place: number; tag: string; wanted: Wanted }[] = [];
  for (const [place, tag] of tags.entries()) {
    const token = tokens[place];
    if (!token || !isQuantity(token)) continue;
    if (tag === 'QL' || tag === 'QR')
      give(items, place, tag, wantedOf(token, place, tag === 'QL', items, tokens));
    if (tag === 'EL' || tag === 'ER')
      each.push({ place, tag, wanted: wantedOf(token, place, false, items, tokens) });
  }
  for (const { place, tag, wanted } of each) share(items, place, tag, wanted);
  fill(items, tokens, tags);
  const sorted = items.sort((one, other) => one.place - other.place);
  const ordered = withCodes(sorted, tokens, tags);
  const lines = ordered.flatMap((item) => linesOf(item, text.said, tokens));
  return { lines, isVague: ordered.some(({ amounts }) => amounts.some(({ isVague }) => isVague)) };
}

/** 三号四号 are two things, whatever they were taken for. */
const namesIn = (tags: readonly string[], tokens: readonly Token[]): Name[] =>
  findNames(tags).flatMap(({ first, last }) => {
    const starts = tokens.flatMap(({ is }, i) => (i > first && i <= last && is === 'code' ? [i] : []));
    const ends = [...starts.map((start) => start - 1), last];
    return [first, ...starts].map((start, i) => ({ first: start, last: ends[i] ?? last }));
  });

const isLeft =
  (place: number) =>
  (item: Item): boolean =>
    (item.name?.last ?? item.place) < place;
const isRight =
  (place: number) =>
  (item: Item): boolean =>
    item.place > place;

function give(items: Item[], place: number, tag: 'QL' | 'QR', wanted: Wanted): void {
  const named = items.filter(({ name }) => name);
  const left = named.filter(isLeft(place)).at(-1);
  const right = named.find(isRight(place));
  // 有核桃油吗，来一瓶: where nothing stands on that side, the other side's goods without an amount.
  const owner = tag === 'QL' ? (left ?? without(right)) : (right ?? without(left));
  if (owner) owner.amounts.push(wanted);
  else items.push({ place, name: undefined, amounts: [wanted] });
}

const without = (item: Item | undefined): Item | undefined => (item?.amounts.length === 0 ? item : undefined);

/** 核桃和小米各5斤: all that have no amount of their own yet. */
function share(items: Item[], place: number, tag: string, wanted: Wanted): void {
  const side = tag === 'EL' ? isLeft(place) : isRight(place);
  const owners = items.filter((item) => item.name && item.amounts.length === 0 && side(item));
  if (owners.length === 0) items.push({ place, name: undefined, amounts: [wanted] });
  for (const owner of owners) owner.amounts.push({ ...wanted });
}

/** 两箱5斤装的: what a container holds goes to the containers of the same goods, or to those that are nearest. */
function fill(items: Item[], tokens: readonly Token[], tags: readonly string[]): void {
  for (const [place, tag] of tags.entries()) {
    const token = tokens[place];
    const content = tag === 'C' ? contentOf(token) : undefined;
    if (!content) continue;
    const all = items
      .flatMap(({ amounts }) => amounts)
      .filter(({ amount, bare, content }) => (isCountable(amount) || bare !== undefined) && !content);
    const nearest = all.sort((one, other) => Math.abs(one.place - place) - Math.abs(other.place - place))[0];
    if (!nearest) continue;
    nearest.content = content;
    // sesame 500 g pack, I need 6
    if (nearest.bare !== undefined) {
      nearest.amount = { base: nearest.bare, unit: PIECE, isOne: nearest.bare === 1 };
      nearest.isVague = false;
    }
  }
}

/** A bare number counts pieces: box of 12 mooncakes. */
function contentOf(token: Token | undefined): Amount | undefined {
  if (token?.is === 'amount') return token.amount;
  if (token?.is !== 'number' || token.isTimes || token.value === undefined) return undefined;
  const base = token.value / THOUSAND;
  return Number.isSafeInteger(base) && base > 1 ? { base, unit: PIECE, isOne: false } : undefined;
}

const isCountable = (amount: Amount | undefined): boolean =>
  amount?.unit.measure === 'COUNT' && amount.unit.base === 1;

function wantedOf(
  token: Token,
  place: number,
  isBehind: boolean,
  items: readonly Item[],
  tokens: readonly Token[],
): Wanted {
  if (token.is === 'amount' || token.is === 'unit')
    return { place, amount: token.amount, isVague: token.amount.base === undefined };
  if (token.is === 'money')
    return {
      place,
      amount: token.pieces,
      isVague: token.pieces !== undefined && token.pieces.base === undefined,
    };
  if (token.is !== 'number') return { place, amount: undefined, isVague: false };
  const owner = items
    .filter(({ name }) => name)
    .filter(isLeft(place))
    .at(-1);
  // walnuts 2: two of what? x2 counts pieces.
  const isBare = isBehind && owner !== undefined && !token.isTimes && !isCounted(owner, tokens, token);
  const whole =
    token.value !== undefined && token.value % THOUSAND === 0 ? token.value / THOUSAND : undefined;
  if (isBare || whole === undefined)
    return { place, amount: undefined, isVague: true, ...(whole !== undefined && { bare: whole }) };
  return { place, amount: { base: whole, unit: PIECE, isOne: whole === 1 }, isVague: false };
}

/** item 4, two please; 俩. */
const isCounted = ({ name }: Item, tokens: readonly Token[], { text }: Token): boolean =>
  /[俩仨]/.test(text) || (/^[a-z]/.test(text) && tokens[name?.first ?? -1]?.is === 'code');

/** 5号的核桃六斤, 九号一只老母鸡: a number and a name that mean one thing. */
function withCodes(items: readonly Item[], tokens: readonly Token[], tags: readonly string[]): Item[] {
  const joined: Item[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    const code = item.name ? codeBefore(item.name.first, tokens) : undefined;
    if (code === undefined) joined.push(item);
    else if (tags[code] === 'O') joined.push({ ...item, code });
    else if (last?.name?.first === code && last.name.last === code && item.amounts.length === 0)
      joined[joined.length - 1] = { ...last, name: item.name, code };
    else joined.push(item);
  }
  return joined;
}

/** The place of a number with nothing but its amount, or 的, between it and a name. */
function codeBefore(first: number, tokens: readonly Token[]): number | undefined {
  let at = first - 1;
  let token = tokens[at];
  while (token && (token.is === 'amount' || OF.test(token.text))) {
    at -= 1;
    token = tokens[at];
  }
  return token?.is === 'code' && at < first - 1 ? at : undefined;
}

const OF = /^(?:[的那个款种是]|the)$/;

function linesOf({ name, amounts, code }: Item, said: string, tokens: readonly Token[]): BuyerLine[] {
  const first = name && tokens[name.first];
  const last = name && tokens[name.last];
  const product = first && last ? said.slice(first.start, last.end) : '';
  const item = itemOf(first) ?? itemOf(tokens[code ?? (name?.first ?? 0) - 1]) ?? {};
  const all: (Wanted | undefined)[] = amounts.length > 0 ? amounts : [undefined];
  return all.map((wanted) => ({ product, ...amountOf(wanted), ...item }));
}

/** The number of a stream's item: its own (3号), or the one right in front of its name (1号鸡蛋). */
const itemOf = (token: Token | undefined): { item: number } | undefined =>
  token?.is === 'code' && token.item !== undefined ? { item: token.item } : undefined;

function amountOf(wanted: Wanted | undefined): Omit<BuyerLine, 'product' | 'item'> {
  const { amount, content } = wanted ?? {};
  if (!amount) return { quantity: null, measure: null };
  if (amount.base === undefined) return { quantity: null, measure: amount.unit.measure };
  if (content)
    return {
      quantity: content.base === undefined ? null : amount.base * content.base,
      measure: content.unit.measure,
    };
  const isContainer = amount.unit.isContainer && !amount.unit.isPortion;
  return {
    quantity: amount.base,
    measure: amount.unit.measure,
    ...(isContainer && { isContainer: true as const }),
  };
}

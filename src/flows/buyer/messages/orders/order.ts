import { z } from 'zod';
import { type Reply, type Screen, say } from '../../../../chat/dsl/screen.ts';
import { idShape, type ProductId } from '../../../../db/ids.ts';
import { withUnitWords } from '../../../../nlu/acts/container-words.ts';
import { namesLink } from '../../../../nlu/acts/goods/item-link.ts';
import { readAlike, readAmountChange } from '../../../../nlu/acts/orders/changes/order-change.ts';
import { readMendedAmount } from '../../../../nlu/mends/mend.ts';
import { readBuyer } from '../../../../nlu/read.ts';
import type { BuyerReading } from '../../../../nlu/rules/orders/buyer.ts';
import type { Product, SearchResult } from '../../../../shop/catalogue/products/catalogue.ts';
import { areNamed, plainWords } from '../../../../shop/terms/search-terms.ts';
import { type BaseQuantity, isAmount } from '../../../../shop/values/quantity.ts';
import { toBaseQuantity } from '../../../common/amounts.ts';
import type { Turn } from '../../../flow.ts';
import { cartLineText } from '../../../screens/values.ts';
import { type GivenRecipient, givenShape } from '../../checkout/address.ts';
import { parseAmount } from '../../checkout/amount.ts';
import { shortScreen } from '../../checkout/cart-screen.ts';
import { cardScreen } from '../../checkout/checkout-open.ts';
import { shortage } from '../../checkout/shortage.ts';
import { partlyNamed, titledWith } from '../../orders/named-among.ts';
import { readChoice } from '../which-said.ts';
import { questionAbout, STEP } from './order-line.ts';
import { isNumbered, numberQuestion, sureNumber } from './stream-number.ts';

// Several lines in one message: certain ones go into the cart, the others wait in the open question and are asked about
// one at a time, with buttons. Neither a product nor an amount is guessed.

const lineShape = z.object({
  /** What was said of the product. */
  product: z.string(),
  quantity: z.number().nullable(),
  measure: z.enum(['MASS', 'VOLUME', 'COUNT']).nullable(),
  isContainer: z.boolean().optional(),
  unitWord: z.string().optional(),
  /** The number of a stream's item. */
  item: z.number().optional(),
  /** The product, once it has been chosen. */
  chosen: idShape<ProductId>().optional(),
});

/** Lines that are not sure yet, the one that is asked about first, and where the goods go as far as that was said. */
export const answerLineShape = z.object({ lines: z.array(lineShape).min(1), given: givenShape });

type Line = z.infer<typeof lineShape>;
type Waiting = z.infer<typeof answerLineShape>;

/** How many lines a message may have: each is a search, and others wait meanwhile. */
const MAX_LINES = 20;

/** What a message says to order: into the cart with what is sure, then the card, or the first question. */
export async function orderLines(
  turn: Turn,
  read: BuyerReading['lines'],
  given: GivenRecipient,
): Promise<Reply> {
  if (read.length > MAX_LINES) return [{ text: say('order-too-many', { most: MAX_LINES }) }];
  const lines: Line[] = [];
  for (const line of withUnitWords(read, turn.text)) {
    const product = await findLineProduct(turn, line);
    const quantity = product && quantityInUnit(line, product);
    const isSure = product && quantity !== undefined && (await isTaken(turn, { product, quantity }));
    if (!isSure) lines.push({ ...line, ...(product && { chosen: product.id }) });
  }
  return goOn(turn, { lines, given });
}

/** The next question, or the card where there is none left. */
async function goOn(turn: Turn<string>, waiting: Waiting): Promise<Reply> {
  const [line, ...others] = waiting.lines;
  if (!line) return cardScreen(turn, waiting.given);
  const product = line.chosen ? await turn.shop.catalogue.byId(line.chosen) : undefined;
  const quantity = product && quantityInUnit(line, product);
  const isAlone = others.length === 0 && (await turn.shop.cart.lines(turn.person.id)).length === 0;
  if (product && quantity !== undefined && isAlone)
    return [(await shortage(turn, product, quantity)) ?? shortScreen(product, quantity)];
  return [await withKept(turn, await questionAbout(turn, line, product, waiting))];
}

/** The same question once more, after something else was answered. */
export const askAgain = (turn: Turn<string>, waiting: Waiting): Promise<Reply> => goOn(turn, waiting);

/** What was clear is in the cart, and is said: nothing is bought unseen. */
async function withKept({ shop, person }: Turn<string>, question: Screen): Promise<Screen> {
  const kept = await shop.cart.lines(person.id);
  if (kept.length === 0) return question;
  return { ...question, text: [say('order-noted'), ...kept.map(cartLineText), question.text] };
}

const quantityInUnit = ({ quantity, ...said }: Line, product: Product): BaseQuantity | undefined =>
  quantity === null ? undefined : toBaseQuantity({ ...said, quantity }, product);

interface Sure {
  readonly product: Product;
  readonly quantity: BaseQuantity;
}

async function findLineProduct(turn: Turn, line: Line): Promise<Product | undefined> {
  const { product, item } = line;
  const numbered = item === undefined ? undefined : await sureNumber(turn, line);
  if (numbered) return numbered;
  if (isNumbered(line)) return listedAt(turn, item);
  // 那就一箱, of the product on screen: how much of it is asked, not which.
  if (product === '' && turn.focus.product) return turn.shop.catalogue.byId(turn.focus.product);
  const found = product === '' ? undefined : await turn.shop.catalogue.find(product);
  const only = found && (onlyOne(product, found) ?? byPrice(turn.text, found));
  return only ?? shownNamed(turn, product, found);
}

/** Two jars of the cheaper honey: of all that are called so and are measured alike, the one of that price. */
function byPrice(text: string, { match, items, pages }: SearchResult): Product | undefined {
  const { nth } = readAmountChange(text);
  const isComparable =
    match === 'exact' && pages === 1 && new Set(items.map(({ measure }) => measure)).size === 1;
  if (!isComparable || (nth !== 'cheapest' && nth !== 'dearest')) return undefined;
  const sorted = items.toSorted((one, other) => unitPrice(one) - unitPrice(other));
  return nth === 'cheapest' ? sorted[0] : sorted.at(-1);
}

const unitPrice = ({ price, priceQuantity }: Product): number => price / priceQuantity;

/** 棗花嗰隻要一斤, the kernels: the only one of what was shown that is called so, by a part of its name. */
async function shownNamed(
  { shop, focus, text }: Turn,
  name: string,
  found: SearchResult | undefined,
): Promise<Product | undefined> {
  const ids = focus.products ?? [];
  if (ids.length < 2) return undefined;
  // 小麦 3斤, with one of two kinds among other goods in sight: which of them is asked.
  if (
    found?.match === 'exact' &&
    found.items.some(({ id }) => !ids.includes(id)) &&
    !(await areOfOne(shop, ids))
  )
    return undefined;
  const shown = (await shop.catalogue.titles()).filter(({ id }) => ids.includes(id));
  const [only, ...others] = name === '' ? partlyNamed(shown, text) : titledWith(shown, name);
  return only && others.length === 0 ? shop.catalogue.byId(only.id) : undefined;
}

/** The shelf of one household: its goods are meant. */
async function areOfOne(shop: Turn['shop'], ids: readonly ProductId[]): Promise<boolean> {
  const shown = await Promise.all(ids.map((id) => shop.catalogue.byId(id)));
  return new Set(shown.map((one) => one?.sellerId)).size === 1;
}

/** 2号的要三把, of a list that was just shown, where no stream has such a number. */
async function listedAt(turn: Turn, item: number | undefined): Promise<Product | undefined> {
  const id = item === undefined || namesLink(turn.text) ? undefined : turn.focus.products?.[item - 1];
  const isOfStream = await numberQuestion(turn, { product: '', item });
  return id && !isOfStream ? turn.shop.catalogue.byId(id) : undefined;
}

/** The one product that is called so: by this very title, or by its name where no other has it. */
export function onlyOne(text: string, { match, items, pages }: SearchResult): Product | undefined {
  if (match !== 'exact') return undefined;
  const isTitle = (title: string | null) => title !== null && plainWords(title) === plainWords(text).trim();
  const titled = items.filter(({ title, titleEn }) => isTitle(title) || isTitle(titleEn));
  const named = items.filter(({ title, titleEn }) => areNamed(text, title, titleEn));
  if (titled.length === 1) return titled[0];
  return named.length === 1 && pages === 1 ? named[0] : undefined;
}

/** Puts the line into the cart; false where not so much is there. */
async function isTaken(turn: Turn<string>, { product, quantity }: Sure): Promise<boolean> {
  const { shop, person } = turn;
  if (await shortage(turn, product, quantity)) return false;
  return shop.cart.set(person.id, product.id, quantity);
}

/** What waits behind the tapped button; nothing where the conversation has moved on. */
function waitingLines({ asking }: Turn<string>): Waiting {
  const waiting = asking?.step === STEP ? answerLineShape.safeParse(asking.data) : undefined;
  return waiting?.success ? waiting.data : { lines: [], given: {} };
}

const without = ({ lines, given }: Waiting): { lines: Line[]; given: GivenRecipient } => ({
  lines: lines.slice(1),
  given,
});

export async function pickLine(turn: Turn<'product' | 'quantity'>): Promise<Reply> {
  const product = await turn.shop.catalogue.byId(turn.params.product);
  const quantity = Number(turn.params.quantity);
  const rest = without(waitingLines(turn));
  if (product?.status !== 'on-sale' || !isAmount(quantity)) return goOn(turn, rest);
  if (await isTaken(turn, { product, quantity })) return goOn(turn, rest);
  return [(await shortage(turn, product, quantity)) ?? shortScreen(product, quantity)];
}

/** The product is clear now; its amount may be, too. */
export async function chooseLine(turn: Turn<'product'>): Promise<Reply> {
  const { lines, given } = waitingLines(turn);
  const [line, ...others] = lines;
  const product = await turn.shop.catalogue.byId(turn.params.product);
  const open = line ?? { product: '', quantity: null, measure: null };
  if (!product) return goOn(turn, { lines: others, given });
  return goOn(turn, { lines: [{ ...open, chosen: product.id }, ...others], given });
}

export const skipLine = (turn: Turn): Promise<Reply> => goOn(turn, without(waitingLines(turn)));

/** What was typed where buttons were offered: an amount, or which one; nothing where it was something else. */
export async function answerLine(said: Turn, waiting: Waiting): Promise<Reply | undefined> {
  // 我是说20斤不是20块: the amount that is right.
  const turn = { ...said, text: readMendedAmount(said.text) ?? said.text };
  const [line, ...others] = waiting.lines;
  if (!line) return undefined;
  const alike = others.length > 0 ? readAlike(turn.text) : undefined;
  if (alike !== undefined) return answerAll(turn, waiting, alike);
  const product = await knownProduct(turn, line);
  if (product) return answerAmount(turn, waiting, product);
  const choice = await readChoice(turn);
  if (!choice) return answerLater(turn, waiting);
  const quantity = parseAmount(choice.rest, choice.product) ?? quantityInUnit(line, choice.product);
  if (quantity !== undefined && (await isTaken(turn, { product: choice.product, quantity })))
    return goOn(turn, without(waiting));
  return goOn(turn, { ...waiting, lines: [{ ...line, chosen: choice.product.id }, ...others] });
}

/** 都5斤, while several amounts are asked: so much of each that has none; which of them is still asked where it is not clear. */
async function answerAll(turn: Turn, { lines, given }: Waiting, words: string): Promise<Reply | undefined> {
  const said = readBareAmount(words);
  if (!said) return undefined;
  const open: Line[] = [];
  for (const line of lines) {
    const full = line.quantity === null ? { ...line, ...said } : line;
    const product = await knownProduct(turn, full);
    const quantity = product && quantityInUnit(full, product);
    const isSure = product && quantity !== undefined && (await isTaken(turn, { product, quantity }));
    if (!isSure) open.push({ ...full, ...(product && { chosen: product.id }) });
  }
  return goOn(turn, { lines: open, given });
}

/** The product whose amount alone is asked. */
async function knownProduct({ shop }: Turn, line: Line): Promise<Product | undefined> {
  if (line.chosen) return shop.catalogue.byId(line.chosen);
  const found = line.product === '' ? undefined : await shop.catalogue.find(line.product);
  return found?.items.length === 1 ? found.items[0] : undefined;
}

async function answerAmount(turn: Turn, waiting: Waiting, product: Product): Promise<Reply | undefined> {
  const quantity = parseAmount(turn.text, product);
  if (quantity !== undefined)
    return (await isTaken(turn, { product, quantity })) ? goOn(turn, without(waiting)) : undefined;
  const [line, ...others] = waiting.lines;
  const said = readBareAmount(turn.text);
  return (
    line && said && goOn(turn, { ...waiting, lines: [{ ...line, ...said, chosen: product.id }, ...others] })
  );
}

/** 三瓶吧, while it is asked which vinegar: so much of it, and the question stays. Of what was not named, its name. */
async function answerLater(turn: Turn, waiting: Waiting): Promise<Reply | undefined> {
  const [line, ...others] = waiting.lines;
  const said = readBareAmount(turn.text);
  if (line && said) return goOn(turn, { ...waiting, lines: [{ ...line, ...said }, ...others] });
  const [named, ...more] = line?.product === '' ? readBuyer(turn.text).lines : [];
  if (!line || !named || named.product === '' || more.length > 0) return undefined;
  const product = onlyOne(named.product, await turn.shop.catalogue.find(named.product));
  if (!product) return undefined;
  const full = {
    ...line,
    ...(named.quantity === null ? { product: named.product } : named),
    chosen: product.id,
  };
  const quantity = quantityInUnit(full, product);
  if (quantity !== undefined && (await isTaken(turn, { product, quantity })))
    return goOn(turn, without(waiting));
  return goOn(turn, { ...waiting, lines: [full, ...others] });
}

/** An amount and nothing else, with the word in which it was counted. */
function readBareAmount(
  text: string,
): Pick<Line, 'quantity' | 'measure' | 'isContainer' | 'unitWord'> | undefined {
  const { rest } = readAmountChange(text);
  const { lines, recipient } = readBuyer(rest);
  const [only, ...others] = withUnitWords(lines, rest);
  if (!only || others.length > 0 || recipient || only.product !== '' || only.quantity === null)
    return undefined;
  const { quantity, measure, isContainer, unitWord } = only;
  return { quantity, measure, isContainer, unitWord };
}

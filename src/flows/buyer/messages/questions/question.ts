import { tap } from '../../../../chat/dsl/action.ts';
import { type Reply, type Screen, say } from '../../../../chat/dsl/screen.ts';
import type { SellerId } from '../../../../db/ids.ts';
import { readAct } from '../../../../nlu/acts/act.ts';
import {
  asksForFee,
  asksHowLong,
  asksPrice,
  readOtherAmount,
  readQuestionTopic,
  readSignAsked,
} from '../../../../nlu/acts/question-topic.ts';
import { lex } from '../../../../nlu/lexer/lexer.ts';
import { priceLine } from '../../../../shop/cart/cart.ts';
import type { Product, SearchResult } from '../../../../shop/catalogue/products/catalogue.ts';
import { reachingMethods } from '../../../../shop/shipping/policy.ts';
import { detectProvince, findProvince } from '../../../../shop/shipping/provinces.ts';
import { shippingGrams } from '../../../../shop/shipping/rates.ts';
import { plainWords } from '../../../../shop/terms/search-terms.ts';
import { type Fen, NO_FEN } from '../../../../shop/values/money.ts';
import { type BaseQuantity, baseQuantity, isAmount } from '../../../../shop/values/quantity.ts';
import { toBaseQuantity } from '../../../common/amounts.ts';
import type { Turn } from '../../../flow.ts';
import { homeButton, moneyValue, orderedValue, productName, quantityValue } from '../../../screens/values.ts';
import { productButton } from '../../catalogue/list.ts';
import { productScreen } from '../../catalogue/product-screen.ts';
import { foundScreen, searchScreen } from '../../catalogue/search.ts';
import { parseAmount } from '../../checkout/amount.ts';
import { shortage } from '../../checkout/shortage.ts';
import { isAboutTail } from '../../orders/find-orders.ts';
import { namedProduct, onNamed } from '../named-product.ts';
import { onlyOne } from '../orders/order.ts';
import { comparedAnswer } from './compared.ts';
import { forwardable } from './forward.ts';
import { feeLine, quoteAnswer } from './quote.ts';
import { takeAction, takeButton } from './take-it.ts';

const isAboutFee = (text: string): boolean => {
  const act = readAct(text);
  return (act?.is === 'topic' && act.topic === 'fee') || (asksForFee(text) && !asksHowLong(text));
};

/** Answers questions from the sellers' data; orders nothing. */
export async function questionAnswer(turn: Turn): Promise<Reply> {
  const several = (await quoteAnswer(turn)) ?? (await comparedAnswer(turn));
  if (several) return several;
  const words = readQuestionTopic(turn.text);
  const found = words === '' ? undefined : await turn.shop.catalogue.find(words);
  const named = (found && namedIn(turn, words, found)) ?? (await sentenceProduct(turn, found));
  const isNothingElse = words === '' || (amountsIn(turn.text).length > 0 && (found?.items.length ?? 0) === 0);
  const meant = isNothingElse ? turn.focus.product : undefined;
  const product = named ?? (meant === undefined ? undefined : await turn.shop.catalogue.byId(meant));
  // Whose fee is meant shows from what is on screen, unless other goods are named.
  if (isAboutFee(turn.text)) return feeAnswer(turn, product ?? (await shownProduct(turn, found)));
  const answered = product && (await productAnswer(turn, product, words || readSignAsked(turn.text)));
  if (answered) return answered;
  const priced = words === '' && asksPrice(turn.text) ? await shownPrices(turn) : undefined;
  if (priced) return [priced];
  if (!found || found.items.length === 0)
    return (await shownAnswer(turn, words)) ?? [cannotSay(await onNamed(turn))];
  return [found.match === 'exact' ? foundScreen(words, found) : await searchScreen(turn, words)];
}

/** Of what is only near, what the words are about. */
function namedIn({ focus }: Turn, words: string, found: SearchResult): Product | undefined {
  const [only] = found.total === 1 ? found.items : [];
  const isMeant = only && (found.match !== 'near' || only.id === focus.product || isAboutTail(only, words));
  return onlyOne(words, found) ?? (isMeant ? only : undefined);
}

/** 有没有槐花干了俺想包饺子: the only goods on sale whose name stands in the sentence. */
async function sentenceProduct(turn: Turn, found: SearchResult | undefined): Promise<Product | undefined> {
  if (!found || found.match === 'exact') return undefined;
  const id = await namedProduct({ ...turn, focus: {} });
  return id && turn.shop.catalogue.byId(id);
}

/** 甚价钱, with several things in sight: the price of each. */
async function shownPrices({ shop, focus }: Turn): Promise<Screen | undefined> {
  const ids = focus.products ?? [];
  const shown = await Promise.all(ids.slice(0, MOST_PRICES).map((id) => shop.catalogue.byId(id)));
  const products = shown.filter((one) => one !== undefined);
  if (products.length < 2) return undefined;
  return {
    text: say('prices-shown'),
    focus: { products: ids },
    buttons: [...products.map((product) => [productButton(product)]), [homeButton]],
  };
}

const MOST_PRICES = 8;

/** 那5斤捏, behind a price or a fee: the same of another amount of what is on the table, to the same place. */
export async function otherAmountAnswer(turn: Turn): Promise<Reply | undefined> {
  const { shop, focus, text } = turn;
  const said = focus.product ? readOtherAmount(text) : undefined;
  const product = said && focus.product && (await shop.catalogue.byId(focus.product));
  if (!said || !product) return undefined;
  const quantity = parseAmount(said, product);
  if (quantity === undefined) return undefined;
  const short = await shortage(turn, product, quantity);
  if (short) return [short];
  if (focus.feeTo !== undefined || detectProvince(text)) return feeAnswer(turn, product);
  const screen = await productScreen(turn, product.id);
  return screen && [keptCard(turn, pricedScreen(screen, product, quantity))];
}

/** A card that is in sight stays there. */
const keptCard = ({ focus: { card } }: Turn, screen: Screen): Screen =>
  card ? { ...screen, focus: { ...screen.focus, card } } : screen;

async function shownProduct(
  { shop, focus }: Turn,
  found: SearchResult | undefined,
): Promise<Product | undefined> {
  if (found?.match === 'exact' && found.items.length > 0) return undefined;
  return focus.product === undefined ? undefined : shop.catalogue.byId(focus.product);
}

/** The product; with the price of the amount that was asked about, or the offer to ask its seller what is not written. */
async function productAnswer(turn: Turn, product: Product, topic: string): Promise<Reply | undefined> {
  const screen = await productScreen(turn, product.id);
  if (!screen) return undefined;
  const quantity = askedQuantity(turn.text, product);
  // 若购买16斤，合计又是多少, behind a fee: to the same place.
  const isSamePlace = Boolean(turn.focus.feeTo) && turn.focus.product === product.id;
  if (quantity !== undefined && isSamePlace) return feeAnswer(turn, product);
  if (quantity !== undefined && !(await shortage(turn, product, quantity)))
    return [pricedScreen(screen, product, quantity)];
  if (isWritten(topic, product)) return [screen];
  const asked = forwardable(turn, [say('question-maybe'), screen.text], { product: product.id });
  return [
    {
      ...asked,
      photo: screen.photo,
      // A card that is in sight stays there.
      focus: { ...(turn.focus.card && { card: turn.focus.card }), product: product.id },
      buttons: [...(asked.buttons ?? []), ...(screen.buttons ?? [])],
    },
  ];
}

/** 10斤红枣多少钱: what so much comes to, and one tap takes it. */
function pricedScreen(screen: Screen, product: Product, quantity: BaseQuantity): Screen {
  const values = {
    title: productName(product),
    quantity: orderedValue(product, quantity),
    total: moneyValue(priceLine(product, quantity).total),
  };
  return {
    ...screen,
    text: [say('price-for', values), screen.text],
    buttons: [[takeButton(product, quantity)], ...(screen.buttons ?? [])],
    yes: takeAction(product, quantity),
  };
}

function askedQuantity(text: string, product: Product): BaseQuantity | undefined {
  const [amount, ...others] = amountsIn(text);
  if (!amount || others.length > 0 || amount.base === undefined || amount.isOne) return undefined;
  const { measure, isContainer, word: unitWord } = amount.unit;
  const quantity = toBaseQuantity({ quantity: amount.base, measure, isContainer, unitWord }, product);
  return quantity !== undefined && isAmount(quantity) ? quantity : undefined;
}

const amountsIn = (text: string) =>
  lex(text).tokens.flatMap((token) => (token.is === 'amount' ? [token.amount] : []));

/** Whether what is asked stands in the product's own words. */
function isWritten(topic: string, { title, titleEn, blurb, blurbEn }: Product): boolean {
  const written = plainWords([title, titleEn, blurb, blurbEn].filter(Boolean).join(' '));
  const left = plainWords(topic)
    .split(/\s+/)
    .filter((word) => word.length > 0 && !written.includes(word) && !wordsIn(word, written));
  return left.length === 0;
}

/** 荞麦面粗: all but one sign of it stands there. The letters of a Latin word say nothing: it stands there whole, or is small. */
const wordsIn = (word: string, written: string): boolean =>
  /^[a-z'’-]+$/u.test(word)
    ? SMALL.test(word) || written.includes(word.replace(/(?:es|s|ed)$/u, ''))
    : hasSigns(word, written);

/** Words that say nothing of the goods. */
const SMALL =
  /^(?:..?|the|are|was|one|any|how|and|for|you|its|has|had|did|can|got|per|now|yet|our|all|not|but|who|why|way|get|put|let|may|use|say|see|too)$/u;

const hasSigns = (word: string, written: string): boolean =>
  [...word].filter((sign) => !written.includes(sign)).length < (word.length > 3 ? 2 : 1);

/** 是什么品种, of what is on the screen: what is written of it, and its seller can be asked. */
export async function shownAnswer(turn: Turn, topic: string): Promise<Reply | undefined> {
  const { focus } = await onNamed(turn);
  const product = focus.product && (await turn.shop.catalogue.byId(focus.product));
  return product ? productAnswer({ ...turn, focus }, product, topic) : undefined;
}

/** What nobody has told us, a person may know. */
const cannotSay = (turn: Turn): Screen => ({ ...forwardable(turn, say('question-unknown')), isMiss: true });

/** Among so many sellers a name is looked for. */
const MOST_SELLERS = 50;

/** How many sellers are listed where it is not clear whose fee is meant. */
const NAMED = 5;

/** What it costs to bring so much to where the person lives, by each seller it may be asked of. */
async function feeAnswer(turn: Turn, product: Product | undefined): Promise<Reply> {
  const { shop, person } = turn;
  const province =
    detectProvince(turn.text) ??
    detectProvince(turn.focus.feeTo ?? '') ??
    detectProvince((await shop.addresses.of(person.id))[0]?.recipient.address ?? '');
  const load = createLoad(turn.text, product);
  const rules = await shop.deliveryRules(await sellersFor(turn, product));
  const ways = rules.flatMap((one) => reachingMethods(one, province).map((way) => ({ one, way })));
  const lines = ways.map(({ one, way }) => feeLine(one, way, { ...load, province }));
  if (lines.length === 0) return [cannotSay(turn)];
  const place = province ? { province: findProvince(province) } : {};
  // Where no weight was named and none counts, none is said.
  const isWeighed = load.isSaid || ways.some(({ way }) => way.zones.length > 0);
  const weight = isWeighed ? { quantity: quantityValue('MASS', load.grams) } : {};
  // With a card in sight a yes is one to the card.
  const taken = product && load.wanted && !turn.focus.card ? { product, quantity: load.wanted } : undefined;
  return [
    {
      text: [say(feeTitle(isWeighed, province !== undefined), { ...weight, ...place }), ...lines],
      ...(product && {
        focus: { ...(turn.focus.card && turn.focus), product: product.id, feeTo: province ?? '' },
      }),
      ...(taken && { yes: takeAction(taken.product, taken.quantity) }),
      buttons: [
        ...(taken ? [[takeButton(taken.product, taken.quantity)]] : []),
        ...(product ? [[productButton(product)]] : []),
        [{ label: say('home-browse'), tap: tap('browse/:page', { page: 0 }) }, homeButton],
      ],
    },
  ];
}

function feeTitle(isWeighed: boolean, hasPlace: boolean) {
  if (isWeighed) return hasPlace ? 'fee-title-province' : 'fee-title';
  return hasPlace ? 'fee-title-plain-province' : 'fee-title-plain';
}

/** The amount that was asked about; one 斤 where none was. */
function createLoad(
  text: string,
  product: Product | undefined,
): { goods: Fen; grams: BaseQuantity; isSaid: boolean; wanted?: BaseQuantity } {
  const [amount] = amountsIn(text);
  const said = amount?.base;
  const measure = amount?.unit.measure ?? 'MASS';
  const written = { measure, isContainer: amount?.unit.isContainer, unitWord: amount?.unit.word };
  const quantity =
    said === undefined || !product ? said : toBaseQuantity({ ...written, quantity: said }, product);
  if (quantity === undefined || !isAmount(quantity))
    return { goods: NO_FEN, grams: baseQuantity(500), isSaid: false };
  if (!product) return { goods: NO_FEN, grams: shippingGrams(measure, quantity), isSaid: true };
  const grams = shippingGrams(product.measure, quantity);
  return { goods: priceLine(product, quantity).total, grams, isSaid: true, wanted: quantity };
}

async function sellersFor({ shop, person, text }: Turn, product: Product | undefined): Promise<SellerId[]> {
  const said = text.toLowerCase();
  const isNamed = (name: string | null): boolean => name !== null && said.includes(name.toLowerCase());
  const named = (await shop.sellers.all(0, MOST_SELLERS)).filter(
    (one) => isNamed(one.name) || isNamed(one.nameEn),
  );
  if (named.length > 0) return named.map(({ id }) => id);
  if (product) return [product.sellerId];
  const inCart = (await shop.cart.lines(person.id)).map((line) => line.product.sellerId);
  if (inCart.length > 0) return [...new Set(inCart)];
  return (await shop.sellers.all(0, NAMED)).map(({ id }) => id);
}

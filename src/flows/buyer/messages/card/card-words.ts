import { type Reply, say, type Text } from '../../../../chat/dsl/screen.ts';
import { readAct } from '../../../../nlu/acts/act.ts';
import { splitClauses } from '../../../../nlu/acts/clauses.ts';
import {
  keepsOnlyNamed,
  meansEach,
  readAmountChange,
  readPlace,
  readRemoval,
  timesSaid,
} from '../../../../nlu/acts/orders/changes/order-change.ts';
import { readSwap } from '../../../../nlu/acts/orders/changes/swap.ts';
import { meansPlacedOrder } from '../../../../nlu/acts/orders/order-said.ts';
import { namesAmount } from '../../../../nlu/acts/question-topic.ts';
import { readBuyer } from '../../../../nlu/read.ts';
import type { CartLine } from '../../../../shop/cart/cart.ts';
import { isAmount, NO_QUANTITY } from '../../../../shop/values/quantity.ts';
import type { Turn } from '../../../flow.ts';
import { unusedScreen } from '../../../screens/messages/unused-screen.ts';
import { productName } from '../../../screens/values.ts';
import { parseGiven } from '../../checkout/address.ts';
import { parseAmount } from '../../checkout/amount.ts';
import { putBack } from '../../checkout/cart-screen.ts';
import { cardScreen, nothingLeft } from '../../checkout/checkout-open.ts';
import { namedAmong } from '../../orders/named-among.ts';
import { onlyOne, orderLines } from '../orders/order.ts';
import { putAll, sureLine, type Wanted } from '../orders/put-lines.ts';

// 核桃不要了, 只要小米, 换成绿豆, 翻倍: changes of what stands on the card.

/** The card after the change; nothing where the message changes nothing that is there. */
export async function cardWords(turn: Turn): Promise<Reply | undefined> {
  if (!isAboutCard(turn.text)) return undefined;
  const lines = await turn.shop.cart.lines(turn.person.id);
  if (lines.length === 0) return undefined;
  return (
    (await keptOnly(turn, lines)) ??
    (await swapped(turn, lines)) ??
    (await removed(turn, lines)) ??
    (await multiplied(turn, lines))
  );
}

const isAboutCard = (text: string): boolean =>
  keepsOnlyNamed(text) || Boolean(readSwap(text) ?? readRemoval(text)) || readAct(text)?.is === 'times';

async function keptOnly(turn: Turn, lines: readonly CartLine[]): Promise<Reply | undefined> {
  if (!keepsOnlyNamed(turn.text)) return undefined;
  const kept = namedIn(lines, turn.text);
  const out = lines.filter((line) => !kept.includes(line));
  if (kept.length === 0 || out.length === 0) return undefined;
  return withoutLines(turn, out);
}

/** Takes lines off; each can be put back with a tap. */
export async function withoutLines(turn: Turn, out: readonly CartLine[]): Promise<Reply> {
  const { shop, person } = turn;
  for (const { product } of out) await shop.cart.set(person.id, product.id, NO_QUANTITY);
  const [first] = out;
  const left = await shop.cart.lines(person.id);
  if (left.length === 0) return nothingLeft(turn, first && putBack(first));
  const news = out.map(({ product }): Text => say('card-removed', { title: productName(product) }));
  const [card, ...more] = await cardScreen(turn, {}, news);
  if (!card || !('text' in card)) return card ? [card, ...more] : more;
  return [{ ...card, buttons: [...(card.buttons ?? []), ...out.map((line) => [putBack(line)])] }, ...more];
}

/** One thing for another, beside what is there of it already; where only what comes is named, the newest line was meant wrongly. */
async function swapped(turn: Turn, lines: readonly CartLine[]): Promise<Reply | undefined> {
  const swap = readSwap(turn.text);
  if (!swap) return undefined;
  const [only, ...others] = lines;
  const out = swap.out === '' ? (others.length === 0 ? only : undefined) : namedIn(lines, swap.out)[0];
  const wanted: Wanted[] = [];
  for (const line of readBuyer(swap.into).lines) {
    const sure = await sureLine(turn, line);
    if (sure) wanted.push(sure);
  }
  // 黑芝麻换成白芝麻: as much of it as there was of the other.
  const same = out && wanted.length === 0 ? await asMuchOf(turn, swap.into, out) : undefined;
  if (out && same) return putAll(turn, 'add', [same], out);
  // 说错了，是五瓶: the only thing there, and another amount.
  const amount = swap.out === '' && only && out === only ? parseAmount(swap.into, only.product) : undefined;
  if (only && amount !== undefined) return putAll(turn, 'set', [{ product: only.product, quantity: amount }]);
  if (!out || wanted.length === 0 || wanted.some(({ product }) => product.id === out.product.id))
    return undefined;
  return putAll(turn, 'add', wanted, out);
}

/** The one product of these words, as much of it as `out` was; nothing where it is measured otherwise. */
async function asMuchOf(
  { shop }: Turn,
  words: string,
  { product: { id, measure, unit }, quantity }: CartLine,
): Promise<Wanted | undefined> {
  if (namesAmount(words)) return undefined;
  const said = readBuyer(words).lines[0]?.product || words.trim();
  const product = onlyOne(said, await shop.catalogue.find(said));
  const isAlike =
    product?.measure === measure && product.unit?.name === unit?.name && product.unit?.size === unit?.size;
  return product && isAlike && product.id !== id ? { product, quantity } : undefined;
}

const namedIn = (lines: readonly CartLine[], words: string): CartLine[] =>
  namedAmong(lines, words, ({ product }) => product);

/** 核桃不要了, 这个不要了, 后面那个不要了; and what else was said is done too. */
async function removed(turn: Turn, lines: readonly CartLine[]): Promise<Reply | undefined> {
  const removal = readRemoval(turn.text);
  // 去掉2斤小米 leaves the rest of it there.
  if (!removal || namesAmount(removal.words)) return undefined;
  const named = namedIn(lines, removal.words);
  const out = named.length > 0 ? named : placed(turn, lines, removal.words);
  if (out.length === 0) return undefined;
  const { lines: others } = readBuyer(removal.rest);
  if (others.length === 0) return withoutLines(turn, out);
  for (const { product } of out) await turn.shop.cart.set(turn.person.id, product.id, NO_QUANTITY);
  return orderLines(turn, others, parseGiven(removal.rest));
}

/** What "this" and "the second" are on the card. */
function placed({ focus }: Turn, lines: readonly CartLine[], words: string): readonly CartLine[] {
  const place = readPlace(words);
  // 红枣那单不要了 is about an order that was placed.
  if (place === undefined || meansPlacedOrder(words)) return [];
  const [only, ...others] = lines;
  if (place === 'this') {
    const shown = lines.find(({ product }) => product.id === focus.product);
    return shown ? [shown] : only && others.length === 0 ? [only] : [];
  }
  const line = lines.at(place > 0 ? place - 1 : place);
  return line ? [line] : [];
}

/** 翻倍, 一半就行: of what is named, or of the only thing that stands there. */
async function multiplied(turn: Turn, lines: readonly CartLine[]): Promise<Reply | undefined> {
  const act = readAct(turn.text);
  // 核桃一份、小米双份: a list, and each of it has its own amount.
  if (readBuyer(turn.text).lines.filter(({ quantity }) => quantity !== null).length > 1) return undefined;
  // 黄豆翻倍，苹果不动 names apples, too.
  const meant =
    [timesSaid(turn.text).join('，'), turn.text]
      .map((words) => namedIn(lines, words))
      .find((named) => named.length > 0) ?? lines;
  // 各减一半, halve the lot: each of several.
  if (act?.is !== 'times' || (meant.length !== 1 && !meansEach(turn.text))) return undefined;
  const wanted = meant.flatMap(({ product, quantity }): Wanted[] => {
    const times = quantity * act.by;
    return isAmount(times) ? [{ product, quantity: times }] : [];
  });
  if (wanted.length !== meant.length) return undefined;
  const times = timesSaid(turn.text);
  const rest = splitClauses(turn.text).filter((clause) => !times.includes(clause));
  const others = amountsIn(lines, rest.join('，')).filter(({ product }) =>
    wanted.every((one) => one.product.id !== product.id),
  );
  const card = await putAll(turn, 'set', [...others, ...wanted]);
  return others.length === 0 && namesAmount(rest.join('，')) ? [...card, unusedScreen(rest)] : card;
}

/** 苹果少来点，6斤就行, beside 红枣翻一倍: what of the card is to be how much; nothing where more or less of it is meant. */
function amountsIn(lines: readonly CartLine[], words: string): Wanted[] {
  const { how } = readAmountChange(words);
  if (how !== 'set' && how !== 'say') return [];
  return readBuyer(words).lines.flatMap(({ product: name, quantity, measure }): Wanted[] => {
    const [line, ...more] = namedIn(lines, name);
    const isSure = line && more.length === 0 && line.product.measure === measure;
    return isSure && quantity !== null && isAmount(quantity) ? [{ product: line.product, quantity }] : [];
  });
}

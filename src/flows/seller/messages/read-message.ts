import type { Reply } from '../../../chat/dsl/screen.ts';
import { splitClauses } from '../../../nlu/acts/clauses.ts';
import { splitDeeds } from '../../../nlu/acts/deeds.ts';
import { splitSharedPrice } from '../../../nlu/acts/offers/shared-price.ts';
import { isPointedOrder, readOrderActs } from '../../../nlu/acts/seller/orders/order-act.ts';
import { readRefund } from '../../../nlu/acts/seller/orders/refund-act.ts';
import { readSellerAct } from '../../../nlu/acts/seller/seller-act.ts';
import { saysAllOfThem } from '../../../nlu/acts/seller/seller-stock.ts';
import { readSeller } from '../../../nlu/read.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import { nthOffered, offeredByWords, offeredChoices } from '../../common/offered.ts';
import type { Turn } from '../../flow.ts';
import { freshly } from '../../screens/messages/freshly.ts';
import { unusedScreen } from '../../screens/messages/unused-screen.ts';
import { answerWords } from '../account/answer-words.ts';
import { factWords } from '../account/fact-words.ts';
import { restAnswer } from '../account/rest.ts';
import { bulkWords } from '../listings/changes/bulk-words.ts';
import { leastWords } from '../listings/changes/least-words.ts';
import { namedProduct, ownTitles } from '../listings/changes/meant.ts';
import { saleWords } from '../listings/changes/sale-words.ts';
import { samePriceWords } from '../listings/changes/same-price.ts';
import { presaleWords } from '../listings/drafts/presale-words.ts';
import { waitingWords } from '../listings/drafts/waiting-words.ts';
import { actWithWords } from '../orders/act-with-words.ts';
import { orderAsked } from '../orders/order-asked.ts';
import { handleOrderMessage } from '../orders/order-messages.ts';
import { searchWords } from '../orders/order-search.ts';
import { orderWords } from '../orders/order-words.ts';
import { refundWords } from '../orders/refund-words.ts';
import { sendToAllWords } from '../orders/telling/send-to-all.ts';
import { sendToNamed, sendWords } from '../orders/telling/send-words.ts';
import { othersAsked } from '../reports/others-asked.ts';
import { reportWords } from '../reports/report-words.ts';
import { cannotSetAnswer } from '../shipping/cannot-set.ts';
import { withJoinedUndos } from '../shipping/joined-undos.ts';
import { isOneRule } from '../shipping/setting-clauses.ts';
import { settingAnswer, weeklyAnswer } from '../shipping/setting-words.ts';
import { handleShippingMessage } from '../shipping/shipping.ts';
import { termsAsked } from '../shipping/terms-asked.ts';
import { hostWords } from '../streams/host-words.ts';
import { planWords } from '../streams/plan-words.ts';
import { showByNumber } from '../streams/showing.ts';
import { actAnswer } from './acts.ts';
import { areMixed, isRefused, joinSettings, setsShop } from './clause-subjects.ts';
import { gradeOffers } from './grade-offers.ts';
import { offerAnswer } from './offers.ts';
import { ownWords } from './own-words.ts';
import { unplacedAnswer, withPlaced } from './placed.ts';
import { renameAndMore } from './rename-and-more.ts';
import { doneAndSent, untoldAnswer, untoldOffer } from './untold.ts';

/** What answers a message; nothing where it knows nothing of it. */
export type Answer = (turn: Turn, seller: Membership) => Promise<Reply | undefined>;

/** Where the rules may be wrong, or lost. */
interface Fallbacks {
  /** Asked when only an offer is left. */
  readonly beforeOffers: Answer;
  /** Asked where goods are named, and nothing that could be done with them. */
  readonly whenLost: Answer;
}

/** Does what the rules find in a message, the first that knows it. */
export async function readMessage(
  turn: Turn,
  seller: Membership,
  fallbacks?: Fallbacks,
): Promise<Reply | undefined> {
  return (await chosenAnswer(turn)) ?? readUnchosen(await withPlaced(turn, seller), seller, fallbacks);
}

const readUnchosen = async (
  turn: Turn,
  seller: Membership,
  fallbacks?: Fallbacks,
): Promise<Reply | undefined> =>
  (await answerWithoutOffers(turn, seller, fallbacks)) ??
  (await fallbacks?.beforeOffers(turn, seller)) ??
  (await offerAnswer(turn, seller, fallbacks && (() => fallbacks.whenLost(turn, seller))));

/** Everything but offers, prices and amounts that stand alone. */
export const answerWithoutOffers = async (
  turn: Turn,
  seller: Membership,
  fallbacks?: Fallbacks,
): Promise<Reply | undefined> =>
  (await ownWords(turn, seller)) ??
  (await samePriceWords(turn, seller)) ??
  (await sendToAllWords(turn, seller, (front) => readMessage(front, seller, fallbacks))) ??
  (await sendToNamed(turn, seller)) ??
  (await answerWords(turn, seller)) ??
  (await sendWords(turn, seller)) ??
  (await untoldAnswer(turn, seller)) ??
  (await actWithWords(turn, seller)) ??
  (await doneAndSent(turn, seller, (front) => readMessage(front, seller, fallbacks))) ??
  (await waitingWords(turn, seller)) ??
  (await sharedAnswer(turn, seller)) ??
  (await presaleWords(turn, seller)) ??
  (await gradeOffers(turn, seller)) ??
  (await renameAndMore(turn, seller, (rest) => readMessage(rest, seller))) ??
  (await byClauses(turn, seller)) ??
  (await plainAnswer(turn, seller)) ??
  (await unplacedAnswer(turn, seller)) ??
  (await untoldOffer(turn, seller));

/** 核桃和红枣都改成12一斤: done to each of them. */
async function sharedAnswer(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const each = splitSharedPrice(turn.text, await ownTitles(turn, seller));
  if (!each.every((text) => readSeller(text).kind === 'price')) return undefined;
  const replies: Reply[] = [];
  for (const text of each) replies.push((await offerAnswer({ ...turn, text, focus: {} }, seller)) ?? []);
  return replies.length > 0 ? replies.flat().map(freshly) : undefined;
}

/** 第二个, 白的: one of the goods or orders that were just asked about. */
async function chosenAnswer(turn: Turn): Promise<Reply | undefined> {
  const action = nthOffered(turn) ?? (isPlainChoice(turn.text) ? offeredByWords(turn) : undefined);
  const route = action?.split('/')[0] ?? '';
  if (action) return CHOICES.has(route) ? turn.press(action) : undefined;
  return saysAllOfThem(turn.text) ? pressAll(turn) : undefined;
}

/** 两个都涨: of changes that were asked about, each is done. */
async function pressAll(turn: Turn): Promise<Reply | undefined> {
  const choices = offeredChoices(turn.offered).filter(({ action }) =>
    /^do-(?:stock|price|status)\//.test(action),
  );
  const isEach = new Set(choices.map(({ action }) => action.split('/')[1])).size === choices.length;
  if (choices.length < 2 || !isEach) return undefined;
  const replies: Reply[] = [];
  for (const { action } of choices) replies.push((await turn.press(action)) ?? []);
  return replies.flat().map(freshly);
}

/** What is asked with several buttons that do the same to different things. */
const CHOICES: ReadonlySet<string> = new Set([
  ...['do-stock', 'do-price', 'do-status', 'mine-one', 'refund-for', 'tell-about', 'call-off'],
  ...['withhold', 'accept', 'decline', 'money', 'delivered', 'ship-now', 'shipped-as', 'weigh', 'sale'],
]);

const isPlainChoice = (text: string): boolean =>
  readSellerAct(text) === undefined && readOrderActs(text).length === 0 && !statesFigures(text);

function statesFigures(text: string): boolean {
  const { price, stock } = readSeller(text);
  return price !== null || stock !== null;
}

/** What the whole message does, where it is no offer. */
async function plainAnswer(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const act = readSellerAct(turn.text, await ownTitles(turn, seller));
  // What do I need to ship: asked of the orders there are, and not how it is done.
  const isCount =
    act?.is === 'help' && readOrderActs(turn.text).some(({ does }) => does === 'count' || does === 'where');
  // 下雨了，明天不发货: how somebody feels is answered only where nothing is to be done.
  const isMood = act?.is === 'chat' || act?.is === 'praise' || act?.is === 'wait';
  return (
    othersAsked(turn, seller) ??
    (await orderAsked(turn, seller)) ??
    (await handleOrderMessage(turn)) ??
    // 红枣这周末一斤少收2块: a sale, and nobody's money back.
    (speaksOfOrder(turn) ? undefined : await saleWords(turn, seller)) ??
    (callsOff(turn.text) ? undefined : await refundWords(turn, seller)) ??
    (speaksOfOrder(turn) ? await orderWords(turn, seller) : undefined) ??
    (await hostWords(turn, seller)) ??
    (await searchWords(turn, seller)) ??
    (await reportWords(turn, seller)) ??
    (await termsAsked(turn)) ??
    (isCount ? await orderWords(turn, seller) : undefined) ??
    (await weeklyAnswer(turn)) ??
    (await leastWords(turn, seller)) ??
    (await bulkWords(turn, seller)) ??
    cannotSetAnswer(turn.text) ??
    (act && !isMood ? await actAnswer(turn, seller, act) : undefined) ??
    (await handleShippingMessage(turn)) ??
    (await restAnswer(turn, seller)) ??
    (await settingAnswer(turn, seller)) ??
    (await showByNumber(turn, seller.id)) ??
    (await planWords(turn, seller)) ??
    (await factWords(turn, seller)) ??
    (await orderWords(turn, seller)) ??
    (act && isMood ? await actAnswer(turn, seller, act) : undefined)
  );
}

/** 别发了，她不要了，钱退给她吧: what was paid goes back with the order; a sum that is named is another matter. */
function callsOff(text: string): boolean {
  const refund = readRefund(text);
  const isAll = refund?.is === 'give' && (refund.share.is === 'open' || refund.share.is === 'all');
  return isAll && readOrderActs(text).some((act) => act.does === 'decline' && isPointedOrder(act));
}

/** A-0317, 王芳那单; she, of the order on the table: 她住哪. */
const speaksOfOrder = ({ text, focus }: Turn): boolean =>
  readOrderActs(text).some(
    (act) => isPointedOrder(act) || (act.does === 'where' && focus.order !== undefined),
  );

/**
 * 核桃涨到16，A-0317接了，快递8元: each clause that does something of its own is done; the others are one offer. What asks with a
 * card of its own stands last.
 */
async function byClauses(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const clauses = splitClauses(turn.text);
  const isPlain = areMixed(clauses);
  const deeds = isPlain ? clauses : splitDeeds(turn.text);
  if ((!isPlain && !areMixed(deeds)) || isOneRule(turn.text)) return undefined;
  const done: Reply[] = [];
  // 核桃18一斤，3斤起卖: the goods are named once.
  const named = await namedProduct(turn, seller, null);
  const table = named ? { product: named.id } : {};
  let rest = isPlain ? [] : [turn.text];
  const parts = joinSettings(deeds);
  for (const [i, clause] of parts.entries()) {
    // A-0317接不了，核桃卖完了: what stands behind is why, and counts for itself too.
    const text = isRefused(clause) ? parts.slice(i).join('，') : clause;
    const reply = await clauseAnswer({ ...turn, text, focus: { ...turn.focus, ...table } }, seller);
    if (reply) done.push(reply);
    if (reply && !isPlain) rest = [withoutPieces(rest.join(''), clause)];
    if (!reply && isPlain) rest.push(clause);
  }
  const left = rest.filter((one) => SAYS_ANYTHING.test(one));
  const offer = left.length > 0 ? await offerAnswer({ ...turn, text: left.join('，') }, seller) : [];
  const unused = offer ? [] : [unusedScreen(left)];
  return withJoinedUndos([...(offer ?? []), ...done.flat(), ...unused]).map(freshly);
}

const SAYS_ANYTHING = /[\p{L}\p{N}]/u;

/** The message without what was done: of its own words nothing else changes. */
const withoutPieces = (text: string, done: string): string =>
  done.split('，').reduce((rest, piece) => rest.replace(piece, '，'), text);

const clauseAnswer = async (turn: Turn, seller: Membership): Promise<Reply | undefined> =>
  (await handleOrderMessage(turn)) ??
  (await refundWords(turn, seller)) ??
  (await handleShippingMessage(turn)) ??
  (await leastWords(turn, seller)) ??
  (setsShop(turn.text) ? await settingAnswer(turn, seller) : undefined) ??
  (await factWords(turn, seller)) ??
  (await orderWords(turn, seller));

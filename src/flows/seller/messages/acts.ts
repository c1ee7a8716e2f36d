import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, say } from '../../../chat/dsl/screen.ts';
import { readReportDays } from '../../../nlu/acts/seller/orders/report-act.ts';
import { isShopName, readPeriod, type SellerAct } from '../../../nlu/acts/seller/seller-act.ts';
import type { SellerScreen } from '../../../nlu/acts/seller/seller-lexicon.ts';
import { readMood } from '../../../nlu/acts/seller/small-talk.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { Turn } from '../../flow.ts';
import { forwardWords } from '../../screens/messages/conversation-screen.ts';
import { homeButton, productName } from '../../screens/values.ts';
import { shortReply } from '../account/answer-words.ts';
import { showQuestions } from '../account/conversation.ts';
import { home } from '../account/home.ts';
import { profile } from '../account/profile.ts';
import { hasRight } from '../acting.ts';
import { undoEvents } from '../listings/changes/changes.ts';
import { namedProduct, tableProduct } from '../listings/changes/meant.ts';
import { takeOpenName } from '../listings/drafts/photo-name.ts';
import { tableDraft } from '../listings/drafts/waiting.ts';
import { changed, readField } from '../listings/products/edit.ts';
import { myListings } from '../listings/products/my-listings.ts';
import { titleFields } from '../listings/products/titles.ts';
import { soldOrders } from '../orders/orders.ts';
import { pack } from '../orders/packing/pack.ts';
import { paymentCodes } from '../orders/payment-codes.ts';
import { salesOfDays } from '../reports/sales.ts';
import { delivery } from '../shipping/shipping.ts';
import { helpAnswer } from './help.ts';

// Which flow owns which act of a seller's. What an act names that is not there makes it no act: the message is read on.

/** Does what the act says: the one place that says which flow owns which act. */
export function actAnswer(
  turn: Turn,
  seller: Membership,
  act: SellerAct,
): Promise<Reply | undefined> | Reply | undefined {
  switch (act.is) {
    case 'greet':
      return greet(turn);
    case 'thanks':
    case 'bye':
      // 好的谢谢, under a card: its yes.
      return act.agrees && turn.yes ? turn.press(turn.yes) : talk(`act-${act.is}`);
    case 'bot':
      return talk('seller-bot');
    case 'chat':
      return talk(chatKey(turn.text));
    case 'anger':
    case 'praise':
    case 'heard':
      return talk(`seller-${act.is}`);
    case 'wait':
      return wait(turn);
    case 'yes':
      return turn.yes ? turn.press(turn.yes) : agreed(turn, seller);
    case 'follow':
      return turn.yes ? turn.press(turn.yes) : undefined;
    case 'no':
      return declined(turn, seller);
    case 'undo':
      return undo(turn, seller, act);
    case 'wrong':
      return undo(turn, seller);
    case 'publish':
      return publish(turn, seller);
    case 'discard':
      return discard(turn, seller);
    case 'person':
      return forwardWords(turn, turn.text);
    case 'show':
      return show(turn, seller, act.screen);
    case 'help':
      return act.topic === 'photo' ? photoHelp(turn, seller) : helpAnswer(turn, seller, act.topic);
    case 'photo':
      return newPhoto(turn, seller, act.goods);
    case 'rename':
      return rename(turn, seller, act);
    case 'harvest':
      return harvested(turn, seller, act.day);
    case 'blurb':
      return blurb(turn, seller, act);
    case 'remove':
      return remove(turn, seller, act.goods);
  }
}

/** 想给花馍换个新照片咋弄: how to, asked of goods that are named, is shown by doing it. */
const photoHelp = async (turn: Turn, seller: Membership): Promise<Reply | undefined> =>
  photoOf(turn, seller, await namedProduct(turn, seller, null));

const newPhoto = async (turn: Turn, seller: Membership, goods: string): Promise<Reply | undefined> =>
  photoOf(
    turn,
    seller,
    (await namedProduct(turn, seller, null)) ?? (await tableProduct(turn, seller, goods)),
  );

const photoOf = (turn: Turn, seller: Membership, product: Product | undefined): Promise<Reply | undefined> =>
  product
    ? turn.press(tap('photo-add/:product', { product: product.id }))
    : helpAnswer(turn, seller, 'photo');

async function rename(
  turn: Turn,
  seller: Membership,
  { goods, title }: Extract<SellerAct, { is: 'rename' }>,
): Promise<Reply | undefined> {
  // 以后叫老刘家果园: the shop's name, and no goods'.
  const isShop = goods === '' && isShopName(title);
  const product = isShop ? undefined : await renamedProduct(turn, seller, goods);
  if (!product || !hasRight(seller, 'post')) return undefined;
  const names = titleFields(title, product);
  return changed(turn, await turn.shop.listings.change(turn.person.id, product.id, names));
}

/** The draft on the screen, where that is called so; else what is named, or on the table. */
async function renamedProduct(turn: Turn, seller: Membership, goods: string): Promise<Product | undefined> {
  const draft = await tableDraft(turn);
  const isDraft = draft && draft.title.toLowerCase() === goods.toLowerCase();
  return isDraft ? draft : tableProduct(turn, seller, goods);
}

/** Its new text, in the seller's words; without any, the writer is asked for one. */
async function blurb(
  turn: Turn,
  seller: Membership,
  { goods, words }: Extract<SellerAct, { is: 'blurb' }>,
): Promise<Reply | undefined> {
  const product = await tableProduct(turn, seller, goods);
  if (!product || !hasRight(seller, 'post')) return undefined;
  if (words === '') return turn.press(tap('edit/:product/:field', { product: product.id, field: 'blurb' }));
  return readField({ ...turn, text: words }, { product: product.id, field: 'blurb' });
}

/** 核桃是9月28号打的. */
async function harvested(turn: Turn, seller: Membership, day: string): Promise<Reply | undefined> {
  const product = await namedProduct(turn, seller, null);
  if (!product || !hasRight(seller, 'post')) return undefined;
  return readField({ ...turn, text: day }, { product: product.id, field: 'harvest' });
}

/** A draft is thrown away, anything else put away, with its undo. */
async function remove(turn: Turn, seller: Membership, goods: string): Promise<Reply | undefined> {
  const product = await tableProduct(turn, seller, goods);
  if (!product || !hasRight(seller, 'post')) return undefined;
  const action = product.status === 'draft' ? 'discard/:product' : 'archive/:product';
  return turn.press(tap(action, { product: product.id }));
}

/** Takings of the time that is named; anything else as its button or command shows it. */
function show(
  turn: Turn,
  seller: Membership,
  screen: SellerScreen,
): Promise<Reply | undefined> | Reply | undefined {
  switch (screen) {
    case 'sales':
      return takings(turn, seller);
    case 'unpaid':
      return turn.press(tap('sold-unpaid/:page', { page: 0 }));
    case 'asked':
      return showQuestions({ ...turn, params: { page: '0' } });
    default:
      return screens[screen]?.({ ...turn, params: { rest: '' } });
  }
}

/** Of the days or the time that are named; of today where none are, and of the month where goods are asked about. */
async function takings(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const days = readReportDays(turn.text, { now: turn.now, timeZone: await turn.shop.sellers.timeZone() });
  if (days) return salesOfDays(turn, seller, days);
  const period = readPeriod(turn.text) ?? ((await namedProduct(turn, seller, null)) ? 'month' : 'today');
  return turn.press(tap('sales/:period', { period }));
}

type Command = ((turn: Turn<'rest'>) => Reply | Promise<Reply>) | undefined;

const screens: Readonly<Record<Exclude<SellerScreen, 'sales' | 'unpaid' | 'asked'>, Command>> = {
  orders: soldOrders.commands.orders,
  products: myListings.commands.products,
  payment: paymentCodes.commands.payment,
  pack: pack.commands.pack,
  shop: profile.commands.shop,
  help: home.commands.help,
  delivery: delivery.commands.delivery,
};

/** 下大雨，地里去不成: an answer to that. */
function chatKey(text: string): string {
  const mood = readMood(text);
  return mood ? `seller-chat-${mood}` : 'seller-chat';
}

/** Said back, with the open question left open. */
const talk = (key: string): Reply => [
  {
    text: say(key),
    buttons: [WITH_PERSON.has(key) ? [person, homeButton] : [homeButton]],
    fresh: true,
    keepsQuestion: true,
  },
];

/** Who is angry, or asks who is there, may want somebody. */
const WITH_PERSON: ReadonlySet<string> = new Set(['seller-bot', 'seller-anger']);

const person: Button = { label: say('repair-person'), tap: tap('person') };

async function greet(turn: Turn): Promise<Reply> {
  const [screen, ...more] = (await home.commands.start?.({ ...turn, params: { rest: '' } })) ?? [];
  return screen && 'text' in screen
    ? [{ ...screen, text: [say('seller-greet'), screen.text] }, ...more]
    : more;
}

/** No to a preview drops it; no to a question changes nothing. */
/** Yes to what a job asked: that a photo shows what the model sees in it. */
const agreed = async (turn: Turn, seller: Membership): Promise<Reply> =>
  (await takeOpenName(turn, seller.id)) ?? (await shortReply(turn, seller)) ?? talk('seller-ok');

async function declined(turn: Turn, seller: Membership): Promise<Reply> {
  const dropped = (await tableDraft(turn)) && (await discard(turn, seller));
  return (
    dropped ??
    (await shortReply(turn, seller)) ?? [{ text: say('seller-no'), buttons: [[homeButton]], fresh: true }]
  );
}

/** 等我一哈: whatever is open stays open. */
async function wait(turn: Turn): Promise<Reply> {
  const draft = await tableDraft(turn);
  const text =
    draft && draft.title !== ''
      ? say('seller-wait-draft', { title: productName(draft) })
      : say('seller-wait');
  return [{ text, fresh: true, keepsQuestion: true }];
}

async function undo(
  turn: Turn,
  seller: Membership,
  which: Omit<Extract<SellerAct, { is: 'undo' }>, 'is'> = {},
): Promise<Reply | undefined> {
  if (await tableDraft(turn)) return undefined;
  const events = await turn.shop.listings.lastChanges(turn.person.id, seller.id, which);
  return events.length === 0 ? undefined : undoEvents(turn, events);
}

async function publish(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const product = (await tableProduct(turn, seller, '')) ?? (await newestDraft(turn, seller));
  return product && turn.press(tap('publish/:product', { product: product.id }));
}

async function discard(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const draft = (await tableDraft(turn)) ?? (await newestDraft(turn, seller));
  return draft && turn.press(tap('discard/:product', { product: draft.id }));
}

const newestDraft = ({ shop, person }: Turn, seller: Membership) =>
  shop.listings.openDraft(person.id, seller.id);

import { tap } from '../../../chat/dsl/action.ts';
import type { Reply } from '../../../chat/dsl/screen.ts';
import type { SellerAct } from '../../../nlu/acts/seller/seller-act.ts';
import { guessSellerAct, type SellerGuess } from '../../../nlu/guess/seller-guess.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { Turn } from '../../flow.ts';
import { endLive } from '../streams/stream.ts';
import { actAnswer } from './acts.ts';

// What no rule knows, and is said much like something else that is known: the last thing that is tried.

/** What the message most likely wants; nothing where nobody can tell. A setting is asked for, and never set. */
export async function likelyAnswer(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const intent = guessSellerAct(turn.text);
  return intent && answerTo(turn, seller, intent);
}

function answerTo(
  turn: Turn,
  seller: Membership,
  intent: SellerGuess,
): Promise<Reply | undefined> | Reply | undefined {
  const act = acts[intent];
  if (act) return actAnswer(turn, seller, act);
  const action = actions[intent];
  if (action) return turn.press(action);
  if (intent === 'stream-end') return endLive(turn, seller);
  return intent === 'stream-move' ? otherTime(turn, seller) : undefined;
}

const acts: Readonly<Partial<Record<SellerGuess, SellerAct>>> = {
  greet: { is: 'greet' },
  thanks: { is: 'thanks' },
  bye: { is: 'bye' },
  bot: { is: 'bot' },
  yes: { is: 'yes' },
  no: { is: 'no' },
  praise: { is: 'praise' },
  anger: { is: 'anger' },
  chat: { is: 'chat' },
  heard: { is: 'heard' },
  undo: { is: 'undo' },
  publish: { is: 'publish' },
  discard: { is: 'discard' },
  person: { is: 'person' },
  photo: { is: 'photo', goods: '' },
  'show-orders': { is: 'show', screen: 'orders' },
  'show-sales': { is: 'show', screen: 'sales' },
  'show-products': { is: 'show', screen: 'products' },
  'show-payment': { is: 'show', screen: 'payment' },
  'show-pack': { is: 'show', screen: 'pack' },
  'show-shop': { is: 'show', screen: 'shop' },
  'show-delivery': { is: 'show', screen: 'delivery' },
  'help-general': { is: 'help', topic: 'general' },
  'help-post': { is: 'help', topic: 'post' },
  'help-price': { is: 'help', topic: 'price' },
  'help-stock': { is: 'help', topic: 'stock' },
  'help-packs': { is: 'help', topic: 'packs' },
  'help-photo': { is: 'help', topic: 'photo' },
  'help-undo': { is: 'help', topic: 'undo' },
  'help-orders': { is: 'help', topic: 'orders' },
  'help-refund': { is: 'help', topic: 'refund' },
  'help-money': { is: 'help', topic: 'money' },
  'help-helpers': { is: 'help', topic: 'helpers' },
  'help-shipping': { is: 'help', topic: 'shipping' },
  'help-shop': { is: 'help', topic: 'shop' },
  'help-stream': { is: 'help', topic: 'stream' },
  'help-cost': { is: 'help', topic: 'cost' },
  'help-share': { is: 'help', topic: 'share' },
  'help-rest': { is: 'help', topic: 'rest' },
  'help-sales': { is: 'help', topic: 'sales' },
  'help-text': { is: 'help', topic: 'text' },
  'help-write': { is: 'help', topic: 'write' },
};

/** Where the button leads that somebody would have looked for. */
const actions: Readonly<Partial<Record<SellerGuess, string>>> = {
  'set-fee': tap('way-fee/:way', { way: 'express' }),
  'set-areas': tap('areas'),
  'set-day-off': tap('days-off'),
  'set-pickup': tap('my-shop-edit/:field', { field: 'pickupPlace' }),
  'set-name': tap('my-shop-edit/:field', { field: 'name' }),
  'stream-plan': tap('plan'),
};

/** Of the one plan there is; where there are several, which. */
async function otherTime(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const [plan, ...others] = await turn.shop.streams.plansOf(seller.id);
  const isOne = plan && others.length === 0;
  return turn.press(isOne ? tap('plan-time/:stream', { stream: plan.id }) : tap('plan'));
}

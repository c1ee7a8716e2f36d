import { type Reply, say } from '../../../chat/dsl/screen.ts';
import { flow, type Turn } from '../../flow.ts';
import { homeButton, quantityValue } from '../../screens/values.ts';
import { cardScreen } from '../checkout/checkout-open.ts';

/** Answers to goods that came back and are kept for somebody who waited. */
export const offer = flow('offer', {
  taps: {
    'offer-take/:offer': take,
    'offer-wait/:offer': waitOn,
    'offer-no/:offer': decline,
    'offer-stop/:product': stop,
  },
});

const over: Reply = [{ text: say('offer-over'), buttons: [[homeButton]] }];

/** What is kept goes into the cart, and the card can be confirmed; the goods stay kept until then. */
async function take(turn: Turn<'offer'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const kept = await shop.waiting.offer(person.id, params.offer);
  if (!kept || !(await shop.cart.set(person.id, kept.productId, kept.quantity))) return over;
  return cardScreen(turn, {}, [say('offer-held', { until: { time: kept.expiresAt } })]);
}

async function waitOn({ shop, person, params }: Turn<'offer'>): Promise<Reply> {
  const ended = await shop.waiting.answer(person.id, params.offer, 'waits-on');
  const product = ended && (await shop.catalogue.byId(ended.productId));
  if (!ended || !product) return over;
  const wanted = quantityValue(product, ended.wanted);
  return [{ text: say('offer-waits-on', { wanted }), buttons: [[homeButton]] }];
}

async function decline({ shop, person, params }: Turn<'offer'>): Promise<Reply> {
  const ended = await shop.waiting.answer(person.id, params.offer, 'declined');
  return ended ? [{ text: say('offer-declined'), buttons: [[homeButton]] }] : over;
}

async function stop({ shop, person, params }: Turn<'product'>): Promise<Reply> {
  await shop.subscriptions.stopWaiting(person.id, params.product);
  return [{ text: say('offer-declined'), buttons: [[homeButton]] }];
}

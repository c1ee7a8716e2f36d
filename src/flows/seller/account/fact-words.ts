import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, say } from '../../../chat/dsl/screen.ts';
import { readFact, readPickupPlace } from '../../../nlu/acts/seller/fact-act.ts';
import { factTopics } from '../../../nlu/acts/seller/seller-lexicon.ts';
import { readSeller } from '../../../nlu/read.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import { flow, type Turn } from '../../flow.ts';
import { homeButton } from '../../screens/values.ts';
import { findActingSeller, hasRight, noRight, notASeller } from '../acting.ts';

/** What is said of the shop once, and told to every buyer who asks. */
export const facts = flow('seller-facts', { taps: { 'fact-drop/:topic': drop } });

/** 48小时内发货, 放冰箱能放半个月, 可以来村口自提: kept as an answer; nothing where the message says none. */
export async function factWords(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const topic = readFact(turn.text);
  const { price, stock } = readSeller(turn.text);
  // 核桃 15元一斤 放阴凉处: an offer, and the rest goes with it.
  if (!topic || price !== null || stock !== null) return undefined;
  if (!hasRight(seller, 'post')) return noRight(seller, 'post');
  if (topic === 'pickup') return pickupPlace(turn, seller);
  const words = turn.text.trim();
  await turn.shop.facts.keep(turn.person.id, seller.id, topic, words);
  return [
    {
      text: say('fact-kept', { topic: say(`fact-topic-${topic}`), words }),
      buttons: [[{ label: say('fact-drop'), tap: tap('fact-drop/:topic', { topic }) }, homeButton]],
      fresh: true,
      keepsQuestion: true,
    },
  ];
}

const deliveryButton: Button = { label: say('myshop-delivery'), tap: tap('delivery') };

/** Where goods can be fetched belongs to the shop itself: buyers read it on their card. */
async function pickupPlace(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const { shop, person, text } = turn;
  const place = readPickupPlace(text);
  if (place === undefined) return undefined;
  await shop.shippingSettings.apply(person.id, seller.id, [{ is: 'way', way: 'pickup', isOn: true }]);
  const isSet = await shop.profile.set(person.id, seller.id, 'pickupPlace', place);
  if (!isSet) return [{ text: say('helpers-only-owner'), buttons: [[homeButton]] }];
  return [
    {
      text: say('fact-pickup', { place }),
      buttons: [[deliveryButton, homeButton]],
      fresh: true,
      keepsQuestion: true,
    },
  ];
}

async function drop(turn: Turn<'topic'>): Promise<Reply> {
  const seller = await findActingSeller(turn);
  const topic = factTopics.find((one) => one === turn.params.topic);
  if (!seller || !topic) return notASeller;
  await turn.shop.facts.drop(turn.person.id, seller.id, topic);
  return [{ text: say('fact-dropped'), buttons: [[homeButton]] }];
}

import type { Work } from '../db/work.ts';
import { addresses } from './addresses.ts';
import { cart } from './cart.ts';
import { catalogue } from './catalogue.ts';
import { checkout } from './checkout.ts';
import type { PayMeans } from './checkout-card.ts';
import { claims } from './claims.ts';
import { rulesOf } from './delivery-rules.ts';
import { deliverySettings } from './delivery-settings.ts';
import { forgetting } from './forgetting.ts';
import { harvest } from './harvest.ts';
import { household } from './household.ts';
import { invoices } from './invoices.ts';
import { members } from './members.ts';
import { offers } from './offers.ts';
import { office } from './office.ts';
import { timelineOf } from './order-timeline.ts';
import { orders } from './orders.ts';
import { packing } from './packing.ts';
import { paymentCodes } from './payment-codes.ts';
import { people } from './people.ts';
import { privatePhotos } from './private-photos.ts';
import { proofs } from './proofs.ts';
import { ratings } from './ratings.ts';
import { refunds } from './refunds.ts';
import { sales } from './sales.ts';
import { secondThoughts } from './second-thoughts.ts';
import { sellers } from './sellers.ts';
import { sharing } from './sharing.ts';
import { shipping } from './shipping.ts';
import { streams } from './streams.ts';
import { subscriptions } from './subscriptions.ts';
import { talks } from './talks.ts';
import { villages } from './villages.ts';
import { voices } from './voices.ts';
import { wishes } from './wishes.ts';

/** Everything the shop can do, within one transaction. Whoever acts is named in each act, and checked there. */
export const shopOf = (work: Work, means: PayMeans = { invoices: false }) => ({
  addresses: addresses(work),
  cart: cart(work),
  catalogue: catalogue(work),
  checkout: checkout(work, means),
  claims: claims(work),
  forgetting: forgetting(work),
  deliverySettings: deliverySettings(work),
  harvest: harvest(work),
  household: household(work),
  invoices: invoices(work),
  members: members(work),
  offers: offers(work),
  office: office(work),
  orders: orders(work),
  packing: packing(work),
  paymentCodes: paymentCodes(work),
  people: people(work),
  privatePhotos: privatePhotos(work),
  proofs: proofs(work),
  ratings: ratings(work),
  refunds: refunds(work),
  sales: sales(work),
  secondThoughts: secondThoughts(work),
  sellers: sellers(work),
  sharing: sharing(work),
  shipping: shipping(work),
  streams: streams(work),
  subscriptions: subscriptions(work),
  talks: talks(work),
  villages: villages(work),
  voices: voices(work),
  wishes: wishes(work),
  /** How these sellers bring goods to people, and for how much. */
  deliveryRules: async (sellerIds: readonly string[]) => [...(await rulesOf(work, sellerIds)).values()],
  /** The steps of an order that the person has been shown. */
  timeline: (orderId: string) => timelineOf(work, orderId),
});

export type Shop = ReturnType<typeof shopOf>;

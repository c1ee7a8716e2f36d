import type { Work } from '../db/work.ts';
import { office } from './admin/office.ts';
import { cart } from './cart/cart.ts';
import { catalogue } from './catalogue/catalogue.ts';
import { offers } from './catalogue/listings.ts';
import type { PayMeans } from './checkout/card.ts';
import { checkout } from './checkout/checkout.ts';
import { addresses } from './customers/addresses.ts';
import { forgetting } from './customers/erasure.ts';
import { people } from './customers/people.ts';
import { claims } from './fulfilment/claims.ts';
import { orders } from './fulfilment/orders.ts';
import { packing } from './fulfilment/packing.ts';
import { secondThoughts } from './fulfilment/restore.ts';
import { shipping } from './fulfilment/shipments.ts';
import { wishes } from './notifications/saved-searches.ts';
import { subscriptions } from './notifications/subscriptions.ts';
import { timelineOf } from './orders/history.ts';
import { harvest } from './orders/preorders.ts';
import { ratings } from './orders/ratings.ts';
import { refunds } from './orders/refunds.ts';
import { invoices } from './payments/invoices.ts';
import { paymentCodes } from './payments/payment-codes.ts';
import { proofs } from './payments/proofs.ts';
import { sales } from './reports/sales.ts';
import { sharing } from './reports/sharing.ts';
import { members } from './sellers/members.ts';
import { household } from './sellers/profile.ts';
import { sellers } from './sellers/sellers.ts';
import { rulesOf } from './shipping/policy.ts';
import { deliverySettings } from './shipping/settings.ts';
import { streams } from './streams/streams.ts';
import { talks } from './support/conversations.ts';
import { privatePhotos } from './support/private-media.ts';
import { voices } from './support/voice-notes.ts';
import { villages } from './villages.ts';

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

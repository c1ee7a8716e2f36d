import type { OrderId, SellerId } from '../db/ids.ts';
import type { TxContext } from '../db/work.ts';
import { admin } from './admin/office.ts';
import { writerOffice } from './admin/writer-office.ts';
import { cart } from './cart/cart.ts';
import { listings } from './catalogue/listings/listings.ts';
import { catalogue } from './catalogue/products/catalogue.ts';
import type { PaymentSettings } from './checkout/card.ts';
import { checkout } from './checkout/checkout.ts';
import { addresses } from './customers/addresses.ts';
import { erasure } from './customers/erasure.ts';
import { people } from './customers/people.ts';
import { reminders } from './customers/reminders.ts';
import { sessions } from './customers/sessions.ts';
import { claims } from './fulfilment/claims.ts';
import { orders } from './fulfilment/orders.ts';
import { packing } from './fulfilment/packing.ts';
import { orderRestore } from './fulfilment/restore.ts';
import { shipments } from './fulfilment/shipments.ts';
import { pushBrowsers } from './notifications/push-browsers.ts';
import { savedSearches } from './notifications/saved-searches.ts';
import { subscriptions } from './notifications/subscriptions.ts';
import { waitingQueue } from './notifications/waiting/waiting-queue.ts';
import { findTimeline } from './orders/history.ts';
import { preorders } from './orders/preorders.ts';
import { ratings } from './orders/ratings.ts';
import { refunds } from './orders/refunds.ts';
import { invoices } from './payments/invoices.ts';
import { paymentCodes } from './payments/payment-codes.ts';
import { proofs } from './payments/proofs.ts';
import { sales } from './reports/sales.ts';
import { sharing } from './reports/sharing.ts';
import { sellerFacts } from './sellers/facts.ts';
import { invites } from './sellers/invites.ts';
import { members } from './sellers/members.ts';
import { sellerProfile } from './sellers/profile.ts';
import { sellers } from './sellers/sellers.ts';
import { villages } from './sellers/villages.ts';
import { findShippingPolicies } from './shipping/policy.ts';
import { shippingSettings } from './shipping/settings.ts';
import { streams } from './streams/streams.ts';
import { answerBook } from './support/answer-book.ts';
import { conversations } from './support/conversations.ts';
import { privateMedia } from './support/private-media.ts';
import { voiceNotes } from './support/voice-notes.ts';

/** Everything the shop can do, within one transaction. Each act names the acting person and checks their rights. */
export const createShop = (context: TxContext, means: PaymentSettings = { invoices: false }) => ({
  addresses: addresses(context),
  answerBook: answerBook(context),
  cart: cart(context),
  catalogue: catalogue(context),
  checkout: checkout(context, means),
  claims: claims(context),
  erasure: erasure(context),
  shippingSettings: shippingSettings(context),
  preorders: preorders(context),
  facts: sellerFacts(context),
  profile: sellerProfile(context),
  invites: invites(context),
  invoices: invoices(context),
  members: members(context),
  listings: listings(context),
  admin: admin(context),
  orders: orders(context),
  packing: packing(context),
  paymentCodes: paymentCodes(context),
  people: people(context),
  privateMedia: privateMedia(context),
  proofs: proofs(context),
  ratings: ratings(context),
  refunds: refunds(context),
  reminders: reminders(context),
  sales: sales(context),
  orderRestore: orderRestore(context),
  sellers: sellers(context),
  sessions: sessions(context),
  sharing: sharing(context),
  shipments: shipments(context),
  streams: streams(context),
  pushBrowsers: pushBrowsers(context),
  subscriptions: subscriptions(context),
  conversations: conversations(context),
  villages: villages(context),
  waiting: waitingQueue(context),
  writerOffice: writerOffice(context),
  voiceNotes: voiceNotes(context),
  savedSearches: savedSearches(context),
  /** The shipping policies of these sellers. */
  deliveryRules: async (sellerIds: readonly SellerId[]) => [
    ...(await findShippingPolicies(context, sellerIds)).values(),
  ],
  /** The steps of an order. The caller has checked that the person may see it. */
  timeline: (orderId: OrderId) => findTimeline(context, orderId),
});

export type Shop = ReturnType<typeof createShop>;

import { numberedMenu } from '../common/numbered-menu.ts';
import { tour } from '../common/tour.ts';
import { conversation } from './account/conversation.ts';
import { follows } from './account/follows.ts';
import { home } from './account/home.ts';
import { me } from './account/me.ts';
import { reminders } from './account/reminders.ts';
import { whenFounded } from './before-village.ts';
import { browse } from './catalogue/browse.ts';
import { offer } from './catalogue/offer.ts';
import { priceWatch } from './catalogue/price-watch.ts';
import { product } from './catalogue/product.ts';
import { search } from './catalogue/search.ts';
import { seller } from './catalogue/seller.ts';
import { share } from './catalogue/share.ts';
import { stream } from './catalogue/stream.ts';
import { village } from './catalogue/village.ts';
import { addressBook } from './checkout/address-book.ts';
import { cardBack } from './checkout/card-back.ts';
import { cart } from './checkout/cart.ts';
import { changeOrder } from './checkout/change-order.ts';
import { checkout } from './checkout/checkout.ts';
import { checkoutAddress } from './checkout/checkout-address.ts';
import { reorderFlow } from './checkout/reorder.ts';
import { freeText } from './messages/free-text.ts';
import { unusedWords } from './messages/unused.ts';
import { claim } from './orders/claim.ts';
import { orders } from './orders/orders.ts';
import { pay } from './orders/pay.ts';
import { rating } from './orders/rating.ts';
import { readdressing } from './orders/readdress.ts';

/** Flows that need a village. */
const ofTheVillage = [
  home,
  browse,
  search,
  product,
  priceWatch,
  offer,
  share,
  cart,
  checkout,
  checkoutAddress,
  cardBack,
  addressBook,
  orders,
  pay,
  reorderFlow,
  changeOrder,
  claim,
  rating,
  readdressing,
  seller,
  village,
  follows,
  stream,
  conversation,
  freeText,
  unusedWords,
  tour('buyer'),
  numberedMenu('buyer'),
];

/** All flows of the buyers' side. */
export const buyerFlows = [...ofTheVillage.map(whenFounded), me, reminders];

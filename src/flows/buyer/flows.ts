import { numberedMenu } from '../numbered-menu.ts';
import { addressBook } from './address-book.ts';
import { after } from './after.ts';
import { whenFounded } from './before-village.ts';
import { browse } from './browse.ts';
import { cart } from './cart.ts';
import { checkout } from './checkout.ts';
import { checkoutAddress } from './checkout-address.ts';
import { claim } from './claim.ts';
import { follows } from './follows.ts';
import { home } from './home.ts';
import { me } from './me.ts';
import { orders } from './orders.ts';
import { pay } from './pay.ts';
import { product } from './product.ts';
import { rating } from './rating.ts';
import { search } from './search.ts';
import { seller } from './seller.ts';
import { share } from './share.ts';
import { stream } from './stream.ts';
import { talk } from './talk.ts';
import { village } from './village.ts';
import { words } from './words.ts';

/** What needs a village to be there. */
const ofTheVillage = [
  home,
  browse,
  search,
  product,
  share,
  cart,
  checkout,
  checkoutAddress,
  addressBook,
  orders,
  pay,
  after,
  claim,
  rating,
  seller,
  village,
  follows,
  stream,
  talk,
  words,
  numberedMenu('buyer'),
];

/** Everything a buyer can talk about. */
export const buyerFlows = [...ofTheVillage.map(whenFounded), me];

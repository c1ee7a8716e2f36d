import { browse } from './browse.ts';
import { cart } from './cart.ts';
import { checkout } from './checkout.ts';
import { home } from './home.ts';
import { orders } from './orders.ts';
import { product } from './product.ts';
import { seller } from './seller.ts';
import { stream } from './stream.ts';
import { talk } from './talk.ts';
import { words } from './words.ts';

/** Everything a buyer can talk about. */
export const buyerFlows = [home, browse, product, cart, checkout, orders, seller, stream, talk, words];

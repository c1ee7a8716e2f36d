import { numberedMenu } from '../common/numbered-menu.ts';
import { helpers } from './account/helpers.ts';
import { home } from './account/home.ts';
import { profile } from './account/join.ts';
import { sellerMe } from './account/me.ts';
import { share } from './account/share.ts';
import { sellerConversation } from './account/talk.ts';
import { namingSeller } from './acting.ts';
import { admin } from './admin/office.ts';
import { officePeople } from './admin/office-people.ts';
import { parkedAndFailed } from './admin/office-trouble.ts';
import { founding } from './founding.ts';
import { changes } from './listings/changes.ts';
import { edit } from './listings/edit.ts';
import { myListings } from './listings/mine.ts';
import { listingHistory } from './listings/mine-history.ts';
import { listingPhotos } from './listings/mine-photos.ts';
import { post } from './listings/post.ts';
import { freeText } from './messages/words.ts';
import { claims } from './orders/claims.ts';
import { soldOrders } from './orders/orders.ts';
import { declining } from './orders/orders-decline.ts';
import { sending } from './orders/orders-ship.ts';
import { pack } from './orders/pack.ts';
import { weighing } from './orders/pack-weigh.ts';
import { paymentCodes } from './orders/payment-codes.ts';
import { payments } from './orders/payments.ts';
import { preorders } from './orders/preorders.ts';
import { salesReports } from './reports/sales.ts';
import { delivery } from './shipping/delivery.ts';
import { liveStream } from './streams/stream.ts';

/** Everything a seller can talk about. */
export const sellerFlows = [
  home,
  profile,
  helpers,
  post,
  myListings,
  listingPhotos,
  listingHistory,
  edit,
  changes,
  soldOrders,
  declining,
  sending,
  weighing,
  pack,
  salesReports,
  share,
  payments,
  paymentCodes,
  claims,
  delivery,
  liveStream,
  sellerConversation,
  preorders,
  founding,
  admin,
  parkedAndFailed,
  officePeople,
  sellerMe,
  freeText,
  numberedMenu('seller'),
].map(namingSeller);

import { numberedMenu } from '../numbered-menu.ts';
import { sayingForWhom } from './acting.ts';
import { changes } from './changes.ts';
import { claims } from './claims.ts';
import { delivery } from './delivery.ts';
import { edit } from './edit.ts';
import { founding } from './founding.ts';
import { harvest } from './harvest.ts';
import { helpers } from './helpers.ts';
import { home } from './home.ts';
import { join } from './join.ts';
import { sellerMe } from './me.ts';
import { mine } from './mine.ts';
import { mineHistory } from './mine-history.ts';
import { minePhotos } from './mine-photos.ts';
import { office } from './office.ts';
import { officeTrouble } from './office-trouble.ts';
import { soldOrders } from './orders.ts';
import { declining } from './orders-decline.ts';
import { sending } from './orders-ship.ts';
import { pack } from './pack.ts';
import { weighing } from './pack-weigh.ts';
import { paymentCodes } from './payment-codes.ts';
import { payments } from './payments.ts';
import { post } from './post.ts';
import { money } from './sales.ts';
import { share } from './share.ts';
import { liveStream } from './stream.ts';
import { sellerTalk } from './talk.ts';
import { words } from './words.ts';

/** Everything a seller can talk about. */
export const sellerFlows = [
  home,
  join,
  helpers,
  post,
  mine,
  minePhotos,
  mineHistory,
  edit,
  changes,
  soldOrders,
  declining,
  sending,
  weighing,
  pack,
  money,
  share,
  payments,
  paymentCodes,
  claims,
  delivery,
  liveStream,
  sellerTalk,
  harvest,
  founding,
  office,
  officeTrouble,
  sellerMe,
  words,
  numberedMenu('seller'),
].map(sayingForWhom);

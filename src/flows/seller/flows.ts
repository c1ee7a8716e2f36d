import { numberedMenu } from '../common/numbered-menu.ts';
import { tour } from '../common/tour.ts';
import { answerTaps } from './account/answer-words.ts';
import { brief } from './account/brief.ts';
import { sellerConversation } from './account/conversation.ts';
import { facts } from './account/fact-words.ts';
import { goodsRests } from './account/goods-rest.ts';
import { helpers } from './account/helpers.ts';
import { home } from './account/home.ts';
import { sellerMe } from './account/me.ts';
import { profile } from './account/profile.ts';
import { rests } from './account/rest.ts';
import { share } from './account/share.ts';
import { namingSeller } from './acting.ts';
import { admin } from './admin/office.ts';
import { bans } from './admin/office-bans.ts';
import { officeNewcomers } from './admin/office-newcomers.ts';
import { officePeople } from './admin/office-people.ts';
import { parkedAndFailed } from './admin/office-trouble.ts';
import { officeWriter } from './admin/office-writer.ts';
import { founding } from './founding.ts';
import { allPrices } from './listings/changes/all-prices.ts';
import { bulkPrices } from './listings/changes/bulk-words.ts';
import { changeFix } from './listings/changes/change-fix.ts';
import { changes } from './listings/changes/changes.ts';
import { leasts } from './listings/changes/least-words.ts';
import { packPrices } from './listings/changes/pack-words.ts';
import { salesUntil } from './listings/changes/sale-words.ts';
import { stockAsks } from './listings/changes/stock-words.ts';
import { knownPhoto } from './listings/drafts/known-photo.ts';
import { photoName } from './listings/drafts/photo-name.ts';
import { post } from './listings/drafts/post.ts';
import { whichOrNew } from './listings/drafts/which-or-new.ts';
import { writing } from './listings/drafts/writing.ts';
import { answers } from './listings/products/answers.ts';
import { edit } from './listings/products/edit.ts';
import { listingHistory } from './listings/products/listing-history.ts';
import { listingPhotos } from './listings/products/listing-photos.ts';
import { myListings } from './listings/products/my-listings.ts';
import { freeText } from './messages/free-text.ts';
import { ownWordsCards } from './messages/own-words.ts';
import { saidPlainly } from './messages/said-plainly.ts';
import { claims } from './orders/claims.ts';
import { soldOrders } from './orders/orders.ts';
import { cancelling } from './orders/orders-cancel.ts';
import { declining } from './orders/orders-decline.ts';
import { sending } from './orders/orders-ship.ts';
import { pack } from './orders/packing/pack.ts';
import { weighing } from './orders/packing/pack-weigh.ts';
import { paymentCodes } from './orders/payment-codes.ts';
import { payments } from './orders/payments.ts';
import { preorders } from './orders/preorders.ts';
import { refundTaps } from './orders/refund-words.ts';
import { sendToAllTaps } from './orders/telling/send-to-all.ts';
import { sendTaps } from './orders/telling/send-words.ts';
import { goodsLeft } from './reports/goods-left.ts';
import { salesReports } from './reports/sales.ts';
import { settingWords } from './shipping/setting-words.ts';
import { delivery } from './shipping/shipping.ts';
import { streamHooks } from './streams/hooks.ts';
import { streamPlan } from './streams/plan.ts';
import { streamItems } from './streams/plan-items.ts';
import { planTaps } from './streams/plan-words.ts';
import { showing } from './streams/showing.ts';
import { liveStream } from './streams/stream.ts';

/** All flows of the sellers' side. */
export const sellerFlows = [
  home,
  profile,
  helpers,
  post,
  photoName,
  writing,
  answers,
  myListings,
  listingPhotos,
  listingHistory,
  edit,
  changes,
  leasts,
  salesUntil,
  changeFix,
  allPrices,
  whichOrNew,
  knownPhoto,
  saidPlainly,
  packPrices,
  bulkPrices,
  stockAsks,
  facts,
  rests,
  goodsRests,
  ownWordsCards,
  planTaps,
  soldOrders,
  declining,
  cancelling,
  sending,
  weighing,
  refundTaps,
  sendTaps,
  sendToAllTaps,
  answerTaps,
  pack,
  salesReports,
  goodsLeft,
  share,
  payments,
  paymentCodes,
  claims,
  delivery,
  settingWords,
  liveStream,
  streamPlan,
  streamItems,
  showing,
  streamHooks,
  sellerConversation,
  preorders,
  founding,
  admin,
  parkedAndFailed,
  bans,
  officePeople,
  officeNewcomers,
  officeWriter,
  sellerMe,
  brief,
  freeText,
  tour('seller'),
  numberedMenu('seller'),
].map(namingSeller);

import type { ChatId, OrderId, PersonId, SellerId, StreamId, StreamItemId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { countStartAlert } from '../notifications/alerts/alert-progress.ts';
import { findDraft, findLast, findLiveStreams, findPlans, findStream, type StreamCard } from './cards.ts';
import { confirmOn, turnStream } from './end.ts';
import { streamHooks } from './hooks.ts';
import { addItem, changeItem, findItem, findItems, findShowings, removeItem } from './items.ts';
import {
  cancelPlan,
  confirmPlan,
  draftPlan,
  drawPlanPoster,
  findOwnPlan,
  movePlan,
  planStream,
  type StreamPlan,
} from './plans.ts';
import { setReplay, setText } from './replay.ts';
import { showNow } from './show-now.ts';
import { goLive } from './start.ts';
import { findQuestions, findResult, findTakings } from './takings.ts';
import type { StreamText } from './text.ts';
import { askOnStream, findLastVisited, recordStreamOrder, recordViewer } from './viewers.ts';

export const streams = (context: TxContext) => ({
  byId: (id: StreamId) => findStream(context, id),
  live: () => findLiveStreams(context),
  /** The one that a seller has on. */
  findLive: async (sellerId: SellerId): Promise<StreamCard | undefined> =>
    (await findLiveStreams(context, sellerId))[0],
  upcoming: (page = 0) => findPlans(context, undefined, page),
  /** What a seller has planned, the next first. */
  plansOf: (sellerId: SellerId) => findPlans(context, sellerId),
  /** The plan that a seller has just made and not confirmed. */
  draftOf: (sellerId: SellerId) => findDraft(context, sellerId),
  /** The last one of a seller's that is over. */
  lastOf: (sellerId: SellerId) => findLast(context, sellerId),
  hooks: streamHooks(context),

  ...plans(context),
  ...items(context),
  ...viewers(context),

  goLive: (personId: PersonId, sellerId: SellerId, said: StreamText, plan?: StreamId) =>
    goLive(context, personId, sellerId, said, plan),
  /** The picture is gone for a while; going live again goes on with the same stream. */
  interrupt: (personId: PersonId, id: StreamId) => turnStream(context, personId, id, 'interrupted'),
  end: (personId: PersonId, id: StreamId) => turnStream(context, personId, id, 'ended'),
  confirmOn: (personId: PersonId, id: StreamId) => confirmOn(context, personId, id),
  setReplay: (personId: PersonId, id: StreamId, url: string) => setReplay(context, personId, id, url),
  /** What became of the start alert, from the rows of its recipients. */
  alertCounts: (id: StreamId) => countStartAlert(context, id),
  takings: (id: StreamId) => findTakings(context, id),
  result: (id: StreamId) => findResult(context, id),
  questions: (id: StreamId) => findQuestions(context, id),
});

const plans = (context: TxContext) => ({
  /** Writes a plan that nobody is told of until it is confirmed. */
  draft: async (personId: PersonId, sellerId: SellerId, said: StreamPlan) =>
    cardOf(context, await draftPlan(context, personId, sellerId, said)),
  confirm: (personId: PersonId, id: StreamId) => confirmPlan(context, personId, id),
  /** Plans a stream that its seller has confirmed already. */
  plan: async (personId: PersonId, sellerId: SellerId, said: StreamPlan) =>
    cardOf(context, await planStream(context, personId, sellerId, said)),
  /** Moves a plan to another time, and its reminder with it. */
  replan: (personId: PersonId, id: StreamId, plannedAt: Date) => movePlan(context, personId, id, plannedAt),
  setText: (personId: PersonId, id: StreamId, said: StreamText) => setText(context, personId, id, said),
  cancel: (personId: PersonId, id: StreamId) => cancelPlan(context, personId, id),
  /** A draft or plan, for those who may change it. */
  async ownPlan(personId: PersonId, id: StreamId): Promise<StreamCard | undefined> {
    const own = await findOwnPlan(context, personId, id, ['draft', 'planned']);
    return own && findStream(context, id);
  },
  /** How many people reserved. */
  reservedCount: (id: StreamId): Promise<number> =>
    context.tx.subscription.count({ where: { kind: 'stream', targetId: id } }),
  drawPoster: (personId: PersonId, id: StreamId, chatId: ChatId) =>
    drawPlanPoster(context, personId, id, chatId),
});

const cardOf = (context: TxContext, id: StreamId | undefined): Promise<StreamCard | undefined> =>
  id === undefined ? Promise.resolve(undefined) : findStream(context, id);

const items = (context: TxContext) => ({
  items: (id: StreamId) => findItems(context, id),
  item: (where: Parameters<typeof findItem>[1]) => findItem(context, where),
  addItem: (personId: PersonId, id: StreamId, what: Parameters<typeof addItem>[3]) =>
    addItem(context, personId, id, what),
  changeItem: (personId: PersonId, id: StreamItemId, to: Parameters<typeof changeItem>[3]) =>
    changeItem(context, personId, id, to),
  removeItem: (personId: PersonId, id: StreamItemId) => removeItem(context, personId, id),
  /** Shows an item now: whoever asked for it hears. */
  showNow: (personId: PersonId, id: StreamItemId) => showNow(context, personId, id),
  showings: (id: StreamId) => findShowings(context, id),
});

const viewers = (context: TxContext) => ({
  /** The person came to a stream. */
  visit: (personId: PersonId, id: StreamId) => recordViewer(context, personId, id),
  /** The stream that the person came to last. */
  lastVisited: (personId: PersonId) => findLastVisited(context, personId),
  recordOrder: (personId: PersonId, order: { readonly id: OrderId; readonly sellerId: SellerId }) =>
    recordStreamOrder(context, personId, order),
  /** Puts a viewer's question onto the seller's panel. */
  question: (personId: PersonId, words: string) => askOnStream(context, personId, words),
});

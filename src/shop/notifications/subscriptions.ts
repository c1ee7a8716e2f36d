import {
  type ChatId,
  type PersonId,
  type ProductId,
  parseId,
  type SellerId,
  type ShelfId,
  type StreamId,
  type StreamItemId,
  type SubscriptionId,
  type VillageId,
} from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import type { BaseQuantity } from '../values/quantity.ts';

/** Whom a person may follow. */
type Followed =
  | { readonly kind: 'seller'; readonly targetId: SellerId }
  | { readonly kind: 'village'; readonly targetId: VillageId }
  | { readonly kind: 'shelf'; readonly targetId: ShelfId };

/** What a person can subscribe to: a seller, village or shelf, a product they wait for, a planned stream, an item to be shown. */
type Wanted =
  | Followed
  | { readonly kind: 'product'; readonly targetId: ProductId }
  | { readonly kind: 'stream'; readonly targetId: StreamId }
  | { readonly kind: 'item'; readonly targetId: StreamItemId };

export type Subscription = Wanted & { readonly id: SubscriptionId; readonly quantity: BaseQuantity | null };

/** The column's CHECK constraint lists exactly these kinds, and each is written with a target of its own. */
const toSubscription = (row: {
  id: SubscriptionId;
  kind: string;
  targetId: string;
  quantity: BaseQuantity | null;
}): Subscription => row as Subscription;

/** Alerts go to the chat in which the person subscribed. Subscribing twice changes nothing. */
export const subscriptions = (context: TxContext) => ({
  follow: (personId: PersonId, chatId: ChatId, followed: Followed) =>
    subscribe(context, personId, chatId, followed),
  unfollow: (personId: PersonId, followed: Followed) => unsubscribe(context, personId, followed),
  /** `quantity` is how much they want, in base units. */
  waitFor: (personId: PersonId, chatId: ChatId, productId: ProductId, quantity?: BaseQuantity) =>
    subscribe(context, personId, chatId, { kind: 'product', targetId: productId }, quantity),
  stopWaiting: (personId: PersonId, productId: ProductId) =>
    unsubscribe(context, personId, { kind: 'product', targetId: productId }),
  reserve: (personId: PersonId, chatId: ChatId, streamId: StreamId) =>
    subscribe(context, personId, chatId, { kind: 'stream', targetId: streamId }),

  /** From now on a line of their digest, and no message; false where they do not follow. */
  async less(personId: PersonId, { kind, targetId }: Followed): Promise<boolean> {
    const where = { personId, kind, targetId };
    return (await context.tx.subscription.updateMany({ where, data: { isLess: true } })).count > 0;
  },

  /** They are called when the item is shown. */
  callFor: (personId: PersonId, chatId: ChatId, itemId: StreamItemId) =>
    subscribe(context, personId, chatId, { kind: 'item', targetId: itemId }),

  follows: (personId: PersonId, sellerId: SellerId): Promise<boolean> =>
    isSubscribed(context, personId, { kind: 'seller', targetId: sellerId }),
  followsShelf: (personId: PersonId, shelf: ShelfId): Promise<boolean> =>
    isSubscribed(context, personId, { kind: 'shelf', targetId: shelf }),

  /** How many follow a seller. */
  followers: (sellerId: SellerId): Promise<number> =>
    context.tx.subscription.count({ where: { kind: 'seller', targetId: sellerId } }),
  /** How many wait for each of these, and for how much where they said so. */
  waitingFor: (products: readonly ProductId[]) => countWaiting(context, products),

  /** The sellers a person follows, the newest first. */
  async followed(personId: PersonId): Promise<SellerId[]> {
    const rows = await context.tx.subscription.findMany({
      where: { personId, kind: 'seller' },
      orderBy: { createdAt: 'desc' },
      select: { targetId: true },
    });
    return rows.flatMap(({ targetId }) => parseId<SellerId>(targetId) ?? []);
  },

  /** A person's subscriptions, the newest first. */
  async of(personId: PersonId): Promise<Subscription[]> {
    const rows = await context.tx.subscription.findMany({
      where: { personId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { id: true, kind: true, targetId: true, quantity: true },
    });
    return rows.map(toSubscription);
  },

  /** Removes only the person's own; a second call does nothing. */
  async remove(personId: PersonId, id: SubscriptionId): Promise<void> {
    await context.tx.subscription.deleteMany({ where: { id, personId } });
  },
});

async function subscribe(
  { tx, now }: TxContext,
  personId: PersonId,
  chatId: ChatId,
  { kind, targetId }: Wanted,
  quantity?: BaseQuantity,
): Promise<void> {
  const latest = { chatId, quantity: quantity ?? null };
  await tx.subscription.upsert({
    where: { personId_kind_targetId: { personId, kind, targetId } },
    create: { personId, kind, targetId, createdAt: now, ...latest },
    update: latest,
  });
}

async function isSubscribed(
  { tx }: TxContext,
  personId: PersonId,
  { kind, targetId }: Wanted,
): Promise<boolean> {
  return (await tx.subscription.count({ where: { personId, kind, targetId } })) > 0;
}

async function unsubscribe({ tx }: TxContext, personId: PersonId, { kind, targetId }: Wanted): Promise<void> {
  await tx.subscription.deleteMany({ where: { personId, kind, targetId } });
}

/** Those who wait for a product. */
export interface WaitingFor {
  readonly productId: string;
  readonly people: number;
  readonly wanted: number;
}

async function countWaiting({ tx }: TxContext, products: readonly ProductId[]): Promise<WaitingFor[]> {
  const rows = await tx.subscription.groupBy({
    by: ['targetId'],
    where: { kind: 'product', targetId: { in: [...products] } },
    _count: { _all: true },
    _sum: { quantity: true },
  });
  return rows.map(({ targetId, _count, _sum }) => ({
    productId: targetId,
    people: _count._all,
    wanted: _sum.quantity ?? 0,
  }));
}

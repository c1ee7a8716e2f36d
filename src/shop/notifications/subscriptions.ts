import type { TxContext } from '../../db/work.ts';

/** What a person may want to hear of: a seller or village they follow, a product they wait for, a stream they reserved. */
type Kind = 'seller' | 'village' | 'product' | 'stream';

export interface Subscription {
  readonly id: string;
  readonly kind: Kind;
  readonly targetId: string;
  readonly quantity: number | null;
}

/** Alerts go to the chat in which the person asked for them. Asking twice is asking once. */
export const subscriptions = (context: TxContext) => ({
  follow: (personId: string, chatId: string, kind: 'seller' | 'village', id: string) =>
    subscribe(context, personId, chatId, kind, id),
  unfollow: (personId: string, kind: 'seller' | 'village', id: string) =>
    unsubscribe(context, personId, kind, id),
  /** `quantity` is how much they hope for, in base units. */
  waitFor: (personId: string, chatId: string, productId: string, quantity?: number) =>
    subscribe(context, personId, chatId, 'product', productId, quantity),
  reserve: (personId: string, chatId: string, streamId: string) =>
    subscribe(context, personId, chatId, 'stream', streamId),

  async follows(personId: string, sellerId: string): Promise<boolean> {
    return (
      (await context.tx.subscription.count({ where: { personId, kind: 'seller', targetId: sellerId } })) > 0
    );
  },

  /** The sellers a person follows, the newest first. */
  async followed(personId: string): Promise<string[]> {
    const rows = await context.tx.subscription.findMany({
      where: { personId, kind: 'seller' },
      orderBy: { createdAt: 'desc' },
      select: { targetId: true },
    });
    return rows.map((row) => row.targetId);
  },

  /** Everything a person asked to hear of, the newest first. */
  async of(personId: string): Promise<Subscription[]> {
    const rows = await context.tx.subscription.findMany({
      where: { personId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { id: true, kind: true, targetId: true, quantity: true },
    });
    return rows.map((row) => ({ ...row, kind: row.kind as Kind }));
  },

  /** Only one's own; taking away twice is taking away once. */
  async remove(personId: string, id: string): Promise<void> {
    await context.tx.subscription.deleteMany({ where: { id, personId } });
  },
});

async function subscribe(
  { tx, now }: TxContext,
  personId: string,
  chatId: string,
  kind: Kind,
  targetId: string,
  quantity?: number,
): Promise<void> {
  const latest = { chatId, quantity: quantity ?? null };
  await tx.subscription.upsert({
    where: { personId_kind_targetId: { personId, kind, targetId } },
    create: { personId, kind, targetId, createdAt: now, ...latest },
    update: latest,
  });
}

async function unsubscribe({ tx }: TxContext, personId: string, kind: Kind, targetId: string): Promise<void> {
  await tx.subscription.deleteMany({ where: { personId, kind, targetId } });
}

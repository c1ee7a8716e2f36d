import type { Work } from '../db/work.ts';

/** What a person may want to hear of: a seller or village they follow, a product they wait for, a stream they reserved. */
type Kind = 'seller' | 'village' | 'product' | 'stream';

/** Alerts go to the chat in which the person asked for them. Asking twice is asking once. */
export const subscriptions = (work: Work) => ({
  follow: (personId: string, chatId: string, kind: 'seller' | 'village', id: string) =>
    subscribe(work, personId, chatId, kind, id),
  unfollow: (personId: string, kind: 'seller' | 'village', id: string) =>
    unsubscribe(work, personId, kind, id),
  waitFor: (personId: string, chatId: string, productId: string) =>
    subscribe(work, personId, chatId, 'product', productId),
  reserve: (personId: string, chatId: string, streamId: string) =>
    subscribe(work, personId, chatId, 'stream', streamId),

  async follows(personId: string, sellerId: string): Promise<boolean> {
    return (
      (await work.tx.subscription.count({ where: { personId, kind: 'seller', targetId: sellerId } })) > 0
    );
  },

  /** The sellers a person follows, the newest first. */
  async followed(personId: string): Promise<string[]> {
    const rows = await work.tx.subscription.findMany({
      where: { personId, kind: 'seller' },
      orderBy: { createdAt: 'desc' },
      select: { targetId: true },
    });
    return rows.map((row) => row.targetId);
  },
});

async function subscribe(
  { tx, now }: Work,
  personId: string,
  chatId: string,
  kind: Kind,
  targetId: string,
): Promise<void> {
  await tx.subscription.upsert({
    where: { personId_kind_targetId: { personId, kind, targetId } },
    create: { personId, chatId, kind, targetId, createdAt: now },
    update: { chatId },
  });
}

async function unsubscribe({ tx }: Work, personId: string, kind: Kind, targetId: string): Promise<void> {
  await tx.subscription.deleteMany({ where: { personId, kind, targetId } });
}

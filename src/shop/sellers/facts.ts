import type { PersonId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { requireMembership } from './sellers.ts';

/** The longest that a fact may be, in characters. */
const MOST_CHARS = 200;
/** How many households are listed where none is meant. */
const MOST_LISTED = 5;

/** What a household said of a topic, once, for all who ask. */
export interface SellerFact {
  readonly sellerId: SellerId;
  readonly sellerName: string;
  readonly sellerNameEn: string | null;
  readonly words: string;
}

/** What households say of themselves beside prices and fees: `48小时内发货`, how goods keep, invoices. */
export const sellerFacts = (context: TxContext) => ({
  /** Keeps it in place of what was said of the topic before; false for strangers. */
  async keep(personId: PersonId, sellerId: SellerId, topic: string, said: string): Promise<boolean> {
    if (!(await requireMembership(context.tx, personId, sellerId, 'post'))) return false;
    const words = said.trim().slice(0, MOST_CHARS);
    const data = { words, saidAt: context.now };
    const where = { sellerId_topic: { sellerId, topic } };
    await context.tx.sellerFact.upsert({ where, create: { sellerId, topic, ...data }, update: data });
    return true;
  },
  async drop(personId: PersonId, sellerId: SellerId, topic: string): Promise<boolean> {
    if (!(await requireMembership(context.tx, personId, sellerId, 'post'))) return false;
    return (await context.tx.sellerFact.deleteMany({ where: { sellerId, topic } })).count > 0;
  },
  /** What was said of a topic by these households; by any where none is named. */
  async find(topic: string, sellerIds: readonly SellerId[]): Promise<readonly SellerFact[]> {
    const rows = await context.tx.sellerFact.findMany({
      where: {
        topic,
        ...(sellerIds.length > 0 ? { sellerId: { in: [...sellerIds] } } : { seller: { state: 'open' } }),
      },
      include: { seller: { select: { name: true, nameEn: true } } },
      orderBy: { saidAt: 'desc' },
      take: MOST_LISTED,
    });
    return rows.map(({ sellerId, words, seller }) => ({
      sellerId,
      words,
      sellerName: seller.name,
      sellerNameEn: seller.nameEn,
    }));
  },
});

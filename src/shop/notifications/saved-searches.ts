import type { Work } from '../../db/work.ts';
import { searchTerms } from '../terms/search-terms.ts';
import { planAlert } from './alerts.ts';

/** More than these nobody keeps in mind. */
const MOST_WISHES = 20;
/** In characters. */
const WISH_LENGTH = 60;

export interface Wish {
  readonly id: string;
  readonly words: string;
}

/** What people looked for and nobody sells; they are told once, in the chat in which they asked, when somebody does. */
export const wishes = (work: Work) => ({
  add: (personId: string, chatId: string, words: string) => add(work, personId, chatId, words),

  /** A person's wishes, the newest first. */
  of: (personId: string): Promise<Wish[]> =>
    work.tx.wish.findMany({
      where: { personId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { id: true, words: true },
    }),

  /** Only one's own; taking away twice is taking away once. */
  async remove(personId: string, id: string): Promise<void> {
    await work.tx.wish.deleteMany({ where: { id, personId } });
  },
});

/** Keeps a wish. Wishing twice is wishing once; the oldest gives way to one too many. Nothing where the words name nothing. */
async function add(
  { tx, now }: Work,
  personId: string,
  chatId: string,
  said: string,
): Promise<Wish | undefined> {
  const words = said.trim().slice(0, WISH_LENGTH);
  const terms = searchTerms(words);
  if (terms.length === 0) return undefined;
  const wish = await tx.wish.upsert({
    where: { personId_words: { personId, words } },
    create: { personId, chatId, words, terms, createdAt: now },
    update: { chatId },
    select: { id: true, words: true },
  });
  const kept = await tx.wish.findMany({
    where: { personId, id: { not: wish.id } },
    orderBy: { createdAt: 'desc' },
    take: MOST_WISHES - 1,
    select: { id: true },
  });
  await tx.wish.deleteMany({ where: { personId, id: { notIn: [wish.id, ...kept.map(({ id }) => id)] } } });
  return wish;
}

/** Tells those who wished for such a thing that it can be bought now. */
export async function announceWished(work: Work, productId: string): Promise<void> {
  const rows = await work.tx.$queryRaw<unknown[]>`
    SELECT 1 FROM wish JOIN product ON wish.terms <@ product.search WHERE product.id = ${productId}::uuid LIMIT 1`;
  if (rows.length === 0) return;
  await planAlert(work, {
    kind: 'wish',
    targetId: productId,
    round: work.now.toISOString(),
    dueAt: work.now,
  });
}

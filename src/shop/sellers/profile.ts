import { later } from '../../db/outbox.ts';
import type { Work } from '../../db/work.ts';
import { searchColumns } from '../terms/search-terms.ts';
import { actsFor, asSellerCard, type SellerCard, sellerCard } from './sellers.ts';

/** What a household says of itself, one thing at a time. */
export const householdFields = ['name', 'sells', 'pickupPlace', 'story'] as const;
export type HouseholdField = (typeof householdFields)[number];

/** The longest that each may be, in characters. */
const LENGTH: Record<HouseholdField, number> = { name: 20, sells: 60, pickupPlace: 80, story: 600 };

/** A household's own shop window. */
export interface Household extends SellerCard {
  readonly village: { readonly name: string; readonly nameEn: string };
  /** Of what kinds there are payment codes. */
  readonly codes: number;
}

export const household = (work: Work) => ({
  of: (personId: string, sellerId: string) => householdOf(work, personId, sellerId),
  set: (personId: string, sellerId: string, field: HouseholdField, words: string) =>
    set(work, personId, sellerId, field, words),
  /** Has the code of the shop's link drawn, and shown in `chatId`. */
  async drawCode(personId: string, sellerId: string, chatId: string): Promise<void> {
    if (!(await actsFor(work.tx, personId, sellerId))) return;
    await later(work, 'draw-shop-code', { seller: sellerId, chat: chatId, ask: work.now.toISOString() });
  },
});

async function householdOf({ tx }: Work, personId: string, sellerId: string): Promise<Household | undefined> {
  if (!(await actsFor(tx, personId, sellerId))) return undefined;
  const row = await tx.seller.findUnique({
    where: { id: sellerId },
    select: {
      ...sellerCard,
      village: { select: { name: true, nameEn: true } },
      _count: { select: { paymentCodes: true } },
    },
  });
  if (!row) return undefined;
  const { village, _count, ...card } = row;
  return { ...asSellerCard(card), village, codes: _count.paymentCodes };
}

/** Only an owner says what the shop is called and where goods are fetched; false for anybody else. */
async function set(
  { tx }: Work,
  personId: string,
  sellerId: string,
  field: HouseholdField,
  words: string,
): Promise<boolean> {
  if ((await actsFor(tx, personId, sellerId)) !== 'owner') return false;
  const said = words.replace(/\s+/g, ' ').trim().slice(0, LENGTH[field]);
  await tx.seller.update({
    where: { id: sellerId },
    // A new name is said in one language; the English one belonged to the old.
    data: { [field]: said, ...(field === 'name' && { nameEn: null }) },
  });
  if (field === 'name') await findableAs(tx, sellerId, said);
  return true;
}

/** Products are found by their seller's name too. */
async function findableAs(tx: Work['tx'], sellerId: string, name: string): Promise<void> {
  const products = await tx.product.findMany({
    where: { sellerId },
    select: { id: true, title: true, titleEn: true },
    orderBy: { id: 'asc' },
  });
  for (const { id, title, titleEn } of products)
    await tx.product.update({ where: { id }, data: searchColumns(title, titleEn, name) });
}

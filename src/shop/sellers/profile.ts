import type { ChatId, PersonId, SellerId } from '../../db/ids.ts';
import { enqueue } from '../../db/outbox/outbox.ts';
import type { TxContext } from '../../db/work.ts';
import { searchColumns } from '../terms/search-terms.ts';
import { requireMembership, type SellerCard, sellerCard, toSellerCard } from './sellers.ts';

/** What a household says of itself, one thing at a time. */
export const profileFields = ['name', 'sells', 'pickupPlace', 'story'] as const;
export type ProfileField = (typeof profileFields)[number];

/** The longest that each may be, in characters. */
const LENGTH: Record<ProfileField, number> = { name: 20, sells: 60, pickupPlace: 80, story: 600 };

/** What a seller shows of itself. */
export interface SellerProfile extends SellerCard {
  readonly village: { readonly name: string; readonly nameEn: string };
  /** Of what kinds there are payment codes. */
  readonly codes: number;
}

export const sellerProfile = (context: TxContext) => ({
  of: (personId: PersonId, sellerId: SellerId) => findProfile(context, personId, sellerId),
  set: (personId: PersonId, sellerId: SellerId, field: ProfileField, text: string) =>
    set(context, personId, sellerId, field, text),
  /** Has the code of the shop's link drawn, and shown in `chatId`. */
  async drawCode(personId: PersonId, sellerId: SellerId, chatId: ChatId): Promise<void> {
    if (!(await requireMembership(context.tx, personId, sellerId))) return;
    await enqueue(context, 'draw-shop-code', {
      seller: sellerId,
      chat: chatId,
      ask: context.now.toISOString(),
    });
  },
});

async function findProfile(
  { tx }: TxContext,
  personId: PersonId,
  sellerId: SellerId,
): Promise<SellerProfile | undefined> {
  if (!(await requireMembership(tx, personId, sellerId))) return undefined;
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
  return { ...toSellerCard(card), village, codes: _count.paymentCodes };
}

/** Only an owner may change the profile; false for anybody else. */
async function set(
  { tx }: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  field: ProfileField,
  text: string,
): Promise<boolean> {
  if ((await requireMembership(tx, personId, sellerId)) !== 'owner') return false;
  const said = text.replace(/\s+/g, ' ').trim().slice(0, LENGTH[field]);
  await tx.seller.update({
    where: { id: sellerId },
    // A new name is said in one language; the English one belonged to the old.
    data: { [field]: said, ...(field === 'name' && { nameEn: null }) },
  });
  if (field === 'name') await findableAs(tx, sellerId, said);
  return true;
}

/** Products are found by their seller's name too. */
async function findableAs(tx: TxContext['tx'], sellerId: SellerId, name: string): Promise<void> {
  const products = await tx.product.findMany({
    where: { sellerId },
    select: { id: true, title: true, titleEn: true },
    orderBy: { id: 'asc' },
  });
  for (const { id, title, titleEn } of products)
    await tx.product.update({ where: { id }, data: searchColumns(title, titleEn, name) });
}

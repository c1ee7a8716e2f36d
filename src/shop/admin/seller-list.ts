import type { Cipher } from '../../db/crypto/cipher.ts';
import { type NamedRow, nameColumns, openName } from '../../db/crypto/person-name.ts';
import type { PersonId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { invite } from '../sellers/invites.ts';
import { findOrCreateSeller } from '../sellers/sellers.ts';
import { villageHere } from '../sellers/villages.ts';
import { type Page, pageRange } from '../values/pages.ts';
import { PAGE_SIZE } from './page-size.ts';

export type SellerState = 'open' | 'waiting' | 'closed';

/** A seller as the office sees it. */
export interface SellerProfile {
  readonly id: SellerId;
  readonly name: string;
  readonly nameEn: string | null;
  readonly state: SellerState;
  readonly sells: string;
  readonly pickupPlace: string;
  readonly people: readonly string[];
  readonly onSale: number;
}

/** The result of an invitation. It needs a village. */
export type Invited =
  | { readonly ok: true; readonly token: string; readonly isNew: boolean }
  | { readonly ok: false; readonly why: 'no-village' };

/** Creates an owner's invite, and the seller where there is none of that name. */
export async function inviteSeller(context: TxContext, name: string): Promise<Invited> {
  const village = await villageHere(context);
  if (!village) return { ok: false, why: 'no-village' };
  const { id, isNew } = await findOrCreateSeller(context, village.id, name);
  return { ok: true, token: await invite(context, id, 'owner'), isNew };
}

const withPeople = { members: { select: { person: { select: nameColumns } } } } as const;

/** Sellers that wait for approval come first. */
export async function findSellers({ tx, cipher }: TxContext, wanted: number): Promise<Page<SellerProfile>> {
  const { page, pages, skip } = pageRange(await tx.seller.count(), wanted, PAGE_SIZE);
  const rows = await tx.seller.findMany({
    orderBy: [{ state: 'desc' }, { name: 'asc' }],
    skip,
    take: PAGE_SIZE,
    include: withPeople,
  });
  return { items: await toProfiles({ tx, cipher }, rows), page, pages };
}

export async function findSeller(
  { tx, cipher }: TxContext,
  id: SellerId,
): Promise<SellerProfile | undefined> {
  const row = await tx.seller.findUnique({ where: { id }, include: withPeople });
  return row ? (await toProfiles({ tx, cipher }, [row]))[0] : undefined;
}

interface SellerRow extends Pick<SellerProfile, 'id' | 'name' | 'nameEn' | 'sells' | 'pickupPlace'> {
  readonly state: string;
  readonly members: readonly { readonly person: NamedRow }[];
}

/** Counts what these sellers have on sale: counting with them would count for every seller there is. */
async function toProfiles(
  { tx, cipher }: Pick<TxContext, 'tx' | 'cipher'>,
  rows: readonly SellerRow[],
): Promise<SellerProfile[]> {
  const counts = await tx.product.groupBy({
    by: ['sellerId'],
    where: { sellerId: { in: rows.map(({ id }) => id) }, status: 'on-sale' },
    _count: true,
  });
  const onSale = new Map(counts.map(({ sellerId, _count }) => [sellerId, _count]));
  return rows.map((row) => toSellerProfile(cipher, row, onSale.get(row.id) ?? 0));
}

/** States come from a column whose CHECK constraint lists exactly these words. */
const toSellerProfile = (
  cipher: Cipher,
  { id, name, nameEn, sells, pickupPlace, state, members }: SellerRow,
  onSale: number,
): SellerProfile => ({
  id,
  name,
  nameEn,
  sells,
  pickupPlace,
  state: state as SellerState,
  people: members.map(({ person }) => openName(cipher, person)),
  onSale,
});

/** Closing a seller pauses its products and records who did it. */
export async function setState(
  context: TxContext,
  personId: PersonId,
  id: SellerId,
  state: SellerState,
): Promise<SellerProfile | undefined> {
  const { tx, now } = context;
  await tx.seller.updateMany({ where: { id }, data: { state } });
  if (state === 'closed') {
    const paused = await tx.product.updateManyAndReturn({
      where: { sellerId: id, status: 'on-sale' },
      data: { status: 'paused' },
      select: { id: true },
    });
    await tx.productEvent.createMany({
      data: paused.map((product) => ({
        productId: product.id,
        personId,
        change: 'status',
        before: 'on-sale',
        after: 'paused',
        at: now,
      })),
    });
  }
  return findSeller(context, id);
}

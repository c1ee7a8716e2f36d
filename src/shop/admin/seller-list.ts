import type { PersonId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import type { Page } from '../catalogue/catalogue.ts';
import { findOrCreateSeller, invite } from '../sellers/sellers.ts';
import { villageHere } from '../sellers/villages.ts';
import { clampPage, countPages, PAGE_SIZE } from './paging.ts';

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

const withPeople = {
  members: { select: { person: { select: { name: true } } } },
  _count: { select: { products: { where: { status: 'on-sale' } } } },
} as const;

/** Sellers that wait for approval come first. */
export async function findSellers({ tx }: TxContext, wanted: number): Promise<Page<SellerProfile>> {
  const pages = countPages(await tx.seller.count());
  const page = clampPage(wanted, pages);
  const rows = await tx.seller.findMany({
    orderBy: [{ state: 'desc' }, { name: 'asc' }],
    skip: page * PAGE_SIZE,
    take: PAGE_SIZE,
    include: withPeople,
  });
  return { items: rows.map(toSellerProfile), page, pages };
}

export async function findSeller({ tx }: TxContext, id: SellerId): Promise<SellerProfile | undefined> {
  const row = await tx.seller.findUnique({ where: { id }, include: withPeople });
  return row ? toSellerProfile(row) : undefined;
}

interface SellerRow extends Pick<SellerProfile, 'id' | 'name' | 'nameEn' | 'sells' | 'pickupPlace'> {
  readonly state: string;
  readonly members: readonly { readonly person: { readonly name: string } }[];
  readonly _count: { readonly products: number };
}

/** States come from a column whose CHECK constraint lists exactly these words. */
const toSellerProfile = ({
  id,
  name,
  nameEn,
  sells,
  pickupPlace,
  state,
  members,
  _count,
}: SellerRow): SellerProfile => ({
  id,
  name,
  nameEn,
  sells,
  pickupPlace,
  state: state as SellerState,
  people: members.map(({ person }) => person.name),
  onSale: _count.products,
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

import { z } from 'zod';
import type { Tx } from '../../../db/client/client.ts';
import { idShape, type MediaId, type ProductId } from '../../../db/ids.ts';
import { searchColumns } from '../../terms/search-terms.ts';
import { fen } from '../../values/money.ts';
import { baseQuantity, isAmount, measures } from '../../values/quantity.ts';

/** The longest title, in characters, that every screen still shows on one line. */
export const TITLE_LENGTH = 40;
export const BLURB_LENGTH = 600;

const base = z.number().int().positive().transform(baseQuantity);

/** What a seller may change of a product, as it stands in the product's history; days are calendar days. */
const fieldsShape = z.object({
  title: z.string(),
  titleEn: z.string().nullable(),
  blurb: z.string(),
  blurbEn: z.string().nullable(),
  measure: z.enum(measures),
  unit: z.string().min(1).nullable(),
  unitSize: base.nullable(),
  price: z.number().int().nonnegative().transform(fen),
  priceQuantity: base,
  category: z.string(),
  harvestedOn: z.string().nullable(),
  season: z.array(z.number().int().min(1).max(12)),
  personLimit: base.nullable(),
  minimumQuantity: base.nullable(),
  saleUntil: z.string().nullable(),
  usualPrice: z.number().int().positive().transform(fen).nullable(),
  usualPriceQuantity: base.nullable(),
  status: z.enum(['draft', 'on-sale', 'paused', 'archived']),
  packs: z.array(z.object({ quantity: base, price: z.number().int().positive().transform(fen).nullable() })),
  photos: z.array(idShape<MediaId>()),
});

export type Fields = z.infer<typeof fieldsShape>;
export type Patch = { readonly [K in keyof Fields]?: Fields[K] | undefined };

/** A patch from the history; nothing where an older release kept it in another shape. */
export function parsePatch(kept: unknown): Patch | undefined {
  const parsed = fieldsShape.partial().safeParse(kept);
  return parsed.success ? parsed.data : undefined;
}

/** The product's fields now. Its row stays locked until the turn ends, so that nobody changes it in between. */
export async function lockProductFields(tx: Tx, productId: ProductId): Promise<Fields> {
  await tx.$queryRaw`SELECT id FROM product WHERE id = ${productId}::uuid FOR UPDATE`;
  const row = await tx.product.findUniqueOrThrow({
    where: { id: productId },
    include: {
      packs: { orderBy: { quantity: 'asc' }, select: { quantity: true, price: true } },
      photos: { orderBy: { position: 'asc' }, select: { mediaId: true } },
    },
  });
  const days = { harvestedOn: dayName(row.harvestedOn), saleUntil: dayName(row.saleUntil) };
  return fieldsShape.parse({ ...row, ...days, photos: row.photos.map(({ mediaId }) => mediaId) });
}

const dayName = (day: Date | null): string | null => day?.toISOString().slice(0, 10) ?? null;
const toDay = (name: string | null): Date | null => (name === null ? null : new Date(name));

/** Writes a patch, and what follows from it: what the product is found by, its packs and photos. */
export async function writePatch(tx: Tx, productId: ProductId, patch: Patch): Promise<void> {
  const { packs, photos, harvestedOn, saleUntil, ...plain } = patch;
  const data = {
    ...withoutUndefined(plain),
    ...(plain.title !== undefined && { title: cut(plain.title, TITLE_LENGTH) }),
    ...(plain.blurb !== undefined && { blurb: cut(plain.blurb, BLURB_LENGTH) }),
    ...(harvestedOn !== undefined && { harvestedOn: toDay(harvestedOn) }),
    ...(saleUntil !== undefined && { saleUntil: toDay(saleUntil) }),
  };
  const row = await tx.product.update({
    where: { id: productId },
    data,
    select: { title: true, titleEn: true, seller: { select: { name: true } } },
  });
  if (plain.title !== undefined || plain.titleEn !== undefined)
    await tx.product.update({
      where: { id: productId },
      data: searchColumns(row.title, row.titleEn, row.seller.name),
    });
  if (packs) await setPacks(tx, productId, packs);
  if (photos) await setPhotos(tx, productId, photos);
}

/** By code points, so that no emoji is cut in two. */
const cut = (text: string, most: number): string => [...text].slice(0, most).join('');

async function setPacks(tx: Tx, productId: ProductId, packs: Fields['packs']): Promise<void> {
  await tx.pack.deleteMany({ where: { productId } });
  const kept = packs.filter(({ quantity }) => isAmount(quantity));
  await tx.pack.createMany({ data: kept.map((pack) => ({ productId, ...pack })), skipDuplicates: true });
}

async function setPhotos(tx: Tx, productId: ProductId, photos: readonly MediaId[]): Promise<void> {
  await tx.productPhoto.deleteMany({ where: { productId } });
  await tx.productPhoto.createMany({
    data: photos.map((mediaId, position) => ({ productId, mediaId, position })),
  });
}

/** Another price, said by itself, ends the sale: it counts from now on. The sale's price, said again, changes nothing. */
export function endingSale({ saleUntil, price, priceQuantity }: Fields, patch: Patch): Patch {
  const { price: toPrice = price, priceQuantity: toQuantity = priceQuantity } = patch;
  const isOther = toPrice !== price || toQuantity !== priceQuantity;
  if (saleUntil === null || !isOther || patch.saleUntil !== undefined) return patch;
  return { ...patch, saleUntil: null, usualPrice: null, usualPriceQuantity: null };
}

/** Leaves out undefined fields. */
export function withoutUndefined<T extends object>(
  words: T,
): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)) as ReturnType<
    typeof withoutUndefined<T>
  >;
}

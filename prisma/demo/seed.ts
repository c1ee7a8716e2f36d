import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { SellerId, VillageId } from '../../src/db/ids.ts';
import { type AppContext, inTransaction, type TxContext } from '../../src/db/work.ts';
import { detectCategory } from '../../src/shop/terms/categories.ts';
import { searchColumns } from '../../src/shop/terms/search-terms.ts';
import type { DemoHousehold, DemoProduct } from './household.ts';
import { drawScreenshot, seedTrade } from './trade.ts';
import { demoHouseholds, demoVillage } from './village.ts';

const DAY_MS = 24 * 3_600_000;
const MINUTE_MS = 60_000;

/** Puts the demo village into an empty shop, in one transaction; a village that is there stays as it is. */
export async function seedDemo(appContext: AppContext): Promise<'seeded' | 'there'> {
  if ((await appContext.db.village.count()) > 0) return 'there';
  // A slow machine takes seconds to decode and draw them, and a transaction has few.
  const pictures = await readPictures();
  const screenshot = drawScreenshot();
  return inTransaction(appContext, async (context) => {
    const { tx, now } = context;
    if ((await tx.village.count()) > 0) return 'there';
    const village = await tx.village.create({ data: { ...demoVillage, createdAt: now } });
    let position = 0;
    const sellers: SellerId[] = [];
    for (const household of demoHouseholds) {
      const sellerId = await addHousehold(context, village.id, household);
      sellers.push(sellerId);
      for (const product of household.products)
        await addProduct(
          context,
          { id: sellerId, name: household.name },
          { ...product, position: position++, media: pictures.get(product.picture) },
        );
    }
    await seedTrade(context, sellers, screenshot);
    return 'seeded';
  });
}

async function addHousehold(
  { tx, now }: TxContext,
  villageId: VillageId,
  { ways, products: _, ...profile }: DemoHousehold,
): Promise<SellerId> {
  const { id } = await tx.seller.create({ data: { ...profile, villageId, createdAt: now } });
  await tx.shippingMethod.createMany({ data: ways.map((way) => ({ ...way, sellerId: id })) });
  return id;
}

/** The product at position 0 is the newest on sale. */
async function addProduct(
  { tx, now }: TxContext,
  seller: { readonly id: SellerId; readonly name: string },
  product: DemoProduct & { readonly position: number; readonly media: Picture | undefined },
): Promise<void> {
  const {
    title,
    titleEn,
    blurb,
    blurbEn,
    measure,
    unit,
    price,
    per,
    packs,
    stock,
    harvestedDaysAgo,
    status,
    position,
    media,
  } = product;
  await tx.product.create({
    data: {
      sellerId: seller.id,
      title,
      titleEn,
      blurb,
      blurbEn,
      measure,
      unit: unit?.name ?? null,
      unitSize: unit?.size ?? null,
      price,
      status,
      priceQuantity: per,
      onHand: stock,
      category: detectCategory(`${title} ${titleEn}`),
      ...searchColumns(title, titleEn, seller.name),
      harvestedOn: harvestedDaysAgo === null ? null : new Date(now.getTime() - harvestedDaysAgo * DAY_MS),
      createdAt: now,
      publishedAt: new Date(now.getTime() - position * MINUTE_MS),
      packs: { create: packs.map((pack) => ({ ...pack })) },
      ...(stock > 0 && { ledger: { create: { change: stock, reason: 'opening', at: now } } }),
      ...(media && {
        photos: { create: { position: 0, media: { create: { ...media, state: 'stored', createdAt: now } } } },
      }),
    },
  });
}

type Picture = NonNullable<Awaited<ReturnType<typeof readPicture>>>;

/** By their names. */
async function readPictures(): Promise<ReadonlyMap<string, Picture>> {
  const pictures = new Map<string, Picture>();
  for (const { picture } of demoHouseholds.flatMap(({ products }) => products)) {
    const read = await readPicture(picture);
    if (read) pictures.set(picture, read);
  }
  return pictures;
}

async function readPicture(name: string) {
  const file = new URL(`pictures/${name}.jpg`, import.meta.url);
  if (!existsSync(file)) return undefined;
  const bytes = Uint8Array.from(await readFile(file));
  const { width, height } = await sharp(bytes).metadata();
  return { bytes, width, height };
}

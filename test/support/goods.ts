import { newId, type ProductId, type SellerId } from '../../src/db/ids.ts';
import { searchColumns } from '../../src/shop/terms/search-terms.ts';
import { fen } from '../../src/shop/values/money.ts';
import { baseQuantity } from '../../src/shop/values/quantity.ts';
import type { Walnut } from './walnut.ts';

/** What may be said of a product; the rest is as usual: 15 yuan a 斤, packs of 5 斤, 50 kg in stock. */
export interface Goods {
  readonly titleEn?: string;
  readonly sellerId?: SellerId;
  readonly measure?: 'MASS' | 'VOLUME' | 'COUNT';
  readonly price?: number;
  readonly priceQuantity?: number;
  readonly packs?: readonly number[];
  readonly left?: number;
  readonly category?: string;
  readonly season?: readonly number[];
  readonly expectedOn?: Date;
  readonly harvestedOn?: Date;
  readonly blurb?: string;
  readonly status?: 'on-sale' | 'paused' | 'draft';
}

let newest = Date.now() - 3_600_000;

/** A household that sells. */
export async function household({ database }: Walnut, name = '王秀英家', nameEn = 'Wang'): Promise<SellerId> {
  const village = await database.db.village.findFirstOrThrow();
  const data = { villageId: village.id, name, nameEn, createdAt: new Date() };
  return (await database.db.seller.create({ data })).id;
}

/** Puts a product of the first household on sale, unless another is named, newer than every other; answers its id. */
export async function puts(walnut: Walnut, title: string, goods: Goods = {}): Promise<ProductId> {
  const { db } = walnut.database;
  const sellerId =
    goods.sellerId ??
    (await db.seller.findFirst({ orderBy: { createdAt: 'asc' } }))?.id ??
    (await household(walnut));
  const seller = await db.seller.findUniqueOrThrow({ where: { id: sellerId } });
  const { packs = [2_500], left = 50_000, expectedOn, harvestedOn, ...said } = goods;
  const { price = 1_500, priceQuantity = 500, ...described } = said;
  newest += 60_000;
  const at = new Date(newest);
  const id = newId<ProductId>();
  await db.product.create({
    data: {
      id,
      title,
      category: 'nuts',
      measure: 'MASS',
      status: 'on-sale',
      ...described,
      price: fen(price),
      priceQuantity: baseQuantity(priceQuantity),
      season: [...(said.season ?? [])],
      sellerId,
      onHand: baseQuantity(left),
      ...(expectedOn && { expectedOn }),
      ...(harvestedOn && { harvestedOn }),
      ...searchColumns(title, said.titleEn, seller.name),
      createdAt: at,
      publishedAt: at,
      packs: { create: packs.map((quantity) => ({ quantity: baseQuantity(quantity) })) },
      ...(left > 0 && { ledger: { create: { change: baseQuantity(left), reason: 'opening', at } } }),
    },
  });
  return id;
}

/** Somebody with a phone who has just opened the shop, in Chinese or English. */
export async function visitor(walnut: Walnut, language: 'zh' | 'en' = 'zh') {
  const person = walnut.telegram.person({ first_name: 'Mei', language_code: language });
  const chat = person.chatWith(walnut.buyerBot);
  chat.starts();
  await chat.waitsFor(language === 'zh' ? '欢迎来到' : 'Welcome to');
  return chat;
}

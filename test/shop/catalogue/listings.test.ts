import { describe, expect, it } from 'vitest';
import { type MediaId, newId, type ProductId } from '../../../src/db/ids.ts';
import { MAX_PHOTOS } from '../../../src/shop/catalogue/listings/listings.ts';
import { fen, MAX_FEN, plusFen } from '../../../src/shop/values/money.ts';
import { baseQuantity } from '../../../src/shop/values/quantity.ts';
import { openVillage } from '../../support/open-village.ts';

const { database, village } = openVillage();

const refused = (refusal: string) => ({ ok: false, refusal });

async function photo(): Promise<MediaId> {
  return (await database.db.media.create({ data: { state: 'stored', createdAt: new Date() } })).id;
}

const onSale = (product: ProductId, until: string) =>
  village.shop(({ listings }) =>
    listings.sellUntil(
      village.owner.person,
      product,
      { price: fen(1_200), priceQuantity: baseQuantity(500), until },
      '2026-11-30',
    ),
  );

describe('a price until a day', () => {
  it('goes back to what the product costs when the sale begins, and through a second sale', async () => {
    const product = await village.product('核桃', 10_000);
    await village.shop(({ listings }) =>
      listings.change(village.owner.person, product, { price: fen(1_600) }),
    );
    expect(await onSale(product, '2026-12-04')).toMatchObject({ product: { usualPrice: 1_600 } });
    expect(await onSale(product, '2026-12-06')).toMatchObject({ product: { usualPrice: 1_600 } });
  });

  it('is none where its day is over', async () => {
    const product = await village.product('核桃', 10_000);
    expect(await onSale(product, '2026-11-29')).toBeUndefined();
    const row = await database.db.product.findUniqueOrThrow({ where: { id: product } });
    expect(row).toMatchObject({ price: 1_500, saleUntil: null });
  });
});

describe('an act on a product', () => {
  it('is refused to those who do not act for its seller', async () => {
    const product = await village.product('核桃', 10_000);
    const { person } = await village.person();
    const mediaId = await photo();
    const ends = await village.shop(async ({ listings }) => [
      await listings.describe(person, product, { title: '别人的' }),
      await listings.copy(person, product),
      await listings.addPhoto(person, product, mediaId),
    ]);
    expect(ends).toEqual(ends.map(() => refused('not-yours')));
  });

  it('takes no price that goods cannot have, and changes nothing then', async () => {
    const product = await village.product('核桃', 10_000);
    const words = { title: '贵核桃', price: plusFen(MAX_FEN, fen(1)) };
    const end = await village.shop(({ listings }) => listings.describe(village.owner.person, product, words));
    expect(end).toEqual(refused('no-such-price'));
    const row = await database.db.product.findUniqueOrThrow({ where: { id: product } });
    expect(row).toMatchObject({ title: '核桃', price: 1_500 });
  });

  it('says that there are as many photos as there can be', async () => {
    const product = await village.product('核桃', 10_000);
    const add = async () => {
      const mediaId = await photo();
      return village.shop(({ listings }) => listings.addPhoto(village.owner.person, product, mediaId));
    };
    for (let count = 0; count < MAX_PHOTOS; count += 1) expect(await add()).toMatchObject({ ok: true });
    expect(await add()).toEqual(refused('too-many'));
  });

  it('copies words, price and packs into a draft without stock', async () => {
    const product = await village.product('核桃', 10_000);
    const end = await village.shop(({ listings }) => listings.copy(village.owner.person, product));
    expect(end).toMatchObject({
      ok: true,
      product: { title: '核桃', price: 1_500, status: 'draft', available: 0, packs: [{ quantity: 2_500 }] },
    });
  });

  it('copies the usual price of what is on sale', async () => {
    const product = await village.product('核桃', 10_000);
    await onSale(product, '2099-01-01');
    const end = await village.shop(({ listings }) => listings.copy(village.owner.person, product));
    expect(end).toMatchObject({ ok: true, product: { price: 1_500, saleUntil: null } });
  });

  it('takes no proposal where none was made', async () => {
    const end = await village.shop(({ listings }) => listings.takeWritten(village.owner.person, newId()));
    expect(end).toEqual(refused('nothing-proposed'));
  });
});

it('a title is cut between signs, never through an emoji', async () => {
  const walnuts = await village.product('核桃', 50_000);
  await village.shop((s) =>
    s.listings.change(village.owner.person, walnuts, { title: `${'核'.repeat(39)}🌰🌰` }),
  );
  const row = await database.db.product.findUniqueOrThrow({ where: { id: walnuts } });
  expect(row.title).toBe(`${'核'.repeat(39)}🌰`);
});

import type { Tx } from '../../../db/client/client.ts';
import {
  bool,
  date,
  int,
  json,
  list,
  nullable,
  statement,
  text,
  uuid,
} from '../../../db/connection/statement.ts';
import type { MediaId, ProductId, SellerId } from '../../../db/ids.ts';
import type { Fen } from '../../values/money.ts';
import { type BaseQuantity, type Measure, minusQuantity, type SellingUnit } from '../../values/quantity.ts';
import { type OfferRow, withOffer } from './stream-offer.ts';

// A product with its seller's name, its packs and its photos, in one statement.

/** The columns of `PRODUCT_COLUMNS`. Measure and status have CHECK constraints that list exactly these words. */
export const productColumns = {
  ...{
    id: uuid<ProductId>(),
    sellerId: uuid<SellerId>(),
    sellerName: text(),
    sellerNameEn: nullable(text()),
  },
  ...{ title: text(), titleEn: nullable(text()), blurb: text(), blurbEn: nullable(text()), category: text() },
  ...{ titleTranslated: nullable(text()), blurbTranslated: nullable(text()) },
  ...{ measure: text<Measure>(), price: int<Fen>(), priceQuantity: int<BaseQuantity>() },
  ...{ unit: nullable(text()), unitSize: nullable(int<BaseQuantity>()) },
  ...{ onHand: int<BaseQuantity>(), held: int<BaseQuantity>() },
  ...{ status: text<'draft' | 'on-sale' | 'paused' | 'archived'>(), harvestedOn: nullable(date()) },
  ...{ season: list(int()), expectedOn: nullable(date()), personLimit: nullable(int<BaseQuantity>()) },
  ...{ minimumQuantity: nullable(int<BaseQuantity>()), saleUntil: nullable(date()) },
  ...{ usualPrice: nullable(int<Fen>()), usualPriceQuantity: nullable(int<BaseQuantity>()) },
  packs: json<readonly { quantity: BaseQuantity; price: Fen | null }[]>(),
  photos: json<readonly { id: MediaId; state: string }[]>(),
  isShown: bool(),
  offer: nullable(json<OfferRow>()),
};

/** Of `product p` and its `seller s`. `isShown`: it has no photos, or at least one has arrived. */
export const PRODUCT_COLUMNS = `
  p.id, p.seller_id AS "sellerId", s.name AS "sellerName", s.name_en AS "sellerNameEn", p.title, p.title_en AS "titleEn",
  p.blurb, p.blurb_en AS "blurbEn", p.category,
  (SELECT words FROM product_translation WHERE product_id = p.id AND hash = md5(p.title)) AS "titleTranslated",
  (SELECT words FROM product_translation WHERE product_id = p.id AND hash = md5(p.blurb)) AS "blurbTranslated",
  p.measure, p.price, p.price_quantity AS "priceQuantity",
  p.unit, p.unit_size AS "unitSize", p.on_hand AS "onHand", p.held, p.status, p.harvested_on AS "harvestedOn", p.season, p.expected_on AS "expectedOn",
  p.person_limit AS "personLimit", p.minimum_quantity AS "minimumQuantity", p.sale_until AS "saleUntil",
  p.usual_price AS "usualPrice", p.usual_price_quantity AS "usualPriceQuantity",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('quantity', quantity, 'price', price) ORDER BY quantity), '[]')
   FROM pack WHERE product_id = p.id) AS packs, pictures.photos, pictures."isShown", live.offer`;

export const PRODUCT_JOINS = `
  JOIN seller s ON s.id = p.seller_id
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', media_id, 'state', state) ORDER BY position), '[]') AS photos,
      count(*) = 0 OR bool_or(state <> 'wanted') AS "isShown"
    FROM product_photo JOIN media ON media.id = media_id WHERE product_id = p.id) pictures
  LEFT JOIN LATERAL (
    SELECT jsonb_build_object('id', stream.id, 'number', number, 'price', price, 'limit', person_limit, 'startedAt', started_at) AS offer
    FROM stream_item JOIN stream ON stream.id = stream_id
    WHERE product_id = p.id AND state IN ('live', 'interrupted') LIMIT 1) live ON true`;

type Value<C> = C extends { readonly value?: infer T } ? Exclude<T, undefined> : never;
export type ProductRow = {
  readonly [Name in keyof typeof productColumns]: Value<(typeof productColumns)[Name]>;
};

/** The product as it is kept. */
export function fromRow({
  onHand,
  unit,
  unitSize,
  isShown: _,
  offer: __,
  photos,
  packs,
  ...rest
}: ProductRow) {
  return {
    ...rest,
    unit: toSellingUnit({ unit, unitSize }),
    available: minusQuantity(onHand, rest.held),
    packs,
    photos: photos.map(({ id }) => id),
    storedPhotos: photos.filter(({ state }) => state === 'stored').map(({ id }) => id),
  };
}

/** The two columns of a selling unit stand together, or both are empty. */
export const toSellingUnit = (row: {
  readonly unit: string | null;
  readonly unitSize: BaseQuantity | null;
}): SellingUnit | null =>
  row.unit !== null && row.unitSize !== null ? { name: row.unit, size: row.unitSize } : null;

/** … as buyers see it now: with the price of the stream that it is shown on, while that is on. */
export const offerFromRow = (row: ProductRow) => withOffer(fromRow(row), row.offer);

const findProducts = statement(
  'find-products',
  [list(uuid<ProductId>())],
  productColumns,
  `SELECT ${PRODUCT_COLUMNS} FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, n) JOIN product p USING (id) ${PRODUCT_JOINS}
   ORDER BY n`,
);

/** The products with these ids, in their order. */
export const findProductRows = async (tx: Tx, ids: readonly ProductId[]) =>
  ids.length === 0 ? [] : tx.$prepared(findProducts, ids);

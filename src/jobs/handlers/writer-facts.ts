import type { ProductId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { findProduct } from '../../shop/catalogue/products/catalogue.ts';
import { findProductWords } from '../../shop/customers/product-words.ts';
import { sellers } from '../../shop/sellers/sellers.ts';
import type { Facts } from '../../writer/facts/facts.ts';

/** All that is known of a product: what its texts may say. */
export async function toFacts(context: TxContext, id: ProductId): Promise<Facts | undefined> {
  const product = await findProduct(context.tx, id);
  const village = await sellers(context).village();
  if (!product || !village) return undefined;
  const { title, titleEn, measure, price, priceQuantity, packs, harvestedOn } = product;
  const { name, nameEn, county, countyEn, province, provinceEn } = village;
  const seller = await sellers(context).byId(product.sellerId);
  return {
    title,
    titleEn,
    category: product.category,
    year: context.now.getFullYear(),
    measure,
    price: { fen: price, per: priceQuantity },
    packs: packs.map((pack) => pack.quantity),
    harvestedOn: harvestedOn?.toISOString().slice(0, 10),
    seller: product.sellerName,
    sellerEn: product.sellerNameEn,
    story: seller?.story,
    words: (await findProductWords(context, id)).join('\n'),
    village: { name, nameEn, county, countyEn, province, provinceEn },
  };
}

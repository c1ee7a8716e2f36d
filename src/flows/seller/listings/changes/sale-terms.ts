import type { SaleAct, SalePrice } from '../../../../nlu/acts/seller/settings/sale-act.ts';
import type { Amount } from '../../../../nlu/lexer/tokens.ts';
import type { SaleTerms } from '../../../../shop/catalogue/listings/sales-until.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import { fen, isPrice } from '../../../../shop/values/money.ts';
import { changeActs } from './change-request.ts';

// What was said of a sale, in a product's own figures.

/** What was usual before stays so, unless it was said. */
export function findTerms(product: Product, { price: said, usual, until }: SaleAct): SaleTerms | undefined {
  const price = findSalePrice(product, said);
  if (!price) return undefined;
  const day = until.toISOString().slice(0, 10);
  if (!usual) return { ...price, until: day };
  const then = usualAfter(product, price, usual);
  return then && { ...price, until: day, usual: then };
}

export type PriceTerms = Pick<SaleTerms, 'price' | 'priceQuantity'>;

/** 一斤少3块, 九折: of what it usually costs, whatever it costs now. */
function findSalePrice(product: Product, said: SalePrice): PriceTerms | undefined {
  const usual = normalPrice(product);
  switch (said.is) {
    case 'new':
      return findPrice(product, said.fen, said.per);
    case 'less':
      return lowered({ ...product, ...usual }, said.fen, said.per);
    case 'share':
      return sound(Math.round((usual.price * said.share) / 1_000), usual);
  }
}

function lowered(product: Product, less: number, per: Amount | undefined): PriceTerms | undefined {
  const said = per?.base === undefined ? undefined : { base: per.base, measure: per.unit.measure };
  const [act] = changeActs(product, { is: 'by', move: { fen: -less, per: said } });
  return act?.is === 'price' ? { price: act.price, priceQuantity: act.priceQuantity } : undefined;
}

function sound(amount: number, { priceQuantity }: PriceTerms): PriceTerms | undefined {
  const price = fen(amount);
  return isPrice(price) ? { price, priceQuantity } : undefined;
}

/** What was said of the price, in the product's own measure. */
function findPrice(product: Product, amount: number, per: Amount | undefined): PriceTerms | undefined {
  const [act, ...others] = changeActs(product, {
    is: 'price',
    price: amount,
    priceQuantity: per?.base ?? null,
    measure: per?.unit.measure ?? null,
    isContainer: per?.unit.isContainer ?? false,
    unitWord: per?.unit.word,
  });
  if (act?.is !== 'price' || others.length > 0) return undefined;
  return { price: act.price, priceQuantity: act.priceQuantity };
}

/** 5斤80卖到周日，过后20: what it costs now where that is the same figure, else for as much as the sale's price is. */
function usualAfter(
  product: Product,
  { priceQuantity }: PriceTerms,
  { fen: amount, per }: NonNullable<SaleAct['usual']>,
): PriceTerms | undefined {
  if (per) return findPrice(product, amount, per);
  const usual = normalPrice(product);
  return usual.price === amount ? usual : isPrice(amount) ? { price: amount, priceQuantity } : undefined;
}

/** What it costs without a sale and without a stream. */
export const normalPrice = ({ onStream, ...product }: Product): PriceTerms => ({
  price: product.usualPrice ?? onStream?.usualPrice ?? product.price,
  priceQuantity: product.usualPriceQuantity ?? product.priceQuantity,
});

import type { BuyerLine, SellerReading } from '../reading.ts';

/** The lines of an order with what another way of taking it states otherwise left open. */
export function openLines(lines: readonly BuyerLine[], rival: readonly BuyerLine[] | undefined): BuyerLine[] {
  const isSame = (line: BuyerLine): boolean =>
    rival?.some(
      ({ product, quantity, measure }) =>
        product === line.product && quantity === line.quantity && measure === line.measure,
    ) ?? false;
  const open = lines.filter((line) => line.quantity !== null && !isSame(line));
  const asked = new Set(open.length > 0 ? open : lines);
  return lines.map((line) => (asked.has(line) ? { ...line, quantity: null } : line));
}

/** An offer with what another way of taking it states otherwise left open, and named as to be asked. */
export function openOffer(best: SellerReading, rival: SellerReading | undefined): SellerReading {
  const differs = (name: keyof SellerReading): boolean =>
    JSON.stringify(best[name]) !== JSON.stringify(rival?.[name]);
  const isPrice = best.price !== null && differs('price');
  const isPer = best.price !== null && (isPrice || differs('priceQuantity'));
  const isStock = best.stock !== null && differs('stock');
  const asks = [
    ...(isPrice ? ['price'] : []),
    ...(isPer ? ['priceQuantity'] : []),
    ...(isStock ? ['stock'] : []),
  ];
  const ambiguous = [...new Set([...best.ambiguous, ...asks])];
  const packs = differs('packs') ? [] : best.packs;
  // What both ways of taking it state is as certain as it was.
  const isNothingLeft =
    ambiguous.length === 0 && best.price === null && best.stock === null && packs.length === 0;
  return {
    ...best,
    measure: differs('measure') ? null : best.measure,
    price: isPrice ? null : best.price,
    priceQuantity: isPer ? null : best.priceQuantity,
    stock: isStock ? null : best.stock,
    packs,
    ambiguous: isNothingLeft ? ['price'] : ambiguous,
  };
}

import { tap } from '../../../chat/dsl/action.ts';
import { type Message, type Reply, say } from '../../../chat/dsl/screen.ts';
import { priceLine } from '../../../shop/cart/cart.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import type { Turn } from '../../flow.ts';
import { homeButton, productName, quantityValue } from '../../screens/values.ts';

/** Help with examples that work in this shop now. */
export async function help({ shop }: Turn<string>): Promise<Reply> {
  const [first, second] = await shop.catalogue.fresh(2);
  return [
    {
      text: [
        say('help-title'),
        ...(first ? [say('help-order', { example: exampleFor(first) })] : []),
        ...(first && second
          ? [say('help-two', { first: exampleFor(first), second: exampleFor(second) })]
          : []),
        ...(first ? [say('help-find', { title: productName(first) }), say('help-fee')] : []),
        say('help-status'),
        say('help-commands'),
      ],
      buttons: [[homeButton, { label: say('repair-person'), tap: tap('person') }]],
    },
  ];
}

/** What an order is usually worth, in fen: the smallest pack that comes to it is the example. */
const USUAL_FEN = 3_000;

/** 核桃 5斤: a usual pack, as far as there is so much. */
export function exampleFor(product: Product): Message {
  const quantities = product.packs.map((pack) => pack.quantity).filter((one) => one <= product.available);
  const usual = quantities.find((one) => priceLine(product, one).total >= USUAL_FEN);
  const quantity = usual ?? quantities.at(-1) ?? product.priceQuantity;
  return say('example', {
    title: productName(product),
    quantity: quantityValue(product, quantity),
  });
}

import { type Message, say } from '../../../chat/dsl/screen.ts';
import type { MediaId } from '../../../db/ids.ts';
import type { Order } from '../../../shop/orders/order.ts';
import { orderedValue, productName } from '../values.ts';

// What is in an order, in a few words and pictures.

/** How many pictures an order or a card shows. */
const SHOWN = 6;

export const linePictures = ({
  lines,
}: {
  readonly lines: readonly { readonly photo?: MediaId | null | undefined }[];
}): readonly MediaId[] => lines.flatMap(({ photo }) => photo ?? []).slice(0, SHOWN);

/** `核桃 5斤`, and how many more there are. */
export function orderGoodsText({ lines }: Pick<Order, 'lines'>): Message {
  const [first, ...others] = lines;
  if (!first) return say('order-goods-none');
  const { quantity } = first;
  const values = { title: productName(first), quantity: orderedValue(first, quantity) };
  return others.length > 0
    ? say('order-goods-more', { ...values, more: others.length })
    : say('order-goods', values);
}

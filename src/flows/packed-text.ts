import { say, type Text } from '../chat/screen.ts';
import type { OrderLine } from '../shop/orders.ts';
import { dueFor } from '../shop/packing.ts';
import { lineText, moneyOf, quantityOf } from './show.ts';

/** A line of an order, and what the scale said of it where it has been weighed. */
export function packedLineText(line: OrderLine): Text[] {
  const { measure, packed } = line;
  if (packed === null) return [lineText(line)];
  const values = { quantity: quantityOf(measure, packed), due: moneyOf(dueFor(line)) };
  return [lineText(line), say('packed-line', values)];
}

import { say, type Text } from '../../../chat/dsl/screen.ts';
import type { Order, OrderLine } from '../../../shop/fulfilment/orders.ts';
import { amountDue } from '../../../shop/orders/amount-due.ts';
import { minusFen, sumFen } from '../../../shop/values/money.ts';
import { lineText, moneyValue, quantityValue } from '../values.ts';
import { expectedText } from './shipping-text.ts';

/** The refund for a lower weight, for paid orders; on delivery the total is lower already. */
export function packedBackText({ lines, payment }: Order): Text[] {
  const back = sumFen(lines.map((line) => minusFen(line.total, amountDue(line))));
  return back > 0 && payment !== 'none' ? [say('packed-back', { back: moneyValue(back) })] : [];
}

/** A line of an order, and what the scale said of it where it has been weighed. */
export function packedLineText(line: OrderLine): Text[] {
  const { packed } = line;
  if (line.isLeftOut) return [lineText(line), say('line-left-out')];
  if (packed === null) return [lineText(line), ...expectedText(line)];
  const values = { quantity: quantityValue(line, packed), due: moneyValue(amountDue(line)) };
  return [lineText(line), say('packed-line', values)];
}

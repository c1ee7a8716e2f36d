import type { I18n } from '../../../../chat/dsl/i18n.ts';
import { say } from '../../../../chat/dsl/screen.ts';
import { linesSent, type Order, type OrderLine } from '../../../../shop/fulfilment/orders.ts';
import type { PackingSheet } from '../../../../shop/fulfilment/packing-sheet.ts';
import { amountDue } from '../../../../shop/orders/amount-due.ts';
import { type Fen, NO_FEN } from '../../../../shop/values/money.ts';
import type { BaseQuantity } from '../../../../shop/values/quantity.ts';
import { type Cell, formatCsv, yuan } from '../../../screens/files/csv.ts';
import { orderedValue, productName } from '../../../screens/values.ts';

const COLUMNS = [
  'number',
  'placed',
  'name',
  'phone',
  'address',
  'way',
  'note',
  'product',
  'ordered',
  'packed',
  'amount',
  'fee',
  'collect',
] as const;

/** One row for each line; what stands once for an order stands in its first row, so that columns sum up. */
export function packingCsv(sheet: PackingSheet, i18n: I18n): string {
  const head = COLUMNS.map((column) => i18n.showPlain(say(`sheet-${column}`)));
  return formatCsv(
    head,
    sheet.orders.flatMap((order) => orderRows(order, i18n)),
  );
}

function orderRows(order: Order, i18n: I18n): Cell[][] {
  const { recipient, note = '' } = order;
  const show = (base: BaseQuantity, line: OrderLine): string =>
    i18n.showPlain(say('sheet-quantity', { quantity: orderedValue(line, base) }));
  return linesSent(order).map((line, i) => [
    order.number,
    i18n.showPlain(say('sheet-time', { at: { time: order.placedAt } })),
    recipient?.name ?? '',
    recipient?.phone ?? '',
    recipient?.address ?? '',
    i18n.showPlain(say(`way-${order.way}`)),
    note,
    i18n.showPlain(say('sheet-title', { title: productName(line) })),
    show(line.quantity, line),
    line.packed === null ? '' : show(line.packed, line),
    yuan(amountDue(line)),
    i === 0 ? yuan(order.fee) : '',
    i === 0 ? yuan(toCollect(order)) : '',
  ]);
}

/** The amount to collect at the door: 0 for paid orders. */
export const toCollect = ({ payment, total }: Pick<Order, 'payment' | 'total'>): Fen =>
  payment === 'none' ? total : NO_FEN;

import type { Words } from '../../../chat/dsl/i18n.ts';
import { say } from '../../../chat/dsl/screen.ts';
import { linesSent, type Order } from '../../../shop/fulfilment/orders.ts';
import { dueFor } from '../../../shop/fulfilment/packing.ts';
import type { PackingSheet } from '../../../shop/fulfilment/packing-sheet.ts';
import { type Cell, csvOf, yuan } from '../../screens/csv.ts';
import { quantityOf, titleOf } from '../../screens/values.ts';

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
export function packingCsv(sheet: PackingSheet, words: Words): string {
  const head = COLUMNS.map((column) => words.showPlain(say(`sheet-${column}`)));
  return csvOf(
    head,
    sheet.orders.flatMap((order) => rowsOf(order, words)),
  );
}

function rowsOf(order: Order, words: Words): Cell[][] {
  const { recipient, note = '' } = order;
  const show = (base: number, measure: Order['lines'][number]['measure']): string =>
    words.showPlain(say('sheet-quantity', { quantity: quantityOf(measure, base) }));
  return linesSent(order).map((line, i) => [
    order.number,
    words.showPlain(say('sheet-time', { at: { time: order.placedAt } })),
    recipient?.name ?? '',
    recipient?.phone ?? '',
    recipient?.address ?? '',
    words.showPlain(say(`way-${order.way}`)),
    note,
    words.showPlain(say('sheet-title', { title: titleOf(line) })),
    show(line.quantity, line.measure),
    line.packed === null ? '' : show(line.packed, line.measure),
    yuan(dueFor(line)),
    i === 0 ? yuan(order.fee) : '',
    i === 0 ? yuan(toCollect(order)) : '',
  ]);
}

/** What is taken at the door; who has paid pays nothing there. */
export const toCollect = ({ payment, total }: Pick<Order, 'payment' | 'total'>): number =>
  payment === 'none' ? total : 0;

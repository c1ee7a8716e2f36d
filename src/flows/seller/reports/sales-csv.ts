import type { Words } from '../../../chat/dsl/i18n.ts';
import { say } from '../../../chat/dsl/screen.ts';
import type { HouseholdSales, SoldOrder } from '../../../shop/reports/sales.ts';
import { csvOf, yuan } from '../../screens/csv.ts';

const ORDER_COLUMNS = [
  'number',
  'placed',
  'state',
  'payment',
  'goods',
  'fee',
  'total',
  'refunds',
  'left',
] as const;

/** Every order of a period, with its state: no name and no address, so that it may be shown to others. */
export function salesCsv(sold: readonly SoldOrder[], words: Words): string {
  const head = ORDER_COLUMNS.map((column) => words.showPlain(say(`sales-column-${column}`)));
  const rows = sold.map(({ order, refunds, isEarned }) => [
    order.number,
    words.showPlain(say('sheet-time', { at: { time: order.placedAt } })),
    words.showPlain(say(`state-${order.fulfilment}`)),
    words.showPlain(say(`sales-payment-${order.payment}`)),
    yuan(order.total - order.fee),
    yuan(order.fee),
    yuan(order.total),
    yuan(refunds),
    yuan(isEarned ? order.total - refunds : 0),
  ]);
  return csvOf(head, rows);
}

const HOUSEHOLD_COLUMNS = ['household', 'orders', 'total', 'fee', 'refunds', 'left', 'to-come'] as const;

/** What each household has earned, one row each. */
export function householdsCsv(households: readonly HouseholdSales[], words: Words): string {
  const head = HOUSEHOLD_COLUMNS.map((column) => words.showPlain(say(`sales-column-${column}`)));
  const rows = households.map((one) => [
    words.showPlain(say('sheet-title', { title: { own: one.name, en: one.nameEn } })),
    one.orders,
    yuan(one.total),
    yuan(one.fees),
    yuan(one.refunds),
    yuan(one.earned),
    yuan(one.toCome),
  ]);
  return csvOf(head, rows);
}

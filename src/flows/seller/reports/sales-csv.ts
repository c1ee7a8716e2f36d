import type { I18n } from '../../../chat/dsl/i18n.ts';
import { say } from '../../../chat/dsl/screen.ts';
import type { SellerSales, SoldOrder } from '../../../shop/reports/sales.ts';
import { minusFen, NO_FEN } from '../../../shop/values/money.ts';
import { formatCsv, yuan } from '../../screens/files/csv.ts';
import { sellerState } from '../../screens/orders/order-notice.ts';

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
export function salesCsv(sold: readonly SoldOrder[], i18n: I18n): string {
  const head = ORDER_COLUMNS.map((column) => i18n.showPlain(say(`sales-column-${column}`)));
  const rows = sold.map(({ order, refunds, isEarned }) => [
    order.number,
    i18n.showPlain(say('sheet-time', { at: { time: order.placedAt } })),
    i18n.showPlain(sellerState(order)),
    i18n.showPlain(say(`sales-payment-${order.payment}`)),
    yuan(minusFen(order.total, order.fee)),
    yuan(order.fee),
    yuan(order.total),
    yuan(refunds),
    yuan(isEarned ? minusFen(order.total, refunds) : NO_FEN),
  ]);
  return formatCsv(head, rows);
}

const HOUSEHOLD_COLUMNS = ['household', 'orders', 'total', 'fee', 'refunds', 'left', 'to-come'] as const;

/** What each household has earned, one row each. */
export function sellersCsv(households: readonly SellerSales[], i18n: I18n): string {
  const head = HOUSEHOLD_COLUMNS.map((column) => i18n.showPlain(say(`sales-column-${column}`)));
  const rows = households.map((one) => [
    i18n.showPlain(say('sheet-title', { title: { own: one.name, en: one.nameEn } })),
    one.orders,
    yuan(one.total),
    yuan(one.fees),
    yuan(one.refunds),
    yuan(one.earned),
    yuan(one.toCome),
  ]);
  return formatCsv(head, rows);
}

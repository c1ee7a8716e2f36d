import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { ReportDays } from '../../../nlu/acts/seller/orders/report-act.ts';
import { type Period, periods } from '../../../shop/reports/period.ts';
import type { Figures, ProductSales, Sales, SellerSales } from '../../../shop/reports/sales.ts';
import type { SellerCard } from '../../../shop/sellers/sellers.ts';
import { sumFen } from '../../../shop/values/money.ts';
import { flow, type Turn } from '../../flow.ts';
import { dayText } from '../../screens/dates.ts';
import { fileI18n } from '../../screens/files/file-texts.ts';
import { periodTitle } from '../../screens/files/sales-picture.ts';
import {
  homeButton,
  inRows,
  moneyValue,
  pager,
  parsePage,
  productName,
  quantityValue,
} from '../../screens/values.ts';
import { findActingSeller, notASeller } from '../acting.ts';
import { salesCsv, sellersCsv } from './sales-csv.ts';

/** Takings: the figures, their picture by a job, transfers to confirm, tables. */
export const salesReports = flow('seller-sales', {
  commands: { sales: showToday },
  taps: {
    'sales/:period': show,
    'sales-csv/:period': table,
    'to-confirm/:page': showToConfirm,
    'households/:period': showSellers,
    'households-csv/:period': sellersTable,
  },
});

const parsePeriod = (word: string): Period => periods.find((one) => one === word) ?? 'today';

const notAllowed: Reply = [{ text: say('sales-not-allowed'), buttons: [[homeButton]] }];

function showToday(turn: Turn<'rest'>): Promise<Reply> {
  return showPeriod(turn, 'today');
}

function show(turn: Turn<'period'>): Promise<Reply> {
  return showPeriod(turn, parsePeriod(turn.params.period));
}

async function showPeriod(turn: Turn<string>, period: Period): Promise<Reply> {
  const { shop, person, chat } = turn;
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const sales = await shop.sales.of(person.id, seller.id, period);
  const awaited = await shop.sales.toConfirm(person.id, seller.id, 0);
  if (!sales || !awaited) return notAllowed;
  const hasSeveral = (await shop.sellers.of(person.id)).length > 1;
  if (sales.orders > 0) await shop.sales.draw(person.id, seller.id, chat.id, period);
  return [salesScreen(sales, seller, awaited.items.length > 0, hasSeveral)];
}

/** Of days that no button names: 11月1号到10号. */
export async function salesOfDays(
  { shop, person }: Turn<string>,
  seller: SellerCard,
  { first, last }: ReportDays,
): Promise<Reply> {
  const sales = await shop.sales.ofDays(person.id, seller.id, [first, last]);
  if (!sales) return notAllowed;
  const name = { own: seller.name, en: seller.nameEn };
  const title =
    first === last
      ? say('sales-days-one', { day: dayText(first) })
      : say('sales-days', { first: dayText(first), last: dayText(last) });
  return [
    {
      text: [
        say('sales-of', { seller: name, title }),
        ...(sales.orders === 0 ? [say('sales-nothing')] : figuresText(sales)),
        ...sales.byProduct.map(productText),
      ],
      buttons: [...inRows(periods.map(buttonTo), 4), [homeButton]],
      fresh: true,
    },
  ];
}

function salesScreen(sales: Sales, seller: SellerCard, isAwaited: boolean, hasSeveral: boolean): Screen {
  const { period, orders } = sales;
  const name = { own: seller.name, en: seller.nameEn };
  const text: Text[] = [
    say('sales-of', { seller: name, title: periodTitle(sales) }),
    ...(orders === 0 ? [say('sales-nothing')] : figuresText(sales)),
    ...sales.byProduct.map(productText),
  ];
  const others = periods.map((one): Button => {
    const label = say(`sales-${one}`);
    return one === period ? { label: say('sales-here', { period: label }), dead: true } : buttonTo(one);
  });
  const more: Button[] = [
    ...(isAwaited ? [{ label: say('sales-to-confirm'), tap: tap('to-confirm/:page', { page: 0 }) }] : []),
    ...(orders > 0 ? [{ label: say('pack-csv'), tap: tap('sales-csv/:period', { period }) }] : []),
    ...(hasSeveral ? [{ label: say('sales-households'), tap: tap('households/:period', { period }) }] : []),
  ];
  return { text, buttons: [...inRows(others, 4), ...inRows(more, 2), [homeButton]] };
}

const buttonTo = (period: Period): Button => ({
  label: say(`sales-${period}`),
  tap: tap('sales/:period', { period }),
});

function figuresText(sales: Figures): Text[] {
  const { orders, earned, fees, refunds, toCome } = sales;
  return [
    say('sales-earned', { count: orders, money: moneyValue(earned) }),
    ...(fees > 0 ? [say('sales-fees', { money: moneyValue(fees) })] : []),
    ...(refunds > 0 ? [say('sales-refunds', { money: moneyValue(refunds) })] : []),
    ...(toCome > 0 ? [say('sales-to-come', { money: moneyValue(toCome) })] : []),
  ];
}

const productText = (one: ProductSales): Text =>
  say('sales-product', {
    title: productName(one),
    quantity: quantityValue(one.measure, one.quantity),
    money: moneyValue(one.total),
  });

async function showToConfirm(turn: Turn<'page'>): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const page = await turn.shop.sales.toConfirm(turn.person.id, seller.id, parsePage(turn.params.page));
  if (!page) return notAllowed;
  const buttons = page.items.map(({ id, number, total, payment }): Button[] => [
    {
      label: say('sales-confirm-button', {
        number,
        total: moneyValue(total),
        payment: say(`sales-payment-${payment}`),
      }),
      tap: tap('sale/:order', { order: id }),
    },
  ]);
  return [
    {
      text: say(page.items.length > 0 ? 'sales-confirm-title' : 'sales-confirm-none'),
      buttons: [
        ...buttons,
        ...pager(page, (to) => tap('to-confirm/:page', { page: to })),
        [buttonTo('today'), homeButton],
      ],
    },
  ];
}

async function showSellers({ shop, person, params }: Turn<'period'>): Promise<Reply> {
  const period = parsePeriod(params.period);
  const all = await shop.sales.households(person.id, period);
  if (all.length === 0) return notAllowed;
  const sum = sumFen(all.map(({ earned }) => earned));
  const text: Text[] = [
    say('sales-households-title', { period: say(`sales-${period}`) }),
    ...all.map(sellerText),
    say('sales-households-sum', { money: moneyValue(sum) }),
  ];
  const others = periods.map((one): Button => {
    const label = say(`sales-${one}`);
    if (one === period) return { label: say('sales-here', { period: label }), dead: true };
    return { label, tap: tap('households/:period', { period: one }) };
  });
  const csv: Button = { label: say('pack-csv'), tap: tap('households-csv/:period', { period }) };
  return [{ text, buttons: [...inRows(others, 4), [csv, homeButton]] }];
}

const sellerText = ({ name, nameEn, orders, earned, toCome }: SellerSales): Text =>
  say(toCome > 0 ? 'sales-household-to-come' : 'sales-household', {
    name: { own: name, en: nameEn },
    count: orders,
    money: moneyValue(earned),
    toCome: moneyValue(toCome),
  });

async function table(turn: Turn<'period'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const period = parsePeriod(params.period);
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const sold = await shop.sales.orders(person.id, seller.id, period);
  if (!sold) return notAllowed;
  const i18n = fileI18n(person.locale, await shop.sellers.timeZone());
  return [
    fileScreen(i18n.showPlain(say('sales-file', { period: say(`sales-${period}`) })), salesCsv(sold, i18n)),
  ];
}

async function sellersTable({ shop, person, params }: Turn<'period'>): Promise<Reply> {
  const period = parsePeriod(params.period);
  const all = await shop.sales.households(person.id, period);
  if (all.length === 0) return notAllowed;
  const i18n = fileI18n(person.locale, await shop.sellers.timeZone());
  const name = i18n.showPlain(say('sales-households-file', { period: say(`sales-${period}`) }));
  return [fileScreen(name, sellersCsv(all, i18n))];
}

const fileScreen = (name: string, content: string): Screen => ({
  text: say('sales-csv-here'),
  file: { name: `${name}.csv`, type: 'text/csv', content },
  fresh: true,
});

import { tap } from '../../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say, type Text } from '../../../../chat/dsl/screen.ts';
import { linesSent, type Order } from '../../../../shop/fulfilment/orders.ts';
import type { PackingSheet, PackTotal } from '../../../../shop/fulfilment/packing-sheet.ts';
import type { SellerCard } from '../../../../shop/sellers/sellers.ts';
import { pageRange } from '../../../../shop/values/pages.ts';
import { flow, type Turn } from '../../../flow.ts';
import { fileI18n } from '../../../screens/files/file-texts.ts';
import { packedLineText } from '../../../screens/orders/packed-text.ts';
import {
  homeButton,
  moneyValue,
  orderedValue,
  orderRecipientText,
  pager,
  parsePage,
  productName,
} from '../../../screens/values.ts';
import { findActingSeller, notASeller } from '../../acting.ts';
import { packingCsv, toCollect } from './pack-csv.ts';
import { packingPage } from './pack-page.ts';

/** What is to be packed: totals, then order by order; as messages, to print, and for Excel. */
export const pack = flow('seller-pack', {
  commands: { pack: showFirst },
  taps: { 'pack/:page': showPage, 'pack-print': print, 'pack-csv': table },
});

/** Orders on one page: as many as a phone shows without losing the buttons. */
const ON_A_PAGE = 5;

interface Sheet {
  readonly seller: SellerCard;
  readonly sheet: PackingSheet;
}

/** The packing sheet of the acting seller, or the refusal to show. */
async function findSheet(turn: Turn<string>): Promise<Sheet | Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const sheet = await turn.shop.packing.sheet(turn.person.id, seller.id);
  return sheet ? { seller, sheet } : [{ text: say('pack-not-allowed'), buttons: [[homeButton]] }];
}

function showFirst(turn: Turn<'rest'>): Promise<Reply> {
  return showPage({ ...turn, params: { page: '0' } });
}

async function showPage(turn: Turn<'page'>): Promise<Reply> {
  const found = await findSheet(turn);
  return 'sheet' in found ? [pageScreen(found, parsePage(turn.params.page))] : found;
}

function pageScreen({ sheet }: Sheet, wanted: number): Screen {
  const { orders, totals, waiting } = sheet;
  const { page, pages, skip } = pageRange(orders.length, wanted, ON_A_PAGE);
  const items = orders.slice(skip, skip + ON_A_PAGE);
  const text: Text[] = [
    say(orders.length === 0 ? 'pack-none' : 'pack-title', { count: orders.length }),
    ...(page === 0 ? totals.map(totalText) : []),
    ...items.flatMap(orderText),
    ...(waiting > 0 ? [say('pack-waiting', { count: waiting })] : []),
  ];
  const files: Button[] = [
    { label: say('pack-print'), tap: tap('pack-print') },
    { label: say('pack-csv'), tap: tap('pack-csv') },
  ];
  const all: Button = { label: say('sold-all'), tap: tap('sold/:page', { page: 0 }) };
  return {
    text,
    buttons: [
      ...pager({ items, page, pages }, (to) => tap('pack/:page', { page: to })),
      ...(orders.length > 0 ? [files] : []),
      [all, homeButton],
    ],
  };
}

const totalText = (one: PackTotal): Text =>
  say('pack-total', {
    title: productName(one),
    quantity: orderedValue(one, one.quantity),
    count: one.orders,
  });

function orderText(order: Order): Text[] {
  const collect = toCollect(order);
  const pays = collect > 0 ? say('sheet-pays', { total: moneyValue(collect) }) : say('sheet-paid');
  return [
    say('pack-order', { number: order.number, way: say(`way-${order.way}`), pays }),
    ...linesSent(order).flatMap(packedLineText),
    ...orderRecipientText(order),
    ...(order.note ? [say('note-line', { note: order.note })] : []),
  ];
}

async function print(turn: Turn): Promise<Reply> {
  const found = await findSheet(turn);
  if (!('sheet' in found)) return found;
  const i18n = fileI18n(turn.person.locale, await turn.shop.sellers.timeZone());
  const content = packingPage(found.sheet, { own: found.seller.name, en: found.seller.nameEn }, i18n);
  const name = `${i18n.showPlain(say('pack-file'))}.html`;
  return [{ text: say('pack-print-here'), file: { name, type: 'text/html', content }, fresh: true }];
}

async function table(turn: Turn): Promise<Reply> {
  const found = await findSheet(turn);
  if (!('sheet' in found)) return found;
  const i18n = fileI18n(turn.person.locale, await turn.shop.sellers.timeZone());
  const name = `${i18n.showPlain(say('pack-file'))}.csv`;
  const content = packingCsv(found.sheet, i18n);
  return [{ text: say('pack-csv-here'), file: { name, type: 'text/csv', content }, fresh: true }];
}

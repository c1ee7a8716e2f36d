import { type Html, html, joinHtml } from '../../../../chat/dsl/html.ts';
import type { I18n } from '../../../../chat/dsl/i18n.ts';
import { type LocalName, say, type Text } from '../../../../chat/dsl/screen.ts';
import type { Order, OrderLine } from '../../../../shop/fulfilment/orders.ts';
import type { PackingSheet } from '../../../../shop/fulfilment/packing-sheet.ts';
import type { BaseQuantity } from '../../../../shop/values/quantity.ts';
import { moneyValue, orderedValue, productName } from '../../../screens/values.ts';
import { toCollect } from './pack-csv.ts';

/** Large type for a packing table, one column, no order torn over two pages; nothing is loaded from anywhere. */
const STYLE = `
  @page { size: A4; margin: 14mm; }
  * { box-sizing: border-box; }
  body { font: 17px/1.5 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif;
    color: #1d1b16; margin: 0 auto; padding: 16px; max-width: 760px; }
  h1 { font-size: 26px; margin: 0; }
  h2 { font-size: 20px; margin: 28px 0 8px; }
  .when { color: #6b6558; margin: 0 0 8px; }
  table { width: 100%; border-collapse: collapse; }
  th, td { text-align: left; padding: 6px 4px; border-bottom: 1px solid #d8d2c4; vertical-align: top; }
  .order tr:last-child td { border-bottom: 0; }
  td.much { text-align: right; font-weight: 700; white-space: nowrap; }
  .order { break-inside: avoid; border: 1.5px solid #8a8271; border-radius: 10px; padding: 10px 14px; margin: 0 0 12px; }
  .top { display: flex; justify-content: space-between; gap: 12px; font-weight: 700; font-size: 20px; }
  .who { font-size: 18px; margin: 2px 0; }
  .note { background: #fff3d6; padding: 4px 8px; border-radius: 6px; margin: 6px 0; }
  .box { display: inline-block; width: 17px; height: 17px; border: 2px solid #1d1b16; border-radius: 3px;
    margin-right: 8px; vertical-align: -2px; }
  @media print { body { padding: 0; max-width: none; } }
`;

/** The packing sheet as a page to print: totals to fetch from the store, then one box for each order. */
export function packingPage(sheet: PackingSheet, seller: LocalName, i18n: I18n): string {
  const put = (key: string, values: Parameters<typeof say>[1] = {}): Html => show(say(key, values));
  const show = (text: Text): Html => i18n.show(text);
  const title = put('sheet-of', { seller });
  const body = html`<h1>${title}</h1>
<p class="when">${put('sheet-when', { at: { time: sheet.at }, count: sheet.orders.length })}</p>
<h2>${put('sheet-totals')}</h2>
<table>${joinHtml(
    sheet.totals.map(
      (one) => html`<tr><td><span class="box"></span>${put('sheet-title', { title: productName(one) })}</td>
<td>${put('sheet-in-orders', { count: one.orders })}</td>
<td class="much">${put('sheet-quantity', { quantity: orderedValue(one, one.quantity) })}</td></tr>`,
    ),
    '\n',
  )}</table>
<h2>${put('sheet-by-order')}</h2>
${joinHtml(
  sheet.orders.map((order) => orderBox(order, show)),
  '\n',
)}`;
  return `<!doctype html>
<html lang="${i18n.locale === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.markup}</title><style>${STYLE}</style></head>
<body>
${body.markup}
</body></html>
`;
}

function orderBox(order: Order, show: (text: Text) => Html): Html {
  const { number, way, recipient, note, lines } = order;
  const collect = toCollect(order);
  const pay = collect > 0 ? say('sheet-pays', { total: moneyValue(collect) }) : say('sheet-paid');
  const who = recipient
    ? html`<div class="who">${recipient.name} ${recipient.phone}</div><div>${recipient.address}</div>`
    : html``;
  return html`<section class="order"><div class="top"><span>${number}</span><span>${show(say(`way-${way}`))} · ${show(pay)}</span></div>
${who}${note ? html`<div class="note">${show(say('note-line', { note }))}</div>` : html``}
<table>${joinHtml(
    lines.map((line) => lineRow(line, show)),
    '',
  )}</table></section>`;
}

function lineRow(line: OrderLine, show: (text: Text) => Html): Html {
  const { quantity, packed } = line;
  const much = (base: BaseQuantity): Html =>
    show(say('sheet-quantity', { quantity: orderedValue(line, base) }));
  const scale = packed === null ? html`` : html` ⚖️ ${much(packed)}`;
  const title = show(say('sheet-title', { title: productName(line) }));
  return html`<tr><td><span class="box"></span>${title}</td><td class="much">${much(quantity)}${scale}</td></tr>`;
}

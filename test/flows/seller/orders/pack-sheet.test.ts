import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChatId,
  newId,
  type OrderId,
  type PersonId,
  type ProductId,
  type SellerId,
} from '../../../../src/db/ids.ts';
import { formatCsv } from '../../../../src/flows/screens/files/csv.ts';
import { fileI18n } from '../../../../src/flows/screens/files/file-texts.ts';
import { packingCsv } from '../../../../src/flows/seller/orders/packing/pack-csv.ts';
import { packingPage } from '../../../../src/flows/seller/orders/packing/pack-page.ts';
import type { Order } from '../../../../src/shop/fulfilment/orders.ts';
import { sumByProduct } from '../../../../src/shop/fulfilment/packing-sheet.ts';
import { fen } from '../../../../src/shop/values/money.ts';
import { baseQuantity } from '../../../../src/shop/values/quantity.ts';

const line = {
  productId: newId<ProductId>(),
  title: '核桃',
  titleEn: 'Walnuts',
  measure: 'MASS',
  quantity: baseQuantity(5_000),
  total: fen(15_000),
  packed: null,
  expectedOn: null,
  isLeftOut: false,
  photo: undefined,
  unit: null,
} as const;

const order: Order = {
  id: newId<OrderId>(),
  number: 'A-0317',
  sellerId: newId<SellerId>(),
  sellerName: '王秀英家',
  sellerNameEn: 'Wang',
  personId: newId<PersonId>(),
  chatId: newId<ChatId>(),
  fulfilment: 'accepted',
  payment: 'none',
  stock: 'taken',
  total: fen(15_800),
  placedAt: new Date('2026-11-23T02:00:00Z'),
  dueAt: null,
  trackingNumber: null,
  courier: null,
  lines: [line],
  recipient: { name: '李蕾', phone: '13800001234', address: '太原市迎泽区桃园路1号' },
  way: 'express',
  place: '',
  fee: fen(800),
  note: '=HYPERLINK("http://x","别压坏")',
};
const millet = {
  ...line,
  productId: newId<ProductId>(),
  title: '小米',
  titleEn: null,
  quantity: baseQuantity(500),
  total: fen(800),
};
const paid: Order = {
  ...order,
  id: newId<OrderId>(),
  number: 'A-0318',
  payment: 'paid',
  lines: [line, millet],
  note: undefined,
};
const sheet = { at: order.placedAt, totals: sumByProduct([order, paid]), orders: [order, paid], waiting: 0 };
const zh = fileI18n('zh', 'Asia/Shanghai');

describe('the packing sheet', () => {
  it('sums each product over all orders, the most first', () => {
    expect(sheet.totals.map(({ title, quantity, orders }) => [title, quantity, orders])).toEqual([
      ['核桃', 10_000, 2],
      ['小米', 500, 1],
    ]);
  });

  it('is a CSV that Excel opens with Chinese intact, whose columns sum up and whose formulas are dead', () => {
    const csv = packingCsv(sheet, zh);
    expect(csv.startsWith('\uFEFF订单号,')).toBe(true);
    const rows = csv.slice(1).trimEnd().split('\r\n');
    expect(rows).toHaveLength(4);
    expect(rows[1]).toContain('A-0317');
    expect(rows[1]).toContain('李蕾,13800001234,太原市迎泽区桃园路1号');
    expect(rows[1]).toContain(`"'=HYPERLINK(""http://x"",""别压坏"")"`);
    expect(rows[1]?.endsWith('核桃,10斤,,150,8,158')).toBe(true);
    expect(rows[2]?.endsWith('核桃,10斤,,150,8,0')).toBe(true);
    expect(rows[3]?.endsWith('小米,1斤,,8,,')).toBe(true);
  });

  it('is a page to print that loads nothing and shows what people wrote as they wrote it', () => {
    const nasty: Order = { ...order, note: '<script>alert(1)</script>' };
    const page = packingPage({ ...sheet, orders: [nasty, paid] }, { own: '王秀英家' }, zh);
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/<script|src=|href=|url\(/);
    expect(page).toMatch(/先备齐[\s\S]*核桃[\s\S]*20斤[\s\S]*A-0317[\s\S]*收 ¥158[\s\S]*李蕾 13800001234/);
  });
});

describe('a table for Excel', () => {
  it('has no cell that begins like a formula, whatever people write', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const cell = formatCsv(['a'], [[words]])
          .slice('\uFEFFa\r\n'.length, -2)
          .replace(/^"/, '');
        return !/^[=+\-@\t\r＝＋－＠]/.test(cell);
      }),
    );
  });
});

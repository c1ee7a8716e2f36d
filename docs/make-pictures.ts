// Draws the pictures of docs/pictures anew, each by the code that draws it for sellers: node docs/make-pictures.ts
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { fileI18n } from '../src/flows/screens/files/file-texts.ts';
import { createSalesPicture } from '../src/flows/screens/files/sales-picture.ts';
import { posterText, stickerText } from '../src/flows/screens/files/share-pictures.ts';
import { packingPage } from '../src/flows/seller/orders/packing/pack-page.ts';
import { drawPng } from '../src/pictures/draw.ts';
import { posterSvg } from '../src/pictures/poster.ts';
import { salesChart } from '../src/pictures/sales-chart.ts';
import { stickerSvg } from '../src/pictures/sticker.ts';
import type { Product } from '../src/shop/catalogue/products/catalogue.ts';
import type { Order } from '../src/shop/fulfilment/orders.ts';
import { sumByProduct } from '../src/shop/fulfilment/packing-sheet.ts';
import type { Sales } from '../src/shop/reports/sales.ts';
import { openBrowser } from '../test/support/browser.ts';

const zh = fileI18n('zh', 'Asia/Shanghai');
const en = fileI18n('en', 'Asia/Shanghai');
const seller = { own: '王秀英家', en: 'Wang Xiuying' };
const place = {
  name: '岭头村',
  nameEn: 'Lingtou',
  county: '古县',
  countyEn: 'Gu',
  province: '山西',
  provinceEn: 'Shanxi',
};
const folder = new URL('pictures/', import.meta.url);

/** As small as it goes without a difference on a phone. */
async function keep(name: string, png: Uint8Array, colours = 64, width = 1_080): Promise<void> {
  const narrow = sharp(png).resize({ width, withoutEnlargement: true });
  const small = await narrow.png({ palette: true, colours, effort: 10 }).toBuffer();
  await writeFile(new URL(`${name}.png`, folder), small);
}

const goods = [
  { title: '薄皮核桃', titleEn: 'Thin-shelled walnuts', measure: 'MASS', quantity: 43_000, total: 129_000 },
  { title: '黄小米', titleEn: 'Yellow millet', measure: 'MASS', quantity: 32_000, total: 51_200 },
  { title: '槐花蜜', titleEn: 'Acacia honey', measure: 'MASS', quantity: 6_250, total: 43_750 },
  { title: '土鸡蛋', titleEn: 'Eggs', measure: 'COUNT', quantity: 180, total: 27_000 },
] as const;

const week: Sales = {
  period: 'week',
  stretch: {
    from: new Date('2026-11-22T16:00:00Z'),
    until: new Date('2026-11-29T16:00:00Z'),
    slots: ['23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-11-${day}T00:00`),
    days: ['2026-11-23', '2026-11-29'],
  },
  bySlot: [32_000, 51_500, 0, 48_000, 96_050, 31_600, 0],
  byProduct: goods,
  orders: 26,
  total: 260_350,
  fees: 8_400,
  refunds: 1_200,
  earned: 259_150,
  toCome: 90_000,
};

const month: Sales = {
  ...week,
  period: 'month',
  stretch: {
    ...week.stretch,
    slots: Array.from({ length: 30 }, (_, i) => `2026-11-${String(i + 1).padStart(2, '0')}T00:00`),
    days: ['2026-11-01', '2026-11-30'],
  },
  bySlot: Array.from({ length: 30 }, (_, i) => (i > 27 ? 0 : ((i * 7_919) % 53_000) + 6_000)),
};

const walnuts: Product = {
  id: 'walnuts',
  sellerId: 'wang',
  sellerName: seller.own,
  sellerNameEn: seller.en,
  title: '薄皮核桃',
  titleEn: 'Thin-shelled walnuts',
  blurb: '',
  blurbEn: null,
  category: 'nuts',
  measure: 'MASS',
  price: 1_500,
  priceQuantity: 500,
  available: 43_000,
  held: 0,
  status: 'on-sale',
  harvestedOn: null,
  season: [],
  expectedOn: null,
  packs: [2_500, 5_000, 25_000].map((quantity) => ({ quantity, price: null })),
  photos: [],
  storedPhotos: [],
};

const orderOf = (number: string, name: string, more: Partial<Order> = {}): Order => ({
  id: number,
  number,
  sellerId: 'wang',
  sellerName: seller.own,
  sellerNameEn: seller.en,
  personId: name,
  chatId: name,
  fulfilment: 'accepted',
  payment: 'none',
  stock: 'taken',
  total: 15_800,
  placedAt: new Date('2026-11-27T02:00:00Z'),
  dueAt: null,
  trackingNumber: null,
  courier: null,
  recipient: { name, phone: '13800001234', address: '山西省太原市迎泽区桃园路1号' },
  way: 'express',
  fee: 800,
  note: undefined,
  lines: [{ ...goods[0], productId: 'walnuts', quantity: 5_000, total: 15_000, packed: null }],
  ...more,
});

const orders = [
  orderOf('A-0317', '李蕾', { note: '要新核桃，别压坏了' }),
  orderOf('A-0318', '王芳', {
    payment: 'paid',
    total: 23_000,
    lines: [
      { ...goods[0], productId: 'walnuts', quantity: 5_000, total: 15_000, packed: 4_900 },
      { ...goods[1], productId: 'millet', quantity: 5_000, total: 8_000, packed: null },
    ],
  }),
  orderOf('A-0319', '赵建国', { way: 'courier', fee: 0, total: 15_000 }),
];
const [first = orderOf('A-0317', '李蕾')] = orders;

const photo = await readFile(new URL('../prisma/demo/pictures/walnuts.jpg', import.meta.url));
const link = 'https://walnut.example.org/?start=p_0123456789abcdefghijkl';
const again = link.replace('p_', 'a_');

async function fontFaces(): Promise<string> {
  const faces = [
    ['Regular', 400],
    ['Bold', 700],
  ].map(async ([name, weight]) => {
    const file = new URL(
      `../node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-${name}.otf`,
      import.meta.url,
    );
    const data = (await readFile(file)).toString('base64');
    return `@font-face { font-family: "Noto Sans SC"; font-weight: ${weight}; src: url(data:font/otf;base64,${data}); }`;
  });
  return (await Promise.all(faces)).join('\n');
}

await mkdir(folder, { recursive: true });
await keep('sales-week', await drawPng(salesChart(createSalesPicture(week, seller, zh))));
await keep('sales-month', await drawPng(salesChart(createSalesPicture(month, seller, en))));
await keep('poster', await drawPng(posterSvg({ ...posterText(walnuts, place, zh), link, photo })), 96, 780);
await keep('sticker', await drawPng(stickerSvg({ ...stickerText(first, place, zh), link: again })), 8);

const browser = await openBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  const sheet = { at: new Date('2026-11-27T10:00:00Z'), totals: sumByProduct(orders), orders, waiting: 0 };
  await page.setContent(packingPage(sheet, seller, zh));
  // Phones and computers have Chinese letters; the browser of this script may have none.
  await page.addStyleTag({ content: await fontFaces() });
  await page.evaluate(() => document.fonts.ready);
  await keep('packing-sheet', await page.screenshot({ fullPage: true }));
} finally {
  await browser.close();
}

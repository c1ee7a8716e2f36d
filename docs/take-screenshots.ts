// Takes the pictures of the README from a running, fresh demo:
// node docs/take-screenshots.ts <buyer's url> <seller's link> <office's link>
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { openBrowser } from '../test/support/browser.ts';

const [shop = 'http://127.0.0.1:3000', join = '', officeLink = ''] = process.argv.slice(2);
const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 800 };

async function open(
  browser: Browser,
  path: string,
  look: { viewport?: typeof phone; locale?: string; dark?: boolean } = {},
): Promise<Page> {
  const { viewport = phone, locale = 'zh-CN', dark = false } = look;
  const context = await browser.newContext({
    viewport,
    locale,
    deviceScaleFactor: 2,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

const shows = (page: Page, words: string | RegExp) => page.getByRole('log').getByText(words).last().waitFor();
const taps = (page: Page, label: string | RegExp) => page.getByRole('button', { name: label }).last().click();

async function says(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox').fill(words);
  await page.getByRole('textbox').press('Enter');
}

/** When the page has been quiet for a moment: pictures are loaded and nothing moves. */
async function keep(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(400);
  // A palette keeps the repository small; nobody sees the difference.
  await sharp(await page.screenshot())
    .png({ palette: true, quality: 90 })
    .toFile(`docs/screens/${name}.png`);
}

const browser = await openBrowser();
try {
  const buyer = await open(browser, shop);
  await shows(buyer, '欢迎来到');
  await keep(buyer, 'buyer-home');
  await taps(buyer, /看看有什么/);
  await shows(buyer, '正在卖的');
  await keep(buyer, 'buyer-browse');
  await taps(buyer, /薄皮核桃/);
  await shows(buyer, '采收');
  await keep(buyer, 'buyer-product');
  await says(buyer, '薄皮核桃 50公斤');
  await shows(buyer, '送到哪里');
  await says(buyer, '王芳 13800001234 太原市迎泽区桃园路1号');
  await shows(buyer, '货到付款');
  await keep(buyer, 'buyer-card');
  await taps(buyer, /确认下单/);
  await shows(buyer, '下单成功');
  await keep(buyer, 'buyer-placed');
  await taps(buyer, /A-0001/);
  await shows(buyer, '等商家接单');
  await keep(buyer, 'buyer-order');
  await says(buyer, '来三袋小米和两斤半红枣');
  await shows(buyer, /小米/);
  await keep(buyer, 'buyer-question');

  const wide = await open(browser, shop, { viewport: desktop, locale: 'en-GB' });
  await shows(wide, 'Welcome to');
  await keep(wide, 'desktop');
  const dark = await open(browser, shop, { dark: true, locale: 'en-GB' });
  await shows(dark, 'Welcome to');
  await taps(dark, /What is on sale/);
  await shows(dark, 'On sale now');
  await keep(dark, 'dark');

  if (join !== '') {
    const seller = await open(browser, join);
    await keep(seller, 'seller-join');
    await seller.getByRole('button').first().click();
    await shows(seller, '发一张照片');
    await says(seller, '新核桃 16元一斤 有300斤');
    await shows(seller, '没问题就点');
    await keep(seller, 'seller-draft');
    await taps(seller, '✅ 上架');
    await shows(seller, '买家现在就能下单');
    await taps(seller, /订单|全部商品/);
    await keep(seller, 'seller-products');
    await says(seller, 'A-1');
    await shows(seller, '等商家接单');
    await keep(seller, 'seller-order');
    await taps(seller, /接单/);
    await shows(seller, '商家备货中');
    await says(seller, '/sales');
    await seller.getByRole('log').getByRole('img').last().waitFor();
    await seller.waitForTimeout(1_500);
    await keep(seller, 'seller-sales');
  }
  if (officeLink !== '') {
    const office = await open(browser, officeLink);
    await office.getByRole('button').first().click();
    await shows(office, '服务站');
    await says(office, '/office');
    await shows(office, '还没人接');
    await keep(office, 'office');
  }
} finally {
  await browser.close();
}

// Takes the pictures of the README from a running demo: node docs/take-screenshots.ts <buyer's url> <seller's link>
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../test/support/browser.ts';

const [shop = 'http://127.0.0.1:3000', join = ''] = process.argv.slice(2);
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
  await page.screenshot({ path: `docs/screens/${name}.png` });
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
  }
} finally {
  await browser.close();
}

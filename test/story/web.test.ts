import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

let browser: Browser;
let walnut: Walnut;

beforeAll(async () => {
  [browser, walnut] = await Promise.all([openBrowser(), startWalnut()]);
});

afterAll(async () => {
  await browser.close();
  await walnut.stop();
});

/** Somebody with a phone of their own. */
async function phone(path: string, locale: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale });
  const page = await context.newPage();
  await page.goto(`${walnut.app.url}${path}`);
  return page;
}

const says = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('textbox').fill(words);
  await page.getByRole('textbox').press('Enter');
};

const taps = (page: Page, label: string | RegExp): Promise<void> =>
  page.getByRole('button', { name: label }).last().click();

const sees = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole('log').getByText(words).last().waitFor();

it('sells walnuts in the browser, from a photo to a shipped order', async () => {
  const { token } = await walnut.inviteSeller('王秀英家');

  const seller = await phone(`/join/${token}`, 'zh-CN');
  await seller.getByRole('button').first().click();
  await sees(seller, '欢迎');
  const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#a0703c' } })
    .jpeg()
    .toBuffer();
  await seller
    .locator('input[type=file]')
    .setInputFiles({ name: 'walnuts.jpg', mimeType: 'image/jpeg', buffer: bytes });
  await says(seller, '核桃 15元一斤 有200斤');
  await sees(seller, '没问题就点「上架」');
  await taps(seller, /^上架$/);
  await sees(seller, '买家现在就能下单');

  const buyer = await phone('/', 'en-GB');
  await sees(buyer, 'Welcome to');
  await taps(buyer, /More/);
  await taps(buyer, /Families/);
  await taps(buyer, /王秀英家 family/);
  await taps(buyer, /Follow, tell me/);
  await buyer.getByRole('button', { name: /Unfollow/ }).waitFor();

  await says(seller, '/live https://live.example.org/xiuying');
  await sees(seller, '您开播了');
  await sees(buyer, /is live!/);
  await taps(buyer, /^Walnut 500 g/);
  await sees(buyer, /name, phone and address/);
  await says(buyer, 'Li Lei, 13800001234, 12 Taoyuan Road, Yingze District, Taiyuan');
  await taps(buyer, /Confirm ¥15/);
  await sees(buyer, /A-\d{4}/);

  await sees(seller, '12 Taoyuan Road');
  await taps(seller, /^接单$/);
  await sees(buyer, /has accepted your order/);
  await taps(seller, /^发货$/);
  await sees(seller, /的运单号是多少/);
  await says(seller, 'SF1234567890');
  await sees(buyer, /is on its way/);
  await sees(buyer, 'SF1234567890');

  await buyer.reload();
  await sees(buyer, 'SF1234567890');
  expect(await walnut.database.db.order.count()).toBe(1);
  // A first Chromium beside much other work takes twenty seconds.
}, 60_000);

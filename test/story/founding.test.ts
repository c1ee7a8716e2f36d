import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterEach, expect, it } from 'vitest';
import { runInvite } from '../../src/commands/invite.ts';
import { readConfig } from '../../src/config.ts';
import { diagnose } from '../../src/doctor.ts';
import { openBrowser } from '../support/browser.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

// The operator's first hour, as README tells it: from an empty database to the first order.

let walnut: Walnut;
let browser: Browser | undefined;

afterEach(async () => {
  await browser?.close();
  browser = undefined;
  await walnut.stop();
});

/** What `npm run invite` prints. */
async function invitePrints(...args: string[]): Promise<string> {
  const lines: string[] = [];
  await runInvite(args, walnut.app.appContext, readConfig(walnut.settings), (line) => void lines.push(line));
  return lines.join('\n');
}

/** What `npm run doctor` says of the village. */
async function doctorSays(): Promise<string> {
  for await (const { what, said, todo = '' } of diagnose(readConfig(walnut.settings)))
    if (what === 'village') return `${said} ${todo}`;
  return '';
}

/** Says something and waits for what comes after it. */
async function asks(chat: PrivateChat, words: string, answer: string) {
  const after = chat.says(words);
  return chat.waitsFor(answer, { after });
}

const person = (first_name: string, language_code: string) =>
  walnut.telegram.person({ first_name, language_code });

it('goes from an empty database to the first order on Telegram', async () => {
  walnut = await startWalnut({ isEmpty: true });
  expect(await doctorSays()).toContain('none yet');
  const early = person('Early', 'en').chatWith(walnut.buyerBot);
  early.starts();
  await early.waitsFor('The village is being set up');

  const printed = await invitePrints('--operator');
  const [, toOffice = ''] =
    /^Telegram: https:\/\/t\.me\/walnut_seller_bot\?start=(i_[\w-]+)$/m.exec(printed) ?? [];
  expect(printed).not.toContain('127.0.0.1');
  const office = person('李主任', 'zh-hans').chatWith(walnut.sellerBot);
  office.starts(toOffice);
  await office.waitsFor('村子叫什么');
  await asks(office, '岭头村', '属于哪个县');
  await asks(office, '汾阳市', '在哪个省');
  await asks(office, '山西省', '对吗');
  await office.taps('✅ 建村');
  await office.waitsFor('岭头村 建好了');
  expect(await doctorSays()).toContain('岭头村, 汾阳市; families: 0 invite the first');

  await office.taps('➕ 邀请农户');
  await office.waitsFor('邀请谁家');
  const invitation = await asks(office, '王秀英家', '给 王秀英家 的邀请');
  expect(invitation.text).not.toContain('127.0.0.1');
  const [, toShop = ''] =
    /https:\/\/t\.me\/walnut_seller_bot\?start=(i_[\w-]+)/.exec(invitation.text ?? '') ?? [];
  const seller = person('秀英', 'zh-hans').chatWith(walnut.sellerBot);
  seller.starts(toShop);
  await seller.waitsFor('欢迎，王秀英家');
  await seller.sendsPhoto({ caption: '核桃 15元一斤 有200斤' });
  await seller.waitsFor('没问题就点「上架」');
  await seller.taps('✅ 上架');
  const published = await seller.waitsFor('核桃 上架了');
  expect(published.text).toContain('您还没说怎么送货，现在是这样：\n🚚 快递');
  await walnut.photosStored();

  await asks(early, '/start', 'Welcome to 岭头村');
  await asks(early, '核桃 1斤', 'name, phone and address');
  await asks(early, 'Li Lei, 13800001234, 12 Taoyuan Road, Yingze District, Taiyuan', 'Pay on delivery');
  await early.taps('✅ Confirm ¥15');
  await early.waitsFor('Ordered');
  await seller.waitsFor('12 Taoyuan Road');
  const today = await asks(office, '/office', '今天');
  expect(today.text).toContain('1 单，1 位买家，¥15');
  expect(await doctorSays()).toContain('families: 1');
});

/** Somebody with a browser of their own, where pages are at PUBLIC_URL. */
async function phone(address: string, locale: string): Promise<Page> {
  browser ??= await openBrowser();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale });
  const page = await context.newPage();
  await page.goto(address);
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

it('goes from an empty database to the first order in the browser alone', async () => {
  walnut = await startWalnut({
    isEmpty: true,
    webhooks: true,
    settings: { BUYER_BOT_TOKEN: '', SELLER_BOT_TOKEN: '' },
  });
  const { PUBLIC_URL: shop = '' } = walnut.settings;
  const buyer = await phone(shop, 'en-GB');
  await sees(buyer, /The village is being set up/);
  await buyer.getByRole('heading', { name: 'Walnut' }).waitFor();

  const [, toOffice = ''] = /^Web: +(http\S+\/join\/\S+)$/m.exec(await invitePrints('--operator')) ?? [];
  expect(toOffice).toMatch(new RegExp(`^${shop}/join/`));
  const office = await phone(toOffice, 'zh-CN');
  await office.getByRole('button').first().click();
  await sees(office, /村子叫什么/);
  await says(office, '岭头村');
  await sees(office, /属于哪个县/);
  await says(office, '汾阳市');
  await sees(office, /在哪个省/);
  await says(office, '山西省');
  await sees(office, /对吗/);
  await taps(office, '建村');
  await sees(office, /建好了/);
  await office.getByRole('heading', { name: '岭头村 · 服务站' }).waitFor();
  await taps(office, '邀请农户');
  await sees(office, /邀请谁家/);
  await says(office, '王秀英家');
  await sees(office, /的邀请/);
  const link = await office.getByRole('log').getByText('/join/').last().innerText();

  const seller = await phone(/http\S+\/join\/[\w-]+/.exec(link)?.[0] ?? '', 'zh-CN');
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
  await taps(seller, '上架');
  await sees(seller, '买家现在就能下单');

  await taps(buyer, /Look again/);
  await sees(buyer, 'Welcome to');
  await buyer.getByRole('heading', { name: '岭头村' }).waitFor();
  await says(buyer, '核桃 1斤');
  await sees(buyer, /name, phone and address/);
  await says(buyer, 'Li Lei, 13800001234, 12 Taoyuan Road, Yingze District, Taiyuan');
  await taps(buyer, /Confirm ¥15/);
  await sees(buyer, /A-\d{4}/);
  await sees(seller, '12 Taoyuan Road');
  await says(office, '/office');
  await sees(office, /1 单，1 位买家/);
  expect(await walnut.database.db.order.count()).toBe(1);
}, 60_000);

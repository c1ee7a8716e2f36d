import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../prisma/demo/seed.ts';
import { inTransaction } from '../../src/db/work.ts';
import { invite } from '../../src/shop/sellers/invites.ts';
import { openBrowser } from '../support/browser.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';
import { findBarriers, findSmallTexts, findUglyKeys } from './looks.ts';
import { type BrowserVisitor, createBrowserVisitor, openVisitor, phone } from './visitor.ts';

// What the page is to hands, eyes and ears: contrast, sizes, the tab order, where an answer appears, and what it weighs.

let walnut: Walnut;
let browser: Browser;

beforeAll(async () => {
  [browser, walnut] = await Promise.all([openBrowser(), startWalnut({ isEmpty: true })]);
  await seedDemo(walnut.app.appContext);
});
afterAll(async () => {
  await browser.close();
  await walnut.stop();
});

/** The hour in the village. */
const inChina = (at: Date | null): string =>
  at?.toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }) ?? '';

const opens = (path = '/', language: 'zh' | 'en' = 'zh'): Promise<BrowserVisitor> =>
  openVisitor(browser, `${walnut.app.url}${path}`, language);

describe('the page', () => {
  it.each(['zh', 'en'] as const)(
    'has no serious finding of axe on any screen of a buyer (%s)',
    async (language) => {
      const who = await opens('/', language);
      await who.settles();
      const found = await findBarriers(who.page, 'all');
      const steps: (() => Promise<unknown>)[] = [
        () => who.taps('browse/'),
        () => who.taps('product/'),
        () => who.says(language === 'zh' ? '薄皮核桃 5斤' : 'thin-shelled walnuts 2.5 kg'),
        () => who.says('Jane Park, 13800001234, 1 Taoyuan Road, Yingze District, Taiyuan, Shanxi'),
        () => who.taps('confirm/'),
        () => who.taps('order/'),
        () => who.says('/cart'),
        () => who.says('/orders'),
        () => who.says('/me'),
      ];
      for (const step of steps) {
        await step();
        found.push(...(await findBarriers(who.page)), ...(await findUglyKeys(who.page)));
      }
      await who.page.locator('#menu-button').click();
      found.push(...(await findBarriers(who.page, 'all')));
      await who.page.keyboard.press('Escape');
      expect(found).toEqual([]);
      expect(await findSmallTexts(who.page)).toEqual([]);
      await who.context.close();
    },
    120_000,
  );

  it('has none on the page of an invite, which names the family, nor on a seller’s screens', async () => {
    const { id } = await walnut.database.db.seller.findFirstOrThrow({ where: { name: '王秀英家' } });
    const token = await inTransaction(walnut.app.appContext, (context) => invite(context, id, 'owner'));
    const who = await opens(`/join/${token}`);
    await who.page.getByText('王秀英家').waitFor();
    const found = await findBarriers(who.page, 'all');
    await who.page.locator('#open').click();
    for (const words of ['/products', '/orders', '/office']) {
      await who.says(words);
      found.push(...(await findBarriers(who.page)));
    }
    expect(found).toEqual([]);
    await who.context.close();
  }, 120_000);

  it('begins with a way to the composer, and keeps the buttons of older messages out of the tab order', async () => {
    const who = await opens();
    await who.settles();
    for (let i = 0; i < 6; i += 1) await who.says('/browse');
    await who.page.reload();
    await who.settles();
    await who.page.keyboard.press('Tab');
    expect(await who.page.evaluate(() => document.activeElement?.id)).toBe('skip');
    await who.page.keyboard.press('Enter');
    expect(await who.page.evaluate(() => document.activeElement?.id)).toBe('words');
    await expect.poll(() => who.page.locator('.message .keys:visible').count()).toBe(3);
    const opener = who.page.locator('.opener').last();
    await opener.click();
    expect(await who.page.locator('.message .keys:visible').count()).toBe(4);
    await who.context.close();
  }, 60_000);

  it('brings the answer to a tap on an old message into view', async () => {
    const who = await opens();
    await who.settles();
    await who.says('/browse');
    for (let i = 0; i < 8; i += 1) await who.says('/help');
    await who.page.locator('#scroller').evaluate((scroller) => scroller.scrollTo(0, 0));
    await who.page.locator('.opener').first().click();
    // A question of its own: it is said at the end, far below.
    await who.page.locator('[data-tap="languages"], [data-tap^="more"]').first().click();
    await who.settles();
    const isSeen = await who.page.evaluate(() => {
      const view = document.querySelector('#scroller')?.getBoundingClientRect();
      return [...document.querySelectorAll('.message')].some((message) => {
        const { top, bottom } = message.getBoundingClientRect();
        return (
          view &&
          message.textContent?.includes('还有这些') &&
          top >= view.top - 1 &&
          bottom <= view.bottom + 1
        );
      });
    });
    expect(isSeen).toBe(true);
    await who.context.close();
  }, 60_000);

  it('brings an answer of two messages into view, and not its first line alone', async () => {
    const who = await opens();
    await who.settles();
    await who.says('薄皮核桃 5斤');
    await who.says('王芳 13800001234 太原市迎泽区桃园路1号');
    await who.taps('confirm/');
    await who.taps('order/');
    await who.says('/orders');
    await who.page.locator('[data-tap^="change/"]').last().scrollIntoViewIfNeeded();
    await who.taps('change/');
    const view = await who.page.locator('#scroller').boundingBox();
    const card = who.page.locator('.message', { hasText: '请核对' }).last();
    const box = await card.locator('.bubble').boundingBox();
    expect(box?.y).toBeGreaterThan(view?.y ?? 0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan((view?.y ?? 0) + (view?.height ?? 0));
    await who.context.close();
  }, 60_000);

  it('says by whose clock a stream is announced, and whose the times on buttons are', async () => {
    const who = await openVisitor(browser, walnut.app.url ?? '', 'en', phone, 'Europe/London');
    await who.settles();
    await who.says('/live');
    await who.taps('stream/');
    await who.page.getByRole('log').getByText('China Standard Time').first().waitFor();
    await who.page.getByText('those on buttons are the village’s (Asia/Shanghai)').waitFor();
    await who.context.close();
    const { plannedAt } = await walnut.database.db.stream.findFirstOrThrow({ where: { state: 'planned' } });
    const there = await opens('/', 'en');
    await there.settles();
    await there.says('/live');
    await there.taps('stream/');
    await there.page.getByRole('log').getByText(inChina(plannedAt)).first().waitFor();
    expect(await there.page.getByText('China Standard Time').count()).toBe(0);
    await there.context.close();
  }, 60_000);

  it('names buttons without their pictures, and is written larger on request', async () => {
    const who = await opens();
    await who.settles();
    await who.page
      .getByRole('button', { name: /^更多$|^☰ 更多$/ })
      .first()
      .waitFor();
    expect(await who.page.getByRole('button', { name: '我的订单', exact: true }).count()).toBe(1);
    const size = () => who.page.evaluate(() => getComputedStyle(document.body).fontSize);
    await who.page.locator('#menu-button').click();
    await who.page.getByRole('button', { name: '特大' }).click();
    await expect.poll(size).toBe('22px');
    await who.page.reload();
    await who.settles();
    await expect.poll(size).toBe('22px');
    await who.context.close();
  }, 60_000);

  it('weighs less than 150 KB without fonts, and its pictures of goods less than 60 KB each', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
    await context.route('**/fonts/**', (route) => route.abort());
    const page = await context.newPage();
    const weights: { url: string; bytes: number }[] = [];
    page.on('requestfinished', async (request) => {
      const sizes = await request.sizes().catch(() => undefined);
      if (sizes) weights.push({ url: request.url(), bytes: sizes.responseBodySize });
    });
    await page.goto(walnut.app.url ?? '');
    await page.locator('.message .goods').first().waitFor();
    const { settles } = createBrowserVisitor(page, context, 'zh');
    await settles();
    const total = weights.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(total).toBeLessThan(150_000);
    await page.locator('[data-tap^="product/"]').first().click();
    await page.locator('.photo.is-loaded').waitFor();
    await settles();
    const pictures = weights.filter(({ url }) => url.includes('/api/media/'));
    expect(Math.max(...pictures.map(({ bytes }) => bytes))).toBeLessThan(60_001);
    await context.close();
  }, 60_000);
});

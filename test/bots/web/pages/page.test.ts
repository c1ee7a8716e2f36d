import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { storePhoto } from '../../../../src/chat/store/media.ts';
import { shrinkDrawn } from '../../../../src/chat/store/shrink.ts';
import { openBrowser } from '../../../support/browser.ts';
import { type House, openHouse } from '../house.ts';

let house: House;
let browser: Browser;
const WITH_FONTS = 'zh-Hans-CN';
/** Whoever brings nothing of their own sits at this one: starting a browser anew for each costs the most. */
let shared: BrowserContext;
const contexts: BrowserContext[] = [];
const troubles: string[] = [];

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  house.pantry.photos.push(
    await storePhoto(house.appContext.db, new Date(), await shrinkDrawn(await photo('#a73'))),
  );
  shared = await newContext();
});
afterEach(async () => {
  house.pantry.gate = Promise.resolve();
  for (const context of contexts.splice(0)) await context.close();
  expect(troubles.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await house[Symbol.asyncDispose]();
});

async function newContext(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    ...options,
  });
  // Drawing Chinese costs these tests half their time, and they read text; one test has the fonts.
  if (options.locale !== WITH_FONTS) await context.route('**/fonts/**', (route) => route.abort());
  return context;
}

/** Somebody new at a browser that has kept nothing. */
async function visit(path = '/', options?: Parameters<Browser['newContext']>[0]): Promise<Page> {
  if (!options) return visitShared(path);
  const context = await newContext(options);
  contexts.push(context);
  return open(context, path);
}

async function visitShared(path: string): Promise<Page> {
  const [first, ...others] = shared.pages();
  for (const page of others) await page.close();
  if (!first) return open(shared, path);
  await first.unrouteAll();
  await first.goto('about:blank');
  await shared.clearCookies();
  await first.goto(`${house.url}/assets-none`);
  await first.evaluate(() => localStorage.clear());
  await first.goto(house.url + path);
  return first;
}

async function open(context: BrowserContext, path = '/'): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (line) => {
    if (line.text().includes('Content Security Policy')) troubles.push(line.text());
  });
  await page.goto(house.url + path);
  return page;
}

const photo = (colour: string) =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();

/** A message of an earlier day, as the shop gives it. */
const shownMessage = (place: number) => ({
  ...{ id: `m${place}`, seq: String(place), place: String(place), mine: false },
  ...{ html: `<b>第 ${place} 句</b>`, at: new Date(2026, 0, 1, 0, place).toISOString() },
  buttons: [[{ label: `买 ${place}`, tap: `buy/${place}` }]],
});

const log = (page: Page) => page.getByRole('log');
const key = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).last();

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox').fill(text);
  await page.getByRole('textbox').press('Enter');
}

describe('the page of the web chat', () => {
  it('greets whoever comes, and shows the conversation again after a reload', async () => {
    const page = await visit();
    await log(page).getByText('欢迎来到').waitFor();
    expect(await page.title()).toBe('岭头村');
    await say(page, '有新核桃吗');
    await log(page).getByText('收到：有新核桃吗').waitFor();
    await page.reload();
    await log(page).getByText('收到：有新核桃吗').waitFor();
    expect(await log(page).getByText('欢迎来到').count()).toBe(1);
    expect(await page.locator('.mine').count()).toBe(1);
  });

  it('changes a screen in its place when a button under it is pressed, and says in passing what happened', async () => {
    const page = await visit();
    await key(page, /看看有什么/).click();
    await page.locator('.photo.is-loaded').waitFor();
    const link = page.getByRole('link', { name: '看直播' });
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toContain('noopener');
    await key(page, '＋').click();
    await key(page, '2 斤').waitFor();
    expect(await page.locator('.message').count()).toBe(1);
    expect(await key(page, '2 斤').isDisabled()).toBe(true);
    await key(page, '下单').click();
    await page.getByRole('status').getByText('已下单 2 斤').waitFor();
    await log(page).getByText('✅ 已下单：核桃 2 斤').waitFor();
  });

  it('is left by its menu: whoever sits here next is somebody new, and nothing unsent is theirs', async () => {
    const page = await visit();
    await say(page, '有新核桃吗');
    await log(page).getByText('收到：有新核桃吗').waitFor();
    await page.evaluate(() => localStorage.setItem('walnut.buyer.left', '{"key":"left","at":1}'));
    const menu = page.getByRole('button', { name: '菜单' });
    await menu.click();
    page.once('dialog', (question) => void question.dismiss());
    await page.getByRole('button', { name: '退出登录' }).click();
    expect(await page.locator('.mine').count()).toBe(1);
    await menu.click();
    page.once('dialog', (question) => void question.accept());
    const [response] = await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('button', { name: '退出登录' }).click(),
    ]);
    expect(response).toBeDefined();
    await log(page).getByText('欢迎来到').waitFor();
    expect(await page.locator('.mine').count()).toBe(0);
    expect(await page.evaluate(() => localStorage.getItem('walnut.buyer.left'))).toBeNull();
  });

  it('can be used by keyboard alone: the place in the buttons is kept while the screen changes', async () => {
    const page = await visit();
    // The room of a photo is there before the photo, so that nothing jumps.
    await page.route('**/api/media/*', () => {});
    await key(page, /看看有什么/).press('Enter');
    const box = await page.locator('.photo').boundingBox();
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(4 / 3, 1);
    await key(page, '＋').focus();
    await page.keyboard.press('Enter');
    await key(page, '2 斤').waitFor();
    await page.keyboard.press('Enter');
    await key(page, '3 斤').waitFor();
    const order: string[] = [];
    await page.getByRole('button', { name: 'Switch to English' }).focus();
    for (let i = 0; i < 9; i += 1) {
      await page.keyboard.press('Tab');
      order.push(
        await page.evaluate(() => document.activeElement?.textContent || document.activeElement?.id || ''),
      );
    }
    expect(order.join(' ')).toMatch(/－ ＋ 下单 看直播 算了 .*menu-button words/);
  });

  it('shows dots while the shop is at work, and one’s own words at once', async () => {
    const page = await visit();
    await key(page, /看看有什么/).waitFor();
    const { promise, resolve } = Promise.withResolvers<void>();
    house.pantry.gate = promise;
    await say(page, '想一想');
    await page.locator('.mine').getByText('想一想').waitFor();
    await page.locator('#typing').waitFor({ state: 'visible' });
    expect(await page.locator('#status').textContent()).toBe('正在输入…');
    resolve();
    await log(page).getByText('收到：想一想').waitFor();
    await page.locator('#typing').waitFor({ state: 'hidden' });
    expect(await page.locator('.mine').count()).toBe(1);
  });

  it('keeps what was written without a network, over a closed page too, and sends it once when there is one', async () => {
    const page = await visit();
    const context = page.context();
    await key(page, /看看有什么/).waitFor();
    await context.setOffline(true);
    await say(page, '第一句');
    await say(page, '第二句');
    await page.getByRole('button', { name: '没发出去' }).waitFor();
    expect(await page.locator('#offline').isVisible()).toBe(true);
    await page.close();
    await context.setOffline(false);
    const again = await open(context);
    await log(again).getByText('收到：第二句').waitFor();
    await again.locator('.mine .unseen', { hasText: '已发送' }).nth(1).waitFor();
    expect(await log(again).locator('.message .text').allTextContents()).toEqual([
      expect.stringContaining('欢迎来到'),
      expect.stringMatching(/^第一句/),
      expect.stringMatching(/^收到：第一句/),
      expect.stringMatching(/^第二句/),
      expect.stringMatching(/^收到：第二句/),
    ]);
  });

  it('opens without a shop that answers, shows what was said, and sends what is written there later', async () => {
    const page = await visit('/', { serviceWorkers: 'allow' });
    await say(page, '有新核桃吗');
    await log(page).getByText('收到：有新核桃吗').waitFor();
    const kept = (path: string) =>
      page.evaluate(async (one) => (await (await caches.match(one))?.text()) ?? '', path);
    await expect.poll(() => kept('/')).toContain('chat.js');
    await expect.poll(() => kept('/kept/buyer')).toContain('收到：有新核桃吗');
    await house.shut();
    await page.reload();
    await log(page).getByText('收到：有新核桃吗').waitFor();
    expect(await page.title()).toBe('岭头村');
    await say(page, '还在吗');
    await house.reopen();
    await log(page).getByText('收到：还在吗').waitFor();
    expect(await page.locator('.mine').count()).toBe(2);
    expect(await log(page).getByText('收到：有新核桃吗').count()).toBe(1);
  });

  it('comes back by itself when the server was away, and misses nothing', async () => {
    const page = await visit();
    await key(page, /看看有什么/).waitFor();
    await house.shut();
    await page.locator('#status', { hasText: '正在连接' }).waitFor();
    await say(page, '还在吗');
    await house.reopen();
    await log(page).getByText('收到：还在吗').waitFor();
    expect(await page.locator('.mine').count()).toBe(1);
  });

  it('stays where somebody reads further up, counts what comes, and leads back down', async () => {
    const page = await visit();
    const context = page.context();
    await key(page, /看看有什么/).waitFor();
    for (let i = 0; i < 8; i += 1) await say(page, `第 ${i} 句`);
    await log(page).getByText('收到：第 7 句').waitFor();
    const other = await open(context);
    await log(other).getByText('收到：第 7 句').waitFor();
    await page.locator('#scroller').evaluate((node) => node.scrollTo({ top: 150 }));
    const top = () =>
      log(page)
        .getByText('收到：第 1 句')
        .evaluate((node) => node.getBoundingClientRect().top);
    const before = await top();
    await say(other, '从另一页');
    await page.getByRole('button', { name: '新消息: 1' }).waitFor();
    expect(await top()).toBe(before);
    await page.getByRole('button', { name: '新消息: 1' }).click();
    await log(page).getByText('收到：从另一页').waitFor();
    await page.locator('#newest:not(.is-shown)').waitFor({ state: 'attached' });
  });

  it('shows what was said before in its place as somebody scrolls back, its buttons folded until they are wanted', async () => {
    const page = await visit();
    const upTo = (last: number) => Array.from({ length: 50 }, (_, i) => shownMessage(last - 49 + i));
    await page.route('**/opening', async (route) => {
      const response = await route.fetch();
      return route.fulfill({ response, json: { ...(await response.json()), messages: upTo(150) } });
    });
    await page.route('**/stream?*', () => {});
    await page.route('**/history?*', (route) => {
      const before = Number(new URL(route.request().url()).searchParams.get('before'));
      return route.fulfill({ json: before > 1 ? upTo(before - 1) : [] });
    });
    await page.reload();
    await log(page).getByText('第 150 句').waitFor();
    expect(await page.locator('.keys').count()).toBe(3);
    const words = page.locator('.message .text b');
    await expect
      .poll(async () => {
        await page.locator('#scroller').evaluate((node) => node.scrollTo({ top: 0 }));
        return words.count();
      })
      .toBe(150);
    expect(await words.allTextContents()).toEqual(Array.from({ length: 150 }, (_, i) => `第 ${i + 1} 句`));
    expect(await page.locator('.keys').count()).toBe(3);
    await page.locator('.opener').first().click();
    expect(await page.locator('.keys').first().getByRole('button', { name: '买 1' }).isVisible()).toBe(true);
  });

  it('asks for its words once: one script, one style, and one answer that holds the greeting', async () => {
    const context = await newContext({});
    contexts.push(context);
    const asked: string[] = [];
    context.on('request', (request) =>
      asked.push(new URL(request.url()).pathname.replace(/[\w-]{12}\//, '')),
    );
    const page = await open(context);
    await log(page).getByText('欢迎来到').waitFor();
    expect(asked.filter((path) => /^\/assets\/.*\.(?:js|css)$/.test(path)).sort()).toEqual([
      '/assets/app/chat.js',
      '/assets/style/chat.css',
    ]);
    expect(asked.filter((path) => /session|config|events|opening/.test(path))).toEqual([
      '/api/buyer/opening',
    ]);
  });

  it('speaks the other language at a press, and the shop with it', async () => {
    const page = await visit();
    await key(page, /看看有什么/).waitFor();
    await page.getByRole('button', { name: 'Switch to English' }).click();
    await log(page).getByText('Welcome to').waitFor();
    expect(await page.title()).toBe('Lingtou');
    await page.getByPlaceholder('Message').waitFor();
    await page.reload();
    await page.getByPlaceholder('Message').waitFor();
  });

  it('sends several photos with a caption, shown before they are sent', async () => {
    const page = await visit('/seller');
    await key(page, /看看有什么/).waitFor();
    await page.locator('#photos').setInputFiles([
      { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photo('#c84') },
      { name: 'b.jpg', mimeType: 'image/jpeg', buffer: await photo('#48c') },
      { name: 'c.jpg', mimeType: 'image/jpeg', buffer: await photo('#8c4') },
    ]);
    await page.getByRole('button', { name: '关闭: 照片 3' }).click();
    expect(await page.locator('.thumbnail').count()).toBe(2);
    await say(page, '核桃 15元一斤 有200斤');
    await log(page).getByText('照片：核桃 15元一斤 有200斤').waitFor();
    await log(page).getByText('照片：没有说明').waitFor();
    await page.reload();
    await page.locator('.mine .photo.is-loaded').nth(1).waitFor();
    expect(await page.locator('.mine').count()).toBe(2);
  });

  it('shows what looks like markup as the text that it is', async () => {
    const page = await visit();
    await key(page, /看看有什么/).waitFor();
    const nasty = `<img src=x onerror="alert(1)"><b>not bold</b> &amp; <script>x</script>`;
    await say(page, nasty);
    await log(page).getByText(`收到：${nasty}`).waitFor();
    expect(await log(page).locator('img, script, .text b:has-text("not bold")').count()).toBe(0);
  });

  it('knows six tags and shows everything else, also where the server’s markup were broken', async () => {
    const page = await visit();
    const module = await page.locator('script[src$="chat.js"]').getAttribute('src');
    // As a string: what the test runner makes of `import` is unknown in the browser.
    const read = (html: string) =>
      page.evaluate(`import('${module?.replace('chat.js', 'markup.js')}').then(({ markup }) => {
        const box = document.createElement('div');
        box.append(markup(${JSON.stringify(html)}));
        return box.innerHTML;
      })`);
    expect(await read('<b>a</b> &lt;<i>b</i>&gt; &amp;amp;')).toBe('<b>a</b> &lt;<i>b</i>&gt; &amp;amp;');
    expect(await read('<a href="javascript:alert(1)">x</a>')).toBe('<a>x</a>');
    expect(await read('<a href="https://x.org/?a=1&amp;b=2">x</a>')).toContain(
      'href="https://x.org/?a=1&amp;b=2"',
    );
    expect(await read('<b onclick="x">a</b><svg/onload=x>')).not.toMatch(/<(b|svg)/);
    expect(await read('</b><u>open')).toBe('&lt;/b&gt;<u>open</u>');
  });

  it('explains an invite, and spends it only when the button is pressed', async () => {
    const page = await visit(`/join/${'welcome-token'}`);
    const button = page.getByRole('button', { name: '开始' });
    await button.waitFor();
    expect(house.pantry.joined).toEqual([]);
    await button.click();
    await log(page).getByText('欢迎来到').waitFor();
    expect(new URL(page.url()).pathname).toBe('/seller');
    expect(house.pantry.joined).toEqual(['i_welcome-token']);
    expect(await log(page).locator('.message').count()).toBe(1);
  });

  it('brings Chinese characters to a device that has none', async () => {
    const title = (await visit('/', { locale: WITH_FONTS })).getByRole('heading');
    const without = (await visit()).getByRole('heading');
    for (const one of [title, without]) await one.getByText('岭头村').waitFor();
    // A character that nobody has shows what missing ones look like here.
    await without.evaluate((node) => {
      node.textContent = '\u{10fffd}'.repeat(3);
    });
    const missing = await without.screenshot();
    await expect.poll(async () => missing.equals(await title.screenshot()), { timeout: 8_000 }).toBe(false);
  });
});

describe('alerts for when the page is closed', () => {
  it('are switched on by a tap, shown by the worker, and lead to their message', async () => {
    const page = await visit('/', { serviceWorkers: 'allow' });
    await log(page).getByText('欢迎来到').waitFor();
    await page.context().grantPermissions(['notifications'], { origin: house.url });
    // Headless Chromium has no push service, and so no subscription.
    await page.evaluate(() => {
      const made = { endpoint: 'https://push.example.org/send/1', toJSON: () => ({}) };
      const point = btoa(`\x04${'k'.repeat(64)}`)
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replace(/=+$/, '');
      const keys = { p256dh: point, auth: btoa('a'.repeat(16)).replace(/=+$/, '') };
      PushManager.prototype.subscribe = async () =>
        Object.assign(Object.create(PushSubscription.prototype), {
          toJSON: () => ({ endpoint: made.endpoint, keys }),
        });
    });
    await page.getByRole('button', { name: '菜单' }).click();
    await page.getByRole('button', { name: '关了这页也通知我' }).click();
    await page.getByText('好了：关了这页').waitFor();
    expect(await house.appContext.db.pushSubscription.count()).toBe(1);

    const session = await page.context().newCDPSession(page);
    const registered = new Promise<string>((resolve) =>
      session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const [first] = registrations;
        if (first) resolve(first.registrationId);
      }),
    );
    await session.send('ServiceWorker.enable');
    const registrationId = await registered;
    const deliver = () =>
      session.send('ServiceWorker.deliverPushMessage', {
        origin: house.url,
        registrationId,
        data: JSON.stringify({ title: '王秀英开播了', text: '新核桃', tag: 'one', open: '/#message-x' }),
      });
    // Headless Chromium shows no notifications: what the worker asks for is kept.
    const [worker = await page.context().waitForEvent('serviceworker')] = page.context().serviceWorkers();
    await worker.evaluate(() => {
      const shown: unknown[] = [];
      const self = globalThis as unknown as {
        shown: unknown[];
        registration: { showNotification: unknown };
        clients: { openWindow: unknown };
      };
      self.shown = shown;
      self.registration.showNotification = async (title: string, options: object) =>
        void shown.push({ title, ...options });
      self.clients.openWindow = async (path: string) => void shown.push(`opened ${path}`);
    });
    const shown = () => worker.evaluate(() => (globalThis as unknown as { shown: unknown[] }).shown);
    // Whoever looks at the chat sees the message there.
    await deliver();
    expect(await shown()).toEqual([]);
    await page.goto(`${house.url}/seller`);
    await deliver();
    await expect
      .poll(shown)
      .toMatchObject([{ title: '王秀英开播了', body: '新核桃', tag: 'one', data: { open: '/#message-x' } }]);
    await worker.evaluate(() => {
      const notification = { close() {}, data: { open: '/#message-x' } };
      dispatchEvent(Object.assign(new Event('notificationclick'), { notification, waitUntil() {} }));
    });
    await expect.poll(shown).toContain('opened /#message-x');
  });
});

import { describe, expect, it } from 'vitest';
import { key, log, say, usePages } from './pages.ts';

const pages = usePages();

describe('the page without a line', () => {
  it('keeps what was written without a network, over a closed page too, and sends it once when there is one', async () => {
    const page = await pages.visit();
    const context = page.context();
    await key(page, /看看有什么/).waitFor();
    await context.setOffline(true);
    await say(page, '第一句');
    await say(page, '第二句');
    await page.getByRole('button', { name: '没发出去' }).waitFor();
    expect(await page.locator('#offline').isVisible()).toBe(true);
    await page.close();
    await context.setOffline(false);
    const again = await pages.open(context);
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
    const page = await pages.visit('/', { serviceWorkers: 'allow' });
    await say(page, '有新核桃吗');
    await log(page).getByText('收到：有新核桃吗').waitFor();
    const kept = (path: string) =>
      page.evaluate(async (one) => (await (await caches.match(one))?.text()) ?? '', path);
    await expect.poll(() => kept('/')).toContain('chat.js');
    await expect.poll(() => kept('/kept/buyer')).toContain('收到：有新核桃吗');
    await pages.house.shut();
    await page.reload();
    await log(page).getByText('收到：有新核桃吗').waitFor();
    expect(await page.title()).toBe('岭头村');
    await say(page, '还在吗');
    await pages.house.reopen();
    await log(page).getByText('收到：还在吗').waitFor();
    expect(await page.locator('.mine').count()).toBe(2);
    expect(await log(page).getByText('收到：有新核桃吗').count()).toBe(1);
  });

  it('sends what somebody new wrote before the shop had said who they are', async () => {
    const context = await pages.newContext();
    const posts: string[] = [];
    context.on('request', (request) => void (request.method() === 'POST' && posts.push(request.url())));
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await context.route('**/api/buyer/opening', async (route) => {
      await asked;
      await route.continue();
    });
    const page = await pages.open(context);
    await say(page, '有新核桃吗');
    await log(page).locator('.mine', { hasText: '有新核桃吗' }).waitFor();
    expect(posts).toEqual([]);
    answer();
    await log(page).getByText('收到：有新核桃吗').waitFor();
    expect(await page.locator('.mine').count()).toBe(1);
  });

  it('comes back by itself when the server was away, and misses nothing', async () => {
    const page = await pages.visit();
    await key(page, /看看有什么/).waitFor();
    await pages.house.shut();
    await page.locator('#status', { hasText: '正在连接' }).waitFor();
    await say(page, '还在吗');
    await pages.house.reopen();
    await log(page).getByText('收到：还在吗').waitFor();
    expect(await page.locator('.mine').count()).toBe(1);
  });
});

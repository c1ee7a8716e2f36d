import { describe, expect, it } from 'vitest';
import { key, log, say, usePages } from './pages.ts';

const pages = usePages();

describe('the conversation on the page', () => {
  it('greets whoever comes, and shows the conversation again after a reload', async () => {
    const page = await pages.visit();
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
    const page = await pages.visit();
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

  it('can be used by keyboard alone: the place in the buttons is kept while the screen changes', async () => {
    const page = await pages.visit();
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
    const page = await pages.visit();
    await key(page, /看看有什么/).waitFor();
    const { promise, resolve } = Promise.withResolvers<void>();
    pages.house.pantry.gate = promise;
    await say(page, '想一想');
    await page.locator('.mine').getByText('想一想').waitFor();
    await page.locator('#typing').waitFor({ state: 'visible' });
    expect(await page.locator('#status').textContent()).toBe('正在输入…');
    resolve();
    await log(page).getByText('收到：想一想').waitFor();
    await page.locator('#typing').waitFor({ state: 'hidden' });
    expect(await page.locator('.mine').count()).toBe(1);
  });

  it('speaks the other language at a press, and the shop with it', async () => {
    const page = await pages.visit();
    await key(page, /看看有什么/).waitFor();
    await page.getByRole('button', { name: 'Switch to English' }).click();
    await log(page).getByText('Welcome to').waitFor();
    expect(await page.title()).toBe('Lingtou');
    await page.getByPlaceholder('Message').waitFor();
    await page.reload();
    await page.getByPlaceholder('Message').waitFor();
  });
});

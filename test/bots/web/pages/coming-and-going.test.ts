import { describe, expect, it } from 'vitest';
import { log, say, usePages } from './pages.ts';

const pages = usePages();

describe('coming and going', () => {
  it('explains an invite, and spends it only when the button is pressed', async () => {
    const page = await pages.visit(`/join/${'welcome-token'}`);
    const button = page.getByRole('button', { name: '开始' });
    await button.waitFor();
    expect(pages.house.pantry.joined).toEqual([]);
    await button.click();
    await log(page).getByText('欢迎来到').waitFor();
    expect(new URL(page.url()).pathname).toBe('/seller');
    expect(pages.house.pantry.joined).toEqual(['i_welcome-token']);
    expect(await log(page).locator('.message').count()).toBe(1);
  });

  it('calls the page of the office so as soon as its clerk is welcomed', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    pages.house.pantry.gate = promise;
    const page = await pages.visit(`/join/${'office-token'}`);
    await page.getByRole('button', { name: '开始' }).click();
    await page.getByRole('heading', { name: '岭头村 · 卖家' }).waitFor();
    const { personId } = await pages.house.appContext.db.chat.findFirstOrThrow({
      orderBy: { createdAt: 'desc' },
    });
    pages.house.officers.add(personId);
    resolve();
    await page.getByRole('heading', { name: '岭头村 · 服务站' }).waitFor();
  });

  it('is left by its menu: whoever sits here next is somebody new, and nothing unsent is theirs', async () => {
    const page = await pages.visit();
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
});

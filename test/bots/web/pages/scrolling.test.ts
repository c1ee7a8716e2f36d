import { describe, expect, it } from 'vitest';
import { key, log, say, usePages } from './pages.ts';

const pages = usePages();

/** A message of an earlier day, as the shop gives it. */
const shownMessage = (place: number) => ({
  ...{ id: `m${place}`, seq: String(place), place: String(place), mine: false },
  ...{ html: `<b>第 ${place} 句</b>`, at: new Date(2026, 0, 1, 0, place).toISOString() },
  buttons: [[{ label: `买 ${place}`, tap: `buy/${place}` }]],
});

describe('scrolling on the page', () => {
  it('stays where somebody reads further up, counts what comes, and leads back down', async () => {
    const page = await pages.visit();
    const context = page.context();
    await key(page, /看看有什么/).waitFor();
    for (let i = 0; i < 8; i += 1) await say(page, `第 ${i} 句`);
    await log(page).getByText('收到：第 7 句').waitFor();
    const other = await pages.open(context);
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
    const page = await pages.visit();
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
});

import { describe, expect, it } from 'vitest';
import { key, log, say, takePhoto, usePages } from './pages.ts';

const pages = usePages();

describe('photos on the page', () => {
  it('sends several photos with a caption, shown before they are sent', async () => {
    const page = await pages.visit('/seller');
    await key(page, /看看有什么/).waitFor();
    await page.locator('#photos').setInputFiles([
      { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await takePhoto('#c84') },
      { name: 'b.jpg', mimeType: 'image/jpeg', buffer: await takePhoto('#48c') },
      { name: 'c.jpg', mimeType: 'image/jpeg', buffer: await takePhoto('#8c4') },
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

  it('shows one blurred in the room that it will take, until the sharp one is there', async () => {
    const page = await pages.visit();
    const { promise: isOnItsWay, resolve: arrive } = Promise.withResolvers<void>();
    await page.route('**/api/media/*/phone', async (route) => {
      await isOnItsWay;
      await route.continue();
    });
    await key(page, /看看有什么/).click();
    const blurred = page.locator('.photo .blurred');
    await expect.poll(() => blurred.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(24);
    expect(await blurred.evaluate((image) => getComputedStyle(image).filter)).toContain('blur');
    const sharp = page.locator('.photo .sharp');
    expect(await sharp.evaluate((image) => getComputedStyle(image).opacity)).toBe('0');
    const room = await page.locator('.photo').boundingBox();
    arrive();
    await page.locator('.photo.is-loaded').waitFor();
    await expect.poll(() => sharp.evaluate((image) => getComputedStyle(image).opacity)).toBe('1');
    expect(await page.locator('.photo').boundingBox()).toEqual(room);
  });
});

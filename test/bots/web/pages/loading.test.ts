import { describe, expect, it } from 'vitest';
import { log, usePages, WITH_FONTS } from './pages.ts';

const pages = usePages();

describe('what the page loads', () => {
  it('asks for its words once: one script, one style, and one answer that holds the greeting', async () => {
    const context = await pages.newContext({});
    const asked: string[] = [];
    context.on('request', (request) =>
      asked.push(new URL(request.url()).pathname.replace(/[\w-]{12}\//, '')),
    );
    const page = await pages.open(context);
    await log(page).getByText('欢迎来到').waitFor();
    expect(asked.filter((path) => /^\/assets\/.*\.(?:js|css)$/.test(path)).sort()).toEqual([
      '/assets/app/chat.js',
      '/assets/style/chat.css',
    ]);
    expect(asked.filter((path) => /session|config|events|opening/.test(path))).toEqual([
      '/api/buyer/opening',
    ]);
  });

  it('brings Chinese characters to a device that has none', async () => {
    const title = (await pages.visit('/', { locale: WITH_FONTS })).getByRole('heading');
    const without = (await pages.visit()).getByRole('heading');
    for (const one of [title, without]) await one.getByText('岭头村').waitFor();
    // A character that nobody has shows what missing ones look like here.
    await without.evaluate((node) => {
      node.textContent = '\u{10fffd}'.repeat(3);
    });
    const missing = await without.screenshot();
    await expect.poll(async () => missing.equals(await title.screenshot()), { timeout: 8_000 }).toBe(false);
  });
});

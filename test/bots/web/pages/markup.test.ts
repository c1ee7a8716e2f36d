import { describe, expect, it } from 'vitest';
import { key, log, say, usePages } from './pages.ts';

const pages = usePages();

describe('what is written on the page', () => {
  it('shows what looks like markup as the text that it is', async () => {
    const page = await pages.visit();
    await key(page, /看看有什么/).waitFor();
    const nasty = `<img src=x onerror="alert(1)"><b>not bold</b> &amp; <script>x</script>`;
    await say(page, nasty);
    await log(page).getByText(`收到：${nasty}`).waitFor();
    expect(await log(page).locator('img, script, .text b:has-text("not bold")').count()).toBe(0);
  });

  it('knows six tags and shows everything else, also where the server’s markup were broken', async () => {
    const page = await pages.visit();
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
});
